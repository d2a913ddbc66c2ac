"""The record: every reading, kept in a database, and the questions it answers."""

from taqarub.store.record import Record
from taqarub.store.results import Found, Happening, KnownPerson, Origin, Point, Source, Witness

__all__ = ["Found", "Happening", "KnownPerson", "Origin", "Point", "Record", "Source", "Witness"]
