"""The words about a figure of the census: what may stand between it and the answer, and what makes it another's."""

from __future__ import annotations

import re

APOSTROPHE = "['\N{RIGHT SINGLE QUOTATION MARK}]"
CENSUS = re.compile(r"\bcensus\b|\b(?:Office for National Statistics|ONS)\b", re.I)
# Another census, or other boundaries, than the record has.
ANOTHER = re.compile(
    r"\b(?:2011|2001|1991|old (?:seat|boundaries)|former (?:seat|constituency)|wards?|neighbourhoods?|estate)\b", re.I
)
# Somewhere wider than a seat or an authority, and a place that is neither by its name.
WIDER = re.compile(
    r"\b(?:nation(?:al(?:ly)?|wide)|average|England|Wales|Scotland|Northern Ireland|Britain|UK|United Kingdom|"
    r"country|county|region|London|capital|Greater|Yorkshire|Midlands|world|North|South|East|West)\b"
)
OTHER_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]cross|[Aa]round|[Oo]f|[Ff]or|[Nn]ear)\s+(?:the\s+)?"
    r"(?!Census|Office|ONS|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[A-Z][a-z]+"
)
# Where what is said of a figure ends.
PARTED = re.compile(r"[.;,(]|\s[\N{EN DASH}\N{EM DASH}-]\s")
PEOPLE = re.compile(r"\bpopulation\b|\bhome to\b|\b(?:counted|recorded)\b|\d (?:people|residents) (?:who )?liv", re.I)
# Of whom a share is, where it is not of everybody.
OF_SOME = re.compile(
    r"\b(?:adults?|voters?|electors?|electorate|children|pupils|men|women|aged|over-\d+|under-\d+|workers?|students|"
    r"pensioners|young|respondents|polled|surveyed|members|candidates|councillors|MPs|over \d\ds?|under \d\ds?|"
    r"of those who answered)\b",
    re.I,
)
WHO = "population|residents|people|inhabitants|constituents|community|households?|homes|families"
BE = "is|are|was|were|be|being|have|had|having|hold|gave|live|lived|living|said|say|saying"
SMALL = "of|the|its|his|her|their|all|those|a|an|any|at|by|in|to|as|with|from|that|they|who|there|here|on|for"
WHERE = "local|usual|seat|constituency|borough|area|authority"
YEARS = "census|2021|2022"
CALLS = r"identif\w+|describ\w+|themselves|call\w*|recorded|belong\w*|follow\w*"
BETWEEN = f"{WHO}|{BE}|{SMALL}|{WHERE}|{YEARS}|{CALLS}"
# Between a figure and the answer after it, and between an answer and the figure after that.
AFTER = re.compile(rf"^(?:,(?=\s+(?:are|were|is)\b))?(?:\s+(?:{BETWEEN})\b(?:{APOSTROPHE}s)?|{APOSTROPHE}s)*\s*$", re.I)
# An answer after these is not what a figure counts, but whom it is a part of.
OF = re.compile(r"\bof(?:\s+(?:the|its|their|all|local|those|who|are|were))*\s*$", re.I)
MAKE = r"mak(?:e|es|ing)|made|up|account(?:s|ed|ing)?|stood|stands|put|now|share|proportion|housing|sector"
ABOUT = r"about|around|nearly|almost|just|over|under|more than|less than|only|some"
BEFORE = re.compile(rf"^(?:\s*(?:{WHO}|{BE}|{SMALL}|{YEARS}|{MAKE}|{ABOUT})\b|\s*[(:,])*\s*$", re.I)
# After these a figure is of a vote or a change, whatever stands near it.
MOVED = re.compile(
    r"^\s*(?:percentage\s+)?(?:points?\b|of the votes?|of votes?|drop|fall|rise|increase|swing|turnout|majority|vote|"
    r"more|less|fewer|higher|lower|up\b|down\b)",
    re.I,
)
HOME_TO = re.compile(
    rf"\b(?:population\s+(?:of|was|is|stood at|stands at)|home to)(?:\s+(?:{ABOUT}))*\s*$",
    re.I,
)
LIVE = re.compile(r"^\s+(?:people|residents)\s+(?:live|lived|living|who live)\b", re.I)
# Of these the census counts all, where it is said to have counted.
COUNTED = re.compile(rf"\b(?:counted|recorded)(?:\s+(?:{ABOUT}))*\s*$", re.I)
EVERYBODY = re.compile(r"^\s+(?:usual\s+)?(?:people|residents)\b", re.I)
