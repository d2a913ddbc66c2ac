"""Who is meant: one entity under many names."""
