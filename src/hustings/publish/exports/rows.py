"""The rows of an export: results, contests and parties, each with its measures beside the votes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis
import ibis.expr.types as ir

from hustings import measures
from hustings.measures.outcome import outcome_words
from hustings.publish.exports.fields import PARTY_FIELDS, RESULT_FIELDS, SEAT_FIELDS, UNITS, Field
from hustings.publish.exports.wanted import Held, Row
from hustings.record.schema.elections import POLLED

Line = tuple[Any, ...]
BATCH = 5_000


def result_lines(held: Held) -> Iterator[Line]:
    """Every candidacy, contest by contest in order of day and id, whoever was elected first; never all in memory."""
    return (line for batch in result_batches(held) for line in batch)


def result_batches(held: Held) -> Iterator[list[Line]]:
    """The lines of `result_lines`, some thousands at a time."""
    record = held.record
    cursor = record.connection.cursor().execute(str(record.backend.compile(result_table(held))))
    done = 0
    while batch := cursor.fetchmany(BATCH):
        done += len(batch)
        held.seen(done, held.rows)
        yield batch


def result_table(held: Held) -> ir.Table:
    """The lines of `result_lines` as a table, percents and points rounded as `Field.value` rounds them."""
    found = _results(held).order_by("polling_on", "contest_id", "in_order")
    return found.select(**{field.name: _in_unit(field, found[field.found]) for field in RESULT_FIELDS})


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def round_even(value: float, decimals: int) -> float:  # type: ignore[empty-body]
    """The nearest number of so many decimals, a half to the even one: as Python rounds."""


def _in_unit(field: Field, found: ir.Value) -> ir.Value:
    return round_even(found * 100, 4) if field.style in UNITS else found


def _results(held: Held) -> ir.Table:
    """The results with place, share, change, deposit, and the figures of their contest."""
    now, record = held.now, held.record
    moved = measures.change(now, held.before, held.pairs).select(
        "candidacy_id", "change", "baseline_share", "baseline_contest_id", baseline_rule="rule"
    )
    by_contest = ibis.window(
        group_by=now.contest_id,
        order_by=[now.elected.desc(nulls_first=False), now.votes.desc(nulls_first=False), now.candidacy_id],
    )
    counted = now.mutate(
        place=measures.rank(now),
        share=measures.share(now),
        deposit_kept=_polled(now, measures.deposit_kept(now)),
        in_order=ibis.row_number().over(by_contest),
    )
    links = record.table("person_link").select("candidacy_id", person_known_by="how", person_probability="probability")
    joined = _left(_left(counted, moved, "candidacy_id"), links, "candidacy_id")
    licences = record.table("source").select("source_id", "licence")
    return _left(_named(held, _with_contest_figures(held, _doubted(held, joined))), licences, "source_id")


def _doubted(held: Held, rows: ir.Table) -> ir.Table:
    """With whether a court undid the election, and whether the record contradicts itself."""
    contests = held.record.table("contest").select("contest_id", "voided_on", of_contest="disputed")
    candidacies = held.record.table("candidacy").select("candidacy_id", of_row="disputed")
    joined = rows.join(contests, "contest_id").join(candidacies, "candidacy_id")
    return joined.mutate(disputed=joined.of_contest | joined.of_row)


def _left(rows: ir.Table, more: ir.Table, key: str) -> ir.Table:
    return rows.left_join(more, key).drop(f"{key}_right")


def _polled(rows: ir.Table, figure: ir.Value) -> ir.Value:
    """A figure of a poll: null in a notional result, where nobody polled."""
    return ibis.ifelse(rows.basis.isin(POLLED), figure, ibis.null(figure.type()))


def _with_contest_figures(held: Held, rows: ir.Table) -> ir.Table:
    """Majority and both turnouts of each row's contest."""
    margin = measures.majority(held.now).select("contest_id", "majority", "majority_share")
    turnout = measures.turnout(held.now).select("contest_id", "valid_turnout", "ballot_turnout")
    joined = rows.join(margin, "contest_id").join(turnout, "contest_id")
    return joined.mutate(
        valid_turnout=_polled(joined, joined.valid_turnout), ballot_turnout=_polled(joined, joined.ballot_turnout)
    )


def _named(held: Held, rows: ir.Table) -> ir.Table:
    """With the names of the election and the council."""
    elections = held.record.table("election").select("election_id", "election")
    councils = held.record.table("council").select("council_id", "council")
    return _left(rows.join(elections, "election_id"), councils, "council_id")


def seat_rows(held: Held) -> list[Row]:
    """Every contest with who won, by how much, hold or gain, and on what turnout."""
    found = held.record.rows(_seats(held).order_by("polling_on", "contest_id"))
    return [_in_fields(SEAT_FIELDS, row | {"outcome": _outcome(row)}) for row in found]


def _outcome(row: Row) -> str | None:
    words = {"held": row["held"], "winner": row["won_by"], "loser": row["loser"]}
    return outcome_words(words) or None


def _seats(held: Held) -> ir.Table:
    record = held.record
    contests = record.table("contest").semi_join(held.now, "contest_id")
    areas = record.table("area").select("boundary_set_id", "area_id", "area", "region", "country")
    outcome = measures.outcome(held.now, held.before, held.pairs).select("contest_id", "loser", "held", won_by="winner")
    pairs = held.pairs.select("contest_id", "baseline_contest_id", baseline_rule="rule")
    licences = record.table("source").select("source_id", "licence")
    placed = contests.join(areas, ["boundary_set_id", "area_id"])
    joined = _named(held, _with_contest_figures(held, placed)).join(measures.ballots(held.now), "contest_id")
    for more in (_winners(held.now), outcome, pairs):
        joined = _left(joined, more, "contest_id")
    joined = joined.mutate(ballots=_polled(joined, joined.ballots))
    return _left(joined, licences, "source_id")


def _winners(now: ir.Table) -> ir.Table:
    """A row a contest whose winners are known: names and parties in order of votes, figures where one alone won."""
    elected = now.mutate(share=measures.share(now)).filter(lambda row: row.elected)
    in_order = [elected.votes.desc(), elected.candidacy_id]
    # Nobody within a lump of several need have polled what the lump did.
    several = (elected.standing_as == "other") | ((elected.detail == "party") & (elected.standing_as == "independent"))
    alone = (elected.count() == 1) & ~several.any()
    return elected.group_by("contest_id").aggregate(
        winner=elected.candidate.group_concat("; ", order_by=in_order),
        winner_party=elected.party.group_concat("; ", order_by=in_order),
        winner_votes=ibis.ifelse(alone, elected.votes.max(), ibis.null("int32")),
        winner_share=ibis.ifelse(alone, elected.share.max(), ibis.null("float64")),
    )


def party_rows(held: Held) -> list[Row]:
    """What each party won in each election of the export; with its change where there is one election."""
    record = held.record
    named = record.table("election").select("election_id", "election", "basis")
    totals = measures.party_totals(held.now)
    if len({row["election_id"] for row in record.rows(held.now.select("election_id").distinct())}) == 1:
        moved = measures.party_change(held.now, held.before, held.pairs)
        changes = moved.select("party_id", "party", "share_change", "seats_change")
        keys = [totals.party == changes.party, totals.party_id.identical_to(changes.party_id)]
        joined = totals.join(changes, keys).drop("party_right", "party_id_right")
    else:
        joined = totals.mutate(share_change=ibis.null("float64"), seats_change=ibis.null("int64"))
    found = record.rows(joined.join(named, "election_id"))
    found.sort(key=lambda row: (row["election_id"], -(row["seats"] or 0), -(row["votes"] or 0), row["party"]))
    return [_in_fields(PARTY_FIELDS, row) for row in found]


def _in_fields(fields: tuple[Field, ...], row: Row) -> Row:
    return {field.name: field.value(row[field.found]) for field in fields}
