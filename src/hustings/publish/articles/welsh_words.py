"""Welsh words that stories need: parties, days, votes, and what places are called in tables."""

from __future__ import annotations

from datetime import date

from hustings.publish import words
from hustings.publish.articles.told import Row
from hustings.publish.pages import links

MONTHS = (
    *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
    *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
)
PARTIES = {
    "conservative": "Ceidwadwyr Cymreig",
    "green-party": "Plaid Werdd",
    "labour": "Llafur Cymru",
    "liberal-democrat": "Democratiaid Rhyddfrydol Cymru",
    "the-brexit-party": "Plaid Brexit",
    "uk-independence-party": "UKIP",
}
NO_PARTY = {"independent": "Annibynnol", "speaker": "Y Llefarydd", "other": "Eraill"}
TURNOUT = "Canran a bleidleisiodd: pleidleisiau dilys fel canran o'r etholwyr."


def party(row: Row) -> str:
    """A candidate's party by the name that it uses in Wales, where it has one."""
    return NO_PARTY.get(row["standing_as"]) or PARTIES.get(row["party_id"]) or str(row["party"])


def party_of_name(name: str) -> str:
    """The same where the English name alone is known."""
    return PARTIES.get(links.slug(name)) or NO_PARTY.get(links.slug(name)) or name


def who(row: Row) -> str:
    """A candidate with the party."""
    return f"{row['candidate']} ({party(row)})"


def day(value: date) -> str:
    """4 Gorffennaf 2024."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def votes(number: int) -> str:
    """1 bleidlais, 1,689 o bleidleisiau."""
    return "1 bleidlais" if number == 1 else f"{words.count(number)} o bleidleisiau"
