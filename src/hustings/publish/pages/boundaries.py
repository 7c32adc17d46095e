"""Pages of boundary changes: what each seat of 2024 was made of and each older one went to, by seat and by region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from hustings.publish import words
from hustings.publish.facts import Facts, Row, seat_of
from hustings.publish.pages import links
from hustings.publish.pages.page import Page, of_links, of_sheets
from hustings.publish.prose import listed
from hustings.publish.reports.redrawn import Redrawn, Seat, new_seat, old_seat, redrawn
from hustings.publish.reports.seat import SeatReport
from hustings.publish.reports.seat_words import named_parts, source_sentence
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record
from hustings.record.slivers import LEAST_PART

CHANGES = (
    Shown("area", "Seat of 2024"),
    Shown("from_", "Made of, by residential addresses"),
    Shown("notional", "Notional 2019"),
    Shown("won", "Won 2024"),
)
NOTIONAL_VOTES = (
    Shown("party", "Party"),
    Shown("votes", "Notional votes", "count"),
    Shown("share", "Notional share", "percent"),
)
OF_2024 = "Boundary changes of 2024"
# How many older seats stand beside the notional result.
MOST_BESIDE = 6
NOTIONAL = (
    "Constituencies were redrawn for the general election of 2024. A notional result is a published estimate that "
    "redistributes the votes of 2019 over the new boundaries: nobody was elected by it."
)
NONE = "Shares are of valid votes; none where the party did not stand, or had no votes of its own in the publication."
PARTS = (
    "Addresses are residential addresses. Parts under "
    f"{words.percent(LEAST_PART)} of the addresses of either seat are left out."
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the pages are made of: the facts, the parts of seats, and the page of a seat by its boundaries."""

    facts: Facts
    changes: Redrawn
    paths: dict[Seat, str]


def _columns(other: str, heading: str, age: str, other_age: str) -> tuple[Shown, ...]:
    """The columns of a seat's parts, each part of a seat of another age: how much it is of either."""
    return (
        Shown(other, heading),
        Shown(f"addresses_of_{age}", "Of this seat: addresses", "percent"),
        Shown(f"population_of_{age}", "people", "percent"),
        Shown(f"land_of_{age}", "land", "percent"),
        Shown(f"addresses_of_{other_age}", "Of that seat: addresses", "percent"),
    )


MADE_OF = _columns("old", "Seat before", "new", "old")
WENT_TO = _columns("new", "Seat of 2024", "old", "new")


def boundary_pages(record: Record, facts: Facts) -> Iterable[Page]:
    """A page each seat that was redrawn, tables of those of 2024 by region, and the list of both."""
    paths = {seat_of(one.contest): links.seat(contest_id) for contest_id, one in facts.reports.items()}
    drawn = Drawn(facts, redrawn(record), paths)
    pages = [_seat(drawn, path) for path in facts.fought if _areas(drawn, path)]
    made = [one for one in facts.reports.values() if one.predecessors and one.contest["kind"] == "general"]
    return [*pages, *_regions(made)]


def _areas(drawn: Drawn, path: str) -> list[Row]:
    """The last contest on each set of boundaries that a seat's page is of and that changed in 2024, newest first."""
    contests = {seat_of(drawn.facts.reports[key].contest): key for key in drawn.facts.fought[path]}
    changed = [key for seat, key in contests.items() if seat in drawn.changes.made_of or seat in drawn.changes.went_to]
    return [drawn.facts.reports[key].contest for key in reversed(changed)]


def _seat(drawn: Drawn, path: str) -> Page:
    areas = _areas(drawn, path)
    told = [_told(drawn, contest) for contest in areas]
    return Page(
        path=links.boundaries(path),
        template="boundaries.html",
        title=f"{areas[0]['area']} and the boundaries of 2024",
        description=told[0]["words"],
        figures=partial(_figures, drawn, areas, path),
    )


def _figures(drawn: Drawn, areas: list[Row], path: str) -> dict[str, Any]:
    """The page's parts: of the newer boundaries what they were made of, of the older where they went."""
    return {
        "seat_path": path,
        "seat": areas[0]["area"],
        "told": [_told(drawn, contest) for contest in areas],
        "notional": next(filter(None, (_notional(drawn, contest) for contest in areas)), None),
        "notional_behind": links.rows("results", basis="notional", **_held(areas[0])),
        "notes": (PARTS, NOTIONAL, NONE),
        "sources": _sources(drawn, areas),
    }


def _held(contest: Row) -> dict[str, str]:
    return {key: contest[key] for key in ("boundary_set_id", "area_id")}


def _sources(drawn: Drawn, areas: list[Row]) -> list[str]:
    """Who published the overlaps and the notional result."""
    seats = [seat_of(contest) for contest in areas]
    changes = drawn.changes
    parts = [row for seat in seats for row in (*changes.made_of.get(seat, ()), *changes.went_to.get(seat, ()))]
    cited = {row["source_id"] for row in parts}
    cited |= changes.notional_from if any(seat in changes.notional for seat in seats) else set()
    return [source_sentence(source) for source in drawn.facts.sources if source["source_id"] in cited]


def _told(drawn: Drawn, contest: Row) -> Row:
    """A heading, a sentence and a table of one seat on one set of boundaries."""
    seat, area = seat_of(contest), contest["area"]
    since = words.day(contest["start_on"])
    if seat in drawn.changes.made_of:
        parts = drawn.changes.made_of[seat]
        rows = [row | {"old_path": _page_of(drawn, old_seat(row))} for row in parts]
        heading = f"What {area} was made of"
        sheet = Sheet(f"{area} by the seats that its parts were in", MADE_OF, rows)
        return {
            "heading": heading,
            "words": _made_words(area, since, parts),
            "sheet": sheet,
            "behind": _rows("new", seat),
        }
    parts = drawn.changes.went_to[seat]
    rows = [row | {"new_path": _page_of(drawn, new_seat(row))} for row in parts]
    until = words.day(contest["end_on"])
    parted, rest = _parted(parts, "addresses_of_old", "new", "are in")
    heading = f"Where the {area} of {contest['start_on'].year} to {contest['end_on'].year} went"
    said = f"Of the residential addresses of {area} as it was until {until}, {parted} now{rest}."
    sheet = Sheet(f"{area} until {until} by the seats that its parts are in", WENT_TO, rows)
    return {"heading": heading, "words": said, "sheet": sheet, "behind": _rows("old", seat)}


def _rows(age: str, seat: Seat) -> str:
    """The parts of a seat in the record."""
    return links.rows("boundaries", **{f"{age}_boundary_set_id": seat[0], f"{age}_area_id": seat[1]})


def _made_words(area: str, since: str, parts: list[Row]) -> str:
    first = parts[0]
    if first["addresses_of_new"] == first["addresses_of_old"] == 1:
        return f"{area}, in force from {since}, has the addresses that {first['old']} had, and no others."
    parted, rest = _parted(parts, "addresses_of_new", "old", "were in")
    return f"Of the residential addresses of {area}, in force from {since}, {parted} before{rest}."


def _parted(parts: list[Row], figure: str, name: str, verb: str) -> tuple[str, str]:
    """75.6% were in Ilford North and 24.4% in Ilford South; and what is said of the rest, if there is any."""
    named, more = named_parts(parts, figure)
    verbs = [verb, *["in"] * (len(named) - 1)]
    said = [f"{words.percent(part[figure])} {verb} {part[name]}" for part, verb in zip(named, verbs, strict=True)]
    return listed(said), ", the rest in smaller parts" if more else ""


def _page_of(drawn: Drawn, seat: Seat) -> str | None:
    path = drawn.paths.get(seat)
    return links.boundaries(path) if path else None


def _notional(drawn: Drawn, contest: Row) -> Sheet | None:
    """The votes of 2019 on these boundaries, beside the declared shares in the seats that they came from."""
    seat, changes = seat_of(contest), drawn.changes
    rows = changes.notional.get(seat)
    if not rows:
        return None
    parts = changes.made_of[seat][:MOST_BESIDE]
    columns = tuple(Shown(f"beside_{place}", f"{part['old']}, declared", SHARE) for place, part in enumerate(parts))
    shares = [{_whose(row): row["share"] for row in changes.declared[old_seat(part)]} for part in parts]
    filled = [
        row
        | {"party": TOGETHER.get(row["party"], row["party"]), "party_path": _party(row)}
        | {f"beside_{place}": share.get(_whose(row)) for place, share in enumerate(shares)}
        for row in rows
    ]
    repeated = "the notional result repeats a declared one, vote for vote"
    told = repeated if seat in changes.repeated else "a published estimate, and in the seats before as declared"
    return Sheet(f"The votes of 2019 on the boundaries of {contest['area']}: {told}", NOTIONAL_VOTES + columns, filled)


SHARE = "percent or none"
TOGETHER = {"Independent": "Independents, together", "Other": "Others, together"}


def _whose(row: Row) -> str:
    return str(row["party_id"] or row["party"])


def _party(row: Row) -> str | None:
    return links.party(row["party_id"]) if row["party_id"] else None


def _regions(made: list[SeatReport]) -> list[Page]:
    """Tables of the seats of 2024 by region or nation, and their list."""
    if not made:
        return []
    by_region: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(map(_change, made), key=lambda row: str(row["area"])):
        by_region[row["region"]].append(row)
    pages = [_region(region, found) for region, found in sorted(by_region.items())]
    named = [{"path": page.path, "area": page.title.removeprefix(f"{OF_2024}: ")} for page in pages]
    overview = Page(
        path=links.BOUNDARIES,
        template="index.html",
        title=OF_2024,
        description="What each constituency of 2024 was made of, and its notional result of 2019.",
        figures=of_links(NOTIONAL, [("Regions and nations", named)]),
    )
    return [overview, *pages]


def _region(region: str, rows: list[Row]) -> Page:
    sheet = Sheet(f"{region}: seats of 2024 and what they were made of", CHANGES, rows)
    return Page(
        path=f"{links.BOUNDARIES}{links.slug(region)}/",
        template="list.html",
        title=f"{OF_2024}: {region}",
        description=f"What each constituency of {region} was made of in 2024, and its notional result of 2019.",
        figures=of_sheets([sheet], NOTIONAL),
    )


def _change(report: SeatReport) -> Row:
    contest = report.contest
    parts, more = named_parts(report.predecessors)
    rest = ["smaller parts"] if more else []
    notional = [row for row in report.earlier if row["basis"] == "notional"]
    return {
        "area": contest["area"],
        "area_path": links.boundaries(links.seat(contest["contest_id"])),
        "region": contest["region"],
        "from_": "; ".join([*(f"{words.percent(part['of_this'])} {part['area']}" for part in parts), *rest]),
        "notional": notional[0]["party"] if notional else words.NONE,
        "won": contest["party"],
        "won_path": links.contest(contest["contest_id"]),
    }
