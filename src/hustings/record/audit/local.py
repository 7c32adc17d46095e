"""Checks of local elections: codes of wards, turnouts printed, seats of councils that are known from elsewhere."""

import csv
from pathlib import Path

from hustings.record.audit.check import Check, Fault, Finding, sql_check
from hustings.record.open import Record

COUNCILS = Path(__file__).parent / "known_councils.csv"
# Printed turnouts count rejected papers, or do not, and are rounded: more than this apart, in points, is neither.
APART = 2.5
HELD = """
    select election_id, coalesce(party_id, standing_as) as party_id, count(*) filter (elected) as seats,
        count(*) as candidates
    from results where kind = 'local' and detail = 'candidate' group by all
    union all
    select year(polling_on)::varchar || '|' || region, null, count(*) filter (elected), count(*)
    from results where kind = 'local' and detail = 'candidate' group by all
"""


def local_checks() -> list[Check]:
    """The checks of local elections alone."""
    return [CODES, TURNOUTS, LOSERS, Check("published councils", "seats are those that were published", _councils)]


CODES = sql_check(
    "ward codes",
    "a code is one ward's of a council on a day",
    """
    select 'area' as "table", boundary_set_id || '|' || area_id as key, 'gss' as field, gss as published,
        'a code of its own' as "right", count(*) over (partition by boundary_set_id, gss) > 1 as shared
    from area where area_type in ('Ward', 'Electoral division') and gss is not null
    """,
    "shared",
)

TURNOUTS = sql_check(
    "printed turnouts",
    f"a turnout printed for a contest for one seat is within {APART} points of the votes counted over the electorate",
    f"""
    select 'published' as "table", contest_id || '||' || figure as key, 'value' as field, value as published,
        round(valid_votes / electorate, 4) as "right",
        abs(value - valid_votes / electorate) > {APART / 100} as far
    from published join contest using (contest_id)
    where figure in ('turnout', 'valid turnout') and kind = 'local' and voting_system = 'FPTP'
        and valid_votes is not null and electorate is not null
    """,
    "far",
)

LOSERS = sql_check(
    "unopposed",
    "whoever has no votes published was unopposed, and elected",
    """
    select 'candidacy' as "table", candidacy_id as key, 'votes' as field, votes as published,
        'votes, or elected unopposed' as "right", elected
    from candidacy join contest using (contest_id) where kind = 'local' and detail = 'candidate'
    """,
    "coalesce(published, 0) = 0 and not (published is null and elected)",
)


def _councils(record: Record) -> Finding:
    """Seats by party of a council, and of all councils of a region, against what was published."""
    held = {(row["election_id"], row["party_id"] or ""): row for row in record.query(HELD)}
    with COUNCILS.open(encoding="utf-8", newline="") as file:
        stated = list(csv.DictReader(file))
    faults = []
    for row in stated:
        found = held.get((row["election_id"], row["party_id"]))
        seats = str(found["seats"]) if found else None
        if seats != row["seats"]:
            faults.append(Fault("election", f"{row['election_id']}|{row['party_id']}", "seats", row["seats"], seats))
    return Finding(len(stated), faults)
