"""The Commons Library's two CSV files of by-elections in the 59th Parliament."""

from pathlib import Path

from hustings.record.readers.cells import Row
from hustings.record.readers.csv_file import read_csv

CANDIDACIES = {
    "Election date": "date d/m/Y",
    "ONS ID": "text",
    "ONS region ID": "text",
    "Constituency name": "text",
    "County name": "text",
    "Region name": "text",
    "Country name": "text",
    "Constituency type": "text",
    "Party name": "text",
    "Party abbreviation": "text",
    "Electoral Commission party ID": "text",
    "MNIS party ID": "text",
    "Electoral Commission adjunct party ID": "text",
    "Candidate first name": "text",
    "Candidate surname": "text",
    "Candidate gender": "text",
    "Sitting MP": "flag",
    "Former MP": "flag",
    "Member MNIS ID": "text",
    "Votes": "whole",
    "Share": "text",
    "Change": "text",
    "Democracy Club person ID": "text",
}

# The tallies by party are whole numbers; their sum is a check on the candidacies.
TALLIES = ("Con", "Lab", "LD", "RUK", "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI")

CONSTITUENCIES = {
    "By-election date": "date d/m/Y",
    "Writ date": "date d/m/Y",
    "ONS ID": "text",
    "ONS region ID": "text",
    "Constituency name": "text",
    "County name": "text",
    "Region name": "text",
    "Country name": "text",
    "Constituency type": "text",
    "Declaration time": "text",
    "Member first name": "text",
    "Member surname": "text",
    "Member gender": "text",
    "Result": "text",
    "First party": "text",
    "Second party": "text",
    "Electorate": "whole",
    "Valid votes": "whole",
    "Invalid votes": "whole",
    "Majority": "whole",
    **dict.fromkeys(TALLIES, "whole"),
    "All other candidates": "whole",
    "Of which other winner": "whole",
}


def read_by_election_candidacies(path: Path) -> list[Row]:
    """A row a candidate, shares and changes as the text printed."""
    return list(read_csv(path, CANDIDACIES))


def read_by_election_constituencies(path: Path) -> list[Row]:
    """A row a by-election: electorate, valid and invalid votes, majority, tallies by party."""
    return list(read_csv(path, CONSTITUENCIES))
