"""What happened: votes, changes, swing, deposits, and what the arithmetic of a split vote says and does not."""

from __future__ import annotations

from hustings.publish import words
from hustings.publish.articles.lead import COMFORTABLE, KNIFE_EDGE, LANDSLIDE, NARROW
from hustings.publish.articles.told import NOTIONAL, Row, Told, baseline_phrase, named, who
from hustings.publish.pages.seat_context import standing_words
from hustings.publish.party_names import called
from hustings.publish.prose import SMALL, by_points, counted, listed, moved, possessive, spelt, starting
from hustings.publish.reports.standing import FIGURES
from hustings.record.schema.elections import POLLED

# A place among all seats is worth a sentence in the first or last so many of a hundred.
REMARKABLE = 5
MOST_CHANGES = 4
# How near or far the first two were: the word for it with the number that carries it, by the majority below or
# above which it is said.
CLOSE = (
    (KNIFE_EDGE, "It was a knife-edge result: fewer than one in a hundred valid votes lay between the first two."),
    (NARROW, "It was a narrow result: fewer than one in twenty valid votes lay between the first two."),
)
FAR = (
    (LANDSLIDE, "It was a landslide: the majority was more than two in five of all valid votes."),
    (COMFORTABLE, "It was a comfortable win: the majority was more than one in five of all valid votes."),
)


def votes_words(told: Told) -> str:
    """Who polled what, the first three."""
    first, second, *rest = told.report.candidates
    said = f"{starting(who(first))} had {_polled(first)}, and {who(second)} {_polled(second)}."
    third = rest[0] if rest else None
    return f"{said} {starting(who(third))} came third with {_polled(third)}." if third else said


def _polled(row: Row) -> str:
    return f"{words.plural(row['votes'], 'vote')} ({words.percent(row['share'])})"


def margin_words(told: Told) -> str:
    """How close it was, where it was close or far, and its place among all seats where that is remarkable."""
    share = told.contest["majority_share"]
    far = next((said for least, said in FAR if share > least), "")
    close = next((said for most, said in CLOSE if share < most), far)
    figure = FIGURES[0]
    standing = told.facts.standings.of_contest.get(told.contest["contest_id"], {}).get(figure.column)
    if standing is None or 100 * min(standing.from_top, standing.from_bottom) > REMARKABLE * standing.of:
        return close
    place = standing_words(figure, standing).partition(": ")[2]
    # Of parties alone it is not always known which two were first.
    place += " whose majority is known" if told.first["detail"] == "party" else ""
    return f"{close} As a part of valid votes, the majority was the {place}.".strip()


def change_words(told: Told) -> str:
    """How the shares of the first parties moved, and from what."""
    baseline = told.report.baseline
    rows = [row for row in told.report.candidates if row["change"] is not None][:MOST_CHANGES]
    if baseline is None or not rows:
        return ""
    lead, *others = rows
    said = [f"{possessive(called(lead).name)} share {moved(lead['change'])}"]
    said += [f"that of {called(row).name} {moved(row['change'])}" for row in others]
    explained = f" {NOTIONAL}" if baseline["basis"] == "notional" else ""
    return f"{baseline_phrase(baseline)}, {listed(said)}.{explained}"


def unchanged_words(told: Told) -> str:
    """Why the winner has no change, where an independent or a new party won."""
    first = told.first
    if told.report.baseline is None or first["change"] is not None or not told.decided:
        return ""
    why = {
        "independent": "as independents are compared with nobody",
        "speaker": "as the Speaker is compared with nobody"
        if first["line_id"] is None
        else "as nobody stood as the Speaker in that result",
    }.get(first["standing_as"], "as that result has no vote of the party by itself")
    return f"No change is given for {named(first)}, {why}."


def swing_words(told: Told) -> str:
    """The swing between the first two, or that an independent among them has none."""
    swing = told.report.swing
    first = told.report.candidates[:2]
    if told.report.baseline and sum(row["standing_as"] == "independent" for row in first) == 1:
        return "No swing is given between the first two, as one of them is an independent."
    if swing is None or swing.swing is None or "Speaker" in (swing.to, swing.from_):
        return ""
    to, from_ = (swing.to, swing.from_) if swing.swing >= 0 else (swing.from_, swing.to)
    rows = {row["party"]: called(row).name for row in told.report.candidates}
    return (
        f"The swing to {rows[to]} from {rows[from_]} was {by_points(swing.swing)}: the mean of the one's rise and the "
        "other's fall (Butler)."
    )


def field_words(told: Told) -> str:
    """How many stood and how many lost their deposits."""
    known = [row for row in told.report.candidates if row["candidate"]]
    if not known or told.contest["basis"] not in POLLED:
        return ""
    lost = [row for row in known if row["deposit_kept"] is False]
    many = len(known) >= len(SMALL)
    stood = (
        f"In all, {spelt(len(known), 'candidate')} stood"
        if many
        else starting(f"{spelt(len(known), 'candidate')} stood")
    )
    if not lost:
        return f"{stood}, and no deposit was lost."
    deposits = "their deposit" if len(lost) == 1 else "their deposits"
    return f"{stood}; {counted(len(lost))} lost {deposits}, with no more than a twentieth of valid votes."


def split_words(told: Told) -> str:
    """That those behind the winner had more together, as the arithmetic that it is."""
    found = told.facts.split.get(told.contest["contest_id"])
    if not (found and found["split"] and told.decided and all(row["candidate"] for row in told.report.candidates[:3])):
        return ""
    second, third = told.report.candidates[1:3]
    return (
        f"{named(second)} and {named(third)} together had {words.count(found['votes'])} votes, "
        f"{words.percent(found['share'])} of valid votes, more than the winner. That is arithmetic on the declared "
        "votes: it does not say whom their voters would have chosen had one of them not stood."
    )
