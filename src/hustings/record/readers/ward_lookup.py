"""The ONS's lookup of wards to constituencies and local authorities, whose byte order mark was encoded twice."""

from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.csv_file import read_csv

# The mark of UTF-8, read as Latin-1 and encoded again: it stands as three letters before the first heading.
TWICE_ENCODED_MARK = "\ufeff".encode().decode("latin-1")
FIRST = f"{TWICE_ENCODED_MARK}WD24CD"
COLUMNS = dict.fromkeys(
    [
        FIRST,
        *("WD24NM", "WD24NMW", "PCON24CD", "PCON24NM", "PCON24NMW", "LAD24CD", "LAD24NM", "LAD24NMW"),
        *("UTLA24CD", "UTLA24NM", "UTLA24NMW", "SPLIT_WARD", "ObjectId"),
    ],
    "text",
)
# One flag of 792 was made TRUE by a spreadsheet.
SPLIT = {None: False, "Yes": True, "TRUE": True}


def read_ward_lookup(path: Path) -> list[Row]:
    """A row a ward and constituency: codes and names as published, `split` as a flag."""
    return [_row(row, Place(path.name, line)) for line, row in enumerate(read_csv(path, COLUMNS), start=2)]


def _row(row: Row, place: Place) -> Row:
    flag = row["SPLIT_WARD"]
    if flag not in SPLIT:
        raise Place(place.file, place.line, "SPLIT_WARD").fault(f"{flag!r} is not Yes or blank", MEND)
    return {
        "ward_id": row[FIRST],
        "ward": row["WD24NM"],
        "ward_welsh": row["WD24NMW"],
        "area_id": row["PCON24CD"],
        "constituency": row["PCON24NM"],
        "local_authority_id": row["LAD24CD"],
        "local_authority": row["LAD24NM"],
        "split": SPLIT[flag],  # type: ignore[index]
    }
