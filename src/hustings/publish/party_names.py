"""What parties are called in a sentence: with the article they take, and whether their verb is plural."""

from __future__ import annotations

from typing import Any, NamedTuple

from hustings.record.identity import slug


class Called(NamedTuple):
    """A party as the subject of a sentence, and whether several people are meant: Labour holds, the Greens hold."""

    name: str
    plural: bool = False


PARTIES = {
    "alba-party": Called("Alba"),
    "alliance": Called("the Alliance Party"),
    "aontu": Called("Aontú"),
    "aspire": Called("Aspire"),
    "conservative": Called("the Conservatives", True),
    "democratic-unionist-party": Called("the DUP"),
    "green-party": Called("the Greens", True),
    "green-party-northern-ireland": Called("the Greens", True),
    "labour": Called("Labour"),
    "liberal-democrat": Called("the Liberal Democrats", True),
    "liberal-party": Called("the Liberals", True),
    "people-before-profit-alliance": Called("People Before Profit"),
    "plaid-cymru": Called("Plaid Cymru"),
    "reform-uk": Called("Reform UK"),
    "respect-party": Called("Respect"),
    "scottish-green-party": Called("the Scottish Greens", True),
    "scottish-national-party": Called("the SNP"),
    "sdp-liberal-alliance": Called("the SDP-Liberal Alliance"),
    "sinn-fein": Called("Sinn Féin"),
    "social-democratic-and-labour-party": Called("the SDLP"),
    "the-brexit-party": Called("the Brexit Party"),
    "traditional-unionist-voice": Called("the TUV"),
    "uk-independence-party": Called("UKIP"),
    "ulster-unionist-party": Called("the UUP"),
    "workers-party-of-britain": Called("the Workers Party"),
}
NO_PARTY = {
    "independent": Called("an independent"),
    "speaker": Called("the Speaker"),
    "other": Called("a candidate of another party"),
}
# A name that ends so takes the article, unless it has its own.
TAKE_ARTICLE = ("Party", "Alliance", "Coalition", "Association", "League", "Front", "Movement", "Union", "Democrats")


def called(row: dict[str, Any]) -> Called:
    """What the party of a candidate is called, or what one of no party is."""
    if row["standing_as"] in NO_PARTY:
        return NO_PARTY[row["standing_as"]]
    if row["party_id"] in PARTIES:
        return PARTIES[row["party_id"]]
    name = str(row["party"])
    if name.startswith("The "):
        return Called(f"the {name.removeprefix('The ')}")
    return Called(f"the {name}" if name.endswith(TAKE_ARTICLE) else name)


def party_of_name(name: str) -> Called:
    """What a party is called whose name alone is known; a party's key is its name."""
    key = slug(name)
    return NO_PARTY.get(key) or PARTIES.get(key) or called({"standing_as": "party", "party_id": key, "party": name})


def verb(party: Called, one: str, several: str) -> str:
    """The verb that agrees: holds, or hold."""
    return several if party.plural else one
