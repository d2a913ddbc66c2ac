"""Readings and records in the forms others read."""
