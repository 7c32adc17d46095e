"""Which contests a story needs the facts of: its own, those beside it and of its boroughs at the same election."""

from __future__ import annotations

from hustings.publish.facts import Facts, gather
from hustings.record.open import Record
from hustings.record.slivers import LIES_IN

AROUND = """
    with asked as (from contest where list_contains(?, contest_id)),
    own as (
        select election_id, boundary_set_id, area_id from asked
        union
        -- Around a by-election stand the results of the general election before.
        select arg_max(election.election_id, election.polling_on), boundary_set_id, area_id
        from asked join election on election.kind = 'general' and election.basis = 'declared'
            and election.polling_on < asked.polling_on
        where asked.kind = 'by-election' group by asked.contest_id, boundary_set_id, area_id
    ),
    seats as (
        select election_id, boundary_set_id, area_id from own
        union
        select election_id, neighbour_boundary_set_id, neighbour_area_id
        from own join neighbour using (boundary_set_id, area_id)
        union
        select election_id, other.boundary_set_id, other.area_id
        from own join authority_part as part using (boundary_set_id, area_id)
        join authority_part as other using (local_authority_id)
        where part.people >= 1 and other.people >= 1
    )
    select contest_id from contest join seats using (election_id, boundary_set_id, area_id)
"""
OF_BOROUGH = f"""
    select contest_id from contest join authority_part using (boundary_set_id, area_id)
    where local_authority_id = ? and election_id = ? and {LIES_IN}
    order by people desc
"""


def facts_around(record: Record, contest_ids: list[str]) -> Facts:
    """The facts of these contests and of all that their stories speak of."""
    around = [row["contest_id"] for row in record.query(AROUND, [contest_ids])]
    return gather(record, sorted({*contest_ids, *around}))


def borough_contests(record: Record, local_authority_id: str, election_id: str) -> list[str]:
    """The contests of a general election in the constituencies of a local authority, most of its people first."""
    return [row["contest_id"] for row in record.query(OF_BOROUGH, [local_authority_id, election_id])]
