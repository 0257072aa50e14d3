"""Answers as HTML. Names and quotes are data: everything from a source is escaped."""
from __future__ import annotations

from html import escape

_SHOWN = 60
_STATUS = {"certain": "#1b7837", "presumed": "#5aae61", "part": "#2166ac", "possible": "#b35806", "no": "#878787"}


def html_of(tables: list) -> str:
    return "".join(_table(*table) for table in tables)


def _table(title: str, columns: list[str], rows: list[list[str]], notes: list[str]) -> str:
    html = ["<table>"]
    if title:
        html.append(f"<caption style='text-align:left'><b>{escape(title)}</b></caption>")
    html.append("<thead><tr>" + "".join(f"<th style='text-align:left'>{escape(c)}</th>" for c in columns))
    html.append("</tr></thead><tbody>")
    for row in rows[:_SHOWN]:
        html.append("<tr>" + "".join(_cell(name, cell) for name, cell in zip(columns, row)) + "</tr>")
    html.append("</tbody></table>")
    if len(rows) > _SHOWN:
        notes = [*notes, f"{len(rows) - _SHOWN} more rows"]
    html.extend(f"<p>{escape(note)}</p>" for note in notes)
    return "".join(html)


def _cell(column: str, cell: str) -> str:
    colour = _STATUS.get(cell) if column == "status" else None
    style = "text-align:left" + (f";color:{colour};font-weight:bold" if colour else "")
    return f"<td style='{style}'>{escape(cell)}</td>"
