"""General elections of which party votes were published, 1918 to 2001, and what else is stated of those to 2019."""

from dataclasses import dataclass

from hustings.record.build.general.contests import compile_party_contests
from hustings.record.build.general.places import EarlierPlaces, Places
from hustings.record.build.general.statements import PARTIES_1997, SINCE_1918, Statement, parties_1997, since_1918
from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.readers.cells import Row
from hustings.record.readers.library_parties_1997 import read_parties_1997
from hustings.record.readers.library_since_1918 import read_since_1918


@dataclass(frozen=True)
class Published:
    """The two files of party votes as statements, and the areas of 1918 to 1992 that one of them names."""

    statements: list[Statement]
    areas: list[Row]


def read_published(raw: Raw, boundary_sets: list[Row], areas: list[Row]) -> Published:
    """Read both files and find the area of each of their rows; SourceFault for a seat or party nobody knows."""
    lines = read_since_1918(raw.path(SINCE_1918))
    places = Places(boundary_sets, areas)
    earlier = EarlierPlaces(lines, boundary_sets, areas)
    statements = since_1918(lines, earlier, places)
    statements += parties_1997(read_parties_1997(raw.path(PARTIES_1997)), places)
    return Published(statements, earlier.areas(lines))


def compile_general(published: Published) -> Tables:
    """Areas, contests, party rows and printed figures of the elections of which only party votes are known."""
    return {"area": published.areas} | compile_party_contests(published.statements)
