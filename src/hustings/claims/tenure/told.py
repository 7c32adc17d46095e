"""The words in which stories say since when somebody has sat, or a party has held a seat."""

from __future__ import annotations

import re

from hustings.claims.matter import Matter
from hustings.claims.names import Named

# How names are hidden in a sentence, so that words may be looked for about any: of parties, seats and people.
MASKS = {Named.PARTY: "\x01", Named.SEAT: "\x02", Named.PERSON: "\x03"}
SEAT = r"(?:the seat|it|this seat|that seat|the constituency|\x02+)"
SINCE = r"\bsince\s+(?:the\s+)?(?:general election of\s+)?$"
UNBROKEN = r"(?:\s+(?:[Pp]arty|continuously|ever|without a break))*,?\s*"
# What a party has held since: only a seat, the constituency or it, not a county or a council.
OF_SEAT = r"(?P<seat>(?:[Tt]he|[Tt]his|[Tt]hat) (?:seat|constituency)|\b[Ii]t|\x02+)"
BEEN = r"[\s,]+(?:which\s+)?(?:(?:has|have|had|was|is|been|ever)\s+)*"
BY_PARTY = (
    re.compile(rf"{OF_SEAT}{BEEN}(?:held|represented) by (?:the )?(?P<party>\x01+){UNBROKEN}{SINCE}"),
    re.compile(
        rf"(?P<party>\x01+)\s+(?:[Pp]arty\s+)?(?:has|have|had)\s+(?:\w+ly\s+)?(?:held|represented)\s+"
        rf"{OF_SEAT}{UNBROKEN}{SINCE}"
    ),
    re.compile(rf"{OF_SEAT}{BEEN}(?<=been )(?:a\s+)?(?P<party>\x01+)(?:[\s-](?:held|seat))?\s+{SINCE}"),
    re.compile(rf"{OF_SEAT}{BEEN}in (?P<party>\x01+) hands\s+{SINCE}"),
)
TO_THE_COMMONS = r"to (?:parliament|the Commons|Westminster|the House of Commons)"
FIRST = r"\bfirst (?:elected|entered parliament|entered the Commons|became (?:an |the )?MP|won (?:the seat|it|\x02+))"
AS = rf"(?:\s+(?:as (?:an |the |a |its )?(?:\x01+ )?MP|{TO_THE_COMMONS}|for|here|there|\x02+|the seat))*"
IN = r"\s+(?:in|at)\s+(?:the\s+)?(?:May\s+|June\s+|July\s+|December\s+)?$"
FOR_A_SEAT = r"(?:\s+(?:for|here|of|in|there|the|\x02+|area|borough|city|town))*(?:\s*\([^)\d]*\))?,?\s*"
BY_PERSON = (
    re.compile(rf"(?<!no )\bMP\b{FOR_A_SEAT}{SINCE}"),
    re.compile(rf"\b(?:represented|held|sat for)\s+{SEAT}{UNBROKEN}{SINCE}", re.I),
    re.compile(
        rf"(?:seat|constituency|\x02+)\s+(?:that\s+|which\s+)?(?:she|he|\x03+)\s+(?:has|had)\s+"
        rf"(?:held|represented)\s*{SINCE}"
    ),
    re.compile(rf"{FIRST}{AS}{IN}", re.I),
    re.compile(r"\b(?:entered|elected to|been in) (?:parliament|the Commons)\s+(?:in|since)\s+(?:the\s+)?$", re.I),
)
ABOUT = r"(?:about\s+|nearly\s+|almost\s+|over\s+|more than\s+|some\s+)?"
YEARS_BEFORE = re.compile(rf"\bMP(?:\s+(?:for|\x02+|here|there))*\s+for\s+(?:the\s+(?:last|past)\s+)?{ABOUT}$")
YEARS_AFTER = re.compile(
    r"^\s+(?:as\s+(?:the\s+|its\s+|an\s+|their\s+|a\s+|\x01+\s+)*MP\b|in (?:the (?:House of )?Commons|parliament)\b)",
    re.I,
)
OFFICES = r"councillors?|council|mayor\w*|leader|minister|MSP|MEP|MLA|Senedd|Holyrood|Assembly|ward|chair\w*"
OFFICE = re.compile(rf"\b(?:{OFFICES})\b", re.I)
# An office that is not the seat, or a claim of the first or last of somebody.
ANOTHER = re.compile(rf"\b(?:{OFFICES}|first\b(?! elected)[^.;]{{0,40}}\bMP|last)\b", re.I)
CUES = re.compile(
    r"\bsince\b|\byears\b|\bfirst (?:elected|won|entered|became)\b|"
    r"\b(?:entered|elected to) (?:parliament|the Commons)\b"
)
# A time that ended is not of the seat as it is.
UNTIL = re.compile(r"^[^.;]{0,30}\b(?:until|till|to \d|when|before)\b", re.I)
PRONOUN = re.compile(r"\b(?:she|he|her|his)\b", re.I)
# Words between a name and what is said of its time in office, where another name stands in the sentence too.
OWN = re.compile(
    r"^(?:['\N{RIGHT SINGLE QUOTATION MARK}]s)?[\s,(]*(?:(?:who|the|an?|has|had|is|was|been|\x01+|\x02+|sitting|former|"
    r"local|area's|seat's|and|for)[\s,)]+)*$"
)
# How far before its words an office that is another is looked for.
NEAR = 40


def masked(matter: Matter) -> str:
    """The text of a sentence's block with every name of a party, seat or person hidden."""
    text = list(matter.passage.block.text)
    for one in matter.passage.mentions:
        if one.kind in MASKS:
            text[one.start : one.end] = MASKS[one.kind] * (one.end - one.start)
    return "".join(text)


def of_a_party(before: str, after: str) -> re.Match[str] | None:
    """Where words before a year say since when a party has held a seat."""
    found = next((found for pattern in BY_PARTY if (found := pattern.search(before))), None)
    return None if found is None or UNTIL.match(after) else found


def of_a_person(before: str, after: str) -> re.Match[str] | None:
    """Where words before a year say since when somebody has sat."""
    if OFFICE.search(after[: 2 * NEAR]):
        return None
    for pattern in BY_PERSON:
        found = pattern.search(before)
        if found and not ANOTHER.search(before[max(0, found.start() - NEAR) :]):
            return found
    return None
