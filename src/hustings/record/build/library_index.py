"""The Commons Library's numbers, each translated once into the record's own keys."""

from collections import defaultdict
from functools import cached_property

from hustings.record.identity import candidacy_ids, contest_id, slug
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.library_dump import Dump

SOURCE: Row = {"source_id": "library-dump"}


def number(value: Value) -> int:
    """A Library number, to sort by."""
    return int(str(value))


class LibraryIndex:
    """A dump with its references followed: each property maps a Library number to what it means."""

    def __init__(self, dump: Dump) -> None:
        self.dump = dump

    def rows(self, table: str) -> dict[Value, Row]:
        """The rows of a table under their `id`."""
        return {row["id"]: row for row in self.dump[table]}

    @cached_property
    def countries(self) -> dict[Value, Row]:
        """Countries."""
        return self.rows("countries")

    @cached_property
    def regions(self) -> dict[Value, Row]:
        """Regions of England."""
        return self.rows("english_regions")

    @cached_property
    def seats(self) -> dict[Value, Row]:
        """Constituency groups: the constituency as something that elects."""
        return self.rows("constituency_groups")

    @cached_property
    def electorates(self) -> dict[Value, Value]:
        """Sizes of electorates."""
        return {row["id"]: row["population_count"] for row in self.dump["electorates"]}

    @cached_property
    def members(self) -> dict[Value, Value]:
        """MNIS numbers of members."""
        return {row["id"]: row["mnis_id"] for row in self.dump["members"]}

    @cached_property
    def parliaments(self) -> dict[Value, Value]:
        """Numbers of Parliaments."""
        return {row["id"]: row["number"] for row in self.dump["parliament_periods"]}

    @cached_property
    def boundary_sets(self) -> dict[Value, str]:
        """`england-2024`; the stage of a set that began with its parent has its last year too."""
        sets = self.rows("boundary_sets")
        ids: dict[Value, str] = {}
        for key, row in sets.items():
            name = f"{slug(str(self.countries[row['country_id']]['name']))}-{str(row['start_on'])[:4]}"
            parent = sets.get(row["parent_boundary_set_id"])
            if parent and parent["start_on"] == row["start_on"]:
                name += f"-{str(row['end_on'])[:4]}"
            ids[key] = name
        return ids

    @cached_property
    def areas(self) -> dict[Value, tuple[str, Value]]:
        """Areas as boundary set and code."""
        return {
            row["id"]: (self.boundary_sets[row["boundary_set_id"]], row["geographic_code"])
            for row in self.dump["constituency_areas"]
        }

    @cached_property
    def parties(self) -> dict[Value, str]:
        """Parties as slugs."""
        return {row["id"]: slug(str(row["name"])) for row in self.dump["political_parties"]}

    @cached_property
    def contests(self) -> dict[Value, str]:
        """Contests, which the Library calls elections."""
        return {
            row["id"]: contest_id(
                str(self.seats[row["constituency_group_id"]]["name"]),
                row["polling_on"],  # type: ignore[arg-type]
                by_election=row["general_election_id"] is None,
                notional=bool(row["is_notional"]),
            )
            for row in self.dump["elections"]
        }

    @cached_property
    def candidacies(self) -> dict[Value, str]:
        """Candidacies, by the candidate's name or else by the label they stood under."""
        per_contest: dict[Value, list[Row]] = defaultdict(list)
        for row in sorted(self.dump["candidacies"], key=lambda row: number(row["id"])):
            per_contest[row["election_id"]].append(row)
        ids: dict[Value, str] = {}
        for election, rows in per_contest.items():
            names = [full_name(row) or self._label(row) for row in rows]
            keys = candidacy_ids(self.contests[election], names)
            ids |= zip((row["id"] for row in rows), keys, strict=True)
        return ids

    @cached_property
    def standings(self) -> dict[Value, Row]:
        """What each candidacy stood as: standing, party and adjunct party.

        Where a candidacy carries two parties and neither is said to be an adjunct, the party is
        the one filed first: a fault of the dump that a correction must settle.
        """
        main: dict[Value, str] = {}
        adjunct: dict[Value, str] = {}
        for row in sorted(self.dump["certifications"], key=lambda row: number(row["id"])):
            kept = main if row["adjunct_to_certification_id"] is None else adjunct
            kept.setdefault(row["candidacy_id"], self.parties[row["political_party_id"]])
        return {
            row["id"]: {
                "standing_as": _standing(row, main.get(row["id"])),
                "party_id": main.get(row["id"]),
                "adjunct_party_id": adjunct.get(row["id"]),
            }
            for row in self.dump["candidacies"]
        }

    def _label(self, row: Row) -> str:
        standing = self.standings[row["id"]]
        return str(standing["party_id"] or standing["standing_as"])


def full_name(row: Row) -> str | None:
    """Given and family name of a candidacy as a reader says them; None in a notional result."""
    names = [row["candidate_given_name"], row["candidate_family_name"]]
    return " ".join(str(name) for name in names if name) or None


def _standing(row: Row, party: str | None) -> str:
    if row["is_standing_as_commons_speaker"]:
        return "speaker"
    if party is not None:
        return "party"
    return "independent" if row["is_standing_as_independent"] else "other"
