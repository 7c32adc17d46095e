"""Reading each kind of export as its own metadata says, to the values that went in."""

import csv
import io
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook

Row = dict[str, Any]
NIST = "{NIST_V2_election_results_reporting.xsd}"
PARSED = {
    "string": str,
    "integer": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}


def read_csvw(metadata: Path) -> dict[str, list[Row]]:
    """The tables of a group by file name, every cell parsed and checked as the metadata declares it."""
    described = json.loads(metadata.read_text(encoding="utf-8"))
    tables = {}
    for table in described["tables"]:
        text = (metadata.parent / table["url"]).read_bytes().decode(described["dialect"]["encoding"])
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        # RFC 4180: every record ends in CRLF.
        assert text.endswith("\r\n")
        columns = table["tableSchema"]["columns"]
        assert lines[0] == [column["name"] for column in columns]
        tables[table["url"]] = [
            {column["name"]: parsed(cell, column) for cell, column in zip(line, columns, strict=True)}
            for line in lines[1:]
        ]
    for table in described["tables"]:
        _check_keys(table, tables)
    return tables


def parsed(cell: str, column: Row) -> Any:
    if cell == "":
        assert not column["required"], column["name"]
        return None
    datatype = column["datatype"]
    base = datatype if isinstance(datatype, str) else datatype["base"]
    value = PARSED[base](cell)
    if isinstance(datatype, dict):
        assert "minimum" not in datatype or value >= datatype["minimum"], (column["name"], cell)
        assert base != "string" or re.fullmatch(datatype["format"], cell), (column["name"], cell)
    return value


def _check_keys(table: Row, tables: dict[str, list[Row]]) -> None:
    rows, schema = tables[table["url"]], table["tableSchema"]
    keys = [row[schema["primaryKey"]] for row in rows]
    assert len(keys) == len(set(keys))
    for foreign in schema["foreignKeys"]:
        there = foreign["reference"]
        known = {row[there["columnReference"]] for row in tables[there["resource"]]}
        assert {row[foreign["columnReference"]] for row in rows} <= known


def read_json(path: Path) -> Row:
    """The envelope, its rows and seats typed as its columns say."""
    found: Row = json.loads(path.read_text(encoding="utf-8"))
    kinds = {"date": date.fromisoformat, "moment": datetime.fromisoformat}
    for name, columns in found["columns"].items():
        for column in columns:
            if read := kinds.get(column["type"]):
                for row in found[name]:
                    row[column["name"]] = row[column["name"]] and read(row[column["name"]])
    return found


def read_parquet(path: Path) -> list[Row]:
    return pq.read_table(path).to_pylist()


def read_sheet(path: Path, name: str) -> list[Row]:
    """A sheet's rows by its header; a blank cell is null, a whole number without a fraction is whole."""
    header, *lines = CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [{key: None if value == "" else value for key, value in zip(header, line, strict=True)} for line in lines]


def parse(path: Path) -> ET.Element:
    """The root of an XML file of our own."""
    return ET.parse(path).getroot()


def read_again(root: ET.Element) -> ET.Element:
    """An element written as XML and read."""
    return ET.fromstring(ET.tostring(root, encoding="UTF-8"))


def read_nist(path: Path) -> list[Row]:
    """Every candidate of a NIST report with votes, seat won and electorate, by the candidacy's own id."""
    root = parse(path)
    kept = {unit.get("ObjectId"): unit for unit in root.findall(f"{NIST}GpUnit")}
    rows = []
    for election in root.findall(f"{NIST}Election"):
        candidates = {one.get("ObjectId"): one for one in election.findall(f"{NIST}Candidate")}
        for contest in election.findall(f"{NIST}Contest"):
            unit = kept[contest.findtext(f"{NIST}ElectoralDistrictId")]
            for selection in contest.findall(f"{NIST}BallotSelection"):
                candidate = candidates[selection.findtext(f"{NIST}CandidateIds")]
                rows.append(_candidate(candidate, selection, contest, unit))
    return rows


def _candidate(candidate: ET.Element, selection: ET.Element, contest: ET.Element, unit: ET.Element) -> Row:
    named = {
        one.findtext(f"{NIST}OtherType"): one.findtext(f"{NIST}Value")
        for one in candidate.findall(f"{NIST}ExternalIdentifier")
    }
    votes = {
        one.findtext(f"{NIST}Type"): int(one.findtext(f"{NIST}Count", ""))
        for one in selection.findall(f"{NIST}VoteCounts")
    }
    return {
        "candidacy_id": named["hustings"],
        "contest_id": contest.findtext(f"{NIST}ExternalIdentifier/{NIST}Value"),
        "candidate": candidate.findtext(f"{NIST}BallotName/{NIST}Text"),
        "standing_as": named["standing-as"],
        "votes": votes.get("total"),
        "final_votes": votes.get("other"),
        "elected": candidate.findtext(f"{NIST}PostElectionStatus") == "winner",
        "seats": int(contest.findtext(f"{NIST}NumberElected", "")),
        "electorate": _number(unit.findtext(f"{NIST}VotersRegistered")),
        "invalid_votes": _number(contest.findtext(f"{NIST}SummaryCounts/{NIST}BallotsRejected")),
    }


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)
