"""Where each party did best and where it rose most: the seats of a general election in order of one party's figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import ibis.expr.types as ir

from hustings import measures
from hustings.publish.party_names import called
from hustings.publish.prose import possessive
from hustings.record.open import Record

Row = dict[str, Any]
# A party has its seats in order where it won one, or this much of all valid votes.
LEAST_SHARE = 0.01


class PartyStanding(NamedTuple):
    """A party in the seats that it stood in at a general election.

    `rows` have contest_id, `share` and `change` (fractions of 1), `rule` and `baseline_on` of what the change is
    from, and `by_share` and `by_change`, the seat's places from the top; change and its place may be None.
    """

    party_id: str
    party: str
    rows: list[Row]

    @property
    def whose(self) -> str:
        """What its share is called by in a sentence: Labour's, the Greens'."""
        return possessive(called({"party_id": self.party_id, "party": self.party, "standing_as": "party"}).name)


def party_standings(record: Record, election_ids: Iterable[str]) -> dict[str, list[PartyStanding]]:
    """The larger parties of each general election, those with most votes first, in every seat they stood in.

    A party is taken with the other names of its line, as changes are counted.
    """
    results = record.results()
    fought = results.filter(results.election_id.isin(list(election_ids)))
    rows = _ranked(record, fought)
    totals = measures.party_totals(fought)
    large = totals.filter(totals.party_id.notnull(), (totals.seats > 0) | (totals.share >= LEAST_SHARE))
    standing: dict[str, list[PartyStanding]] = defaultdict(list)
    for total in record.rows(large.order_by("election_id", large.votes.desc())):
        own = rows[total["election_id"], total["party_id"]]
        standing[total["election_id"]].append(PartyStanding(total["party_id"], total["party"], own))
    return standing


def _ranked(record: Record, fought: ir.Table) -> dict[tuple[str, str], list[Row]]:
    """Every party's seats with their places, by election and party."""
    moved = measures.change(fought, record.results(), record.baselines())
    names = fought.select("candidacy_id", "election_id", "party_id", "line_id")
    lines = moved.join(names, "candidacy_id").filter(lambda row: row.line_id.notnull() & row.party_id.notnull())
    lines = lines.drop("candidacy_id").distinct()
    within = ("election_id", "line_id")
    compared = lines.filter(lines.change.notnull())
    places = compared.select("contest_id", "line_id", by_change=measures.rank_among(compared, "change", within=within))
    ranked = lines.mutate(by_share=measures.rank_among(lines, "share", within=within))
    contests = record.table("contest")
    days = contests.select(baseline_contest_id="contest_id", baseline_on="polling_on")
    ranked = ranked.left_join(places, ["contest_id", "line_id"]).left_join(days, "baseline_contest_id")
    wanted = ranked.select(
        "contest_id", "election_id", "party_id", "share", "change", "rule", "baseline_on", "by_share", "by_change"
    )
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in record.rows(wanted.order_by("by_share", "contest_id")):
        groups[row["election_id"], row["party_id"]].append(row)
    return groups
