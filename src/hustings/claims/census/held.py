"""What the record has of who lives in a place: shares of an answer, its place among others, and how many people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.claims.census.answers import Named
from hustings.claims.census.places import Place
from hustings.measures.census import harmonised

if TYPE_CHECKING:
    from hustings.record.open import Record

Row = dict[str, Any]


class Share(NamedTuple):
    """How many of a place gave an answer.

    `people` and `base` are None where only the share is published. `open` is how far, as a fraction, the share may be
    from that of the place put together in another way: the part of its people whose small area lies in two places.
    """

    share: float
    people: int | None
    base: int | None
    counted: str
    census: str
    open: float
    source_id: str


OF_PLACE = """
    select category, count, base, share, split_base, census.source_id, counted, census_on, scope
    from census join census_question using (scope, topic)
    where kind = ? and area_id = ? and topic = ?
"""
MEANT = "select category from census_category where scope = ? and topic = ? and harmonised = ?"
BORN = "select born_in, share, compared_with, source_id from country_of_birth where area_id = ?"
PEOPLE = """
    select sum(people)::int as people, min(as_of) as as_of, min(source_id) as source_id
    from population where area_id = ?
"""
COUNTED = """
    select max(base)::int as people, max(split_base)::int as split, min(census_on) as as_of,
        min(census.source_id) as source_id
    from census join census_question using (scope, topic) where kind = ? and area_id = ? and topic = 'religion'
"""


def share_of(record: Record, place: Place, answer: Named) -> Share | None:
    """The share of a place that gave an answer; None where the record has none."""
    if answer.born_in:
        return _born(record, place, answer)
    rows = record.query(OF_PLACE, [place.kind, place.area_id, answer.topic])
    if not rows:
        return None
    if not answer.wider:
        own = next((row for row in rows if row["category"] == answer.category), None)
        return _share(own, own) if own else None
    meant = {row["category"] for row in record.query(MEANT, [rows[0]["scope"], answer.topic, answer.wider])}
    within = [row for row in rows if row["category"] in meant]
    found = _wider(record, place, answer)
    return _share(found, within[0]) if found and within else None


def _wider(record: Record, place: Place, answer: Named) -> Row | None:
    census = record.table("census")
    here = census.filter(census.kind == place.kind, census.area_id == place.area_id, census.topic == answer.topic)
    wider = harmonised(here, record.table("census_category"))
    return next((row for row in record.rows(wider) if row["harmonised"] == answer.wider), None)


def _share(row: Row, own: Row) -> Share:
    return Share(
        share=row["share"],
        people=row["count"],
        base=row["base"],
        counted=own["counted"],
        census=_day(own["census_on"]),
        open=own["split_base"] / own["base"] if own["base"] else 0.0,
        source_id=own["source_id"],
    )


def _born(record: Record, place: Place, answer: Named) -> Share | None:
    rows = [row for row in record.query(BORN, [place.area_id]) if row["born_in"] in answer.born_in]
    if len(rows) != len(answer.born_in):
        return None
    census = "2022" if rows[0]["compared_with"] == "Scotland" else "2021"
    # As published to three decimals, so a sum of two may be half a unit of each away.
    away = 0.0005 * len(rows)
    return Share(sum(row["share"] for row in rows), None, None, "people", census, away, rows[0]["source_id"])


class People(NamedTuple):
    """How many live in a place on a day, counted or estimated; `exact` where no small area lies in two places."""

    people: int
    told: str
    source_id: str
    exact: bool


def people_of(record: Record, place: Place) -> list[People]:
    """The people of a place: by the census, and by the estimate of a later year."""
    found = []
    for row in record.query(COUNTED, [place.kind, place.area_id]):
        if row["people"]:
            told = f"usual residents, census of {_day(row['as_of'])}"
            found.append(People(row["people"], told, row["source_id"], not row["split"]))
    for row in record.query(PEOPLE, [place.area_id]):
        if row["people"]:
            found.append(
                People(row["people"], f"people, official estimate for {_day(row['as_of'])}", row["source_id"], True)
            )
    return found


RANKED = """
    select census.area_id, rank, share, left(census.area_id, 1) as nation, region from census
    left join (
        select local_authority_id as area_id, region from local_authority
        union all select area_id, region from area join boundary_set using (boundary_set_id)
            where boundary_set.kind = 'constituencies' and boundary_set.start_on >= '2024-01-01'
    ) using (area_id)
    where kind = ? and topic = ? and category = ? and scope = ? and rank is not null
"""
NATIONS = {"England": "E", "Wales": "W", "Scotland": "S"}


def ranks_of(record: Record, place: Place, answer: Named, within: str) -> dict[str, tuple[int, float]]:
    """The place by share, and the share, of every area like a place within a nation or London, by its code."""
    scope = "Scotland" if place.area_id.startswith("S") else "England and Wales"
    categories = record.query(MEANT, [scope, answer.topic, answer.wider]) if answer.wider else []
    names = [row["category"] for row in categories] if answer.wider else [answer.category]
    if len(names) != 1:
        return {}
    rows = record.query(RANKED, [place.kind, answer.topic, names[0], scope])
    kept = [row for row in rows if within == scope or row["region"] == within or row["nation"] == NATIONS.get(within)]
    return {row["area_id"]: (1 + sum(other["rank"] < row["rank"] for other in kept), row["share"]) for row in kept}


def _day(day: Any) -> str:
    return f"{day.day} {day:%B} {day.year}"
