"""Each candidacy as what is known of it that can tell people apart: the table the model compares."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import pyarrow as pa

from hustings.record.identity import slug
from hustings.record.people.names import Name, forms_of, take_apart
from hustings.record.people.places import Gazetteer
from hustings.record.readers.cells import Row, Value

# What body a contest is for: nobody stands twice for one on one day.
BODIES = {"general": "Commons", "by-election": "Commons", "local": "council", "mayor": "mayor"}
COMMONS = "Commons"
FEWEST_BEARERS = 5
NEARLY_ALL = 0.98
COLUMNS = pa.schema(
    [
        *((name, pa.string()) for name in ("candidacy_id", "contest_id", "body")),
        ("day", pa.int32()),
        *((name, pa.string()) for name in ("home", "seat")),
        ("councils", pa.list_(pa.string())),
        *((name, pa.float64()) for name in ("east", "north")),
        *((name, pa.string()) for name in ("party", "gender")),
        *((name, pa.string()) for name in ("first", "given", "initial", "initials", "last", "family", "formal")),
        ("forms", pa.list_(pa.string())),
        *((name, pa.string()) for name in ("whole_name", "full_name", "formal_name", "short_name", "initials_name")),
        ("alone", pa.bool_()),
        *((name, pa.string()) for name in ("mnis", "dc")),
    ]
)


def gather_evidence(tables: Mapping[str, list[Row]], gazetteer: Gazetteer) -> list[Row]:
    """A row for every candidacy of a named candidate in a declared contest, in order of day and id."""
    contests = {row["contest_id"]: row for row in tables["contest"] if row["basis"] == "declared"}
    areas = {(row["boundary_set_id"], row["area_id"]): str(row["area"]) for row in tables["area"]}
    lines = {row["party_id"]: row["line_id"] for row in tables["party"]}
    namesakes = {
        slug(str(row["area"])): str(row["area_id"]) for row in tables["area"] if row["area_id"] in gazetteer.seats
    }
    numbers = {row["person_id"]: row for row in tables["person"]}
    rows = []
    for candidacy in tables["candidacy"]:
        contest = contests.get(candidacy["contest_id"])
        if contest and candidacy["candidate"]:
            person = numbers.get(candidacy["person_id"], {})
            rows.append(
                _who(candidacy, lines)
                | _where(contest, slug(areas[contest["boundary_set_id"], contest["area_id"]]), gazetteer, namesakes)
                | {"mnis": person.get("mnis_id"), "dc": person.get("democracy_club_id")}
            )
    add_genders(rows)
    add_namesakes(rows)
    return sorted(rows, key=lambda row: (row["day"], row["candidacy_id"]))


def add_genders(rows: list[Row]) -> None:
    """Where no gender is published, that of a first name which all but 2% of its bearers share, of five or more."""
    borne: dict[Value, Counter[Value]] = defaultdict(Counter)
    for row in rows:
        if row["gender"] and row["full_name"]:
            borne[row["first"]][row["gender"]] += 1
    usual = {
        first: gender
        for first, found in borne.items()
        for gender, count in found.most_common(1)
        if count >= FEWEST_BEARERS and count >= NEARLY_ALL * found.total()
    }
    for row in rows:
        row["gender"] = row["gender"] or (usual.get(row["first"]) if row["full_name"] else None)


def add_namesakes(rows: list[Row]) -> None:
    """Whether a candidate is `alone`: on no day did two stand for one council, where he did, under that
    initial and family name. Married couples and brothers often stand together.
    """
    stood: Counter[tuple[Value, ...]] = Counter(
        (row["home"], row["day"], row["short_name"]) for row in rows if row["home"] != COMMONS and row["short_name"]
    )
    crowded: set[tuple[Value, Value]] = set()
    for row in rows:
        if stood[row["home"], row["day"], row["short_name"]] > 1:
            crowded |= {(council, row["short_name"]) for council in row["councils"]}  # type: ignore[union-attr]
    for row in rows:
        row["alone"] = not any((council, row["short_name"]) in crowded for council in row["councils"])  # type: ignore[union-attr]


def as_arrow(rows: Iterable[Row]) -> pa.Table:
    """The evidence as an Arrow table, its columns as the model names them."""
    return pa.Table.from_pylist(list(rows), COLUMNS)


def name_of(candidacy: Row) -> Name:
    """The candidate's name, taken apart."""
    given, family = candidacy.get("given_name"), candidacy.get("family_name")
    return take_apart(str(candidacy["candidate"]), given and str(given), family and str(family))


def _who(candidacy: Row, lines: Mapping[Value, Value]) -> Row:
    party = candidacy["party_id"]
    return {
        "candidacy_id": candidacy["candidacy_id"],
        "party": lines.get(party, party) if party else candidacy["standing_as"],
        "gender": candidacy["gender"] if candidacy["gender"] in {"Female", "Male"} else None,
        **_named(name_of(candidacy)),
    }


def _named(name: Name) -> Row:
    spelled = name.spelled
    forms = forms_of(name.first) if spelled else []
    full = [form for form in forms if form != name.first]
    # A short form of one name counts as that name; Alex, of two, stays Alex.
    formal = (full[0] if len(full) == 1 else name.first) if spelled else None
    return {
        "first": name.first,
        "given": " ".join(name.given),
        "initial": name.first[:1],
        "initials": name.initials,
        "last": name.last,
        "family": name.family,
        "forms": forms,  # type: ignore[dict-item]
        "formal": formal,
        "whole_name": f"{' '.join(name.given)} {name.family}" if spelled else None,
        "full_name": f"{name.first} {name.last}" if spelled else None,
        "formal_name": f"{formal} {name.last}" if spelled else None,
        "short_name": f"{name.first[0]} {name.last}" if name.first else None,
        "initials_name": f"{name.initials} {name.last}" if len(name.given) > 1 else None,
    }


def _where(contest: Row, area: str, gazetteer: Gazetteer, namesakes: Mapping[str, str]) -> Row:
    where = gazetteer.find(contest, namesakes, area)
    return {
        "contest_id": contest["contest_id"],
        "body": BODIES[str(contest["kind"])],
        "day": date.fromisoformat(str(contest["polling_on"])).toordinal(),
        "home": contest["council_id"] or COMMONS,
        "seat": area,
        "councils": list(where.councils),  # type: ignore[dict-item]
        "east": where.east,
        "north": where.north,
    }
