"""What to take care of in an export: sentences that are said where they are so of some of its rows."""

from __future__ import annotations

from typing import Any

from hustings.publish.exports.wanted import Held

# Of results, whatever the format: where it is so of a row, and what is then said.
OF_RESULTS = (
    (
        "rows.basis = 'notional'",
        "Notional: rows of that basis are a published estimate that redistributes the votes of an election over "
        "boundaries drawn later; nobody was elected by them, and they have no turnout.",
    ),
    ("rows.basis = 'provisional'", "Provisional: rows of that basis were added before the result was declared."),
    (
        "rows.basis not in ('declared', 'provisional', 'notional')",
        "Estimated, projected or imagined: rows of those bases were published by nobody.",
    ),
    ("rows.standing_as = 'other'", "Other: candidates whom the publication adds together; no party."),
    (
        "rows.voting_system = 'block' and rows.kind in ('general', 'by-election')",
        "Two members: each voter had two votes, and the publication scales them to voters; votes and shares of those "
        "seats are of that scale, and totals printed elsewhere are larger.",
    ),
    (
        "rows.voting_system = 'block' and rows.kind not in ('general', 'by-election')",
        "Block votes: a voter has as many votes as there are seats, so votes are more than voters.",
    ),
    (
        "rows.voting_system = 'SV'",
        "Supplementary Vote: votes, share and place are of first preferences, the majority of final totals.",
    ),
    ("rows.voting_system = 'STV'", "Single Transferable Vote: votes, share and place are of first preferences."),
    (
        "rows.standing_as = 'speaker'",
        "The Speaker stands as the Speaker seeking re-election, for no party.",
    ),
)
# Of the columns of tables, likewise.
OF_COLUMNS = (
    (
        "rows.detail = 'party'",
        "Party votes: where detail is party a row is all of a party's candidates in a contest, and no name is known.",
    ),
    (
        "rows.elected is null",
        "Where elected is blank it was not published who was elected, and votes do not decide it.",
    ),
    (
        "contest.voided_on is not null",
        "Void: an election court undid elections that have a day in voided_on; they are as they were declared.",
    ),
    (
        "contest.disputed or candidacy.disputed",
        "Disputed: the record contradicts itself where disputed is true, and no authority settles it; the reason is in "
        "docs/corrections.md.",
    ),
    (
        "how = 'linked'",
        "Linked: where person_known_by is linked, that the candidacy is that person's is an estimate of Hustings, with "
        "its probability beside it.",
    ),
)
OF_MEASURES = (
    "Share and majority: of valid votes, in percent. Change: of share, in percentage points, on the contest in "
    "baseline_contest_id. Turnout: valid votes, or all ballots, as a percentage of the electorate; the two are never "
    "compared. Blank, or null, is unknown or none, never 0."
)
Rules = tuple[tuple[str, str], ...]


def result_notes(held: Held) -> tuple[str, ...]:
    """What is to be said of the results held in any format."""
    return _true_of_some(held, OF_RESULTS)


def column_notes(held: Held) -> tuple[str, ...]:
    """What is to be said besides where there are columns of measures, doubts and links."""
    return (OF_MEASURES, *_true_of_some(held, OF_COLUMNS))


def _true_of_some(held: Held, rules: Rules) -> tuple[str, ...]:
    flags = [f"bool_or({condition}) as note_{place}" for place, (condition, _) in enumerate(rules)]
    found: dict[str, Any] = held.record.query(
        f"""
        select {", ".join(flags)} from {held.now.get_name()} as rows
        join contest using (contest_id) join candidacy using (candidacy_id)
        left join person_link using (candidacy_id)
        """
    )[0]
    return tuple(sentence for place, (_, sentence) in enumerate(rules) if found[f"note_{place}"])
