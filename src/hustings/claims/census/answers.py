"""Answers of the census as stories name them: the topic, the answer as the record has it, and whose share it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Named(NamedTuple):
    """An answer that a story may name.

    `called` is how a finding calls it; `wider` the answer of both censuses (measures/census.py), blank where only the
    record's own category, or `born_in`, is meant; `pattern` the words.
    """

    called: str
    topic: str
    wider: str
    pattern: re.Pattern[str]
    category: str = ""
    born_in: tuple[str, ...] = ()


def _wider(called: str, topic: str, wider: str, words: str) -> Named:
    return Named(called, topic, wider, re.compile(rf"\b(?:{words})\b", re.I))


def _own(called: str, topic: str, category: str, words: str) -> Named:
    return Named(called, topic, "", re.compile(rf"\b(?:{words})\b", re.I), category)


def _born(called: str, where: tuple[str, ...], words: str) -> Named:
    return Named(called, "country of birth", "", re.compile(rf"\b(?:{words})\b", re.I), "", where)


RELIGION, ETHNIC, TENURE = "religion", "ethnic group", "tenure"
HERE = r"(?:the )?(?:UK|United Kingdom)"
# Of a group that the record has only with others in it, no answer is named: Bangladeshi, white British.
ANSWERS = (
    _wider("Muslim", RELIGION, "Muslim", "muslims?|islam"),
    _wider("Christian", RELIGION, "Christian", "christians?|christianity"),
    _wider("Hindu", RELIGION, "Hindu", "hindus?|hinduism"),
    _wider("Jewish", RELIGION, "Jewish", "jewish|jews|judaism"),
    _wider("Sikh", RELIGION, "Sikh", "sikhs?|sikhism"),
    _wider("Buddhist", RELIGION, "Buddhist", "buddhists?|buddhism"),
    _wider("no religion", RELIGION, "No religion", "no religion|no religious (?:faith|belief)"),
    _own("Roman Catholic", RELIGION, "Roman Catholic", "(?:roman )?catholics?"),
    _own("Church of Scotland", RELIGION, "Church of Scotland", "church of scotland"),
    _wider(
        "white",
        ETHNIC,
        "White",
        r"white(?![\s-](?:british|scottish|irish|other|english|welsh|polish|working|collar|paper|house|minority|european))",
    ),
    _wider("Asian", ETHNIC, "Asian", r"(?<!south )(?<!east )(?<!other )(?<!white and )asian(?: or asian british)?"),
    _wider(
        "black",
        ETHNIC,
        "Black, African or Caribbean",
        r"black(?![\s-](?:african|caribbean|country|and white|spot|hole|market|friday))",
    ),
    _wider(
        "mixed or multiple ethnic groups",
        ETHNIC,
        "Mixed or multiple",
        r"mixed[\s-](?:race|heritage|or multiple|ethnic\w*)",
    ),
    _own(
        "Pakistani",
        ETHNIC,
        "Asian, Asian Scottish or Asian British: Pakistani, Pakistani Scottish or Pakistani British",
        "pakistanis?",
    ),
    _own(
        "Indian",
        ETHNIC,
        "Asian, Asian Scottish or Asian British: Indian, Indian Scottish or Indian British",
        r"(?<!west )indians?",
    ),
    _own(
        "Chinese",
        ETHNIC,
        "Asian, Asian Scottish or Asian British: Chinese, Chinese Scottish or Chinese British",
        "chinese",
    ),
    _wider("owned outright", TENURE, "Owned outright", r"own(?:s|ed|ing)?(?: (?:their|its|the) homes?)? outright"),
    _wider(
        "private rented",
        TENURE,
        "Private rented",
        r"rent(?:s|ed|ing)?(?: (?:their|its) homes?)? privately|privately rent(?:ed|ing)?|"
        r"private(?:ly)?[\s-]rent(?:ed|al|ers|ing)?|"
        r"rent(?:s|ed|ing)? from (?:a |their )?private landlords?",
    ),
    _wider(
        "social rented",
        TENURE,
        "Social rented",
        r"social(?:ly)?[\s-]rent(?:ed|ing|al|ers)?|social housing|"
        r"rent(?:s|ed|ing)? from (?:the|a|their) (?:council|social landlord)(?: or (?:a )?housing association)?",
    ),
    _born(
        "born outside the United Kingdom",
        ("European Union", "Rest of world"),
        rf"born (?:outside {HERE}|abroad|overseas)|foreign[\s-]born",
    ),
    _born("born in the United Kingdom", ("United Kingdom",), rf"born in {HERE}|UK[\s-]born"),
    _born("born in the European Union", ("European Union",), "born in the (?:EU|European Union)"),
    _own(
        "households not deprived in any dimension",
        "household deprivation",
        "Not deprived in any dimension",
        "(?:not )?deprived in (?:any|none|no)(?: of the (?:four )?)?(?: dimensions?)?",
    ),
)
# Where these stand, the rest of a name may be another answer: of mixed white and Asian.
HOUSEHOLDS = re.compile(r"\b(?:households?|homes?|families|properties|housing|dwellings)\b", re.I)


class Spoken(NamedTuple):
    """An answer where it stands in some words."""

    answer: Named
    start: int
    end: int


def spoken_in(words: str) -> list[Spoken]:
    """The answers that some words name, in the order they stand."""
    return sorted(_each(words), key=lambda one: (one.start, -one.end))


def _each(words: str) -> Iterator[Spoken]:
    for answer in ANSWERS:
        for found in answer.pattern.finditer(words):
            yield Spoken(answer, found.start(), found.end())
