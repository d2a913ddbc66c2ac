"""Reading many articles."""

from taqarub.run.many import read_many

__all__ = ["read_many"]
