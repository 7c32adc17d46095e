"""What charts of one contest say of it: the finding as a title, how shares moved, and what the baseline is."""

from __future__ import annotations

from typing import Any

from hustings.publish import words
from hustings.publish.party_names import party_of_name
from hustings.publish.prose import starting
from hustings.publish.reports import seat_words
from hustings.publish.reports.seat import SeatReport

Row = dict[str, Any]

SHARE = {
    "candidate": "Share of valid votes",
    "party": "Share of valid votes, each party's candidates together",
}
RULES = {
    "notional": "Notional {0}: a published estimate of that election on these boundaries.",
    "as-declared": "{0} as declared on the boundaries of the time, which the notional result repeats vote for vote.",
    "same-boundaries": "{0}: the general election declared on the same boundaries.",
}


def called(party: str) -> str:
    """A party as a sentence names it: Labour, the Conservatives, an independent."""
    return party_of_name(party).name


def title(report: SeatReport) -> str:
    """Who won, from whom, by how much."""
    contest, first = report.contest, report.candidates[0]
    where = f"{contest['area']}, {contest['polling_on']:%Y}"
    if first["votes"] is None:
        return f"{where}: {words.plural(len(report.candidates), 'member')} returned unopposed"
    if first["standing_as"] == "other" or (contest["basis"] == "declared" and not first["elected"]):
        return f"{where}: who won is not published"
    won = f"{starting(called(first['party']))} {_verb(report)}"
    if len(report.candidates) == 1 or contest["majority"] is None:
        return won
    if contest["majority"] == 0:
        return f"{won} by the drawing of lots after a tie"
    votes = words.plural(contest["majority"], "vote")
    return f"{won} by {votes}, {words.margin(contest['majority_share'])} of valid votes"


def _verb(report: SeatReport) -> str:
    """Held, gained from whom, or won the seat, as far as it is known which."""
    contest, outcome = report.contest, report.outcome
    area = contest["area"]
    if contest["basis"] == "provisional":
        return f"is ahead in {area}"
    if contest["basis"] != "declared":
        return f"would have won {area} in {contest['polling_on']:%Y}"
    if outcome is None or outcome["held"] is None or _since(report):
        return f"won {area}"
    return f"held {area}" if outcome["held"] else f"gained {area} from {called(outcome['loser'])}"


def _since(report: SeatReport) -> bool:
    """Whether a by-election was fought here after the baseline, so that a hold or gain would be unclear."""
    on = report.baseline["polling_on"] if report.baseline else None
    return any(row["kind"] == "by-election" and on is not None and row["polling_on"] > on for row in report.earlier)


def result_alt(report: SeatReport) -> str:
    """The result, then each candidate's share and change."""
    figures = [
        f"{', '.join(filter(None, (row['candidate'], row['party'])))}, {_figures(row)}" for row in report.candidates
    ]
    said = f"{report.contest['area']}. {seat_words.heading(report)}. {seat_words.result_sentence(report)}"
    return f"Bars of shares. {said} {'; '.join(figures)}."


def _figures(row: Row) -> str:
    if row["share"] is None:
        return "unopposed"
    change = "" if row["change"] is None else f", {moved(row['change'])}"
    return f"{words.percent(row['share'])}{change}"


def arrow(change: float | None) -> str:
    """A change in points with an arrow and its sign, a dash where there is none."""
    if change is None:
        return words.NONE
    said = words.points(change)
    sign = (
        ""
        if said == "0.0"
        else "\N{BLACK UP-POINTING TRIANGLE} "
        if change > 0
        else "\N{BLACK DOWN-POINTING TRIANGLE} "
    )
    return f"{sign}{said}"


def moved(change: float) -> str:
    """A change as a phrase: up 1.2 points, down 20.8 points, unchanged."""
    size = words.rounded(abs(change), 1)
    if size == 0:
        return "unchanged"
    return f"{'up' if change > 0 else 'down'} {size} {'point' if size == 1 else 'points'}"


def baseline_notes(report: SeatReport) -> tuple[str, ...]:
    """What the baseline is, or that there is none."""
    if report.baseline is None:
        return ("No change is shown: the record holds no earlier result on these boundaries.",)
    if all(row["change"] is None for row in report.candidates):
        return ()
    about = RULES[report.baseline["rule"]].format(f"{report.baseline['polling_on']:%Y}")
    dash = any(row["change"] is None for row in report.candidates)
    return (f"{about} A dash: an independent, or a party with no vote of its own there." if dash else about,)


def contests(report: SeatReport) -> list[str]:
    """The contest and that it is compared with, whose sources are cited."""
    compared = [report.baseline["contest_id"]] if report.baseline else []
    return [report.contest["contest_id"], *compared]
