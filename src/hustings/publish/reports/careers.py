"""Lives in contests: every candidacy of one person or of many, in order, each saying how it is known to be theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from hustings import measures
from hustings.publish import words
from hustings.record.open import Record

Row = dict[str, Any]

STANDING = """
    select candidacy_id, contest_id, coalesce(person_link.person_id, candidacy_id) as person_id, how, probability,
        election.election, council.council, contest.voided_on
    from candidacy join contest using (contest_id) join election using (election_id)
    left join council using (council_id) left join person_link using (candidacy_id)
    where list_contains(?, coalesce(person_link.person_id, candidacy_id)) and contest.basis = 'declared'
"""
ELECTED = {True: "yes", False: "no", None: words.UNKNOWN}
CONTESTS = {
    "general": "{area}",
    "by-election": "{area} by-election",
    "local": "{area}, {council}",
    "mayor": "Mayor of {council}",
}


def careers(record: Record, person_ids: Iterable[str]) -> dict[str, list[Row]]:
    """The candidacies of each of these people, earliest first: contest, label, votes, share, place, how known."""
    standing = {row["candidacy_id"]: row for row in record.query(STANDING, [list(person_ids)])}
    with record.results_of([*{row["contest_id"] for row in standing.values()}]) as results:
        ranked = results.mutate(share=measures.share(results), position=measures.rank(results))
        found = record.rows(ranked.order_by("polling_on", "candidacy_id"))
    lives: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        if one := standing.get(row["candidacy_id"]):
            lives[one["person_id"]].append(_candidacy(row, one))
    return lives


def _candidacy(result: Row, standing: Row) -> Row:
    return {
        **result,
        **standing,
        "where": CONTESTS[result["kind"]].format(area=result["area"], council=standing["council"]),
        "place": _place(result),
        "outcome": _outcome(result, standing),
        "known": _known(standing),
    }


def _place(result: Row) -> str:
    known = result["votes"] is not None and result["position"] is not None
    return words.ordinal(result["position"]) if known else words.UNKNOWN


def _outcome(result: Row, standing: Row) -> str:
    undone = f" (void {words.day(standing['voided_on'])})" if result["elected"] and standing["voided_on"] else ""
    return ELECTED[result["elected"]] + undone


def _known(standing: Row) -> str:
    if standing["how"] == "linked":
        return f"linked, {words.percent(standing['probability'])}"
    return {"published": "number", "corrected": "correction"}.get(standing["how"], words.NONE)
