"""A council's report as a dossier: the election, its wards, the council by year, its councillors, sources."""

from __future__ import annotations

from typing import Any

from hustings.publish import words
from hustings.publish.dossier import Dossier, Part
from hustings.publish.reports import council_words
from hustings.publish.reports.correction_words import correction_sentences
from hustings.publish.reports.council import CouncilReport, Fought
from hustings.publish.reports.seat_words import source_sentence
from hustings.publish.sheet import Sheet, Shown

Row = dict[str, Any]

PARTIES = (
    Shown("party", "Party"),
    Shown("contested", "Cands", "count"),
    Shown("seats", "Seats", "count"),
    Shown("change", "Change", "signed"),
    Shown("votes", "Votes", "count or none"),
    Shown("share", "Share", "percent or none"),
    Shown("top_share", "Leading", "percent or none"),
)
PARTIES_WIDE = (
    Shown("party_id", "party_id"),
    Shown("seats_before", "seats_before", "count"),
    Shown("top_votes", "top_votes", "count"),
)
WINNERS = (
    Shown("ward", "Ward"),
    Shown("candidate", "Elected"),
    Shown("party", "Party"),
    Shown("votes", "Votes", "count or none"),
    Shown("ahead", "Ahead", "place"),
)
MOST = (
    Shown("ward", "Ward"),
    Shown("party", "Most votes"),
    Shown("votes", "Votes", "count"),
    Shown("share", "Share", "percent or none"),
)
CANDIDATES = (
    Shown("contest_id", "contest_id"),
    Shown("polling_on", "polling_on", "day"),
    Shown("area", "ward"),
    Shown("seats", "seats", "count"),
    Shown("voting_system", "voting_system"),
    Shown("candidate", "candidate"),
    Shown("party", "party"),
    Shown("party_id", "party_id"),
    Shown("votes", "votes", "count"),
    Shown("share", "share", "percent"),
    Shown("place", "place", "place"),
    Shown("elected", "elected"),
    Shown("electorate", "electorate", "count"),
    Shown("valid_votes", "valid_votes", "count"),
    Shown("valid_ballots", "valid_ballots", "count"),
    Shown("turnout", "turnout", "percent"),
    Shown("detail", "detail"),
    Shown("candidacy_id", "candidacy_id"),
    Shown("source_id", "source_id"),
)
MOST_CORRECTIONS = 12


def council_dossier(report: CouncilReport) -> Dossier:
    """The report in parts."""
    parts: list[Part] = []
    fought = report.fought
    if fought:
        parts += [_election(report, fought), _wards(fought)]
    parts += _composition(report) + _listed(report)
    if fought and fought.corrections:
        parts.append(Part("Corrections and notes", tuple(_corrections(fought))))
    parts.append(Part("Sources", tuple(map(_source, report.sources))))
    title = f"{report.council['council']} council"
    rows = _candidates(fought) if fought else []
    return Dossier(title, council_words.about(report), tuple(parts), Sheet(title, CANDIDATES, rows))


def _election(report: CouncilReport, fought: Fought) -> Part:
    rows = [row | {"change": _change(row)} for row in fought.parties]
    block = any(row["voting_system"] == "block" for row in fought.wards.values())
    by_party = fought.polled.detail == "party"
    dropped = {"contested", "change", "top_share"} if by_party else set() if block else {"top_share"}
    columns = tuple(column for column in PARTIES if column.key not in dropped)
    notes = (*council_words.latest(report), council_words.turnout(fought), *council_words.shares(fought))
    return Part(
        council_words.heading(fought), council_words.result(fought), Sheet("", columns, rows, wide=PARTIES_WIDE), notes
    )


def _change(row: Row) -> int | None:
    known = row["seats"] is not None and row["seats_before"] is not None
    return int(row["seats"] - row["seats_before"]) if known else None


def _wards(fought: Fought) -> Part:
    by_ward: dict[str, list[Row]] = {contest: [] for contest in fought.wards}
    for row in fought.candidates:
        by_ward[row["contest_id"]].append(row)
    data = Sheet("", CANDIDATES, _candidates(fought))
    if fought.polled.detail == "party":
        rows = [_most(fought.wards[contest], found) for contest, found in by_ward.items()]
        notes = ("The party with most votes, by its leading candidate; winners were not published.",)
        return Part("Wards", (), Sheet("", MOST, rows), notes, data)
    rows = [row for contest, found in by_ward.items() for row in _winners(fought.wards[contest], found)]
    if fought.polled.system == "STV":
        return Part("Wards and who was elected", (), Sheet("", WINNERS[:-1], rows), (), data)
    notes = (
        "Ahead: votes of the last elected less those of the first not elected; \N{EN DASH} unopposed, or not known.",
    )
    return Part("Wards and who was elected", (), Sheet("", WINNERS, rows), notes, data)


def _name(ward: Row) -> str:
    return ward["area"] if ward["seats"] == 1 else f"{ward['area']} ({ward['seats']})"


def _winners(ward: Row, candidates: list[Row]) -> list[Row]:
    """A row for each of the elected, the ward's name in the first and the margin in the last."""
    won = [row for row in candidates if row["elected"]]
    if not won:
        return [{"ward": _name(ward), "candidate": words.UNKNOWN, "party": "", "votes": None, "ahead": words.NONE}]
    rows: list[Row] = [{"ward": "", "ahead": "", **{key: row[key] for key in WON}} for row in won]
    rows[0]["ward"] = _name(ward)
    ahead = _ahead(ward, won, candidates)
    rows[-1]["ahead"] = words.NONE if ahead is None else words.count(ahead)
    return rows


WON = ("candidate", "party", "votes")


def _ahead(ward: Row, won: list[Row], candidates: list[Row]) -> int | None:
    lost = [row["votes"] for row in candidates if not row["elected"]]
    votes = [row["votes"] for row in won]
    if ward["voting_system"] == "STV" or not lost or None in lost or None in votes:
        return None
    return int(min(votes) - max(lost))


def _most(ward: Row, parties: list[Row]) -> Row:
    known = [row for row in parties if row["votes"] is not None]
    first = max(known, key=lambda row: row["votes"], default=None)
    total = sum(row["votes"] for row in known)
    if first is None or not total:
        return {"ward": _name(ward), "party": "unknown", "votes": None, "share": None}
    return {"ward": _name(ward), "party": first["party"], "votes": first["votes"], "share": first["votes"] / total}


def _candidates(fought: Fought) -> list[Row]:
    return [row | {"turnout": fought.wards[row["contest_id"]]["turnout"]} for row in fought.candidates]


def _composition(report: CouncilReport) -> list[Part]:
    """The council by year, with the election of the year beside it."""
    if not report.control:
        return [Part("Who held the council", ("The record has no composition of this council.",))]
    sat = {row["party_label"] for row in report.composition if row["councillors"]}
    labels = [label for label in SHORT if label in sat]
    held: dict[int, Row] = {}
    for row in report.composition:
        held.setdefault(row["year"], {})[row["party_label"]] = row["councillors"]
    polled = {one.year: one for one in report.elections}
    rows = [
        {"year": row["year"], "councillors": row["councillors"], "control": council_words.control(row["control"])}
        | {label: held[row["year"]][label] for label in labels}
        | {"election": _short(polled[row["year"]].scope) if row["year"] in polled else ""}
        for row in report.control
    ]
    columns = (
        Shown("year", "Year"),
        *(Shown(label, SHORT[label], "count") for label in labels),
        Shown("councillors", "All", "count"),
        Shown("control", "Control"),
        Shown("election", "Election"),
    )
    notes = (
        "Councillors and control as Open Council Data publishes them, control in one spelling; the day is not given. "
        "Other: every party and independent without a column. Control: to 2024 the party with a majority, or with most "
        "seats where none had one; from 2025 who governs, alone, as a minority or together. Election: blank where "
        "there was none or the record does not hold it.",
    )
    return [Part("Who held the council, year by year", council_words.story(report), Sheet("", columns, rows), notes)]


# The publisher's columns, in order, as they head ours.
SHORT = {
    "Conservative": "Con",
    "Labour": "Lab",
    "Liberal Democrat": "LD",
    "Green": "Green",
    "UKIP": "UKIP",
    "Reform UK": "Reform",
    "Plaid Cymru": "Plaid",
    "SNP": "SNP",
    "Other": "Other",
}


def _short(scope: str) -> str:
    return scope.removesuffix(" of the council").removeprefix("the ").removesuffix(" council")


def _listed(report: CouncilReport) -> list[Part]:
    """The councillors by party in each list."""
    years = sorted({row["year"] for row in report.listed})
    if not years:
        return []
    counts: dict[str, Row] = {}
    for row in report.listed:
        counts.setdefault(row["party"], dict.fromkeys(map(str, years), 0))[str(row["year"])] = row["councillors"]
    rows = [{"party": party, **row} for party, row in counts.items()]
    rows.sort(key=lambda row: (-row[str(years[-1])], str(row["party"])))
    columns = (Shown("party", "Party"), *(Shown(str(year), str(year), "count") for year in years))
    notes = (
        "Lists by Open Council Data, in which a party's councillors may be named otherwise than at their election.",
    )
    return [Part("Councillors as listed, by party", (), Sheet("", columns, rows), notes)]


def _source(row: Row) -> str:
    return f"{source_sentence(row)} {row['note'] or ''}".strip()


def _corrections(fought: Fought) -> list[str]:
    said = correction_sentences(fought.corrections)
    more = len(said) - MOST_CORRECTIONS
    return said[:MOST_CORRECTIONS] + ([f"And {more} more, in the table correction."] if more > 0 else [])
