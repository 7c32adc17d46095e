"""The filed corrections: the CSV files beside this module, one a subject."""

from collections import Counter
from pathlib import Path

from hustings.errors import RecordFault
from hustings.record.readers.cells import Row
from hustings.record.readers.csv_file import read_csv

FOLDER = Path(__file__).parent
LEAST_PARTS = {"parl": 2, "local": 3, "mayor": 2}
COLUMNS = {
    "table": "text",
    "key": "text",
    "field": "text",
    "published": "text",
    "right": "text",
    "status": "text",
    "reason": "text",
    "authority": "text",
    "filed_on": "date",
}


def read_corrections(folder: Path = FOLDER) -> list[Row]:
    """Every filed correction as a row of the `correction` table; RecordFault where two say the same."""
    filed = [row for path in sorted(folder.glob("*.csv")) for row in read_csv(path, COLUMNS)]
    rows = [_row(correction) for correction in filed]
    twice = [key for key, count in Counter(row["correction_id"] for row in rows).items() if count > 1]
    if twice:
        raise RecordFault(f"two corrections are filed for {twice[0]}; keep one")
    return rows


def _row(correction: Row) -> Row:
    key = str(correction["key"])
    contest = key.split("|", maxsplit=1)[0].split(":", maxsplit=1)[0]
    parts = contest.removesuffix(".notional").split(".")
    # An election has a date alone after parl. and a council too after local.; a contest has its seat or ward.
    is_contest = len(parts) > LEAST_PARTS.get(parts[0], len(parts))
    return {
        "correction_id": f"{correction['table']}|{key}|{correction['field']}",
        "contest_id": contest if is_contest else None,
        **correction,
    }
