"""Lookups of which council and which seat a ward is in, and where seats lie, as links of people use them."""

from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.csv_file import read_csv

# The first header begins with a byte order mark that was read in the wrong character set.
WARDS_2024 = dict.fromkeys(
    [
        "ï»¿WD24CD",
        "WD24NM",
        "WD24NMW",
        "PCON24CD",
        "PCON24NM",
        "PCON24NMW",
        "LAD24CD",
        "LAD24NM",
        "LAD24NMW",
        "UTLA24CD",
        "UTLA24NM",
        "UTLA24NMW",
        "SPLIT_WARD",
        "ObjectId",
    ],
    "text",
)
WARDS_2019 = dict.fromkeys(["WD19CD", "WD19NM", "PCON19CD", "PCON19NM", "LAD19CD", "LAD19NM"], "text")
SEATS = dict.fromkeys(
    [
        "full_code",
        "short_code",
        "name",
        "name_cy",
        "gss_code",
        "three_code",
        "nation",
        "region",
        "con_type",
        "electorate",
        "area",
        "density",
    ],
    "text",
) | {"center_lat": "real", "center_lon": "real"}
OVERLAPS = dict.fromkeys(("PARL10", "PARL25"), "text") | dict.fromkeys(
    [
        "overlap_area",
        "original_area",
        "percentage_overlap_area",
        "percentage_overlap_pop",
        "overlap_pop",
        "original_pop",
        "__index_level_0__",
    ],
    "real",
)


def read_wards_2024(path: Path) -> list[Row]:
    """A row a ward of 2024 and seat it is in: `seat`, `council` and the upper tier's `county`, all GSS codes."""
    return [
        {"seat": row["PCON24CD"], "council": row["LAD24CD"], "county": row["UTLA24CD"]}
        for row in _whole(path, WARDS_2024, 8_798)
    ]


def read_wards_2019(path: Path) -> list[Row]:
    """A row a ward of 2019: the `seat` of 2010 to 2024 and the `council` it was in, GSS codes."""
    return [{"seat": row["PCON19CD"], "council": row["LAD19CD"]} for row in _whole(path, WARDS_2019, 9_511)]


def read_seat_centres(path: Path) -> list[Row]:
    """A row a seat of 2024: its GSS code `seat`, its publisher's `code`, `latitude` and `longitude`."""
    return [
        {
            "seat": row["gss_code"],
            "code": row["short_code"],
            "latitude": row["center_lat"],
            "longitude": row["center_lon"],
        }
        for row in _whole(path, SEATS, 650)
    ]


def read_seat_overlaps(path: Path) -> list[Row]:
    """A row a part shared by a seat of 2010 and one of 2024: `old` GSS code, `new` publisher's code, `people`."""
    return [
        {"old": row["PARL10"], "new": row["PARL25"], "people": row["overlap_pop"]}
        for row in _whole(path, OVERLAPS, 1_306)
    ]


def _whole(path: Path, columns: dict[str, str], published: int) -> list[Row]:
    """Every row, if there are as many as were published."""
    rows = list(read_csv(path, columns))
    if len(rows) != published:
        raise Place(path.name, len(rows) + 1).fault(f"{len(rows)} rows where {published} were published", MEND)
    return rows
