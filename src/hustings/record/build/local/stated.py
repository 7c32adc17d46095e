"""What a publication prints of a ward besides the candidates' votes: turnout, and totals to hold ours against."""

from hustings.record.build.local.contests import valid_ballots
from hustings.record.build.local.standing import Publication, Ward, WardKey
from hustings.record.build.reconciliation import Stated, reconciliation_row
from hustings.record.readers.cells import Row

# A fraction kept to more places than this was divided out by the publisher, not printed.
MOST_DECIMALS = 5


def turnouts(publication: Publication, contests: dict[WardKey, str]) -> list[Row]:
    """A row of `published` for each turnout printed; its base is as the source's note says."""
    rows = []
    for key, ward in publication.wards.items():
        for figure, value in (("turnout", ward.turnout), ("valid turnout", ward.valid_turnout)):
            if value is not None and key in contests:
                rows.append(_turnout(contests[key], figure, value, publication.source_id))
    return rows


def _turnout(contest: str, figure: str, value: float, source_id: str) -> Row:
    # A workbook's 48.4 over 100 is 0.48400000000000004.
    value = round(value, 9)
    places = len(repr(value).partition(".")[2])
    return {
        "contest_id": contest,
        "candidacy_id": None,
        "figure": figure,
        "value": value,
        "words": None,
        "decimals": places if places <= MOST_DECIMALS else None,
        "source_id": source_id,
    }


def totals(publication: Publication, rows: list[Row], contests: dict[WardKey, str]) -> list[Row]:
    """A row of `reconciliation` for each contest for one seat: the candidates' sum against the total printed.

    With several seats the total is of each party's leading candidate, or of ballot papers, and nothing adds up to it.
    """
    by_id = {row["contest_id"]: row for row in rows}
    found = []
    for key, contest_id in contests.items():
        contest = by_id[contest_id]
        printed = _total(publication.wards[key])
        if contest["voting_system"] == "FPTP" and printed is not None and contest["valid_votes"] is not None:
            stated = Stated(publication.source_id, printed)
            found.append(reconciliation_row(contest, contest_id, "valid_votes", contest["valid_votes"], stated))
    return found


def _total(ward: Ward) -> int | None:
    return ward.leading_votes if ward.leading_votes is not None else valid_ballots(ward)
