"""What candidates of 2024 reported to have spent, each return held against the candidacies of its seat."""

from collections import defaultdict

from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.names import plain
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.open_innovations import MONEY, read_candidate_spending

ELECTION = "parl.2024-07-04"
SOURCE: Row = {"source_id": "candidate-spending-2024"}
# Of 100: surnames as near as Banerji and Banjeri. A share of the vote is printed to two decimals of a percent.
NEAR_SURNAME = 70.0
HALF_A_DIGIT = 0.00005 + 1e-9


def compile_spending(raw: Raw, tables: Tables) -> list[Row]:
    """A row a return, with the candidacy that alone in its seat answers to it, or none."""
    contests = {row["area_id"]: row for row in tables["contest"] if row["election_id"] == ELECTION}
    standing: dict[Value, list[Row]] = defaultdict(list)
    for row in tables["candidacy"]:
        standing[row["contest_id"]].append(row)
    rows = []
    for row in read_candidate_spending(raw.path("candidate-spending-2024")):
        contest = contests[row["area_id"]]
        candidacy = matching_candidacy(row, standing[contest["contest_id"]], contest)
        rows.append(_return(row, contest, candidacy))
    return rows


def matching_candidacy(row: Row, candidacies: list[Row], contest: Row) -> Row | None:
    """The one candidacy of a like surname, of several the one with the share of the vote printed, or
    where no surname is like it the one with that share and a name in common.
    """
    like = [one for one in candidacies if _alike(str(row["family_name"]), str(one["family_name"]))]
    exact = [one for one in like if _same_share(row, one, contest)]
    named = [one for one in candidacies if _same_share(row, one, contest) and _share_a_name(row, one)]
    for found in (exact, like, named):
        if len(found) == 1:
            return found[0]
    return None


def _alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(plain(one), plain(other)) >= NEAR_SURNAME


def _share_a_name(row: Row, candidacy: Row) -> bool:
    printed = plain(f"{row['given_name']} {row['family_name']}").split()
    return bool(set(printed) & set(plain(str(candidacy["candidate"])).split()))


def _same_share(row: Row, candidacy: Row, contest: Row) -> bool:
    if row["share"] is None or candidacy["votes"] is None:
        return False
    share = int(str(candidacy["votes"])) / int(str(contest["valid_votes"]))
    return abs(share - float(str(row["share"])) / 100) <= HALF_A_DIGIT


def _return(row: Row, contest: Row, candidacy: Row | None) -> Row:
    name = " ".join(f"{row['given_name'] or ''} {row['family_name']}".split())
    return {
        "contest_id": contest["contest_id"],
        "name": name,
        "candidacy_id": candidacy["candidacy_id"] if candidacy else None,
        "party": row["party"],
        **{money: row[money] for money in MONEY.values()},
        **SOURCE,
    }
