"""Write the pages of docs/ that are made from the code and the record: `make docs`; a test fails when one is stale."""

import inspect
import re
import shlex
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from pathlib import Path

import typer

import hustings
from hustings import measures
from hustings.claims.verdict import CODES
from hustings.cli import app
from hustings.publish import maps, words
from hustings.publish.articles.forms import as_markdown
from hustings.publish.articles.scope import facts_around
from hustings.publish.articles.seat import seat_article
from hustings.publish.charts import Chart, rendered
from hustings.publish.charts.kinds import Asked, chart
from hustings.publish.reports.coverage import coverage_sheets
from hustings.publish.sheet import render_all
from hustings.record.open import Record
from hustings.record.schema import TABLES, Column, Table
from hustings.record.shape import RESULTS

DOCS = Path(__file__).parent
SPEC = DOCS.parent / "tests" / "spec"
MADE = "<!-- Made by `make docs`; edit what it is made from. -->\n"


def table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |\n" for line in lines)


def tables_page() -> str:
    """Every table and column of the record, from the schema."""
    intro = (
        "# The tables of the record\n\nEach table is one Parquet file, opened as a view of that name. "
        "`results` is the shape that every measure takes.\n\n"
    )
    shape = "## results\n\nA row is a candidacy, whatever its basis.\n\n" + columns_table(RESULTS)
    return MADE + intro + shape + "".join(table_section(one) for one in TABLES.values())


def table_section(one: Table) -> str:
    """One table: what a row is, its key, its columns."""
    key = ", ".join(f"`{part}`" for part in one.key)
    return f"\n## {one.name}\n\nA row is {one.row}. Key: {key}.\n\n" + columns_table(one.columns)


def columns_table(columns: tuple[Column, ...]) -> str:
    """The columns of a table with type, unit, rules and description."""
    return table(
        ("column", "type", "unit", "may be unknown", "description"),
        (
            (f"`{one.name}`", one.kind, one.unit, "yes" if one.optional else "", one.description + _rules(one))
            for one in columns
        ),
    )


def _rules(column: Column) -> str:
    values = f" One of: {', '.join(column.values)}." if column.values else ""
    refers = f" Refers to `{column.refers}`." if column.refers else ""
    return values + refers


def sources_page(record: Record) -> str:
    """Every published file behind the record."""
    rows = record.query("select * from source order by publisher, title")
    intro = (
        "# Sources\n\nThe record is compiled from these published files; every row names the one it was read from. "
        f"It runs to {words.day(record.as_of)}. Where no address or day of retrieval is given, none was recorded.\n\n"
    )
    sections = (
        f"## {row['title']}\n\n"
        + "".join(
            f"- {name}: {value}\n"
            for name, value in (
                ("Publisher", row["publisher"]),
                ("Licence", row["licence"]),
                ("To", words.day(row["as_of"])),
                ("Address", row["address"]),
                ("File", f"`{row['file']}`, {words.count(row['size'])} bytes"),
                ("SHA-256", f"`{row['sha256']}`"),
                ("Name in the record", f"`{row['source_id']}`"),
                ("Note", row["note"]),
            )
            if value
        )
        for row in rows
    )
    return MADE + intro + "\n".join(sections)


def corrections_page(record: Record) -> str:
    """Every fault filed, by status and reason."""
    rows = record.query('select * from correction order by status, reason, authority, "table", key, field')
    intro = (
        "# Corrections\n\nFaults found in what was published. **Corrected**: mended here. **Disputed**: the record "
        "contradicts itself and no authority settles it; left as published, flagged. **Noted**: explains a difference "
        "between a printed figure and ours, changes nothing. File one as a row in `src/hustings/record/corrections/`.\n"
    )
    sections = []
    for (status, reason, authority), filed in groupby(
        rows, lambda row: (row["status"], row["reason"], row["authority"])
    ):
        lines = table(
            ("row", "field", "published", "right"),
            ((f"`{row['key']}`", row["field"], row["published"], row["right"] or "") for row in filed),
        )
        sections.append(f"\n## {status.capitalize()}\n\n{reason} Authority: {authority}.\n\n{lines}")
    return MADE + intro + "".join(sections)


def coverage_page(record: Record) -> str:
    """What the record holds and lacks."""
    intro = (
        "# Coverage\n\nWhat the record holds and, so that nobody takes a gap for a nought, what it lacks; counted "
        f"from the record itself, which runs to {words.day(record.as_of)}.\n\n"
    )
    return MADE + intro + render_all(coverage_sheets(record), "md")


def measures_page() -> str:
    """Every measure: how it is called, what it gives, and its page of facts."""
    intro = (
        "# Measures\n\nEach takes results (`record.results(...)`, or any Ibis table of that shape on any engine) and "
        "gives an Ibis expression. Under each stands the page of facts that a test holds it to; "
        "a dash is unknown.\n"
    )
    pages = {path.read_text().splitlines()[0].removeprefix("# ").partition("(")[0]: path for path in SPEC.glob("*.md")}
    sections = []
    for name in measures.__all__:
        facts = pages[name].read_text().replace("\n## ", "\n#### ").splitlines()
        call = f"Called as `{facts[0].removeprefix('# ')}`.\n" if "(" in facts[0] else ""
        about = inspect.getdoc(getattr(measures, name))
        signature = re.sub(r"ibis\.expr\.types\.\w+\.", "ir.", str(inspect.signature(getattr(measures, name))))
        sections.append(
            f"\n## {name}\n\n```python\n{name}{signature}\n```\n\n{about}\n\n### Facts\n\n{call}"
            + "\n".join(facts[1:]).strip()
            + "\n"
        )
    return MADE + intro + "".join(sections)


def commands_page() -> str:
    """The help of every command, as it prints it."""
    group = typer.main.get_command(app)
    lines = [
        MADE,
        "# Commands\n\nExit code 0: done. 1: the answer is no. 2: wrong use, said in one sentence. "
        "3: a defect of ours.\n",
    ]
    for path, command in _commands(group, ("hustings",)):
        settings = getattr(group, "context_settings", {})
        with typer.Context(command, info_name=path[-1], terminal_width=80, **settings) as context:
            usage = context.get_help().replace(f"Usage: {path[-1]}", f"Usage: {' '.join(path)}")
        lines.append(f"\n## {' '.join(path)}\n\n```text\n{usage}\n```\n")
    return "".join(lines)


def _commands(command: object, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], object]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        return [(path, command)]
    return [found for name, one in inner.items() for found in _commands(one, (*path, name))]


# The stories of docs/examples/articles/, by the end of their files' names.
STORIES = {
    "bethnal-green-and-stepney-2024": "parl.bethnal-green-and-stepney.2024-07-04",
    "stratford-and-bow-2024": "parl.stratford-and-bow.2024-07-04",
    "poplar-and-limehouse-2024": "parl.poplar-and-limehouse.2024-07-04",
    "ilford-north-2024": "parl.ilford-north.2024-07-04",
    "ilford-south-2024": "parl.ilford-south.2024-07-04",
    "bethnal-green-and-bow-2017": "parl.bethnal-green-and-bow.2017-06-08",
}


def story(record: Record, contest_id: str) -> str:
    """The story of a contest, as `hustings article` writes it."""
    return as_markdown(seat_article(facts_around(record, [contest_id]), contest_id))


def map_pictures(record: Record) -> dict[str, Callable[[], maps.Map]]:
    """Each map in docs/examples/maps by its file name."""
    borough, london = maps.Focus(borough="Tower Hamlets"), maps.Focus(region="London", crop=True)
    return {
        "winner-2024.svg": partial(maps.hexes, record, "2024"),
        "gain-2024.svg": partial(maps.hexes, record, "2024", "gain"),
        "change-labour-2024.svg": partial(maps.hexes, record, "2024", "change", "Labour", borough),
        "london-2024.svg": partial(maps.hexes, record, "2024", highlight=london),
        "turnout-2019.svg": partial(maps.outlines, record, "2019", "turnout"),
    }


def picture(drawn: Callable[[], maps.Map]) -> str:
    """A map as the picture that a page shows."""
    return drawn().svg()


# The charts shown in the gallery: a file's name, its kind, and what it is asked.
GALLERY = {
    "ilford-north-2024": ("result", Asked("Ilford North", "2024")),
    "ilford-north-2024-arrows": ("arrows", Asked("Ilford North", "2024")),
    "bethnal-green-history": ("history", Asked("Bethnal Green and Stepney")),
    "hendon-2024-swing": ("swing", Asked("Hendon", "2024")),
    "stratford-and-bow-2024-turnout": ("turnout", Asked("Stratford and Bow", "2024")),
    "bethnal-green-2024-muslim": (
        "scatter",
        Asked("Bethnal Green and Stepney", "2024", measure="Labour change", against="Muslim"),
    ),
    "seats-since-1918": ("seats", Asked()),
    "conservative-2024-waterfall": ("waterfall", Asked("Conservative", "2024")),
    "flow-2024": ("flow", Asked("2024")),
}
PICTURES = "examples/charts"


def gallery(record: Record) -> dict[str, Chart]:
    """The charts of the gallery by their files' names."""
    return {name: chart(record, kind, asked) for name, (kind, asked) in GALLERY.items()}


def gallery_page(record: Record) -> str:
    """Every chart of the gallery: its command, its picture, and what is said to those who do not see it."""
    intro = (
        "# Gallery\n\nEach picture is made by the command above it; [charts.md](../../charts.md) says what they hold.\n"
    )
    shown = (
        f"\n## {one.title}\n\n```sh\n{_command(*GALLERY[name])} --out {name}.svg\n```\n\n"
        f"![{one.title}]({name}.svg)\n\n{one.alt}\n"
        for name, one in gallery(record).items()
    )
    return MADE + intro + "".join(shown)


def _command(kind: str, asked: Asked) -> str:
    name = [] if asked.name is None else [asked.name]
    options = [
        word for key, value in asked._asdict().items() if key != "name" and value for word in (f"--{key}", value)
    ]
    return shlex.join(["hustings", "chart", kind, *name, *options])


def checks_page() -> str:
    """Every code of a finding, from the code."""
    rows = ((f"`{one.name}`", one.verdict.value, one.says, one.explained) for one in CODES.values())
    return (
        f"{MADE}\n# What checking a story finds\n\nEach is what `hustings check --explain CODE` says; a finding that "
        "is wrong or misleading makes exit code 1, a note does not. How stories are checked, and how well, is in "
        "[checking](checking.md).\n\n" + table(("code", "verdict", "in short", "in full"), rows)
    )


def pages() -> dict[str, Callable[[], str]]:
    """Each page by its place under docs/."""
    record = hustings.open_record()
    return {
        **{f"examples/articles/{name}.md": partial(story, record, contest_id) for name, contest_id in STORIES.items()},
        **{f"examples/maps/{name}": partial(picture, drawn) for name, drawn in map_pictures(record).items()},
        "tables.md": tables_page,
        "sources.md": lambda: sources_page(record),
        "coverage.md": lambda: coverage_page(record),
        "corrections.md": lambda: corrections_page(record),
        "measures.md": measures_page,
        "commands.md": commands_page,
        "findings.md": checks_page,
        f"{PICTURES}/README.md": lambda: gallery_page(record),
    }


if __name__ == "__main__":
    for name, page in pages().items():
        (DOCS / name).write_text(page(), encoding="utf-8")
    for name, one in gallery(hustings.open_record()).items():
        (DOCS / PICTURES / f"{name}.svg").write_bytes(rendered(one, "svg"))
