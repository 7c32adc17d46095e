"""Several tables on one subject, with their sentences, as text, Markdown, CSV or JSON."""

import json
from dataclasses import dataclass
from datetime import date

from hustings.publish.sheet import Sheet, as_csv, program_rows, table_markdown, table_text, wrapped


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, its sentences, a table, and what is said below it.

    `data` is the table for programs, where the one for readers has words among its numbers.
    """

    heading: str
    sentences: tuple[str, ...] = ()
    sheet: Sheet | None = None
    notes: tuple[str, ...] = ()
    data: Sheet | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A title, the sentences that lead, the parts, and the one table that CSV is made of."""

    title: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    rows: Sheet


def render_dossier(dossier: Dossier, form: str) -> str:
    """The dossier as text, md, csv or json, ending in a line feed."""
    forms = {"text": _as_text, "md": _as_markdown, "csv": lambda one: as_csv(one.rows), "json": _as_json}
    return forms[form](dossier)


def _as_text(dossier: Dossier) -> str:
    lines = wrapped((dossier.title, *dossier.lead), then="")
    for part in dossier.parts:
        lines += ["\n", *wrapped((part.heading,), then="")]
        lines += wrapped(part.sentences)
        if part.sheet and part.sheet.rows:
            lines += ["\n", table_text(part.sheet)]
        lines += ["\n", *wrapped(part.notes)] if part.notes else []
    return "".join(lines)


def _as_markdown(dossier: Dossier) -> str:
    lines = [f"# {dossier.title}\n", *(f"\n{sentence}\n" for sentence in dossier.lead)]
    for part in dossier.parts:
        lines += [f"\n## {part.heading}\n", *(f"\n{sentence}\n" for sentence in part.sentences)]
        if part.sheet and part.sheet.rows:
            lines += ["\n", table_markdown(part.sheet)]
        lines += [f"\n{note}\n" for note in part.notes]
    return "".join(lines)


def _as_json(dossier: Dossier) -> str:
    parts = [
        {
            "heading": part.heading,
            "sentences": part.sentences,
            "rows": _rows(part.data or part.sheet),
            "notes": part.notes,
        }
        for part in dossier.parts
    ]
    whole = {"title": dossier.title, "lead": dossier.lead, "parts": parts}
    return json.dumps(whole, default=_plain, ensure_ascii=False, indent=2) + "\n"


def _rows(sheet: Sheet | None) -> list[dict[str, object]]:
    return program_rows(sheet) if sheet else []


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no JSON form")
