"""Open Innovations' tables of constituencies: people by age, country of birth, deprivation, candidate spending."""

from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row
from hustings.record.readers.csv_file import read_csv

NINETY = 90
AGES = [str(age) for age in range(NINETY)]
OLDEST = "90+"
# Sums of ages that the file has beside them: the first age of each, and the last.
SUMS = {
    "16+": (16, 90),
    "17+": (17, 90),
    "18+": (18, 90),
    "18-64": (18, 64),
    "65+": (65, 90),
    "67+": (67, 90),
    "70+": (70, 90),
    "<18": (0, 17),
    "total": (0, 90),
}
POPULATION = {"PCON24CD": "text", **dict.fromkeys([*AGES, OLDEST, *SUMS], "whole")}

ARROW = "\N{RIGHTWARDS ARROW}"
BORN_IN = {"European Union": "European Union", "Rest of world": "Rest of world", "UK": "United Kingdom"}
BIRTH = {
    **dict.fromkeys(("ONSConstID", "ConstituencyName", "RegNationID", "RegNationName", "NatComparator"), "text"),
    **{f"{whose}_pc{ARROW}{place}": "real" for whose in ("con", "rn", "uk") for place in BORN_IN},
}
# Three shares to three decimals may miss 1 by this much.
ROUNDING = 0.0016

DEPRIVATION = {
    **dict.fromkeys(("parl25", "constituency-name", "PCON24CD"), "text"),
    "parl25-deprivation-score": "real",
    **dict.fromkeys(("label", "desc"), "text"),
    **dict.fromkeys(("low-deprivation", "medium-deprivation", "high-deprivation"), "real"),
    **dict.fromkeys(("parl25-imd-pop-quintile", "parl25-imd-pop-decile"), "whole"),
}

NAMED = ("Forename", "Surname", "Constituency ID", "Constituency", "Constituency Type", "Party ID")
MONEY = {
    "Spending limit on return": "spending_limit",
    "Total reported spending": "spent",
    "Unpaid claims": "unpaid_claims",
    "Disputed claims": "disputed_claims",
    "Advertising": "advertising",
    "Unsolicited material": "unsolicited_material",
    "Transport": "transport",
    "Public Meetings": "public_meetings",
    "Agent and Staff": "agent_and_staff",
    "Accommodation": "accommodation",
    "Personal Expenses": "personal",
    "Total donations accepted": "donations",
}
SPENDING = {
    **dict.fromkeys((*NAMED, "Candidate's party", "Nation"), "text"),
    "Candidate's vote-share": "real",
    "Candidate's position": "whole",
    "Electorate figure on return": "real",
    "Spending limit on return": "real",
    "Electorate figure from RO (if given)": "real",
    "Spending limit from RO": "real",
    "Total reported spending": "real",
    "Spending as % of limit on return": "real",
    "Spending as % of limit from RO": "real",
    "Actual spending recorded": "real",
    "Notional spending recorded": "real",
    "Actual spending as proportion of total": "real",
    "Notional spending as proportion of total": "real",
    "Unpaid claims": "real",
    "Disputed claims": "real",
    **dict.fromkeys(list(MONEY)[4:], "real"),
    "Donations Rejected": "real",
    "Notes": "text",
}


def read_population(path: Path) -> list[Row]:
    """A row a constituency and age, as published, 90 being 90 and over.

    In Scotland the file has only those of 90 there, and those over 90 in its sums alone. Raises SourceFault
    where the ages miss the sums beside them in any other way.
    """
    rows: list[Row] = []
    for line, row in enumerate(read_csv(path, POPULATION), start=2):
        ages = [int(str(row[age])) for age in (*AGES, OLDEST)]
        over = int(str(row["total"])) - sum(ages)
        for name, (first, last) in SUMS.items():
            if sum(ages[first : last + 1]) + (over if last == NINETY else 0) != row[name] or over < 0:
                raise Place(path.name, line, name).fault(f"{row[name]} is not the sum of its ages", MEND)
        rows += [{"area_id": row["PCON24CD"], "age": age, "people": people} for age, people in enumerate(ages)]
    return rows


def read_country_of_birth(path: Path) -> list[Row]:
    """A row a constituency and part of the world, with the share born there; SourceFault where they miss 1."""
    rows: list[Row] = []
    for line, row in enumerate(read_csv(path, BIRTH), start=2):
        shares = {born_in: float(str(row[f"con_pc{ARROW}{place}"])) for place, born_in in BORN_IN.items()}
        if abs(sum(shares.values()) - 1) > ROUNDING:
            raise Place(path.name, line).fault(f"the shares add up to {sum(shares.values()):.3f}, not to 1", MEND)
        stamp = {"area_id": row["ONSConstID"], "compared_with": row["NatComparator"]}
        rows += [{**stamp, "born_in": born_in, "share": share} for born_in, share in shares.items()]
    return rows


def read_deprivation(path: Path) -> list[Row]:
    """A row a constituency: its score, its tenth of the population, and its people by how deprived their area is."""
    return [
        {
            "area_id": row["PCON24CD"],
            "score": row["parl25-deprivation-score"],
            "decile": row["parl25-imd-pop-decile"],
            "high": row["high-deprivation"],
            "medium": row["medium-deprivation"],
            "low": row["low-deprivation"],
        }
        for row in read_csv(path, DEPRIVATION)
    ]


def read_candidate_spending(path: Path) -> list[Row]:
    """A row a candidate's return: who, where, share of the vote, and pounds; blank is not reported."""
    return [
        {
            "area_id": row["Constituency ID"],
            "given_name": row["Forename"],
            "family_name": row["Surname"],
            "party": row["Candidate's party"],
            "share": row["Candidate's vote-share"],
            **{ours: row[theirs] for theirs, ours in MONEY.items()},
        }
        for row in read_csv(path, SPENDING)
    ]
