"""The sentences of a seat report, each made from the figures and naming its basis and baseline."""

from typing import Any

from hustings.publish import words
from hustings.publish.reports.seat import SeatReport, Swing

Row = dict[str, Any]

DISPUTED = "the record contradicts itself here and no authority settles it"


def heading(report: SeatReport) -> str:
    """What was fought, when and where."""
    contest = report.contest
    place = contest["country"] if contest["region"] == contest["country"] else f"{contest['region']}, England"
    kind = "By-election" if contest["kind"] == "by-election" else "General election"
    basis = "" if contest["basis"] == "declared" else f" ({contest['basis']} result, a published estimate)"
    area_type = f"{contest['area_type'].lower()} constituency"
    return f"{kind}, {words.day(contest['polling_on'])}{basis}: {place}, {area_type}"


def result_sentence(report: SeatReport) -> str:
    """Who won, by how much, over whom, and whether it was a hold."""
    contest, first = report.contest, report.candidates[0]
    would = "" if contest["basis"] == "declared" else "would have "
    lead = f"{_who(first)} {would}won"
    if len(report.candidates) > 1:
        margin = words.plural(contest["majority"], "vote")
        lead += f" by {margin} ({words.margin(contest['majority_share'])} of valid votes)"
        lead += f" over {_who(report.candidates[1])}"
    result = outcome_words(report.outcome)
    return f"{result}. {lead}." if result else f"{lead}."


def outcome_words(outcome: Row | None) -> str:
    """Labour hold; Labour gain from Conservative; blank where no baseline is known."""
    if outcome is None or outcome["held"] is None:
        return ""
    return f"{outcome['winner']} hold" if outcome["held"] else f"{outcome['winner']} gain from {outcome['loser']}"


def _who(candidate: Row) -> str:
    if candidate["candidate"] is None:
        return str(candidate["party"])
    return f"{candidate['candidate']} ({candidate['party']})"


def baseline_name(baseline: Row | None) -> str:
    """The baseline in words: notional 2019, 2019, or none."""
    if baseline is None:
        return "no baseline"
    year = f"{baseline['polling_on']:%Y}"
    return f"notional {year}" if baseline["basis"] == "notional" else year


def change_note(baseline: Row | None) -> str:
    """What the column of changes is measured from."""
    if baseline is None:
        return "Change: none is shown, since the record holds no earlier result for these boundaries."
    if baseline["basis"] == "notional":
        origin = (
            f"the notional result of {baseline['polling_on']:%Y}: that election re-estimated "
            "on these boundaries, not votes cast in this seat"
        )
    else:
        origin = f"the general election of {words.day(baseline['polling_on'])}, declared on the same boundaries"
    return (
        f"Change: percentage points, party against the same party at {origin}. "
        f"{words.NONE} is an independent, or a party with no vote there then."
    )


def swing_words(swing: Swing | None, baseline: Row | None) -> str:
    """Butler swing to the first from the second, or the other way, or why there is none."""
    if swing is None or baseline is None:
        return f"not defined: {'nobody came second' if baseline else 'no baseline'}"
    if swing.swing is None:
        return (
            f"not defined between {swing.to} and {swing.from_}: "
            f"both need a share at the baseline ({baseline_name(baseline)})"
        )
    to, from_ = (swing.to, swing.from_) if swing.swing >= 0 else (swing.from_, swing.to)
    size = words.rounded(abs(swing.swing) * 100, 1)
    return f"{size} points to {to} from {from_} (Butler, on {baseline_name(baseline)})"


def ballot_turnout_words(contest: Row) -> str:
    """Turnout in all ballots, which is unknown where the rejected ones are."""
    if contest["ballot_turnout"] is None:
        return "in all ballots unknown, since the rejected papers are"
    return f"{words.percent(contest['ballot_turnout'])} of the electorate in all ballots"


def declared_words(contest: Row) -> str:
    """When it was declared, or when it was recorded, or that neither is known."""
    if contest["declared_at"]:
        return words.moment(contest["declared_at"])
    if contest["recorded_at"]:
        return f"unknown; recorded by the Commons Library {words.moment(contest['recorded_at'])}"
    return words.UNKNOWN


def boundary_sentence(report: SeatReport) -> str:
    """When these boundaries began, and what they were made of."""
    contest = report.contest
    since = f"In force from {words.day(contest['start_on'])}"
    until = f" to {words.day(contest['end_on'])}" if contest["end_on"] else ""
    return f"{since}{until}."


def part_sentence(part: Row, *, older: bool) -> str:
    """How much of this seat an older or newer one shares, both ways, by residential addresses."""
    this, other = words.percent(part["of_this"]), words.percent(part["of_other"])
    verb = "came from" if older else "went to"
    return f"{this} of its addresses {verb} {part['area']} ({other} of that seat)"


def correction_sentences(corrections: list[Row]) -> list[str]:
    """What was published, what is held right, and on whose word: a sentence a reason."""
    by_reason: dict[tuple[str, str, str], list[Row]] = {}
    for row in corrections:
        by_reason.setdefault((row["status"], row["reason"], row["authority"]), []).append(row)
    return [
        f"{STATUSES[status]}: {'; '.join(map(_correction, rows))}. {reason} (Authority: {authority}.)"
        for (status, reason, authority), rows in by_reason.items()
    ]


STATUSES = {"corrected": "Corrected", "noted": "Noted", "disputed": "Disputed"}


def _correction(row: Row) -> str:
    subject = row["key"].split("|")[0].partition(":")[2].replace("-", " ").title()
    what = f"{subject}, {row['field']}" if subject else row["field"]
    right = row["right"] if row["right"] not in (None, row["published"]) else ""
    return f"{what.replace('_', ' ')} published as {row['published']}" + (f", {right} here" if right else "")


def source_sentence(source: Row) -> str:
    """Publisher, title, licence and date of one source."""
    as_of = f", to {words.day(source['as_of'])}" if source["as_of"] else ""
    return f"{source['publisher']}: {source['title']}{as_of}. {source['licence']}."
