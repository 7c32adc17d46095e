"""Maps as published in JSON: hexagons (HexJSON, Open Innovations) and outlines (GeoJSON, the ONS)."""

import json
from pathlib import Path
from typing import Any

from hustings.record.readers.cells import MEND, Place, Row

LAYOUT = "odd-r"
GEOMETRIES = ("Polygon", "MultiPolygon")


def read_hexes(path: Path) -> list[Row]:
    """A row a hexagon: the code it stands for, the name, column q and row r of an odd-r layout.

    Raises SourceFault where the layout is another, a place is no whole number, or two stand in one place.
    """
    published = _parsed(path)
    if published.get("layout") != LAYOUT:
        raise Place(path.name, 1, "layout").fault(f"{published.get('layout')!r} is not {LAYOUT}", MEND)
    taken: dict[tuple[int, int], str] = {}
    rows: list[Row] = []
    for code, cell in published.get("hexes", {}).items():
        q, r = cell.get("q"), cell.get("r")
        if type(q) is not int or type(r) is not int:
            raise Place(path.name, 1, code).fault(f"q {q!r} and r {r!r} are not whole numbers", MEND)
        if other := taken.get((q, r)):
            raise Place(path.name, 1, code).fault(f"stands where {other} does", MEND)
        taken[q, r] = code
        rows.append({"area_id": code, "area": cell.get("n"), "q": q, "r": r, "layout": LAYOUT})
    return rows


def read_outlines(path: Path, code: str) -> list[Row]:
    """A row an outline: the area's code, from the property called `code`, and its GeoJSON geometry as text.

    Coordinates are longitude and latitude (RFC 7946); raises SourceFault where one is outside the British
    Isles, which means another projection, and where a feature has no code or is no polygon.
    """
    rows: list[Row] = []
    for number, feature in enumerate(_parsed(path).get("features", []), start=1):
        place = Place(path.name, number, code)
        area_id = feature["properties"].get(code)
        geometry = feature["geometry"]
        if not area_id or geometry["type"] not in GEOMETRIES:
            raise place.fault(f"feature {number} has no code, or is no polygon", MEND)
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for longitude, latitude in (point for polygon in polygons for ring in polygon for point in ring):
            if not (-9 < longitude < 3 and 49 < latitude < 61):
                raise place.fault(f"{longitude}, {latitude} is not in the British Isles", MEND)
        rows.append({"area_id": area_id, "geometry": json.dumps(geometry, separators=(",", ":"))})
    return rows


def _parsed(path: Path) -> dict[str, Any]:
    try:
        parsed = json.loads(path.read_bytes())
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise Place(path.name, line).fault(f"not whole JSON in UTF-8 ({error})", MEND) from None
    if not isinstance(parsed, dict):
        raise Place(path.name, 1).fault("not a JSON object", MEND)
    return parsed
