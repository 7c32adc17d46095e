"""A checked story as one page: its text as it stands in the file, each figure marked, what was found below."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from pathlib import Path

from hustings.claims.report.claim import Report
from hustings.claims.report.marks import Note, counts, notes, safe, story, style

FRAME = Path(__file__).parent / "marked.css"


def marked(report: Report, source: str) -> str:
    """The page as HTML, whole in itself and without scripts; `source` is the text of the report's file.

    Every figure is marked by its verdict, which lines tell apart as well as colours; findings and notes are numbered
    and lead to what is said of them. Line ends are a page's own; signs that no page may hold are replaced.
    """
    file = safe(report["file"])
    told = "".join(_told(note) for note in notes(report) if note.number)
    found = f'<ol class="found">\n{told}</ol>' if told else "<p>No figure is wrong, misleads or needs a note.</p>"
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{file}: figures checked \N{EN DASH} Hustings</title>\n<style>\n{style()}{_frame()}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>Figures checked: {file}</h1>\n{counts(report)}"
        f"<h2>The story</h2>\n{story(report, source)}"
        f"<h2>What was found</h2>\n{found}\n</main>\n</body>\n</html>\n"
    )


@lru_cache(maxsize=1)
def _frame() -> str:
    return FRAME.read_text(encoding="utf-8")


def _told(note: Note) -> str:
    heading = f"{note.number}. {escape(note.text)}: {escape(note.said)}"
    rows = "".join(f"<dt>{name}</dt><dd>{escape(words)}</dd>\n" for name, words in note.rows)
    stands = f'<dt>Stands at</dt><dd><a href="#figure-{note.place}">{note.at}</a></dd>'
    return f'<li id="finding-{note.number}"><h3>{heading}</h3>\n<dl>\n{stands}\n{rows}</dl></li>\n'
