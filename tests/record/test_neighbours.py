"""Which constituencies lie beside each other, and what parties are drawn in."""

import math

import pytest

from hustings.record.build.neighbours import compile_neighbours
from hustings.record.open import Record

NAMES = """
    select other.area from neighbour
    join area on area.boundary_set_id = neighbour.boundary_set_id and area.area_id = neighbour.area_id
    join area as other
        on other.boundary_set_id = neighbour_boundary_set_id and other.area_id = neighbour_area_id
    where area.area = ? and neighbour.boundary_set_id = ?
"""


def beside(record: Record, name: str, boundary_set: str) -> set[str]:
    return {row["area"] for row in record.query(NAMES, [name, boundary_set])}


def test_neighbours_across_nations_and_none_of_islands(record: Record) -> None:
    assert {"Ilford South", "Chingford and Woodford Green"} <= beside(record, "Ilford North", "england-2024")
    assert "Berwickshire, Roxburgh and Selkirk" in beside(record, "North Northumberland", "england-2024")
    assert "Forest of Dean" in beside(record, "Monmouthshire", "wales-2024")
    for island in (
        ("Ynys Môn", "wales-2024"),
        ("Na h-Eileanan an Iar", "scotland-2024"),
        ("Isle of Wight", "england-2010"),
    ):
        assert beside(record, *island) == set()
    assert beside(record, "Isle of Wight East", "england-2024") == {"Isle of Wight West"}


def test_neighbours_are_mutual(record: Record) -> None:
    pairs = {tuple(row.values()) for row in record.query("from neighbour")}
    assert len(pairs) > 6000
    assert {(*pair[2:], *pair[:2]) for pair in pairs} == pairs


def test_seats_that_meet_in_a_corner_alone_are_not_neighbours() -> None:
    def square(x: int, y: int) -> str:
        return (
            f'{{"type":"Polygon","coordinates":[[[{x},{y}],[{x + 1},{y}],[{x + 1},{y + 1}],[{x},{y + 1}],[{x},{y}]]]}}'
        )

    outlines = [
        {"boundary_set_id": "s", "area_id": name, "geometry": square(x, y)}
        for name, x, y in (("a", 0, 0), ("b", 1, 0), ("c", 1, 1))
    ]
    found = compile_neighbours(outlines, [{"boundary_set_id": "s"}])["neighbour"]
    assert {(row["area_id"], row["neighbour_area_id"]) for row in found} == {
        ("a", "b"),
        ("b", "a"),
        ("b", "c"),
        ("c", "b"),
    }


# Distance in Oklab, in hundredths: Conservative blue and Reform turquoise are 14 apart, two greens of one party 0.
APART = 9.5
RIVALS = """
    with stood as (
        select contest_id, line_id, any_value(colour) as colour, any_value(party_id) as party
        from results join party_colour using (party_id) where basis = 'declared'
        group by contest_id, line_id having sum(votes) >= 0.05 * any_value(valid_votes) or sum(votes) is null
    )
    select distinct one.party, one.colour, other.party as rival, other.colour as rival_colour
    from stood as one join stood as other using (contest_id) where one.line_id < other.line_id
"""


def oklab(colour: str) -> tuple[float, ...]:
    """A colour as lightness, green to red and blue to yellow, by Björn Ottosson's definition of 2020."""
    channels = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def apart(one: str, other: str) -> float:
    return 100 * math.dist(oklab(one), oklab(other))


def test_apart_is_a_distance_of_colours() -> None:
    assert apart("#000000", "#ffffff") == pytest.approx(100, abs=0.01)
    assert apart("#3fa535", "#3fa535") == 0


def test_parties_that_polled_a_twentieth_in_one_contest_are_not_drawn_alike(record: Record) -> None:
    rivals = record.query(RIVALS)
    assert {"scottish-national-party", "liberal-democrat"} in [{row["party"], row["rival"]} for row in rivals]
    assert [row for row in rivals if apart(row["colour"], row["rival_colour"]) < APART] == []


def test_every_party_that_polled_a_hundredth_of_a_nation_has_a_colour(record: Record) -> None:
    polled = """
        with polls as (
            select party_id, country, election_id, sum(votes) as votes from results
            where kind = 'general' and basis = 'declared' group by all
        )
        from polls qualify votes >= 0.01 * sum(votes) over (partition by country, election_id)
    """
    parties = {row["party_id"] for row in record.query(polled)} - {None}
    assert {"reform-uk", "uk-independence-party", "traditional-unionist-voice", "british-national-party"} <= parties
    assert parties <= {row["party_id"] for row in record.query("from party_colour")}
