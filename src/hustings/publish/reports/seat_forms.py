"""A seat report in each of its forms: text for 80 columns, Markdown, CSV a row a candidate, JSON whole."""

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from hustings.publish import words
from hustings.publish.reports import seat_words
from hustings.publish.reports.correction_words import FIELDS, correction_sentences
from hustings.publish.reports.seat import SeatReport
from hustings.publish.sheet import Sheet, Shown, as_csv, program_rows, table_markdown, table_text, wrapped
from hustings.record.schema.elections import POLLED

Row = dict[str, Any]

CANDIDATES = (
    Shown("place", "", "place"),
    Shown("candidate", "Candidate"),
    Shown("party", "Party"),
    Shown("votes", "Votes", "count or none"),
    Shown("share", "Share", "percent or none"),
    Shown("change", "Change", "points"),
    Shown("deposit", "Deposit"),
)
# What a row of CSV carries besides, so that it can stand alone.
ALONE = (
    Shown("contest_id", "contest_id"),
    Shown("area", "area"),
    Shown("polling_on", "polling_on", "day"),
    Shown("basis", "basis"),
    Shown("baseline", "baseline"),
    Shown("party_id", "party_id"),
    Shown("candidacy_id", "candidacy_id"),
    Shown("elected", "elected"),
    Shown("valid_votes", "valid_votes", "count"),
    Shown("invalid_votes", "invalid_votes", "count"),
    Shown("electorate", "electorate", "count"),
    Shown("source_id", "source_id"),
)
RESULTS = (
    Shown("when", "Poll"),
    Shown("party", "Won by"),
    Shown("candidate", "Member"),
    Shown("share", "Share", "percent or none"),
    Shown("majority", "Majority", "count or none"),
    Shown("majority_share", "Maj. %", "percent or none"),
    Shown("valid_turnout", "Turnout", "percent or none"),
)


def render_seat(report: SeatReport, form: str) -> str:
    """The report as text, md, csv or json, ending in a line feed."""
    forms = {"text": as_seat_text, "md": as_seat_markdown, "csv": as_seat_csv, "json": as_seat_json}
    return forms[form](report)


def candidates_sheet(report: SeatReport) -> Sheet:
    """The result table, with its totals left to the figures."""
    baseline = seat_words.baseline_name(report.baseline)
    rows = [
        row
        | {
            "candidate": row["candidate"] or _nameless(row),
            "deposit": "lost" if row["deposit_kept"] is False and row["basis"] in POLLED else "",
            "baseline": baseline,
        }
        for row in report.candidates
    ]
    return Sheet(report.contest["area"], CANDIDATES, rows, wide=ALONE)


def _nameless(row: Row) -> str:
    """What stands for a name where none was published."""
    return "(all candidates)" if row["detail"] == "party" else "(name not published)"


def _naming_baseline(report: SeatReport) -> Sheet:
    """The result table with the baseline in the heading of its changes, where there is room for it."""
    sheet = candidates_sheet(report)
    heading = f"Change on {seat_words.baseline_name(report.baseline)} (points)" if report.baseline else "Change"
    return replace(
        sheet, columns=tuple(replace(one, heading=heading) if one.key == "change" else one for one in sheet.columns)
    )


def figures(report: SeatReport) -> list[tuple[str, str]]:
    """The figures under the table, each with its basis."""
    contest = report.contest
    majority = seat_words.majority_words(contest)
    turnout = []
    if contest["basis"] in POLLED:
        turnout = [
            ("Turnout", seat_words.valid_turnout_words(contest)),
            ("", seat_words.ballot_turnout_words(contest)),
        ]
    rows = [
        ("Majority", majority),
        ("Swing", seat_words.swing_words(report.swing, report.baseline)),
        *turnout,
        ("Electorate", words.count(contest["electorate"])),
        ("Valid votes", words.count(contest["valid_votes"])),
    ]
    if contest["basis"] in POLLED:
        rows += [
            ("Rejected papers", words.count(contest["invalid_votes"])),
            ("Deposits lost", seat_words.deposits_words(report)),
            ("Declared", seat_words.declared_words(contest)),
        ]
    return rows


def winners_sheet(title: str, rows: list[Row]) -> Sheet:
    """Earlier contests, one line each."""
    kinds = {"by-election": " by-election", "general": ""}
    shown = [
        row
        | {
            "when": f"{row['polling_on']:%Y-%m-%d}{kinds[row['kind']]}"
            + ("" if row["basis"] == "declared" else f" {row['basis']}"),
            "candidate": row["candidate"] or words.NONE,
            "valid_turnout": row["valid_turnout"] if row["basis"] in POLLED else None,
        }
        for row in rows
    ]
    return Sheet(title, RESULTS, shown)


def sections(report: SeatReport) -> list[tuple[str, list[str], list[Sheet]]]:
    """What follows the result: a title, its sentences, and its tables."""
    parts: list[tuple[str, list[str], list[Sheet]]] = []
    area = report.contest["area"]
    earlier = [winners_sheet("", report.earlier)] if report.earlier else []
    parts.append(("Before, on the same boundaries", [] if earlier else ["Nothing in the record."], earlier))
    for title, found, older in (
        ("Predecessors", report.predecessors, True),
        ("Successors", report.successors, False),
    ):
        sentences = [seat_words.part_sentence(part, older=older) + "." for part in found]
        tables = [winners_sheet(part["area"], part["contests"]) for part in found if part["of_this"] >= MAIN]
        if found:
            parts.append((f"{title} of {area}", sentences, tables))
    if report.corrections:
        parts.append(("Corrections and notes", correction_sentences(report.corrections), []))
    if any(table.rows for _, _, tables in parts for table in tables):
        parts.append(("About these tables", ["Turnout: valid votes as a percentage of the electorate."], []))
    parts.append(("Sources", list(map(seat_words.source_sentence, report.sources)), []))
    return parts


# The results of a predecessor are printed where it gave this much of the seat.
MAIN = 0.25


def as_seat_text(report: SeatReport) -> str:
    """The report for a terminal or a pipe."""
    lines = [f"{report.contest['area']}\n", *wrapped((seat_words.heading(report),), then=""), "\n"]
    lines += [*wrapped((seat_words.result_sentence(report),), then=""), "\n"]
    lines += [table_text(candidates_sheet(report)), "\n", *wrapped(_notes(report)), "\n"]
    for name, value in figures(report):
        lines += wrapped((value,), first=f"{name:<17}", then=" " * 17)
    lines += ["\n", *wrapped((f"Boundaries: {seat_words.boundary_sentence(report)}",))]
    for title, sentences, tables in sections(report):
        lines += [f"\n{title}\n", *wrapped(tuple(sentences))]
        for sheet in tables:
            lines += [f"\n{sheet.title}\n" if sheet.title else "", table_text(sheet)]
    return "".join(lines)


def as_seat_markdown(report: SeatReport) -> str:
    """The report as a Markdown document."""
    lines = [f"# {report.contest['area']}\n\n{seat_words.heading(report)}\n\n{seat_words.result_sentence(report)}\n\n"]
    lines += [table_markdown(_naming_baseline(report)), "\n", *(f"{note}\n\n" for note in _notes(report))]
    lines += ["| | |\n| --- | --- |\n", *(f"| {name} | {value} |\n" for name, value in figures(report))]
    lines += [f"\nBoundaries: {seat_words.boundary_sentence(report)}\n"]
    for title, sentences, tables in sections(report):
        lines += [f"\n## {title}\n\n", *(f"- {sentence}\n" for sentence in sentences)]
        for sheet in tables:
            lines += [f"\n### {sheet.title}\n" if sheet.title else "", "\n", table_markdown(sheet)]
    return "".join(lines)


def as_seat_csv(report: SeatReport) -> str:
    """A row a candidate, each with what it needs to stand alone."""
    return as_csv(candidates_sheet(report))


def as_seat_json(report: SeatReport) -> str:
    """The whole report as one object: shares, turnouts and parts in percent, changes and swing in points, named so."""
    whole = _in_units(asdict(report)) | {
        "heading": seat_words.heading(report),
        "result": seat_words.result_sentence(report),
        "candidates": program_rows(candidates_sheet(report)),
        "notes": _notes(report),
    }
    return json.dumps(whole, default=_plain, ensure_ascii=False, indent=2) + "\n"


# What the report holds as a fraction of 1, and the unit a program is given it in.
UNITS = {
    **dict.fromkeys(("share", "majority_share", "valid_turnout", "ballot_turnout", "of_this", "of_other"), "percent"),
    "swing": "points",
}


def _in_units(value: Any) -> Any:
    """Fractions as percents or points under keys that say which, at any depth."""
    if isinstance(value, list):
        return [_in_units(one) for one in value]
    if not isinstance(value, dict):
        return value
    named: Row = {}
    for key, one in value.items():
        if key in UNITS and not isinstance(one, dict):
            named[f"{key}_{UNITS[key]}"] = None if one is None else round(one * 100, 4)
        else:
            named[key.rstrip("_")] = _in_units(one)
    return named


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{value!r} has no JSON form")


def _notes(report: SeatReport) -> tuple[str, ...]:
    change, *table = table_notes(report)
    return (change, *warnings(report), *table)


def warnings(report: SeatReport) -> tuple[str, ...]:
    """What a reader must know before the figures: that they are provisional, notional or disputed."""
    contest, notes = report.contest, []
    if contest["basis"] == "provisional":
        notes.append("Provisional: added before the result was declared, so these figures may change.")
    if contest["basis"] not in POLLED:
        notes.append(
            "Notional: a published estimate that redistributes the votes of that election over boundaries drawn later; "
            "nobody was elected by it. Its electorate may be of another register than its votes: no turnout is shown."
        )
    disputed = {FIELDS.get(row["field"], row["field"].replace("_", " ")) for row in _disputed(report)}
    if contest["disputed"] and (disputed or not report.corrections):
        what = f" ({', '.join(sorted(disputed))})" if disputed else ""
        notes.append(f"Disputed{what}: {seat_words.DISPUTED}.")
    return tuple(notes)


def _disputed(report: SeatReport) -> list[Row]:
    """What is disputed besides the hour of the declaration, which changes no figure."""
    return [row for row in report.corrections if row["status"] == "disputed" and row["field"] != "declared_at"]


def table_notes(report: SeatReport) -> tuple[str, ...]:
    """What the columns of the result table mean, the column of changes first."""
    notes = [seat_words.change_note(report), *seat_words.party_rows_notes(report)]
    if any(row["deposit_kept"] is False for row in report.candidates) and report.contest["basis"] in POLLED:
        notes.append("Deposit: lost by those with no more than a twentieth of the valid votes.")
    return tuple(notes)
