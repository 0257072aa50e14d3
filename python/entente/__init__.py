"""Who belonged to what, and when, with the sentence or row that proves it.

    import entente
    db = entente.open("alliances.db")
    db.load_bundled()
    db.members("CSTO", on="2008")
"""
from .database import Database, Facts, Picture, extract, open
from .frames import Answer
from .rows import (
    AmbiguousName, Date, DateError, DatabaseError, Entity, Error, Evidence, InputError, NameNotFound, QuestionError,
    RenderError, Status, Tie,
)

__all__ = [
    "AmbiguousName", "Answer", "Database", "DatabaseError", "Date", "DateError", "Entity", "Error", "Evidence", "Facts",
    "InputError", "NameNotFound", "Picture", "QuestionError", "RenderError", "Status", "Tie", "extract", "open",
]
__version__ = "0.1.0"
