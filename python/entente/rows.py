"""What rows are made of: dates, statuses, entities, evidence, ties; and the errors."""
from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass, field
from typing import Any


class Error(Exception):
    """What cannot go on. The message is that of the command line."""

    code: str = ""
    candidates: list[str] = []


class DateError(Error, ValueError):
    """A text that is no date, or an interval that ends before it begins."""


class NameNotFound(Error, LookupError):
    """Nobody has the name; `candidates` are near ones."""


class AmbiguousName(Error, LookupError):
    """Several have the name; `candidates` are they."""


class QuestionError(Error, ValueError):
    """A question or an argument that cannot be understood."""


class InputError(Error, OSError):
    """A file that cannot be read, or says what it cannot mean."""


class DatabaseError(Error):
    """The database refused."""


class RenderError(Error):
    """A picture that could not be drawn."""


_CLASSES = {
    "invalid-date": DateError, "inverted-interval": DateError, "unknown-name": NameNotFound,
    "ambiguous-name": AmbiguousName, "invalid-question": QuestionError, "invalid-argument": QuestionError,
    "unreadable": InputError, "invalid-text": InputError, "invalid-json": InputError, "invalid-row": InputError,
    "unknown-format": InputError, "not-a-database": InputError, "newer-database": InputError,
    "database-failure": DatabaseError, "render-failure": RenderError,
}


def error_class(code: str) -> type[Error]:
    return _CLASSES.get(code, Error)


from ._entente import Edtf  # noqa: E402  (its errors are the classes above)


class Date:
    """A date or an interval, as precise as it was written.

    Made of EDTF or English text, a year, or a `datetime.date`. Two dates are equal when they are written the same;
    there is no `<`: coarse dates have none.
    """

    __slots__ = ("_edtf",)

    def __init__(self, value: str | int | datetime.date | Date):
        self._edtf = _edtf(value)

    @property
    def text(self) -> str:
        """EDTF."""
        return self._edtf.text

    @property
    def earliest(self) -> datetime.date | None:
        """The first day it speaks of; None where that end is open or unknown. OverflowError before year 1."""
        return self._edtf.earliest

    @property
    def latest(self) -> datetime.date | None:
        """The last day it speaks of; None where that end is open or unknown."""
        return self._edtf.latest

    @property
    def earliest_text(self) -> str | None:
        """The first day in ISO 8601, whatever its year."""
        return self._edtf.earliest_text

    @property
    def latest_text(self) -> str | None:
        return self._edtf.latest_text

    @property
    def is_interval(self) -> bool:
        return self._edtf.is_interval

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Date) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Date({self.text!r})"


When = "str | int | datetime.date | Date"


def _edtf(value: Any) -> Edtf:
    if isinstance(value, Date):
        return value._edtf
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        value = value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:05d}" if value < 0 else f"{value:04d}"
    if not isinstance(value, str):
        raise TypeError(f"a date is a str, int, datetime.date or entente.Date, not {type(value).__name__}")
    return Edtf(value)


class Status(str, enum.Enum):
    """How far something held over the time asked about; the strongest first."""

    CERTAIN = "certain"
    PRESUMED = "presumed"
    PART = "part"
    POSSIBLE = "possible"
    NO = "no"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Entity:
    id: str
    name: str
    kind: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Evidence:
    """The sentence or row behind a tie. `begin` and `end` are bytes of the source's text; `row` a line, from 1."""

    source: str
    title: str
    url: str
    published: Date | None
    quote: str
    begin: int
    end: int
    row: int
    rule: str
    claim: str


@dataclass(frozen=True)
class Tie:
    """One spell. `start` None: unknown; `end` None: open, or ended and nobody says when, as `ending` tells."""

    subject: Entity
    relation: str
    object: Entity
    status: Status
    start: Date | None
    end: Date | None
    ending: str
    disputed: bool
    edge: str
    notes: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


def _date(text: str) -> Date | None:
    return Date(text) if text and text != ".." else None


def evidence_of(said: dict) -> Evidence:
    return Evidence(
        said["source"], said.get("title", ""), said.get("url", ""), _date(said.get("published", "")),
        said.get("text", ""), said.get("begin", 0), said.get("end", 0), said.get("row", 0), said.get("rule", ""),
        said.get("claim", ""))


def entity_of(ref: dict) -> Entity:
    return Entity(ref["id"], ref["name"], ref["kind"])


def tie_of(row: dict) -> Tie:
    return Tie(
        entity_of(row["subject"]), row["relation"], entity_of(row["object"]), Status(row["status"]),
        _date(row["start"]), _date(row["end"]), row["ending"], bool(row["disputed"]), row["edge"],
        [note["text"] for note in row.get("notes", [])], [evidence_of(said) for said in row.get("evidence", [])])
