"""The sentences of a seat report, each made from the figures and naming its basis and baseline."""

from typing import Any

from hustings.measures.outcome import outcome_words
from hustings.publish import words
from hustings.publish.prose import spelt, starting, tallied
from hustings.publish.reports.seat import SeatReport, Swing
from hustings.record.slivers import NAMED_PART

Row = dict[str, Any]

DISPUTED = "the record contradicts itself here and no authority settles it"


def heading(report: SeatReport) -> str:
    """What was fought, when and where."""
    contest = report.contest
    place = contest["country"] if contest["region"] == contest["country"] else f"{contest['region']}, England"
    kind = "By-election" if contest["kind"] == "by-election" else "General election"
    said = {"declared": "", "provisional": " (provisional result, not the declared one)"}
    basis = said.get(contest["basis"], f" ({contest['basis']} result, a published estimate)")
    area_type = f"{(contest['area_type'] or '').lower()} constituency".strip()
    return f"{kind}, {words.day(contest['polling_on'])}{basis}: {place}, {area_type}"


def result_sentence(report: SeatReport) -> str:
    """Who won, by how much, over whom, and whether it was a hold."""
    contest, first = report.contest, report.candidates[0]
    if first["votes"] is None:
        return _unopposed(report.candidates)
    if first["standing_as"] == "other" or (contest["basis"] == "declared" and not first["elected"]):
        return _undecided(report)
    won = {"declared": "won", "provisional": "is ahead"}.get(contest["basis"], "would have won")
    lead = f"{_who(first)} {won}"
    if len(report.candidates) > 1 and contest["majority"] is None:
        lead += "; by how much is not known, since the second figure is of several candidates together"
    elif len(report.candidates) > 1:
        margin = words.plural(contest["majority"], "vote")
        lead += f" by {margin} ({words.margin(contest['majority_share'])} of valid votes)"
        lead += f" over {_who(report.candidates[1])}"
        lead += ", a tie settled by the drawing of lots" if contest["majority"] == 0 else ""
    result = outcome_words(report.outcome) if report.outcome else ""
    result = f"Provisionally {result}" if result and contest["basis"] == "provisional" else result
    return f"{result}{_compared(report)}. {lead}." if result else f"{lead}."


def _unopposed(candidates: list[Row]) -> str:
    """Who was returned without a poll."""
    parties = tallied(str(row["party"]) for row in candidates)
    return f"{starting(spelt(len(candidates), 'member'))} returned unopposed: {parties}."


def _members(contest: Row) -> str:
    return starting(spelt(contest["seats"], "member"))


def _undecided(report: SeatReport) -> str:
    """Why it is not said who won."""
    first = report.candidates[0]
    if report.contest["seats"] > 1:
        return (
            f"{_members(report.contest)} were elected; the publication gives the votes of parties and does not "
            f"say who. Most votes: {first['party']}."
        )
    if first["standing_as"] == "other" and first["elected"]:
        return "Won by a candidate within Other, whom the publication does not name."
    if first["standing_as"] == "other":
        return (
            "Who won is not published: the largest figure is Other, several candidates together or one of no party "
            "named, and it does not decide the seat."
        )
    return "Who won is not published, and the votes do not decide it."


def majority_words(contest: Row) -> str:
    """The majority, or why there is none."""
    if contest["majority"] is None:
        return "unknown: the publication does not part the candidates that it would be counted from"
    return f"{words.count(contest['majority'])} ({words.margin(contest['majority_share'])} of valid votes)"


def deposits_words(report: SeatReport) -> str:
    """How many deposits were lost, unknown where rows are parties."""
    known = [row["deposit_kept"] for row in report.candidates]
    return words.UNKNOWN if all(one is None for one in known) else str(sum(one is False for one in known))


def party_rows_notes(report: SeatReport) -> list[str]:
    """What a reader must know of rows that are parties."""
    contest = report.contest
    if contest["basis"] != "declared" or contest["detail"] != "party":
        return []
    notes = ["Each row is a party: the candidates' names, places and deposits were not published."]
    if any(row["standing_as"] == "other" for row in report.candidates):
        notes.append("Other is every candidate of no party named, together.")
    if contest["voting_system"] == "block":
        notes.append(
            f"{_members(contest)} were elected; the publication scales each party's votes to voters, so they "
            "are not the votes counted."
        )
    return notes


def _compared(report: SeatReport) -> str:
    """Which result a hold or gain is against, where it is notional or a by-election since makes it unclear."""
    baseline, since = report.baseline, by_elections_since(report)
    if baseline is None:
        return ""
    notional = baseline["rule"] == "notional"
    against = f"the {'notional result' if notional else 'general election'} of {baseline['polling_on']:%Y}"
    if since:
        return f" (compared with {against}, not the by-election since)"
    return f" (compared with {against})" if notional else ""


# A seat that gave this much of its addresses is the one that a by-election before the redrawing was in.
MOST_OF_IT = 0.5


def by_elections_since(report: SeatReport) -> list[Row]:
    """By-elections since the baseline, in the seat or in the one that most of it was before, latest first."""
    baseline, now = report.baseline, report.contest["polling_on"]
    if baseline is None:
        return []
    before = [row for part in report.predecessors if part["of_this"] >= MOST_OF_IT for row in part["contests"]]
    return [
        row
        for row in (*report.earlier, *before)
        if row["kind"] == "by-election" and baseline["polling_on"] < row["polling_on"] < now
    ]


def _who(candidate: Row) -> str:
    if candidate["candidate"] is None:
        return str(candidate["party"])
    return f"{candidate['candidate']} ({candidate['party']})"


def baseline_name(baseline: Row | None) -> str:
    """The baseline in words: notional 2019, 2019, or none."""
    if baseline is None:
        return "no baseline"
    year = f"{baseline['polling_on']:%Y}"
    if baseline["rule"] == "as-declared":
        return f"{year} as declared"
    return f"notional {year}" if baseline["basis"] == "notional" else year


def change_note(report: SeatReport) -> str:
    """What the column of changes is measured from, and under what name a party stood then."""
    said = _measured_from(report.baseline)
    names = [f"{row['party']} is compared with {row['before']}, its name then" for row in report.renamed]
    return f"{said} {'; '.join(names)}." if names else said


def _measured_from(baseline: Row | None) -> str:
    if baseline is None:
        return "Change: none is shown, since the record holds no earlier result for these boundaries."
    if baseline["rule"] == "as-declared":
        origin = (
            f"the general election of {words.day(baseline['polling_on'])} as declared on the boundaries of the time: "
            "the notional result for these boundaries repeats it vote for vote"
        )
    elif baseline["basis"] == "notional":
        origin = (
            f"the notional result of {baseline['polling_on']:%Y}, a published estimate that redistributes "
            "the votes of that election over these boundaries"
        )
    else:
        origin = f"the general election of {words.day(baseline['polling_on'])}, declared on the same boundaries"
    return (
        f"Change: percentage points, party against the same party at {origin}. "
        f"{words.NONE} is an independent, or a party with no vote of its own in that result."
    )


def swing_words(swing: Swing | None, baseline: Row | None) -> str:
    """Butler swing to the first from the second, or the other way, or why there is none."""
    if swing is None or baseline is None:
        return f"not defined: {'nobody came second' if baseline else 'no baseline'}"
    if "Speaker" in (swing.to, swing.from_):
        return "not defined: the Speaker stands for no party"
    if swing.swing is None:
        return (
            f"not defined between {swing.to} and {swing.from_}: "
            f"both need a share at the baseline ({baseline_name(baseline)})"
        )
    to, from_ = (swing.to, swing.from_) if swing.swing >= 0 else (swing.from_, swing.to)
    size = words.rounded(abs(swing.swing), 1)
    return f"{size} points to {to} from {from_} (Butler, on {baseline_name(baseline)})"


def valid_turnout_words(contest: Row) -> str:
    """Turnout in valid votes, unknown where nobody polled or the electors are not known."""
    if contest["valid_turnout"] is None:
        return words.UNKNOWN
    return f"{words.percent(contest['valid_turnout'])} of the electorate in valid votes"


def ballot_turnout_words(contest: Row) -> str:
    """Turnout in all ballots, which is unknown where the rejected ones are."""
    if contest["ballot_turnout"] is None:
        return "in all ballots unknown, since the rejected papers are"
    return f"{words.percent(contest['ballot_turnout'])} of the electorate in all ballots"


def declared_words(contest: Row) -> str:
    """When it was declared, or when it was recorded, or that neither is known."""
    declared = contest["declared_at"]
    if declared and (declared.hour, declared.minute) == (0, 0):
        return f"{words.day(declared)}, at a time not recorded"
    if declared and contest["recorded_at"] and contest["recorded_at"] < declared:
        return f"{words.moment(declared)}, though recorded by the Commons Library at {contest['recorded_at']:%H:%M}"
    if declared:
        return words.moment(declared)
    if contest["recorded_at"]:
        return f"unknown; recorded by the Commons Library {words.moment(contest['recorded_at'])}"
    return words.UNKNOWN


def boundary_sentence(report: SeatReport) -> str:
    """When these boundaries began, and what they were made of."""
    contest = report.contest
    since = f"In force from {words.day(contest['start_on'])}"
    until = f" to {words.day(contest['end_on'])}" if contest["end_on"] else ""
    return f"{since}{until}."


def named_parts(parts: list[Row], figure: str = "of_this") -> tuple[list[Row], bool]:
    """The parts of a seat that are named in a sentence, and whether others are left that no decimal would hide."""
    named = [part for part in parts if part[figure] >= NAMED_PART]
    return named, sum(part[figure] for part in named) < 1 - LEAST_SHOWN


# A part that rounds to nothing at one decimal of a percentage.
LEAST_SHOWN = 0.0005


def part_sentence(part: Row, *, older: bool) -> str:
    """How much of this seat an older or newer one shares, both ways, by residential addresses."""
    this, other = words.percent(part["of_this"]), words.percent(part["of_other"])
    verb = "came from" if older else "went to"
    return f"{this} of its addresses {verb} {part['area']} ({other} of that seat)"


def source_sentence(source: Row) -> str:
    """Publisher, title, licence and date of one source."""
    as_of = f", to {words.day(source['as_of'])}" if source["as_of"] else ""
    return f"{source['publisher']}: {source['title']}{as_of}. {source['licence']}."
