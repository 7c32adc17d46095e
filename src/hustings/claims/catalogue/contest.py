"""The contests that a story may be of, and who stood in them, as rows of the catalogue."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Contest(NamedTuple):
    """A contest that a story may be of; `seat` is its name."""

    contest_id: str
    election_id: str
    polling_on: date
    kind: str
    basis: str
    seat: str
    region: str
    country: str
    source_id: str


class Candidate(NamedTuple):
    """Who stood in a contest; before 2005 and in notional results, a party's candidates."""

    contest_id: str
    candidacy_id: str
    name: str
    family: str
    gender: str
    party_id: str
    party: str
    place: int


CONTESTS_SQL = """
    select contest_id, election_id, polling_on, kind, basis,
        replace(area, ',', '') as seat, coalesce(region, '') as region, country, contest.source_id
    from contest join area using (boundary_set_id, area_id) where kind in ('general', 'by-election')
    order by contest_id
"""
CANDIDATES_SQL = """
    select contest_id, candidacy_id[length(contest_id) + 1:] as candidacy_id,
        coalesce(results.candidate, party) as name,
        coalesce(family_name, '') as family, coalesce(gender, '') as gender,
        case results.standing_as when 'independent' then 'independent' when 'speaker' then 'speaker'
            else coalesce(results.party_id, 'other') end as party_id,
        party, coalesce(rank() over (partition by contest_id order by results.votes desc), 0)::int as place
    from results join (select candidacy_id, family_name, gender from candidacy) using (candidacy_id)
    where kind in ('general', 'by-election') order by contest_id, place, results.candidacy_id
"""
