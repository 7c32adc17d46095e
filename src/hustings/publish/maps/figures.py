"""The figures of every seat of a general election at once, for a map of any of them: one pass of the measures."""

from __future__ import annotations

from typing import Any, NamedTuple

import ibis.expr.types as ir

from hustings import measures
from hustings.errors import NoSuchElection
from hustings.measures.lines import line_shares
from hustings.measures.outcome import outcome_words
from hustings.publish.party_names import called
from hustings.publish.prose import possessive
from hustings.publish.reports.winners import UNDECIDED, winners
from hustings.record.open import Record
from hustings.record.select import election_ids, party_id

Row = dict[str, Any]


class Party(NamedTuple):
    """A party that a map is of."""

    party_id: str
    name: str

    @property
    def whose(self) -> str:
        """What its share is called by in a sentence: Labour's, the Greens'."""
        return possessive(called({"party_id": self.party_id, "party": self.name, "standing_as": "party"}).name)


def general_election(record: Record, named: str) -> Row:
    """The one general election that a year, day or id means; NoSuchElection where it is not one."""
    ids = election_ids(record, str(named), "declared")
    found = record.query("select * from election where list_contains(?, election_id) and kind = 'general'", [ids])
    if len(found) != 1:
        raise NoSuchElection(f"{named!r} is not one general election; name one by its year, such as 2024")
    return found[0]


def named_party(record: Record, named: str) -> Party:
    """The party that a name means; raises as `record.results(party=...)` does."""
    found = party_id(record, named)
    return Party(found, record.query("select party from party where party_id = ?", [found])[0]["party"])


def seat_figures(record: Record, election: Row, party: Party | None = None) -> list[Row]:
    """A row a seat: winner, outcome, share, majority, both turnouts, swing, and with a party its share and change.

    Shares, turnouts and changes are fractions of 1. `party_state` is `stood`, `absent`, or `lumped` where the
    publication may count the party's votes within Other; `rule` and `baseline_on` say what a change is from.
    """
    contests = record.query(CONTESTS, [election["election_id"]])
    wanted = [row["contest_id"] for row in contests]
    compared = {row["contest_id"]: row for row in record.query(PAIRS, [wanted])}
    with record.results_of([*wanted, *(row["baseline_contest_id"] for row in compared.values())]) as everything:
        results = everything.filter(everything.election_id == election["election_id"])
        pairs = record.baselines()
        won = {row["contest_id"]: row for row in record.rows(winners(results))}
        outcomes = {row["contest_id"]: row for row in record.rows(measures.outcome(results, everything, pairs))}
        swings = measures.leading_swing(results, everything, pairs)
        swung = {row["contest_id"]: row["swing"] for row in record.rows(swings)}
        of_party = _party_figures(record, results, everything, party) if party else {}
    nothing = {"party_share": None, "baseline_share": None, "change": None, "party_state": None}
    return [
        won[key]
        | {"outcome": outcome_words(outcomes[key]) if key in outcomes else "", "held": None, "loser": None}
        | {name: outcomes.get(key, {}).get(name) for name in ("held", "loser")}
        | {"swing": swung.get(key)}
        | {name: compared.get(key, {}).get(name) for name in ("rule", "baseline_on")}
        | of_party.get(key, nothing)
        for key in wanted
    ]


CONTESTS = """
    select contest_id from contest join area using (boundary_set_id, area_id) where election_id = ?
    order by area, contest_id
"""
PAIRS = """
    select baseline.contest_id, baseline_contest_id, rule, contest.polling_on as baseline_on
    from baseline join contest on contest.contest_id = baseline_contest_id
    where standard and list_contains(?, baseline.contest_id)
"""


def _party_figures(record: Record, results: ir.Table, everything: ir.Table, party: Party) -> dict[str, Row]:
    """A party's share in each contest, that of its line at the baseline, and the change between them."""
    standing = results.filter(results.party_id == party.party_id)
    now = {row["contest_id"]: row["share"] for row in record.rows(line_shares(standing))}
    # Change is the same for every candidate of a line in a contest.
    mine = measures.change(results, everything, record.baselines()).semi_join(standing, "candidacy_id")
    moved = {row["contest_id"]: row for row in record.rows(mine)}
    lumped = results.filter(results.standing_as == "other").select("contest_id").distinct()
    other = {row["contest_id"] for row in record.rows(lumped)}
    every = [row["contest_id"] for row in record.rows(results.select("contest_id").distinct())]
    return {
        key: {
            "party_share": now.get(key),
            "baseline_share": moved.get(key, {}).get("baseline_share"),
            "change": moved.get(key, {}).get("change"),
            "party_state": "stood" if key in now else "lumped" if key in other else "absent",
        }
        for key in every
    }


def undecided(row: Row) -> bool:
    """Whether it is not known who won."""
    return bool(row["party"] == UNDECIDED)


def rank_in(record: Record, election: Row, row: Row, column: str) -> tuple[int, int] | None:
    """A seat's place from the top among all seats of its election by a column of `winners`, and among how many."""
    results = record.results(election=election["election_id"])
    won = winners(results)
    known = won.filter(won[column].notnull())
    ranked = known.select("contest_id", place=measures.rank_among(known, column))
    places = {one["contest_id"]: one["place"] for one in record.rows(ranked)}
    return (places[row["contest_id"]], len(places)) if row["contest_id"] in places else None


def seats_won(record: Record, rows: list[Row]) -> list[Row]:
    """Seats by party of the seats shown, most first: party_id, party, `seats`."""
    with record.results_of([row["contest_id"] for row in rows]) as results:
        return record.rows(measures.seats(results))
