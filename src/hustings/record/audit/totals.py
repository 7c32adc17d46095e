"""The party totals that the House of Commons Library has published, held against the record's sums."""

import csv
from pathlib import Path

from hustings.record.audit.check import Check, Fault, Finding
from hustings.record.open import Record

PUBLISHED = Path(__file__).parent / "known_totals.csv"
FIGURES = ("seats", "votes", "contested")
# A blank party is the independents, the Speaker and whatever a notional result lumps, together.
SUMS = """
    select election_id, scope, coalesce(party_id, '') as party_id,
        count(*) filter (elected) as seats, sum(votes)::bigint as votes, count(*) as contested
    from (
        select *, unnest(list_distinct(['United Kingdom', country, region,
            if(country = 'Northern Ireland', country, 'Great Britain')])) as scope
        from results
    ) group by all
"""


def total_checks() -> list[Check]:
    """Seats, votes and candidacies of each party, nationally and by country and region."""
    return [Check("published totals", "the record adds up to each party total that was published", _totals)]


def _totals(record: Record) -> Finding:
    ours = {(row["election_id"], row["scope"], row["party_id"]): row for row in record.query(SUMS)}
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        stated = list(csv.DictReader(file))
    faults = []
    for row in stated:
        key = (row["election_id"], row["scope"], row["party_id"])
        for figure in FIGURES:
            found = str(ours[key][figure]) if key in ours else None
            if row[figure] and row[figure] != found:
                faults.append(Fault("election", "|".join(key), figure, row[figure], found))
    return Finding(len(stated), faults)
