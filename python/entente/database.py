"""A database: what is loaded into it, and the questions."""
from __future__ import annotations

import datetime
import io
import os
from typing import Any, Callable, Iterable

from . import _entente
from .frames import Answer
from .rows import Date, QuestionError, Status, _edtf

When = "str | int | datetime.date | Date | None"


class Facts(Answer):
    """What one text says, fact by fact."""


class Picture:
    """A drawing; a notebook shows it inline. `data` is the file's bytes."""

    def __init__(self, data: bytes, format: str):
        self.data, self.format = data, format

    def save(self, path: str | os.PathLike) -> None:
        with io.open(path, "wb") as file:
            file.write(self.data)

    def _repr_svg_(self) -> str | None:
        return self.data.decode() if self.format == "svg" else None

    def _repr_png_(self) -> bytes | None:
        return self.data if self.format == "png" else None


def open(path: str | os.PathLike, *, create: bool = True, read_only: bool = False) -> Database:  # noqa: A001
    """Opens a database file; makes it where there is none."""
    return Database(os.fspath(path), create=create, read_only=read_only)


def extract(text: str, *, published: Any = None, title: str = "", url: str = "") -> Facts:
    """Reads the facts in an article, without a database."""
    return Facts(_entente.extract(text, _when(published, None), title, url))


def _when(on: Any, during: Any):
    if on is not None and during is not None:
        raise QuestionError("say on= or during=, not both")
    asked = on if on is not None else during
    return None if asked is None else _edtf(asked)


def _list(names: str | Iterable[str] | None) -> list[str]:
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)


def _progress(wanted: bool | Callable[[int, int], None], name: str):
    if callable(wanted):
        return wanted, lambda: None
    if not wanted:
        return None, lambda: None
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None, lambda: None
    bar = tqdm(total=None, unit="B", unit_scale=True, desc=name, leave=False, delay=0.5)

    def show(done: int, total: int) -> None:
        bar.total = total or None
        bar.update(done - bar.n)

    return show, bar.close


class Database:
    """Questions take `on` (a day, month, year) or `during` (a period): EDTF or English text, a year, a
    `datetime.date` or an `entente.Date`; `relations` (`any` for all); `certain`: only what is certain. Long calls let
    other threads run."""

    def __init__(self, path: str, *, create: bool = True, read_only: bool = False):
        self._store = _entente.Store(path, create, read_only)
        self.file = path

    def __repr__(self) -> str:
        return f"entente.open({self.file!r})"

    def load(self, path: str | os.PathLike, *, format: str = "", mapping: str = "", published: Any = None,
             title: str = "", url: str = "", source: str = "", priority: int = 0, strict: bool = False,
             progress: bool | Callable[[int, int], None] = True) -> dict:
        """Loads a file of any kind that Entente reads, whole or not at all; says what became of it."""
        name = os.fspath(path)
        show, close = _progress(progress, os.path.basename(name))
        try:
            return self._store.load(name, format, mapping, _when(published, None), title, url, source, priority,
                                    strict, show)
        finally:
            close()

    def load_bundled(self) -> dict:
        """Loads the facts and the article that come with the package."""
        return self._store.load("", "", "", None, "", "", "", 0, False, None)

    def members(self, body: str, *, on: Any = None, during: Any = None, relations=None, certain: bool = False,
                successors: bool = False) -> Answer:
        """Who belonged to the body."""
        return Answer(self._store.members(body, _when(on, during), _list(relations), certain, successors))

    def memberships(self, entity: str, *, on: Any = None, during: Any = None, relations=None,
                    certain: bool = False) -> Answer:
        """To what the entity belonged."""
        return Answer(self._store.memberships(entity, _when(on, during), _list(relations), certain, False))

    def timeline(self, entity: str, *, during: Any = None, relations=None, successors: bool = False) -> Answer:
        """All that is known of the entity, by time."""
        return Answer(self._store.timeline(entity, _when(None, during), _list(relations), False, successors))

    def was(self, subject: str, body: str, *, on: Any = None, during: Any = None, relations=None) -> Status:
        """Whether it belonged: a status."""
        answer = Answer(self._store.was(subject, body, _when(on, during), _list(relations), False, False))
        return Status(answer.raw["status"])

    def why(self, subject: str, body: str, *, on: Any = None) -> Answer:
        """What an answer stands on."""
        return Answer(self._store.why(subject, body, _when(on, None), [], False, False))

    def changes(self, body: str | None = None, *, during: Any = None, relations=None, certain: bool = False,
                successors: bool = False) -> Answer:
        """Who came and who went."""
        return Answer(self._store.changes(body, _when(None, during), _list(relations), certain, successors))

    def conflicts(self, entity: str | None = None, *, during: Any = None) -> Answer:
        """Where sources contradict one another."""
        return Answer(self._store.conflicts(entity, _when(None, during), [], False, False))

    def overlap(self, a: str, b: str, *, on: Any = None, during: Any = None, relations=None) -> Answer:
        """Where and when two were together."""
        return Answer(self._store.overlap(a, b, _when(on, during), _list(relations), False, False))

    def path(self, start: str, to: str, *, on: Any = None, during: Any = None, relations=None, certain: bool = False,
             simultaneous: bool = False, best: int = 1) -> Answer:
        """How two are connected; the `best` first ways."""
        return Answer(self._store.path(start, to, _when(on, during), _list(relations), certain, simultaneous, best))

    def ask(self, question: str) -> Answer:
        """A question in English; `.raw` says how it was understood."""
        return Answer(self._store.ask(question))

    def compare(self, sources: Iterable[str] = (), *, body: str | None = None, during: Any = None, relations=None,
                successors: bool = False) -> Answer:
        """What sources say of the same memberships, side by side."""
        return Answer(self._store.compare(_list(sources), body, _when(None, during), _list(relations), successors))

    def dyads(self, among: Iterable[str] = (), *, during: Any = None, relations=None, certain: bool = False,
              zeros: bool = False) -> Answer:
        """How many bodies every two shared, year by year."""
        return Answer(self._store.dyads(_list(among), _when(None, during), _list(relations), certain, zeros))

    def edges(self, *, on: Any = None, during: Any = None, relations=None, certain: bool = False) -> Answer:
        """Every tie as columns; `why` has the evidence of each."""
        return Answer(self._store.edges(_when(on, during), _list(relations), certain))

    def claims(self) -> Answer:
        """What the sources said, claim by claim."""
        return Answer(self._store.claims())

    def sources(self) -> Answer:
        return Answer(self._store.sources())

    def entities(self, text: str = "") -> Answer:
        """Entities with the text in some name or id."""
        return Answer(self._store.entities(text))

    def draw(self, *around: str, on: Any = None, during: Any = None, relations=None, certain: bool = False,
             title: str = "", format: str = "svg") -> Picture:
        """The network around the bodies; a notebook shows it."""
        return Picture(self._store.draw(list(around), _when(on, during), _list(relations), certain, title, format),
                       format)

    def _columns(self, on, during, relations, certain):
        return self.edges(on=on, during=during, relations=relations, certain=certain).to_pandas()

    def to_networkx(self, *, on: Any = None, during: Any = None, relations=None, certain: bool = False):
        """A networkx.MultiDiGraph from members to bodies; an edge's key is its id."""
        import networkx

        graph = networkx.MultiDiGraph()
        for row in self._columns(on, during, relations, certain).astype(object).itertuples(index=False):
            graph.add_node(row.subject_id, name=row.subject)
            graph.add_node(row.object_id, name=row.object)
            graph.add_edge(row.subject_id, row.object_id, key=row.edge, relation=row.relation, status=row.status,
                           start=row.start, end=row.end, disputed=row.disputed)
        return graph

    def to_igraph(self, *, on: Any = None, during: Any = None, relations=None, certain: bool = False):
        """A directed igraph.Graph with the same attributes."""
        import igraph

        return igraph.Graph.from_networkx(
            self.to_networkx(on=on, during=during, relations=relations, certain=certain), vertex_attr_hashable="id")

    def to_scipy(self, *, on: Any = None, during: Any = None, relations=None, certain: bool = False):
        """A sparse matrix of how many ties lead from row to column, and the ids of its rows."""
        import numpy
        import pandas
        import scipy.sparse

        frame = self._columns(on, during, relations, certain)
        ids = sorted(set(frame.subject_id) | set(frame.object_id))
        at = pandas.Index(ids)
        matrix = scipy.sparse.coo_array(
            (numpy.ones(len(frame), "int64"), (at.get_indexer(frame.subject_id), at.get_indexer(frame.object_id))),
            shape=(len(ids), len(ids)))
        return matrix.tocsr(), ids
