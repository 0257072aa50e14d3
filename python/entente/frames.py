"""Answers as sequences of typed rows, as data frames, and as tables in a notebook."""
from __future__ import annotations

import json
from functools import cached_property
from typing import Any, Iterator

from . import notebook
from .rows import tie_of

_FAR = -(2**31)  # a day that is missing


class Answer:
    """Rows with their evidence, and the same as columns.

    Any library that reads Arrow's PyCapsule interface takes an answer as it is: `polars.DataFrame(answer)`,
    `pyarrow.table(answer)`.
    """

    def __init__(self, answered: Any):
        self._answered = answered

    @cached_property
    def raw(self) -> dict:
        """The answer as the command line's JSON has it (docs/formats/answers.md)."""
        return json.loads(self._answered.json) if self._answered.json else {}

    @cached_property
    def _rows(self) -> list:
        if not self._answered.json:
            names = self.columns
            arrow = self.to_arrow()
            return [dict(zip(names, values)) for values in zip(*(column.to_pylist() for column in arrow.columns))]
        return [tie_of(row) if "relation" in row and "ending" in row else row for row in self.raw.get("answers", [])]

    @property
    def columns(self) -> list[str]:
        return self._answered.columns()

    def __len__(self) -> int:
        return len(self._rows) if self._answered.json else self._answered.rows()

    def __iter__(self) -> Iterator:
        return iter(self._rows)

    def __getitem__(self, at):
        return self._rows[at]

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._answered.arrow_stream()

    def to_arrow(self):
        """A pyarrow.Table over the same memory."""
        import pyarrow

        return pyarrow.table(self)

    def to_polars(self):
        """A polars.DataFrame."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self):
        """A pandas.DataFrame: words as categories, days as datetime64[s], which reaches any year."""
        import pandas

        types: dict[int, Any] = {}
        return pandas.DataFrame({name: self._series(name, types) for name in self.columns}, copy=False)

    def _series(self, name: str, types: dict):
        import numpy
        import pandas

        kind, numbers, words = self._answered.column(name)
        if kind == "text":
            return pandas.Series(words)
        if kind == "word":
            key = hash(tuple(words[:50])), len(words)
            held = types.get(key)
            if held is None or held[0] != words:
                held = types[key] = (words, pandas.CategoricalDtype(words))
            return pandas.Series(pandas.Categorical.from_codes(numpy.frombuffer(numbers, "int32"), dtype=held[1]))
        if kind == "day":
            days = numpy.frombuffer(numbers, "int32").astype("int64")
            seconds = days.astype("datetime64[D]").astype("datetime64[s]")
            seconds[days == _FAR] = numpy.datetime64("NaT")
            return pandas.Series(seconds)
        return pandas.Series(numpy.frombuffer(numbers, {"integer": "int64", "real": "float64", "truth": "bool"}[kind]))

    def __repr__(self) -> str:
        return self._answered.text(110) or f"<{len(self)} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        tables = self._answered.tables()
        return notebook.html_of(tables) if tables else self.to_pandas()._repr_html_()
