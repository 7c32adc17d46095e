"""Whether our measures reproduce every derived figure that publishers printed; the build fails where not."""

import ibis.expr.types as ir

from hustings.measures.change import change
from hustings.measures.majority import majority
from hustings.measures.outcome import outcome, outcome_words
from hustings.measures.rank import rank
from hustings.measures.share import share
from hustings.measures.turnout import turnout
from hustings.record.audit import record_checks
from hustings.record.audit.check import Check, Fault, Finding, as_faults
from hustings.record.open import Record

# A figure agrees when ours rounds to what was printed: within half a unit of its last decimal, at most
# the six that a 32-bit float holds; a change is the difference of two such floats, so it has the noise of both.
PRINTED = """
    select contest_id, coalesce(candidacy_id, contest_id) as key, figure, value, words,
        0.5 / 10 ** least(6, decimals) + if(figure = 'change', 6e-7, 1e-7) as tolerance
    from published
"""


def agreement_checks() -> list[Check]:
    """One check a figure: shares, changes, places, majorities, turnouts, totals, and holds and gains."""
    return [
        Check("published shares", "votes / valid votes is the share printed", _shares),
        Check("published changes", "share less baseline share is the change printed", _changes),
        Check("published places", "the place by votes, ties sharing, is the one printed", _places),
        Check("published majorities", "first less second is the majority printed", _majorities),
        Check("published turnouts", "in the Commons, turnout in valid votes is the one printed", _turnouts),
        Check("published totals of votes", "the votes of the parties add up to the total printed", _polled),
        Check("published outcomes", "party against the baseline's winner is the hold or gain printed", _outcomes),
    ]


def every_check() -> list[Check]:
    """The whole audit: the record against itself, and the measures against what was printed."""
    return [*record_checks(), *agreement_checks()]


def _shares(record: Record) -> Finding:
    results = record.results(basis="declared")
    return _numbers(record, "share", results.select(key=results.candidacy_id, ours=share(results)))


def _changes(record: Record) -> Finding:
    results = record.results()
    standard = record.baselines()
    moved = change(results.filter(results.basis == "declared"), results, standard)
    return _numbers(record, "change", moved.select(key="candidacy_id", ours="change"))


def _places(record: Record) -> Finding:
    results = record.results(basis="declared")
    return _numbers(record, "position", results.select(key=results.candidacy_id, ours=rank(results)))


def _majorities(record: Record) -> Finding:
    ours = majority(record.results(basis="declared"))
    return _numbers(record, "majority", ours.select(key="contest_id", ours="majority"))


def _turnouts(record: Record) -> Finding:
    ours = turnout(record.results(basis="declared"))
    # Mayors' turnouts are printed of all ballots, and are checked where the rejected ones are known.
    return _numbers(record, "turnout", ours.select(key="contest_id", ours="valid_turnout"), within="parl.")


def _polled(record: Record) -> Finding:
    contests = record.table("contest")
    return _numbers(record, "total", contests.select(key="contest_id", ours="valid_votes"))


def _numbers(record: Record, figure: str, ours: ir.Table, within: str = "") -> Finding:
    """The printed figures of one kind against ours, blank against null too; `within` is how their ids begin."""
    compared = f"""
        with printed as ({PRINTED}), ours as ({record.backend.compile(ours)})
        select 'published' as "table", key, figure as field, printed.value as published, ours.ours as "right",
            abs(printed.value - ours.ours) <= tolerance as agrees
        from printed left join ours using (key) where figure = ? and starts_with(contest_id, ?)
    """
    faults = f"select * exclude (agrees) from ({compared}) where agrees is distinct from true "
    faults += 'and not (published is null and "right" is null) order by key'
    rows = record.query(f"select count(*) as n from ({compared})", [figure, within])[0]["n"]
    return Finding(rows, as_faults(record.query(faults, [figure, within])))


def _outcomes(record: Record) -> Finding:
    results = record.results()
    standard = record.baselines()
    ours = {
        row["contest_id"]: row
        for row in record.rows(outcome(results.filter(results.basis == "declared"), results, standard))
    }
    parties = {row["party"]: row["abbreviation"] for row in record.rows(record.table("party"))}
    parties |= {"Independent": "Ind", "Speaker": "Spk"}
    printed = record.query("select contest_id, words from published where figure = 'outcome' order by 1")
    faults = []
    for row in printed:
        found = ours[row["contest_id"]]
        said = str(row["words"])
        if said.casefold() not in _ways_to_say(found, parties):
            faults.append(Fault("published", row["contest_id"], "outcome", said, outcome_words(found) or None))
    return Finding(len(printed), faults)


def _ways_to_say(found: dict[str, object], parties: dict[str, str]) -> set[str]:
    """The outcome in full and in the Library's abbreviations."""
    short = {key: parties.get(str(found[key]), found[key]) for key in ("winner", "loser")}
    return {outcome_words(one).casefold() for one in (found, found | short)}
