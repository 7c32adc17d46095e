"""Contests, candidacies and wards of one publication's elections."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from hustings.record.build.local.labels import means
from hustings.record.build.local.matched import by_ward
from hustings.record.build.local.standing import Publication, Standing, Ward, WardKey
from hustings.record.build.places import Tables
from hustings.record.councils import read_councils
from hustings.record.identity import candidacy_ids, slug
from hustings.record.readers.cells import Row

Line = dict[str, Any]
STV_COUNTRIES = {"Scotland", "Northern Ireland"}
# The ONS's code of a country where a ward lies; wards have no region of their own in the files.
COUNTRY_CODES = {"England": "E92000001", "Northern Ireland": "N92000002", "Scotland": "S92000003", "Wales": "W92000004"}


class Compiled(NamedTuple):
    """The rows of one publication, and the contest and candidacy that each of its standings became."""

    tables: Tables
    keys: dict[int, tuple[str, str]]


def local_election_id(council_id: str, day: date) -> str:
    """`local.tower-hamlets.2022-05-05`."""
    return f"local.{read_councils().slug(council_id)}.{day}"


def local_contest_id(ward: Ward, day: date) -> str:
    """`local.tower-hamlets.bow-east.2022-05-05`."""
    return f"local.{read_councils().slug(ward.ward.council_id)}.{slug(ward.name)}.{day}"


def compile_publication(publication: Publication, days: dict[str, date], ballot_ids: dict[WardKey, str]) -> Compiled:
    """The rows of one publication.

    `days` gives the day of a contest that was put off, by its contest id on the ordinary day;
    `ballot_ids` the ids that Democracy Club gave, where they are known.
    """
    tables: Tables = {"contest": [], "candidacy": [], "area": [], "boundary_set": []}
    sets: dict[str, Row] = {}
    keys: dict[int, tuple[str, str]] = {}
    for key, standings in by_ward(publication.standings).items():
        ward = publication.wards[key]
        ordinary = local_contest_id(ward, publication.polling_on)
        day = days.get(ordinary, publication.polling_on)
        contest_id = ballot_ids.get(key) or local_contest_id(ward, day)
        area = _area(ward, publication)
        sets.setdefault(str(area["boundary_set_id"]), _boundary_set(area, publication))
        rows = _candidacies(standings, contest_id, publication)
        tables["area"].append(area)
        keys |= {id(one): (contest_id, str(row["candidacy_id"])) for one, row in zip(standings, rows, strict=True)}
        tables["candidacy"] += rows
        tables["contest"].append(
            _contest(ward, area, rows, publication) | {"contest_id": contest_id, "polling_on": day}
        )
    for contest in tables["contest"]:
        contest["election_id"] = local_election_id(str(contest["council_id"]), contest["polling_on"])  # type: ignore[arg-type]
    tables["boundary_set"] = list(sets.values())
    return Compiled(tables, keys)


def _area(ward: Ward, publication: Publication) -> Row:
    council = read_councils().rows[ward.ward.council_id]
    return {
        "boundary_set_id": f"wards-{ward.ward.council_id}-{publication.polling_on.year}",
        "area_id": f"{ward.ward.council_id}.{slug(ward.name)}",
        "area": ward.name,
        "area_type": "Electoral division" if ward.county_division else "Ward",
        "council_id": ward.ward.council_id,
        "region": council["region"],
        "region_id": COUNTRY_CODES[str(council["country"])],
        "country": council["country"],
        "gss": ward.code,
        "source_id": publication.source_id,
    }


def _boundary_set(area: Row, publication: Publication) -> Row:
    return {
        "boundary_set_id": area["boundary_set_id"],
        "kind": "wards",
        "council_id": area["council_id"],
        "country": area["country"],
        "start_on": publication.polling_on,
        "end_on": None,
        "description": f"The wards of {read_councils().name(str(area['council_id']))} as fought on that day.",
        "source_id": publication.source_id,
    }


def _contest(ward: Ward, area: Row, rows: list[Row], publication: Publication) -> Row:
    seats = ward.seats or sum(bool(row["elected"]) for row in rows)
    votes = [row["votes"] for row in rows if row["votes"] is not None]
    system = "STV" if area["country"] in STV_COUNTRIES else "FPTP" if seats == 1 else "block"
    return {
        "kind": "local",
        "basis": "declared",
        "voting_system": system,
        "detail": publication.detail,
        "seats": seats,
        "boundary_set_id": area["boundary_set_id"],
        "area_id": area["area_id"],
        "council_id": ward.ward.council_id,
        "electorate": ward.electorate,
        # Leading candidates' votes, a row a party, do not add up to the votes of a ward with several seats.
        "valid_votes": sum(votes) if votes and (publication.detail == "candidate" or seats == 1) else None,  # type: ignore[arg-type]
        "valid_ballots": valid_ballots(ward) if system != "FPTP" else None,
        "invalid_votes": ward.invalid,
        "disputed": False,
        "source_id": publication.source_id,
    }


def valid_ballots(ward: Ward) -> int | None:
    """Ballot papers less those rejected; None where either is unknown."""
    return None if ward.ballots is None or ward.invalid is None else ward.ballots - ward.invalid


def _candidacies(standings: list[Standing], contest_id: str, publication: Publication) -> list[Row]:
    unopposed = publication.detail == "candidate" and all(one.elected and not one.votes for one in standings)
    name: Callable[[Standing], str] = (
        (lambda one: str(one.name.candidate)) if publication.detail == "candidate" else (lambda one: str(one.label))
    )
    keys = candidacy_ids(contest_id, map(name, standings))
    return [
        _candidacy(standing, key, contest_id, publication.source_id) | ({"votes": None} if unopposed else {})
        for standing, key in zip(standings, keys, strict=True)
    ]


def _candidacy(standing: Standing, key: str, contest_id: str, source_id: str) -> Row:
    meaning = means(source_id, standing.label, standing.ward.council_id)
    return {
        "candidacy_id": key,
        "contest_id": contest_id,
        "mnis_id": None,
        "democracy_club_id": standing.democracy_club_id,
        "candidate": standing.name.candidate,
        "given_name": standing.name.given,
        "family_name": standing.name.family,
        "gender": standing.gender,
        "party_id": meaning.party_id,
        "adjunct_party_id": meaning.adjunct_party_id,
        "standing_as": meaning.standing_as,
        "votes": standing.votes,
        "elected": standing.elected,
        "disputed": False,
        "source_id": source_id,
    }
