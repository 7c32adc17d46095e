"""The rounds of a count under the Supplementary Vote, and what became of each candidate in them.

Local Government Act 2000, schedule 2: a candidate with more than half of the first preferences is
elected; otherwise all but the two with most are eliminated, and the second preferences of the
eliminated candidates' voters for one of the two are added.
"""

from hustings.record.build.mayors.counts import Count, Counted
from hustings.record.readers.cells import Row

FIRST = "first preferences"
SECOND = "second preferences added"
FINALISTS = 2


def won_at_once(count: Count) -> bool:
    """Whether a candidate had more than half of the first preferences."""
    return 2 * max(one.first for one in count.candidates) > sum(one.first for one in count.candidates)


def final_votes(count: Count, one: Counted) -> int | None:
    """Votes at the end of the last round; null for the eliminated, and where they were not published."""
    return one.first if won_at_once(count) else one.final


def finalists(count: Count) -> list[Counted]:
    """The two whom the second preferences were counted for; none where the first round decided."""
    if won_at_once(count):
        return []
    return sorted(count.candidates, key=lambda one: -one.first)[:FINALISTS]


def count_rounds(count: Count, candidacies: dict[str, str]) -> list[Row]:
    """A row a candidate and round; `candidacies` gives each candidate's id."""
    rows = [_first(count, one, candidacies) for one in count.candidates]
    return rows + [_second(count, one, candidacies) for one in finalists(count)]


def _first(count: Count, one: Counted, candidacies: dict[str, str]) -> Row:
    if won_at_once(count):
        fate = "elected" if one.elected else "not elected"
    else:
        fate = "continuing" if one in finalists(count) else "eliminated"
    figures: Row = {"round": 1, "stage": FIRST, "transfers": None, "votes": one.first, "fate": fate}
    return _whose(count, candidacies[one.candidate]) | figures | {"address": one.first_address}


def _second(count: Count, one: Counted, candidacies: dict[str, str]) -> Row:
    fate = "elected" if one.elected else "not elected"
    figures: Row = {"round": 2, "stage": SECOND, "transfers": one.transfers, "votes": one.final, "fate": fate}
    return _whose(count, candidacies[one.candidate]) | figures | {"address": one.final_address}


def _whose(count: Count, candidacy_id: str) -> Row:
    return {"contest_id": count.contest_id, "candidacy_id": candidacy_id, "source_id": count.source_id}
