"""The census of one place, with what else is known of the people of a constituency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hustings.errors import UnusableInput
from hustings.measures.census import harmonised
from hustings.record.localities import Locality, find_locality, namesakes
from hustings.record.open import Record
from hustings.record.schema.census import TOPICS

Row = dict[str, Any]

QUESTIONS = """
    select * from census_question where (scope, topic) in (select scope, topic from census where area_id = ?)
"""
ANSWERS = """
    with ranked as (
        select kind, scope, count(distinct area_id) as ranked from census where topic = 'religion' group by all
    )
    select census.*, subtotal, part_of, harmonised, ranked, census_on, counted
    from census join census_category using (scope, topic, category) join ranked using (kind, scope)
    join census_question using (scope, topic)
    where area_id = ? order by list_position(?, topic), ordinality
"""
PARTS = """
    select area.area, local_authority, lookup.split, lookup.disputed from lookup
    join area using (boundary_set_id, area_id) join local_authority using (local_authority_id)
    where ward_id = ? order by area
"""
PEOPLE = """
    select as_of, sum(people)::int as people, sum(people) filter (age < 18)::int as under_18,
        sum(people) filter (age between 18 and 64)::int as of_18_to_64, sum(people) filter (age >= 65)::int as over_64
    from population semi join lookup using (boundary_set_id, area_id) where area_id = ? group by as_of
"""
BIRTHS = """
    select born_in, share from country_of_birth semi join lookup using (boundary_set_id, area_id)
    where area_id = ? order by share desc
"""
DEPRIVATION = """
    select score, rank, decile, (select count(*) from deprivation) as ranked
    from deprivation semi join lookup using (boundary_set_id, area_id) where area_id = ?
"""
# What has been filed about the lookups of a ward, or of the wards and parts of a local authority.
FILED = """
    select status, reason, authority, string_agg(distinct ward, ', ' order by ward) as wards
    from correction left join lookup on "table" = 'lookup' and starts_with(key, ward_id)
    where "table" in ('lookup', 'authority_part', 'local_authority')
    and (ward_id = $1 or local_authority_id = $1 or key = $1 or ends_with(key, '|' || $1))
    group by all order by all
"""
# What places each kind of area is put together by, besides the census's own files.
LOOKUPS = {
    "constituency": ("small-area-to-constituency", "small-area-2011-to-2021", "small-area-to-ward"),
    "ward": ("small-area-to-ward",),
    "local authority": ("small-area-to-ward", "small-area-2011-to-2021", "data-zone-to-council"),
}
OF_ENGLAND_AND_WALES, OF_SCOTLAND = ("small-area-to-ward", "small-area-2011-to-2021"), ("data-zone-to-council",)
OF_CONSTITUENCIES = ("constituency-population-2022", "constituency-country-of-birth", "constituency-deprivation")


@dataclass(frozen=True, slots=True)
class PlaceReport:
    """A place, its census by topic, wider answers, where a ward lies, and what is known of a constituency."""

    place: Locality
    questions: list[Row]
    answers: list[Row]
    wider: list[Row]
    parts: list[Row]
    people: Row | None
    births: list[Row]
    deprivation: Row | None
    filed: list[Row]
    sources: list[Row]
    namesakes: tuple[str, ...]


def place_report(record: Record, named: str, topic: str | None = None) -> PlaceReport:
    """The report of the place that a name means, on one topic or all; raises as `find_locality` does."""
    if topic is not None and topic not in TOPICS:
        raise UnusableInput(f"no topic called {topic!r}; there are {', '.join(TOPICS)}")
    place = find_locality(record, named)
    questions = _questions(record, place, topic)
    answers = [row for row in record.query(ANSWERS, [place.area_id, list(TOPICS)]) if topic in (None, row["topic"])]
    of_seat = place.kind == "constituency" and topic is None
    return PlaceReport(
        place=place,
        questions=questions,
        answers=answers,
        wider=_wider(record, place, {row["topic"] for row in questions}),
        parts=record.query(PARTS, [place.area_id]),
        people=next(iter(record.query(PEOPLE, [place.area_id])), None) if of_seat else None,
        births=record.query(BIRTHS, [place.area_id]) if of_seat else [],
        deprivation=next(iter(record.query(DEPRIVATION, [place.area_id])), None) if of_seat else None,
        filed=record.query(FILED, [place.area_id]),
        sources=_sources(record, place, questions, of_seat=of_seat),
        namesakes=namesakes(record, place),
    )


def _questions(record: Record, place: Locality, topic: str | None) -> list[Row]:
    """The topics that the record holds of a place; UnusableInput where it holds others but not the one asked for."""
    held = record.query(QUESTIONS, [place.area_id])
    questions = [row for row in held if topic in (None, row["topic"])]
    if held and not questions:
        topics = ", ".join(one for one in TOPICS if any(row["topic"] == one for row in held))
        raise UnusableInput(f"the record has no {topic} of {place.name}, {held[0]['scope']}; it has {topics}")
    return sorted(questions, key=lambda row: TOPICS.index(row["topic"]))


def _wider(record: Record, place: Locality, topics: set[str]) -> list[Row]:
    """Answers of both censuses that join several of the place's own."""
    census = record.table("census")
    wider = harmonised(census.filter(census.area_id == place.area_id), record.table("census_category"))
    rows = record.rows(wider.order_by(wider.topic, wider["count"].desc()))
    return [row for row in rows if row["answers"] > 1 and row["topic"] in topics]


def _sources(record: Record, place: Locality, questions: list[Row], *, of_seat: bool) -> list[Row]:
    wanted = [row["source_id"] for row in questions]
    wanted += LOOKUPS[place.kind] if questions else []
    wanted += ["ward-to-constituency"] if place.kind == "ward" else []
    wanted += OF_CONSTITUENCIES if of_seat else []
    elsewhere = OF_ENGLAND_AND_WALES if place.area_id.startswith("S") else OF_SCOTLAND
    wanted = [one for one in wanted if one not in elsewhere]
    return record.query(
        "select publisher, title, licence, as_of from source where source_id in (select unnest(?)) order by all",
        [wanted],
    )
