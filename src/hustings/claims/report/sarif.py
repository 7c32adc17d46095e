"""Findings as SARIF 2.1.0, which code hosts and editors read (OASIS Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
from pathlib import PurePath
from urllib.parse import quote

from hustings import __version__
from hustings.claims.report.claim import Claim, Report, says
from hustings.claims.report.sentence import sentence
from hustings.claims.report.text import TOLD
from hustings.claims.verdict import CODES, Code, Verdict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[str, str] = {Verdict.WRONG: "error", Verdict.MISLEADING: "warning", Verdict.NOTE: "note"}
WEIGHT: dict[str, str] = {
    Verdict.WRONG: "A figure that is wrong fails the check.",
    Verdict.MISLEADING: "A figure that misleads fails the check.",
    Verdict.NOTE: "The figure is right: a note does not fail the check.",
}
# What an address of the web is written with, and stays as it is.
RESERVED = "%:/?#[]@!$&'()*+,;=~"
PLACES = {name: place for place, name in enumerate(CODES)}


def sarif(reports: list[Report]) -> str:
    """All reports as one run: a rule for each code, a result for each finding and note.

    What was found right or left is no result; how many there were is in the run's properties. Columns count code
    points from 1, and the end is the place after the last, as in the wire format.
    """
    # A file that was named twice is one artifact.
    files = {told["file"]: None for told in reports}
    run = {
        "tool": {
            "driver": {"name": "Hustings", "version": __version__, "rules": [_rule(one) for one in CODES.values()]}
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file)}, "roles": ["analysisTarget"]} for file in files],
        "results": [
            _result(told["file"], claim) for told in reports for claim in told["claims"] if claim["verdict"] in TOLD
        ],
        "properties": {
            "coverage": {
                part: sum(told["coverage"][part] for told in reports) for part in ("figures", "decided", "left")
            },
            "files": [{"file": told["file"], **told["coverage"]} for told in reports],
        },
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(code: Code) -> dict[str, object]:
    return {
        "id": code.name,
        "shortDescription": {"text": f"{code.says[0].upper()}{code.says[1:]}."},
        "fullDescription": {"text": code.explained},
        "help": {"text": f"{code.explained}\n\n{WEIGHT[code.verdict]}"},
        "defaultConfiguration": {"level": LEVELS[code.verdict]},
    }


def _result(file: str, claim: Claim) -> dict[str, object]:
    where = {"uri": _uri(file)}
    region = {
        "startLine": claim["line"],
        "startColumn": claim["column"],
        "endLine": claim["end_line"],
        "endColumn": claim["end_column"],
    }
    found: dict[str, object] = {
        "ruleId": claim["code"],
        "ruleIndex": PLACES[claim["code"]],
        "level": LEVELS[claim["verdict"]],
        "message": {"text": sentence(claim)},
        "locations": [{"physicalLocation": {"artifactLocation": where, "region": region}}],
        "properties": {
            "printed": claim["printed"],
            "right": claim["right"],
            "formula": claim["formula"],
            "readAs": claim["read_as"],
            "otherReadings": claim["other_readings"],
            "sources": claim["sources"],
        },
    }
    if claim["mend"] and _has_lines(file) and _stands_as_read(claim):
        put = {"deletedRegion": region, "insertedContent": {"text": claim["mend"]}}
        found["fixes"] = [
            {
                "description": {"text": f"{says(claim)[0].upper()}{says(claim)[1:]}: print {claim['mend']}"},
                "artifactChanges": [{"artifactLocation": where, "replacements": [put]}],
            }
        ]
    return found


def _stands_as_read(claim: Claim) -> bool:
    """Whether the figure stands on one line of the file without markup, so that it may be replaced."""
    return claim["line"] == claim["end_line"] and claim["end_column"] - claim["column"] == len(claim["text"])


def _has_lines(file: str) -> bool:
    """Whether lines and columns are places in the file: of a Word file and a page of the web they count paragraphs."""
    return "://" not in file and not file.lower().endswith(".docx")


def _uri(file: str) -> str:
    if "://" in file:
        return quote(file, safe=RESERVED)
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
