"""Which constituencies lie beside each other, and what parties are drawn in."""

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
    for island in (("Ynys Môn", "wales-2024"), ("Na h-Eileanan an Iar", "scotland-2024")):
        assert beside(record, *island) == set()


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


def test_every_winner_of_a_seat_has_a_colour_of_its_own(record: Record) -> None:
    rivals = record.query(
        """
        select distinct one.contest_id, colour, line_id from results as one join party_colour using (party_id)
        where one.kind = 'general' and one.basis = 'declared' and polling_on >= date '2010-01-01'
            and votes > 0.1 * valid_votes
        """
    )
    lines: dict[tuple[str, str], set[str]] = {}
    for row in rivals:
        lines.setdefault((row["contest_id"], row["colour"]), set()).add(row["line_id"])
    assert rivals
    # No two parties that polled a tenth in one seat are drawn alike.
    assert all(len(drawn) == 1 for drawn in lines.values())
