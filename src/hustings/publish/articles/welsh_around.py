"""Around a contest in Welsh: the seats beside it and of its council's area, what its candidates did before."""

from __future__ import annotations

from hustings.publish import words
from hustings.publish.articles import welsh_words as welsh
from hustings.publish.articles.around import LEAST_PEOPLE, MOST_BEFORE
from hustings.publish.articles.article import Block, Items, Paragraph, Table, part
from hustings.publish.articles.told import Row, Told
from hustings.publish.pages import seat_context
from hustings.publish.sheet import Sheet, Shown

SEATS = (
    Shown("area", "Sedd"),
    Shown("candidate", "Enillydd"),
    Shown("party", "Plaid"),
    Shown("share", "Canran", "percent or none"),
    Shown("majority", "Mwyafrif", "count or none"),
    Shown("valid_turnout", "Canran a bleidleisiodd", "percent or none"),
)
BEFORE = (
    Shown("when", "Etholiad"),
    Shown("area", "Sedd"),
    Shown("party", "Enillydd"),
    Shown("majority", "Mwyafrif", "count or none"),
    Shown("valid_turnout", "Canran a bleidleisiodd", "percent or none"),
)
BESIDE = (
    "Cyfrifwyd y seddi cyfagos gan Hustings ar sail amlinellau wedi'u symleiddio, felly gall ffin fer iawn fod ar goll."
)
CONTESTS = {
    "general": "{area}",
    "by-election": "Isetholiad {area}",
    "local": "{area}, {council}",
    "mayor": "Maer, {council}",
}
LINKED = " (yr un person yn ôl amcangyfrif Hustings)"


def places(told: Told) -> tuple[Block, ...]:
    """The seats of each council's area that a good part of the seat lies in, and the seats beside it."""
    blocks: list[Block] = []
    day = welsh.day(seat_context.general_election(told.facts, told.report)["polling_on"])
    for borough in seat_context.boroughs(told.facts, told.report):
        if len(borough["sheet"].rows) > 1 and borough["share"] >= LEAST_PEOPLE:
            lead = (
                f"Ardal cyngor: {borough['name']}. Canran pobl y sedd sy'n byw yno: {words.percent(borough['share'])}."
            )
            table = _seats(f"Seddi {borough['name']}, {day}", borough["sheet"], ())
            blocks += part(f"Ardal cyngor {borough['name']}", Paragraph(lead), Table(table))
    beside = seat_context.neighbours(told.facts, told.report)
    if beside:
        blocks += part("Seddi cyfagos", Table(_seats(f"Seddi cyfagos, {day}", beside, (BESIDE,))))
    return tuple(blocks)


def _seats(title: str, sheet: Sheet, notes: tuple[str, ...]) -> Sheet:
    rows = [row | {"party": welsh.party_of_name(row["party"])} for row in sheet.rows]
    return Sheet(title, SEATS, rows, (*notes, welsh.TURNOUT))


def people(told: Told) -> tuple[Block, ...]:
    """What the first candidates stood for before, latest first."""
    rows = [row for row in told.report.candidates[: seat_context.FIRST] if row["candidacy_id"] in told.facts.person_of]
    return part("Yr ymgeiswyr cyn hyn", Items(tuple(f"{row['candidate']}: {_stood(told, row)}." for row in rows)))


def _stood(told: Told, candidate: Row) -> str:
    life = told.facts.lives[told.facts.person_of[candidate["candidacy_id"]]]
    before = [one for one in life if one["polling_on"] < told.contest["polling_on"]]
    latest = before[-seat_context.MOST_CONTESTS :]
    return "; ".join(map(_once, reversed(latest))) or "dim ymgeisyddiaeth gynharach yn y cofnod"


def _once(one: Row) -> str:
    polled = "nifer y pleidleisiau yn anhysbys" if one["votes"] is None else welsh.votes(one["votes"])
    elected = ", wedi ennill" if one["elected"] else ""
    linked = LINKED if one["how"] == "linked" else ""
    where = CONTESTS[one["kind"]].format(**one)
    return f"{where} {one['polling_on']:%Y}, {welsh.party(one)}, {polled}{elected}{linked}"


def past(told: Told) -> tuple[Block, ...]:
    """The contests before, in the seat and in those that it followed."""
    history = told.facts.histories[told.contest["boundary_set_id"], told.contest["area_id"]]
    rows = [
        row | {"area": chapter.stage.area, "when": _when(row), "party": welsh.party_of_name(row["party"])}
        for chapter in history.chapters
        for row in chapter.contests
        if row["polling_on"] < told.contest["polling_on"]
    ][:MOST_BEFORE]
    notes = (welsh.TURNOUT, "Gall ffiniau fod wedi newid rhwng un etholiad a'r llall.")
    title = "Etholiadau blaenorol yn y sedd ac yn y rhai o'i blaen"
    return part("Cyn hynny", Table(Sheet(title, BEFORE, rows, notes)))


def _when(row: Row) -> str:
    return welsh.day(row["polling_on"]) + (" (isetholiad)" if row["kind"] == "by-election" else "")
