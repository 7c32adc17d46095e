"""Parliaments, elections, contests and candidacies of the Commons Library's dump."""

from hustings.record.build.library_index import SOURCE, LibraryIndex, full_name
from hustings.record.build.places import Tables
from hustings.record.identity import election_id
from hustings.record.readers.cells import Row

KINDS = {True: "by-election", False: "general"}
BASES = {True: "notional", False: "declared"}
DETAILS = {True: "party", False: "candidate"}


def compile_contests(index: LibraryIndex) -> Tables:
    """Every contest of the dump and its candidacies."""
    genders = {row["id"]: row["gender"] for row in index.dump["genders"]}
    return {
        "parliament": [_parliament(row) for row in index.dump["parliament_periods"]],
        "contest": [_contest(row, index) for row in index.dump["elections"]],
        "candidacy": [
            _candidacy(row, index) | {"gender": genders.get(row["candidate_gender_id"])}
            for row in index.dump["candidacies"]
        ],
    }


def _parliament(row: Row) -> Row:
    return {
        "parliament": row["number"],
        "summoned_on": row["summoned_on"],
        "state_opening_on": row["state_opening_on"],
        "dissolved_on": row["dissolved_on"],
        "wikidata_id": row["wikidata_id"],
        "london_gazette": row["london_gazette"],
        **SOURCE,
    }


def _contest(row: Row, index: LibraryIndex) -> Row:
    boundary_set, area = index.areas[index.seats[row["constituency_group_id"]]["constituency_area_id"]]
    notional = bool(row["is_notional"])
    return {
        "contest_id": index.contests[row["id"]],
        "election_id": election_id(row["polling_on"], notional),  # type: ignore[arg-type]
        "polling_on": row["polling_on"],
        "kind": KINDS[row["general_election_id"] is None],
        "basis": BASES[notional],
        "voting_system": "FPTP",
        "detail": DETAILS[notional],
        "seats": 1,
        "boundary_set_id": boundary_set,
        "area_id": area,
        "electorate": index.electorates[row["electorate_id"]],
        "valid_votes": row["valid_vote_count"],
        "invalid_votes": row["invalid_vote_count"],
        "writ_on": row["writ_issued_on"],
        "declared_at": row["declaration_at"],
        "declared_source_id": "library-dump" if row["declaration_at"] else None,
        "recorded_at": None,
        "disputed": False,
        **SOURCE,
    }


def _candidacy(row: Row, index: LibraryIndex) -> Row:
    notional = bool(row["is_notional"])
    return {
        "candidacy_id": index.candidacies[row["id"]],
        "contest_id": index.contests[row["election_id"]],
        "mnis_id": index.members.get(row["member_id"]),
        "democracy_club_id": row["democracy_club_person_identifier"],
        "candidate": full_name(row),
        "given_name": row["candidate_given_name"],
        "family_name": row["candidate_family_name"],
        "sitting_mp": None if notional else row["candidate_is_sitting_mp"],
        "former_mp": None if notional else row["candidate_is_former_mp"],
        **index.standings[row["id"]],
        "votes": row["vote_count"],
        "elected": row["is_winning_candidacy"],
        "disputed": False,
        **SOURCE,
    }
