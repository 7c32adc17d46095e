"""mySociety's files of the constituencies of 2024: their codes, and how they overlap with other areas."""

from pathlib import Path

import pyarrow as pa

from hustings.record.readers.cells import Row
from hustings.record.readers.csv_file import read_csv
from hustings.record.readers.parquet_file import read_parquet

CODES = {
    **dict.fromkeys(("full_code", "short_code", "name", "name_cy", "gss_code", "three_code"), "text"),
    **dict.fromkeys(("nation", "region", "con_type"), "text"),
    **dict.fromkeys(("electorate", "area", "density", "center_lat", "center_lon"), "real"),
}
MEASURED = {
    **dict.fromkeys(("overlap_area", "original_area", "percentage_overlap_area"), "real"),
    **dict.fromkeys(("percentage_overlap_pop", "overlap_pop", "original_pop"), "real"),
    "__index_level_0__": "whole",
}
OF_SMALL_AREAS = {"LSOA11": "text", "PARL25": "text", **MEASURED}
OF_AUTHORITIES = {"PARL25": "text", "LAD23": "text", **MEASURED}


def read_constituency_codes(path: Path) -> list[Row]:
    """A row a constituency: mySociety's code, the name, and a GSS code that may be of older boundaries."""
    return list(read_csv(path, CODES))


def read_small_area_overlaps(path: Path) -> pa.Table:
    """A row a small area of 2011 and constituency, with the people and the land (square metres) in both."""
    return read_parquet(path, OF_SMALL_AREAS)


def read_authority_overlaps(path: Path) -> list[Row]:
    """A row a constituency and local authority, with the people and the land (square metres) in both."""
    return list(read_csv(path, OF_AUTHORITIES))
