"""The page to write SQL in: a statement, its rows or what is wrong with it, examples, and what there is to ask."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlencode

from hustings.publish.pages.page import Page
from hustings.record.schema import TABLES
from hustings.web.api.described import ROOT
from hustings.web.api.problem import Problem
from hustings.web.api.resources import RESOURCES
from hustings.web.sql.given import lines_of, table_of
from hustings.web.sql.worker import ROOM, SECONDS, Ran

PATH = "sql/"
EXAMPLES = (
    (
        "The closest seats of 2024",
        "select area, winner, winner_party, majority, majority_share_percent\nfrom api.contests\n"
        "where election_id = 'parl.2024-07-04'\norder by majority_share_percent\nlimit 20",
    ),
    (
        "How many independents were elected at each general election",
        "select election, count(*) as elected\nfrom api.results\n"
        "where kind = 'general' and basis = 'declared' and standing_as = 'independent' and elected\n"
        "group by election, polling_on\norder by polling_on",
    ),
    (
        "Lost deposits by party, 2024",
        "select party, count(*) as stood, count(*) filter (not deposit_kept) as lost\nfrom api.results\n"
        "where election_id = 'parl.2024-07-04'\ngroup by party\norder by lost desc\nlimit 15",
    ),
    (
        "Where Labour's share moved most from its notional result of 2019",
        "select area, share_percent, baseline_share_percent, change_points, baseline_rule\n"
        "from api.results\n"
        "where election_id = 'parl.2024-07-04' and party_id = 'labour' and baseline_rule = 'notional'\n"
        "order by abs(change_points) desc nulls last\nlimit 20",
    ),
    (
        "People who stood most often for the Commons since 2010",
        "select candidate, person_known_by, count(*) as contests\nfrom api.results\n"
        "where kind in ('general', 'by-election') and basis = 'declared' and polling_on >= '2010-01-01'\n"
        "    and person_id is not null\ngroup by person_id, candidate, person_known_by\n"
        "order by contests desc, candidate\nlimit 20",
    ),
)


class Shown(NamedTuple):
    """A statement, with what it gave or what is wrong with it."""

    query: str
    ran: Ran | None = None
    problem: Problem | None = None


def sql_page(shown: Shown) -> Page:
    """The page with a statement and what it gave."""
    return Page(
        path=PATH,
        template="sql.html",
        title="Ask the record in SQL",
        description="Any statement that reads, over every table of the record and the measures of each row.",
        figures=partial(_figures, shown),
    )


def _figures(shown: Shown) -> dict[str, Any]:
    asked = urlencode({"query": shown.query, "limit": 100_000})
    numbers: list[bool] = []
    lines: list[list[Any]] = []
    names: list[str] = []
    if shown.ran is not None:
        table = table_of(shown.ran)
        names, lines = table.schema.names, lines_of(table)
        numbers = [all(_is_number(line[place]) for line in lines) for place in range(len(names))]
    return {
        "query": shown.query,
        "ran": shown.ran,
        "problem": shown.problem,
        "names": names,
        "lines": lines,
        "numbers": numbers,
        "forms": [(said, f"{ROOT[1:]}/sql.{form}?{asked}") for form, said in FORMS.items()],
        "examples": [(said, query, f"?{urlencode({'query': query})}") for said, query in EXAMPLES],
        "tables": [
            *((f"api.{one.name}", one.row, one.names) for one in RESOURCES.values()),
            ("results", "a candidacy with its contest: the one shape of results", ()),
            *((one.name, one.row, one.names) for one in TABLES.values()),
        ],
        "seconds": SECONDS,
        "room": ROOM,
    }


FORMS = {"csv": "CSV", "json": "JSON", "parquet": "Parquet"}


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))
