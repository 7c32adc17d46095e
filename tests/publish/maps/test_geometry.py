"""Where seats lie: neighbouring hexagons touch, north is up, and outlines keep their shape."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.publish.maps.geometry import STEPS, hex_centre, hex_layout, hex_ring, outline_layout, path, project
from hustings.record.open import Record

PLACE = st.tuples(st.integers(-60, 80), st.integers(-60, 60))
# The six neighbours of a hexagon, of even and of odd rows, where odd ones stand half a hexagon further right.
AROUND = {
    0: ((1, 0), (-1, 0), (0, 1), (-1, 1), (0, -1), (-1, -1)),
    1: ((1, 0), (-1, 0), (1, 1), (0, 1), (1, -1), (0, -1)),
}


@given(PLACE)
def test_the_six_neighbours_are_equally_far(place: tuple[int, int]) -> None:
    q, r = place
    far = [math.dist(hex_centre(q, r), hex_centre(q + dq, r + dr)) for dq, dr in AROUND[r % 2]]
    assert far == pytest.approx([math.sqrt(3)] * 6)


@given(st.sets(PLACE, min_size=2, max_size=40), st.integers(280, 1200))
def test_hexagons_stay_on_the_paper_and_never_overlap(places: set[tuple[int, int]], width: int) -> None:
    layout = hex_layout({str(place): place for place in places}, width)
    centres = [shape.centre for shape in layout.shapes.values()]
    points = [point for shape in layout.shapes.values() for ring in shape.rings for point in ring]
    assert all(0 <= x <= width and 0 <= y <= layout.height for x, y in points)
    nearest = min(math.dist(a, b) for a in centres for b in centres if a is not b)
    assert nearest >= math.sqrt(3) * layout.radius - 1e-6


@given(st.floats(-9, 3), st.floats(49, 61))
def test_the_projection_keeps_small_shapes(longitude: float, latitude: float) -> None:
    step = 1e-5
    here, east, north = (project(longitude + dx, latitude + dy) for dx, dy in ((0, 0), (step, 0), (0, step)))
    assert math.dist(here, east) / math.cos(math.radians(latitude)) == pytest.approx(math.dist(here, north), rel=1e-3)


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=3, max_size=30, unique=True))
def test_a_path_in_differences_ends_where_its_points_do(points: list[tuple[int, int]]) -> None:
    drawn = path([[(float(x), float(y)) for x, y in points]])
    start, moves = re.fullmatch(r"M(\d+ \d+)l(.*)z", drawn).groups()  # type: ignore[union-attr]
    numbers = [int(number) for number in re.findall(r"-?\d+", moves)]
    x, y = map(int, start.split())
    assert (x + sum(numbers[::2]), y + sum(numbers[1::2])) == (points[-1][0] * STEPS, points[-1][1] * STEPS)


def test_a_hexagon_has_its_corner_upwards() -> None:
    ring = hex_ring((0, 0), 1)
    assert ring[0] == pytest.approx((0, -1))
    assert all(math.hypot(*corner) == pytest.approx(1) for corner in ring)


@pytest.mark.parametrize("year", ["2010", "2024"])
@pytest.mark.parametrize("kind", ["hex", "outline"])
def test_the_country_is_the_right_way_up(record: Record, year: str, kind: str) -> None:
    wanted = "q, r" if kind == "hex" else "geometry"
    rows = record.query(
        f"select area, {wanted} from {kind} join area using (boundary_set_id, area_id)"
        " where boundary_set_id in ('scotland-2005', ?, ?, ?)"
        if year == "2010"
        else f"select area, {wanted} from {kind} join area using (boundary_set_id, area_id)"
        " where boundary_set_id in ('scotland-2024', ?, ?, ?)",
        [f"{country}-{year}" for country in ("england", "wales", "northern-ireland")],
    )
    assert len(rows) == 650
    if kind == "hex":
        layout = hex_layout({row["area"]: (row["q"], row["r"]) for row in rows}, 640)
    else:
        layout = outline_layout({row["area"]: row["geometry"] for row in rows}, 640)
    at = {area: shape.centre for area, shape in layout.shapes.items()}
    assert min(at, key=lambda area: at[area][1]) == "Orkney and Shetland"
    assert at["St Ives"][1] > at["Ilford North"][1] > at["Sheffield Central"][1] > at["Edinburgh South"][1]
    assert at["St Ives"][0] < at["Cardiff West"][0] < at["Ilford North"][0]
    assert at["Belfast North"][0] < at["Sheffield Central"][0]
