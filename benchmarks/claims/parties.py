"""What parties are called in print: as an adjective, as a noun, and shorter."""

from __future__ import annotations

from typing import NamedTuple


class Forms(NamedTuple):
    """`adjective` before candidate or a name, `noun` where it acts, and the shorter words for both."""

    adjective: str
    noun: str
    short_adjective: str
    nickname: str


PARTIES = {
    "conservative": Forms("Conservative", "the Conservatives", "Tory", "the Tories"),
    "labour": Forms("Labour", "Labour", "Labour", "Labour"),
    "liberal-democrat": Forms("Liberal Democrat", "the Liberal Democrats", "Lib Dem", "the Lib Dems"),
    "green-party": Forms("Green Party", "the Green Party", "Green", "the Greens"),
    "scottish-green-party": Forms("Scottish Green", "the Scottish Greens", "Green", "the Greens"),
    "reform-uk": Forms("Reform UK", "Reform UK", "Reform", "Reform"),
    "the-brexit-party": Forms("Brexit Party", "the Brexit Party", "Brexit Party", "the Brexit Party"),
    "uk-independence-party": Forms("UKIP", "UKIP", "Ukip", "Ukip"),
    "scottish-national-party": Forms("SNP", "the SNP", "SNP", "the SNP"),
    "plaid-cymru": Forms("Plaid Cymru", "Plaid Cymru", "Plaid", "Plaid"),
    "british-national-party": Forms("British National Party", "the British National Party", "BNP", "the BNP"),
    "democratic-unionist-party": Forms("Democratic Unionist", "the Democratic Unionist Party", "DUP", "the DUP"),
    "sinn-fein": Forms("Sinn Féin", "Sinn Féin", "Sinn Fein", "Sinn Fein"),
    "ulster-unionist-party": Forms("Ulster Unionist", "the Ulster Unionist Party", "UUP", "the UUP"),
    "social-democratic-and-labour-party": Forms("SDLP", "the SDLP", "SDLP", "the SDLP"),
    "alliance": Forms("Alliance", "the Alliance Party", "Alliance", "Alliance"),
}


def forms(line: str | None, party: str) -> Forms | None:
    """A party's names; none for independents and for parties that are seldom printed."""
    return PARTIES.get("the-brexit-party" if party == "The Brexit Party" else line or "")


def possessive(name: str) -> str:
    """A name with what makes it an owner."""
    return f"{name}'" if name.endswith("s") and name.startswith("the ") else f"{name}'s"
