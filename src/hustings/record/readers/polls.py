"""The list of voting-intention polls 1970-2024: a row a poll, a column a party, sample sizes as text."""

from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.csv_file import read_csv

PUBLISHED = 6_723
PARTIES = [
    "labour",
    "conservative",
    "reform_uk",
    "liberal_democrat",
    "green",
    "alliance",
    "brexit_party",
    "change_uk",
    "liberal",
    "plaid_cymru",
    "scottish_national_party",
    "social_democratic_party",
    "united_kingdom_independence_party",
    "reclaim_party",
    "others",
]
COLUMNS = (
    dict.fromkeys(("date_started", "date_concluded"), "date")
    | dict.fromkeys(("pollster", "client", "area", "sample_size"), "text")
    | dict.fromkeys(PARTIES, "real")
    | {"lead": "text", "lead_value": "real"}
)


def read_polls(path: Path) -> list[Row]:
    """Every row as published, with its `line`; SourceFault where one is missing, short or of another kind."""
    rows = [{"line": line, **row} for line, row in enumerate(read_csv(path, COLUMNS), start=2)]
    if len(rows) != PUBLISHED:
        raise Place(path.name, len(rows) + 1).fault(f"{len(rows)} rows where {PUBLISHED:,} were published", MEND)
    return rows
