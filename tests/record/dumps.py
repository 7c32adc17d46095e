"""A dump small enough to spoil by hand: every table the reader wants, empty but for the rows given."""

from pathlib import Path

from hustings.record.readers.library_dump_columns import COLUMNS

MEMBERS = ["1\tAneurin\tBevan\t100", "2\tDaisy\tO\\\\Neill\\tSmith\t\\N"]


def dump_text(members: list[str] | None = None) -> str:
    """The text of a dump with these rows of `members`."""
    lines = ["--", "-- PostgreSQL database dump", "--", ""]
    for table, columns in COLUMNS.items():
        lines.append(f"COPY public.{table} ({', '.join(columns)}) FROM stdin;")
        lines += (MEMBERS if members is None else members) if table == "members" else []
        lines += ["\\.", ""]
    return "\n".join([*lines, "--", "-- PostgreSQL database dump complete", "--", ""])


def write_dump(folder: Path, text: str) -> Path:
    """The dump as a file."""
    path = folder / "dump.sql"
    path.write_text(text, encoding="utf-8")
    return path


def line_of(text: str, start: str) -> int:
    """The number of the line that begins so."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(start))
