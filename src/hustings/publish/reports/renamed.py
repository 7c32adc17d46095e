"""Parties that stood under another name where their changes are measured from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hustings.record.open import Record

Row = dict[str, Any]
RENAMED = """
    select distinct contest_id as of, contest.election_id, now_party.party_id, now_party.party,
        then_party.party as before
    from baseline join contest using (contest_id)
    join candidacy as standing using (contest_id) join party as now_party on now_party.party_id = standing.party_id
    join candidacy as stood on stood.contest_id = baseline_contest_id
    join party as then_party on then_party.party_id = stood.party_id
    where standard and list_contains(?, contest_id)
        and now_party.line_id = then_party.line_id and now_party.party_id != then_party.party_id
    order by of, party, before
"""


def renamed_parties(record: Record, contest_ids: Iterable[str]) -> list[Row]:
    """A row a contest (`of`) and party of it that is compared, on its line, with one of another name, `before`."""
    return record.query(RENAMED, [list(contest_ids)])
