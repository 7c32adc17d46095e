"""Every number that a story of a seat may print, counted again from votes and electorates alone, by hand as it were.

Nothing here calls a measure or a report: a number in a story that is not among these is not in the record.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from hustings.record.open import Record

Row = dict[str, Any]
CONTEST = "select * from contest where contest_id = ?"
CANDIDATES = """
    select candidacy_id, votes, elected, standing_as, party_id,
        case standing_as when 'speaker' then 'speaker' when 'party' then line_id end as line
    from candidacy left join party using (party_id) where contest_id = ? order by votes desc
"""


def percent(part: Fraction, decimals: int = 1) -> str:
    """A part of a whole as it is printed, rounded half away from zero."""
    return str(
        (Decimal(part.numerator) * 100 / Decimal(part.denominator)).quantize(
            Decimal(1).scaleb(-decimals), ROUND_HALF_UP
        )
    )


def of_contest(record: Record, contest_id: str) -> set[str]:
    """Votes, shares, majority, what would have changed it, deposits, turnouts of one contest."""
    contest = record.query(CONTEST, [contest_id])[0]
    rows = record.query(CANDIDATES, [contest_id])
    valid, invalid, electorate = (contest[key] for key in ("valid_votes", "invalid_votes", "electorate"))
    votes = [row["votes"] for row in rows]
    majority = votes[0] - votes[1] if len(votes) > 1 else 0
    lost = sum(20 * row["votes"] <= valid for row in rows)
    numbers = [*votes, majority, majority // 2 + 1, majority + 1, valid, invalid, electorate, len(rows), lost]
    numbers += [sum(votes[1:3])]
    shares = [Fraction(one, valid) for one in (*votes, majority, sum(votes[1:3]))]
    if electorate:
        shares += [Fraction(valid, electorate), Fraction(valid + (invalid or 0), electorate)]
    said = {f"{number:,}" for number in numbers if number is not None}
    return said | {percent(share) for share in shares} | {percent(Fraction(majority, valid), 2)}


def changes(record: Record, contest_id: str) -> set[str]:
    """The change of every line on each baseline, with the share it is from, and the swing of the first two."""
    now = lines(record, contest_id)
    said: set[str] = set()
    for row in record.query("select baseline_contest_id from baseline where contest_id = ?", [contest_id]):
        then = lines(record, row["baseline_contest_id"])
        moved = {line: now[line] - then[line] for line in now if then.get(line)}
        said |= {percent(abs(change)) for change in moved.values()} | {percent(share) for share in then.values()}
        first = [one["line"] for one in record.query(CANDIDATES, [contest_id])[:2]]
        if all(line in moved for line in first):
            said.add(percent(abs(moved[first[0]] - moved[first[1]]) / 2))
    return said


def lines(record: Record, contest_id: str) -> dict[str, Fraction]:
    """The share of each party line."""
    valid = record.query(CONTEST, [contest_id])[0]["valid_votes"]
    shares: dict[str, Fraction] = defaultdict(Fraction)
    for row in record.query(CANDIDATES, [contest_id]):
        if row["line"]:
            shares[row["line"]] += Fraction(row["votes"], valid)
    return shares


def whole_election(record: Record, election_id: str) -> set[str]:
    """National turnout, how many seats there were, and each seat's place by majority as a part of valid votes."""
    contests = record.query("select * from contest where election_id = ?", [election_id])
    valid, electorate = (sum(row[key] for row in contests) for key in ("valid_votes", "electorate"))
    return {percent(Fraction(valid, electorate)), str(len(contests))}


def place_by_majority(record: Record, contest_id: str) -> set[str]:
    """The place of a contest from either end among all of its election."""
    election = record.query(CONTEST, [contest_id])[0]["election_id"]
    votes: dict[str, list[int]] = defaultdict(list)
    valid: dict[str, int] = {}
    for row in record.query(
        "select contest_id, votes, valid_votes from candidacy join contest using (contest_id) where election_id = ?",
        [election],
    ):
        votes[row["contest_id"]].append(row["votes"])
        valid[row["contest_id"]] = row["valid_votes"]
    parts = {key: Fraction(sorted(polled)[-1] - sorted(polled)[-2], valid[key]) for key, polled in votes.items()}
    own = parts[contest_id]
    return {str(1 + sum(one > own for one in parts.values())), str(1 + sum(one < own for one in parts.values()))}


OVERLAPS = """
    from overlap where (new_boundary_set_id, new_area_id) = (?, ?) or (old_boundary_set_id, old_area_id) = (?, ?)
"""
PEOPLE = "select population_of_constituency as part from authority_part where (boundary_set_id, area_id) = (?, ?)"
CENSUS = """
    with own as (from census where area_id = ? and kind = 'constituency')
    select own.count, own.base, own.rank, count(*) as n from own
    join census as every using (kind, scope, topic, category) group by all
"""


def of_place(record: Record, contest_id: str) -> set[str]:
    """Overlaps with older seats, parts of boroughs, and census shares with their ranks from either end."""
    contest = record.query(CONTEST, [contest_id])[0]
    seat = [contest["boundary_set_id"], contest["area_id"]]
    overlaps = record.query(OVERLAPS, [*seat, *seat])
    parts = [row[key] for row in overlaps for key in ("addresses_of_new", "addresses_of_old")]
    parts += [row["part"] for row in record.query(PEOPLE, seat)]
    said = {percent(Fraction(str(part))) for part in parts}
    for row in record.query(CENSUS, [seat[1]]):
        said |= {str(row["rank"]), str(row["n"] - row["rank"] + 1), str(row["n"])}
        said.add(percent(Fraction(row["count"], row["base"])))
    return said


BESIDE = """
    with own as (select * from contest where contest_id = ?),
    seats as (
        select boundary_set_id, area_id from own
        union
        select neighbour_boundary_set_id, neighbour_area_id from own join neighbour using (boundary_set_id, area_id)
        union
        select other.boundary_set_id, other.area_id from own
        join authority_part as part using (boundary_set_id, area_id)
        join authority_part as other using (local_authority_id)
    )
    select contest_id from contest semi join seats using (boundary_set_id, area_id)
    where election_id = (select election_id from own)
        -- Around a by-election stand the results of the general election before.
        or election_id = (
            select max(election_id) from contest where kind = 'general' and basis = 'declared'
                and polling_on < (select polling_on from own where kind = 'by-election')
        )
"""
NAMED = """
    select contest_id, contest.valid_votes from contest join area using (boundary_set_id, area_id)
    where basis = 'declared' and kind in ('general', 'by-election') and country = ? and seats = 1
        and list_has_any(string_split(replace(area, ',', ''), ' '), ?) and valid_votes > 0
"""
NAMES = """
    with own as (select boundary_set_id, area_id from contest where contest_id = ?),
    seats as (
        from own union
        select old_boundary_set_id, old_area_id from own
        join overlap on new_boundary_set_id = boundary_set_id and new_area_id = area_id
    )
    select area, country from area semi join seats using (boundary_set_id, area_id)
"""
# Of names that say nothing of a place.
COMMON = {"and", "North", "South", "East", "West", "Green", "Town"}


def others(record: Record, contest_id: str) -> list[str]:
    """The contests of the places a story speaks of: beside and of the borough then, and of like names before."""
    areas = record.query(NAMES, [contest_id])
    words = sorted(set(" ".join(row["area"] for row in areas).replace(",", "").split()) - COMMON)
    found = [*record.query(BESIDE, [contest_id]), *record.query(NAMED, [areas[0]["country"], words])]
    return [row["contest_id"] for row in found]


CAREERS = """
    with mine as (select person_id from candidacy where contest_id = ? and person_id is not null),
    placed as (
        select person_id, votes, rank() over (partition by contest_id order by votes desc) as place from candidacy
        where contest_id in (select contest_id from candidacy semi join mine using (person_id))
    )
    select votes, place from placed semi join mine using (person_id)
"""


def careers(record: Record, contest_id: str) -> set[str]:
    """The votes and places of everything that the candidates stood in."""
    rows = record.query(CAREERS, [contest_id])
    return {f"{row['votes']:,}" for row in rows if row["votes"] is not None} | {str(row["place"]) for row in rows}
