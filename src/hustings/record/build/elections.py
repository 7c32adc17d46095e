"""The election table, from the contests fought."""

from collections import defaultdict

from hustings.record.build.library_index import LibraryIndex
from hustings.record.identity import election_id
from hustings.record.readers.cells import Row, Value

COUNTRIES = {
    "england": "England",
    "northern-ireland": "Northern Ireland",
    "scotland": "Scotland",
    "wales": "Wales",
}


def compile_elections(index: LibraryIndex, contests: list[Row]) -> list[Row]:
    """A row for each election that some contest was part of."""
    parliaments = {
        election_id(row["polling_on"], bool(row["is_notional"])): row  # type: ignore[arg-type]
        for row in index.dump["general_elections"]
    }
    fought: dict[Value, list[Row]] = defaultdict(list)
    for contest in contests:
        fought[contest["election_id"]].append(contest)
    return [_election(rows, parliaments.get(str(key)), index) for key, rows in fought.items()]


def _election(contests: list[Row], general: Row | None, index: LibraryIndex) -> Row:
    first = contests[0]
    return {
        "election_id": first["election_id"],
        "polling_on": first["polling_on"],
        "kind": first["kind"],
        "basis": first["basis"],
        "election": _name(first, len(contests)),
        "parliament": _parliament(first, index),
        "coverage": _coverage(contests),
        "briefing": general["commons_library_briefing_url"] if general else None,
        "source_id": first["source_id"],
    }


def _coverage(contests: list[Row]) -> str | None:
    """What part of a general election the record holds, where not all of it."""
    countries = {str(contest["boundary_set_id"]).rsplit("-", 1)[0] for contest in contests}
    if contests[0]["kind"] == "by-election" or len(countries) == len(COUNTRIES):
        return None
    held = ", ".join(name for slug, name in COUNTRIES.items() if slug in countries)
    return f"{held} only: {len(contests)} seats"


def _name(contest: Row, contests: int) -> str:
    year = str(contest["polling_on"])[:4]
    if contest["kind"] == "by-election":
        return "By-election" if contests == 1 else "By-elections"
    notional = ", notional result on the boundaries that followed" if contest["basis"] == "notional" else ""
    return f"General election of {year}{notional}"


def _parliament(contest: Row, index: LibraryIndex) -> Value:
    """A by-election fills a seat in the Parliament sitting; a general election elects the next one."""
    day = str(contest["polling_on"])
    periods = sorted(index.dump["parliament_periods"], key=lambda row: str(row["summoned_on"]))
    summoned = [row for row in periods if str(row["summoned_on"]) <= day]
    if contest["kind"] == "by-election":
        return summoned[-1]["number"]
    return periods[len(summoned)]["number"]
