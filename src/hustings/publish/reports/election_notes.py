"""The sentences under a party table: what it adds up, what is not known, what its changes are on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import ibis.expr.types as ir

from hustings.measures.turnout import national_turnout
from hustings.publish import words
from hustings.publish.reports.renamed import renamed_parties
from hustings.record.open import Record

Row = dict[str, Any]

RULES = {
    "same-boundaries": "{0} as declared on the same boundaries",
    "notional": "notional {0}, a published estimate,",
    "as-declared": "{0} as declared, which the notional result repeats,",
}


def baseline_words(rows: list[Row]) -> str:
    """What changes and gains are measured from, by how many seats: rows have `rule` and `baseline_on`, or None."""
    rules = Counter((row["baseline_on"].year, row["rule"]) for row in rows if row["rule"])
    named = (
        f"{RULES[rule].format(year)} in {words.plural(seats, 'seat')}" for (year, rule), seats in sorted(rules.items())
    )
    without = sum(row["rule"] is None for row in rows)
    none = f"; none in {words.plural(without, 'seat')}" if without else ""
    return f"Baseline: {'; '.join(named)}{none}."


def totals_note(record: Record, results: ir.Table) -> tuple[str, ...]:
    """Seats, electorate, votes and turnout of all contests together."""
    total = record.rows(national_turnout(results))[0]
    places = record.rows(_each_contest(results).aggregate(seats=lambda one: one.seats.sum()))[0]["seats"]
    uncounted = total["contests"] - total["counted"]
    of_known = f" (not of {words.plural(uncounted, 'seat')} unopposed or without a figure)" if uncounted else ""
    constituencies = f" in {words.plural(total['contests'], 'constituency', 'constituencies')}"
    return (
        f"{words.plural(places, 'seat')}{constituencies if places != total['contests'] else ''}; "
        f"electorate {words.count(total['electorate'])}; "
        f"valid votes {words.count(total['valid_votes'])}; rejected papers {words.count(total['invalid_votes'])}; "
        f"turnout {words.percent(total['valid_turnout'])} in valid votes, "
        f"{words.percent(total['ballot_turnout'])} in all ballots{of_known}.",
    )


def _each_contest(results: ir.Table) -> ir.Table:
    return results.group_by("contest_id").aggregate(
        seats=results.seats.max(),
        unknown=results.elected.isnull().any(),
        lumped=(results.standing_as == "other").any(),
        parties=(results.detail == "party").any(),
        unopposed=results.votes.isnull().all(),
        to_other=(results.elected & (results.standing_as == "other")).any(),
        scaled=((results.voting_system == "block") & (results.detail == "party")).any(),
    )


def undecided_note(record: Record, results: ir.Table) -> tuple[str, ...]:
    """What a table of parties cannot say, where its rows are parties and not candidates."""
    contests = _each_contest(results)
    found = record.rows(
        contests.aggregate(
            parties=contests.parties.any(),
            lumped=contests.lumped.any(),
            undecided=contests.seats.sum(where=contests.unknown),
            unopposed=contests.seats.sum(where=contests.unopposed),
            to_other=contests.seats.sum(where=contests.to_other & ~contests.unknown),
            scaled=contests.scaled.any(),
        )
    )[0]
    if not found["parties"] or _notional(record, results):
        return ()
    notes = ["Party votes by seat were published, and no candidates: stood is in how many seats."]
    if found["lumped"]:
        notes.append("Other is every candidate of no party named here, added together by the publication.")
    if found["unopposed"]:
        notes.append(f"{words.plural(found['unopposed'], 'member')} returned unopposed, with no votes.")
    if found["to_other"]:
        notes.append(f"{words.plural(found['to_other'], 'seat')} went to candidates within Other.")
    if found["undecided"]:
        notes.append(
            f"{words.plural(found['undecided'], 'seat')} in no party's column: the publication does not say who took "
            "them, and its votes do not decide it where two members were elected or the largest figure is Other; so "
            "each party's seats are at least those shown."
        )
    if found["scaled"]:
        notes.append(
            "Where two members were elected each voter had two votes, and the publication scales them to voters: votes "
            "and shares here are of that scale, and totals printed elsewhere are larger. Allies of a party that stood "
            "under another name, such as National Liberals, are within Other."
        )
    return (" ".join(notes),)


def _notional(record: Record, results: ir.Table) -> bool:
    return bool(record.rows(results.filter(results.basis != "declared").limit(1)))


def change_note(record: Record, results: ir.Table, rows: list[Row]) -> tuple[str, ...]:
    """What the changes of a party table are on: how many seats by which rule, and of which election."""
    pairs = record.baselines().semi_join(results, "contest_id")
    if all(row["share_change"] is None for row in rows):
        held = record.rows(pairs.aggregate(seats=pairs.count()))[0]["seats"]
        every = "in every seat, so the whole does not compare" if held else "for these boundaries"
        return (f"Change: none is shown, since the record holds no earlier result {every}.",)
    return (
        "Change: share in percentage points and seats, on the baselines of these seats added up: "
        f"{baselines_named(record, results)}. "
        f"{words.NONE}: independents, parties with no vote of their own there, and seats where some are not told.",
        *_renamed_here(record, results, rows),
    )


def _renamed_here(record: Record, results: ir.Table, rows: list[Row]) -> list[str]:
    contests = [row["contest_id"] for row in record.rows(results.select("contest_id").distinct())]
    changed = {row["party_id"] for row in rows if row["share_change"] is not None}
    said = renamed_words(record, contests)
    return [sentence for (_, party_id), told in said.items() if party_id in changed for sentence in told]


def renamed_words(record: Record, contest_ids: Iterable[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """That a party stood under another name where its change is measured from: a sentence by election and party."""
    seats = Counter(
        (row["election_id"], row["party_id"], row["party"], row["before"])
        for row in renamed_parties(record, contest_ids)
    )
    said: dict[tuple[str, str], tuple[str, ...]] = defaultdict(tuple)
    for (election_id, party_id, party, before), number in seats.most_common():
        sentence = f"{party} is compared with {before}, its name then, in {words.plural(number, 'seat')}."
        said[election_id, party_id] += (sentence,)
    return dict(said)


def baselines_named(record: Record, results: ir.Table) -> str:
    """Which elections these seats are compared with, by which rule, and in how many seats."""
    pairs = record.baselines().semi_join(results, "contest_id")
    years = record.results().select(baseline_contest_id="contest_id", year=lambda row: row.polling_on.year()).distinct()
    counted = (
        pairs.join(years, "baseline_contest_id").group_by("rule", "year").aggregate(seats=lambda pair: pair.count())
    )
    rules = record.rows(counted.order_by("year", "rule"))
    return "; ".join(
        f"{RULES[row['rule']].format(row['year'])} in {words.plural(row['seats'], 'seat')}" for row in rules
    )
