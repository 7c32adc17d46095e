"""What the census finds notable of a place: the answers in which it ranks in the top or bottom twentieth."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from hustings.record.open import Record

Row = dict[str, Any]

# Among the first or the last twentieth of the places of its kind that were asked the same question.
NOTABLE = """
    with ranked as (
        select scope, topic, category, count(*) as of from census where kind = $1 group by all
    )
    select area_id, scope, topic, category, share, base, rank, of, of - rank + 1 as from_bottom, census_on, counted,
        estimated, census.source_id
    from census join ranked using (scope, topic, category) join census_category using (scope, topic, category)
    join census_question using (scope, topic)
    where census.kind = $1 and not subtotal and category != 'Not answered'
        and (rank <= of / 20 or of - rank < of / 20) and share >= 0.001
    -- Where many share a place, as all towns share being urban, it is not notable.
    qualify count(*) over (partition by scope, topic, category, rank) <= of / 20
    order by area_id, least(rank, of - rank + 1), topic, ordinality
"""


def notable_places(record: Record, kind: str = "constituency") -> dict[str, list[Row]]:
    """Each place's notable answers by its code, the most extreme first; ranks are by share, highest first.

    `kind` is that of the places: constituency, ward or local authority; each is ranked among its own kind.
    """
    notable: dict[str, list[Row]] = defaultdict(list)
    for row in record.query(NOTABLE, [kind]):
        notable[row["area_id"]].append(row)
    return notable
