"""Which ward, local authority, class or small area of another census a small area is fitted to."""

from pathlib import Path

import pyarrow as pa

from hustings.record.readers.parquet_file import read_parquet

WARD = ("lsoa21_name", "lsoa21_code", "ward24_name", "ward24_code", "ltla24_name", "ltla24_code")
REDRAWN = ("lsoa11_name", "lsoa11_code", "change_code", "lsoa21_name", "lsoa21_code", "ltla22_name", "ltla22_code")
COUNCIL = ("dz11_name", "dz11_code", "iz11_name", "iz11_code", "ltla20_name", "ltla20_code")
CLASS = ("lsoa21_code", "ruc21_code", "classification", "ruc")


def read_ward_of_small_area(path: Path) -> pa.Table:
    """The ward and local authority of December 2024 that each small area of 2021 is best fitted to."""
    return read_parquet(path, dict.fromkeys(WARD, "text"))


def read_redrawn_small_areas(path: Path) -> pa.Table:
    """Small areas of 2011 and 2021: unchanged (U), split (S), merged (M) or both (X), and the authority of 2022."""
    return read_parquet(path, dict.fromkeys(REDRAWN, "text"))


def read_council_of_data_zone(path: Path) -> pa.Table:
    """The council area of each data zone of Scotland."""
    return read_parquet(path, dict.fromkeys(COUNCIL, "text"))


def read_rural_urban_classes(path: Path) -> pa.Table:
    """The rural or urban class of each small area of 2021."""
    return read_parquet(path, dict.fromkeys(CLASS, "text"))
