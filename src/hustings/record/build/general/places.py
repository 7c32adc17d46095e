"""Which area each printed seat is: by code or name since 1997, and the areas of 1918 to 1992 themselves."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from typing import NamedTuple

from hustings.errors import SourceFault
from hustings.record.build.general.polls import Poll, polls
from hustings.record.build.general.seat_names import readable
from hustings.record.build.general.tables import table
from hustings.record.identity import slug
from hustings.record.readers.cells import Row, Value

FIRST_NAMED = 1997
COUNTRIES = ("Scotland", "Wales", "Northern Ireland", "Ireland")
UNIVERSITY = "University"
# The file's names of two regions, and how the ONS writes them.
REGIONS = {"eastern": "east-of-england"}


class Place(NamedTuple):
    """One area as it stood at an election: its key, its name, and the country."""

    boundary_set_id: str
    area_id: str
    area: str
    country: str


class Places:
    """The areas in force at each general election, found by code or by name."""

    def __init__(self, boundary_sets: list[Row], areas: list[Row]) -> None:
        self.sets = boundary_sets
        self.areas: dict[Value, list[Place]] = defaultdict(list)
        for row in areas:
            self.areas[row["boundary_set_id"]].append(
                Place(*(str(row[part]) for part in ("boundary_set_id", "area_id", "area", "country")))
            )
        self._found: dict[str, dict[str, Place]] = {}

    def first_year(self, boundary_set: str, name: str) -> str:
        """The year a set began, or the set it is a stage of: areas that a stage leaves alone keep their id."""
        rows = {row["boundary_set_id"]: row for row in self.sets}
        row = rows[boundary_set]
        began = str(row["start_on"])[:4]
        redrawn = any((began, name) == (one["set_began"], one["seat"]) for one in table("redrawn_seats"))
        return began if redrawn else str((rows.get(row["parent_id"]) or row)["start_on"])[:4]

    def in_force(self, day: date) -> dict[str, str]:
        """The boundary set of each country on a day: the stage, where a set has stages."""
        now = [row for row in self.sets if row["start_on"] <= day and (row["end_on"] or day) >= day]  # type: ignore[operator]
        parents = {row["parent_id"] for row in now}
        return {
            str(row["country"]): str(row["boundary_set_id"]) for row in now if row["boundary_set_id"] not in parents
        }

    def find(self, code: Value, printed: str, poll: Poll) -> Place:
        """The area fought at an election under a code or a printed name; SourceFault where there is none."""
        known = self._at(poll)
        alias = {row["printed"]: row["name"] for row in table("seat_aliases")}.get(printed, printed)
        place = known.get(str(code)) or known.get(place_letters(alias))
        if place is None:
            raise SourceFault(f"{printed!r} is no seat of {poll.polling_on}; add its name to seat_aliases.csv")
        return place

    def _at(self, poll: Poll) -> dict[str, Place]:
        if poll.label not in self._found:
            areas = [area for one in self.in_force(poll.polling_on).values() for area in self.areas[one]]
            by_name = {place_letters(area.area): area for area in areas}
            self._found[poll.label] = by_name | {area.area_id: area for area in areas}
        return self._found[poll.label]


def place_letters(seat: str) -> str:
    """The letters of a seat's name, its words in order of the alphabet: compass points may stand anywhere."""
    words = slug(seat.replace(",", " ")).split("-")
    return "".join(sorted(words))


class EarlierPlaces:
    """The areas of 1918 to 1992, made of the lines of the file that names them."""

    def __init__(self, rows: list[Row], boundary_sets: list[Row], areas: list[Row]) -> None:
        self.places = Places(boundary_sets, [])
        self.names = _canonical_names(rows)
        self.regions = {slug(str(row["region"])): row for row in areas}

    def areas(self, rows: list[Row]) -> list[Row]:
        """Rows of `area` for the seats of 1918 to 1992."""
        years = polls()
        made: dict[tuple[Value, Value], Row] = {}
        for row in rows:
            poll = years[str(row["election"])]
            if poll.year < FIRST_NAMED:
                area = self._area(row, poll)
                made.setdefault((area["boundary_set_id"], area["area_id"]), area)
        return list(made.values())

    def find(self, row: Row, poll: Poll) -> Place:
        """The area that a line of the file is about."""
        area = self._area(row, poll)
        return Place(*(str(area[part]) for part in ("boundary_set_id", "area_id", "area", "country")))

    def _area(self, row: Row, poll: Poll) -> Row:
        country = country_of(row)
        name = self.names[_file_key(row)]
        boundary_set = self.places.in_force(poll.polling_on)[country]
        university = name in universities()
        region = country if country != "England" else "Universities" if university else str(row["country/region"])
        known = self.regions.get(REGIONS.get(slug(region), slug(region)))
        return {
            "boundary_set_id": boundary_set,
            "area_id": _area_id(self.places.first_year(boundary_set, name), name, country),
            "area": name,
            "area_type": UNIVERSITY if university else None,
            "region": known["region"] if known else region,
            "region_id": known["region_id"] if known else None,
            "country": country,
            "gss": None,
            "mnis_id": None,
            "source_id": "library-since-1918",
        }


@cache
def universities() -> dict[str, str]:
    """The seats of universities, to 1950, and the country of each."""
    return {row["seat"]: row["country"] for row in table("university_seats")}


def country_of(row: Row) -> str:
    """The country of a line: of a university's seat, where the university was."""
    seat, region = readable(str(row["constituency"])), str(row["country/region"])
    country = universities().get(seat) or (region if region in COUNTRIES else "England")
    # Until 1922 there was one Ireland, though the file says of some seats which part they were to be in.
    return "Ireland" if row["election"] == "1918" and country == "Northern Ireland" else country


def _area_id(year: str, name: str, country: str) -> str:
    """`1974-bethnal-green-and-bow`: the first year of the boundaries and the name; of Ireland `1918-louth-ireland`.

    There was a Louth in Lincolnshire too, and an area's id is its own across sets.
    """
    return f"{year}-{slug(name)}" + ("-ireland" if country == "Ireland" else "")


def _file_key(row: Row) -> tuple[Value, ...]:
    """What makes a line's seat: its number in its boundary set, or its name where it has no number.

    Milton Keynes was parted in 1992 and one part kept the number, so 1992 is a set of its own.
    """
    set_name = "1992" if row["election"] == "1992" else row["boundary_set"]
    return set_name, row["constituency_id"] or str(row["constituency"]).strip(), country_of(row)


def _canonical_names(rows: list[Row]) -> dict[tuple[Value, ...], str]:
    """One name a seat: that of the first election on its boundaries, since spellings vary from year to year."""
    names: dict[tuple[Value, ...], str] = {}
    for row in rows:
        names.setdefault(_file_key(row), readable(str(row["constituency"])))
    return names
