"""Councils, how they were made up each year, and the lists of their councillors."""

from datetime import date

from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.councils import read_councils
from hustings.record.councils.named import council_codes, council_names, council_rows
from hustings.record.identity import slug
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.open_council_data import PARTIES, read_council_history, read_councillors

HISTORY = "open-council-data-history"
LISTS = {2022: "open-council-data-councillors-2022", 2025: "open-council-data-councillors-2025"}
# The publisher's columns in a reader's words.
LABELS = dict(
    zip(
        PARTIES,
        ("Conservative", "Labour", "Liberal Democrat", "Green", "UKIP", "Reform UK", "Plaid Cymru", "SNP", "Other"),
        strict=True,
    )
)


def compile_councils(raw: Raw, parties: list[Row], registrations: list[Row]) -> Tables:
    """Every table of councils but their elections; `parties` and their register tell whose councillor is whose."""
    known = _known(parties, registrations)
    history = read_council_history(raw.path(HISTORY))
    return {
        "council": council_rows(),
        "council_name": council_names(),
        "council_code": council_codes(),
        "council_composition": [one for row in history for one in _composition(row)],
        "council_control": [_control(row) for row in history],
        "councillor": [
            _councillor(row, year, source_id) | {"party_id": _party(row, known)}
            for year, source_id in LISTS.items()
            for row in read_councillors(raw.path(source_id), year)
        ],
    }


def _council(name: object, year: int) -> str:
    """The council of that name in a year: the lists are made after its elections."""
    return read_councils().by_name(str(name), date(year, 12, 1))


def _known(parties: list[Row], registrations: list[Row]) -> dict[Value, Value]:
    """From a register's number, or a name as a slug, to the party; the latest of those that share a number."""
    lines = {row["party_id"]: row["line_id"] for row in parties}
    numbers = {row["registration_id"]: lines[row["party_id"]] for row in registrations}
    return {**{key: key for key in lines}, **numbers}


def _party(row: Row, known: dict[Value, Value]) -> Value:
    found = known.get(row["Electoral Commission Party Code"])
    return found or known.get(slug(str(row["Party Name"])))


def _composition(row: Row) -> list[Row]:
    whose = {"council_id": _council(row["authority"], row["year"]), "year": row["year"], "source_id": HISTORY}  # type: ignore[arg-type]
    return [whose | {"party_label": label, "councillors": row[column]} for column, label in LABELS.items()]


def _control(row: Row) -> Row:
    return {
        "council_id": _council(row["authority"], row["year"]),  # type: ignore[arg-type]
        "year": row["year"],
        "councillors": row["total"],
        "control": row["majority"],
        "source_id": HISTORY,
    }


def _councillor(row: Row, year: int, source_id: str) -> Row:
    return {
        "council_id": _council(row["Council"], year),
        "year": year,
        "line": row["line"],
        "ward": row["Ward Name"],
        "councillor": row["Councillor Name"],
        "party_name": row["Party Name"],
        "registration_id": row["Electoral Commission Party Code"],
        "next_election_on": row["Next Election"],
        "source_id": source_id,
    }
