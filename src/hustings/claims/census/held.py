"""What the record has of who lives in a place: shares of an answer, its place among others, and how many people."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.claims.census.answers import Named
from hustings.claims.census.places import Place

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


class People(NamedTuple):
    """How many live in a place on a day, counted or estimated; `exact` where no small area lies in two places."""

    people: int
    told: str
    source_id: str
    exact: bool


OF_PLACE = """
    select topic, category, harmonised, count, base, share, split_base, census.source_id, counted, census_on
    from census join census_question using (scope, topic) join census_category using (scope, topic, category)
    where kind = ? and area_id = ?
"""
BORN = "select born_in, share, compared_with, source_id from country_of_birth where area_id = ?"
PEOPLE = """
    select sum(people)::int as people, min(as_of) as as_of, min(source_id) as source_id
    from population where area_id = ?
"""


class Held:
    """The census as one story asks it: the rows of each place are read once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._places: dict[Place, list[Row]] = {}
        self._wider: dict[Place, list[Row]] = {}

    def share(self, place: Place, answer: Named) -> Share | None:
        """The share of a place that gave an answer; None where the record has none."""
        if answer.born_in:
            return self._born(place, answer)
        rows = [row for row in self._rows(place) if row["topic"] == answer.topic]
        if not answer.wider:
            own = next((row for row in rows if row["category"] == answer.category), None)
            return _share(own, own) if own else None
        within = [row for row in rows if row["harmonised"] == answer.wider]
        # A wider answer that is one of the place's own is not added up again.
        found = within[0] if len(within) == 1 else self._together(place, answer)
        return _share(found, within[0]) if found and within else None

    def people(self, place: Place) -> list[People]:
        """The people of a place: by the census, and by the estimate of a later year."""
        counted = next((row for row in self._rows(place) if row["topic"] == "religion"), None)
        found = []
        if counted:
            told = f"usual residents, census of {_day(counted['census_on'])}"
            found.append(People(counted["base"], told, counted["source_id"], not counted["split_base"]))
        for row in self.record.query(PEOPLE, [place.area_id]):
            if row["people"]:
                told = f"people, official estimate for {_day(row['as_of'])}"
                found.append(People(row["people"], told, row["source_id"], True))
        return found

    def _rows(self, place: Place) -> list[Row]:
        if place not in self._places:
            self._places[place] = self.record.query(OF_PLACE, [place.kind, place.area_id])
        return self._places[place]

    def _together(self, place: Place, answer: Named) -> Row | None:
        if place not in self._wider:
            from hustings.measures.census import harmonised  # only an answer of several pays for expressions

            census = self.record.table("census")
            here = census.filter(census.kind == place.kind, census.area_id == place.area_id)
            self._wider[place] = self.record.rows(harmonised(here, self.record.table("census_category")))
        rows = [row for row in self._wider[place] if row["topic"] == answer.topic]
        return next((row for row in rows if row["harmonised"] == answer.wider), None)

    def _born(self, place: Place, answer: Named) -> Share | None:
        rows = [row for row in self.record.query(BORN, [place.area_id]) if row["born_in"] in answer.born_in]
        if len(rows) != len(answer.born_in):
            return None
        census = "2022" if rows[0]["compared_with"] == "Scotland" else "2021"
        # As published to three decimals, so a sum of two may be half a unit of each away.
        away = 0.0005 * len(rows)
        return Share(sum(row["share"] for row in rows), None, None, "people", census, away, rows[0]["source_id"])


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


MEANT = "select category from census_category where scope = ? and topic = ? and harmonised = ?"
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
    places = sorted(row["rank"] for row in kept)
    return {row["area_id"]: (1 + bisect_left(places, row["rank"]), row["share"]) for row in kept}


def _day(day: Any) -> str:
    return f"{day.day} {day:%B} {day.year}"
