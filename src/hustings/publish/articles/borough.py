"""The round-up of a borough: all its constituencies at one general election."""

from __future__ import annotations

from collections import Counter

from hustings.errors import NoSuchElection
from hustings.measures.outcome import outcome_words
from hustings.publish import words
from hustings.publish.articles import lead
from hustings.publish.articles.around import TURNOUT_NOTE
from hustings.publish.articles.article import Article, Block, Items, Paragraph, Table, part
from hustings.publish.articles.scope import borough_contests, facts_around
from hustings.publish.articles.told import Row, Told
from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.party_names import party_of_name
from hustings.publish.prose import counted, listed, spelt, starting
from hustings.publish.reports.seat_words import source_sentence
from hustings.publish.sheet import Sheet, Shown
from hustings.record.localities import find_locality
from hustings.record.open import Record
from hustings.record.select import election_ids

COLUMNS = (
    Shown("area", "Seat"),
    Shown("outcome", "Result"),
    Shown("candidate", "Won by"),
    Shown("share", "Per cent", "percent or none"),
    Shown("majority", "Majority", "count or none"),
    Shown("valid_turnout", "Turnout", "percent or none"),
    Shown("part", "Of the seat's people", "percent"),
)


def borough_article(record: Record, borough: str, election: str) -> Article:
    """The round-up of the constituencies of a borough; raises as `find_locality` does, and NoSuchElection.

    Constituencies of 2024 alone are known by borough.
    """
    place = find_locality(record, borough, ("local authority",))
    general = [one for one in election_ids(record, election, "declared") if one.count(".") == 1]
    ids = borough_contests(record, place.area_id, general[0]) if general else []
    if not ids:
        raise NoSuchElection(
            f"which constituencies lie in {place.name} is known for those of 2024 alone, and {election!r} was fought "
            "on others; ask for 2024"
        )
    facts = facts_around(record, ids)
    told = [Told(facts, facts.reports[contest_id]) for contest_id in ids]
    day = told[0].contest["polling_on"]
    return Article(
        slug=f"{links.slug(place.name)}-{day}",
        headline=starting(f"{_won(told)} in {place.name}"),
        standfirst=f"{starting(spelt(len(told), 'constituency', 'constituencies'))} of the House of Commons "
        f"{'lies' if len(told) == 1 else 'lie'} in {place.name}, in whole or in part. How each voted at the general "
        f"election of {words.day(day)}.",
        published=day,
        categories=("General elections", told[0].contest["region"]),
        tags=(place.name, *(one.contest["area"] for one in told)),
        blocks=(
            *part("The seats", Table(_sheet(facts, place.area_id, place.name, told))),
            *(block for one in told for block in _seat(one)),
            *part("Sources", Items(_sources(told))),
        ),
    )


def _won(told: list[Told]) -> str:
    """Who won how many: Labour wins all three seats; Labour wins two seats and the Conservatives one."""
    counts = Counter(one.contest["party"] for one in told)
    (most, number), *others = counts.most_common()
    party = party_of_name(most)
    verb = "win" if party.plural else "wins"
    if not others:
        return f"{party.name} {verb} {'the seat' if number == 1 else 'all ' + spelt(number, 'seat')}"
    rest = [f"{party_of_name(name).name} {counted(many)}" for name, many in others]
    return f"{party.name} {verb} {spelt(number, 'seat')}, {listed(rest)}"


def _sheet(facts: Facts, local_authority_id: str, name: str, told: list[Told]) -> Sheet:
    parts = {
        (part["boundary_set_id"], part["area_id"]): part["population_of_constituency"]
        for parts in facts.authorities.values()
        for part in parts
        if part["local_authority_id"] == local_authority_id
    }
    rows: list[Row] = [
        one.contest
        | {
            "outcome": outcome_words(one.report.outcome) if one.report.outcome else "",
            "part": parts[one.contest["boundary_set_id"], one.contest["area_id"]],
        }
        for one in told
    ]
    return Sheet(f"The constituencies of {name}, {words.day(told[0].contest['polling_on'])}", COLUMNS, rows, NOTES)


NOTES = (
    TURNOUT_NOTE,
    "Hold and gain are against the winner of the notional result, a published estimate of the election before on "
    "these boundaries. Of the seat's people: the part who live in the borough, by the census.",
)


def _seat(told: Told) -> tuple[Block, ...]:
    return part(told.contest["area"], Paragraph(f"{lead.headline(told)}. {lead.standfirst(told)}"))


def _sources(told: list[Told]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source_sentence(source) for one in told for source in one.report.sources))
