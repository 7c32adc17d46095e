"""A candidate's name taken apart for comparison: given names or initials, family name, titles left out."""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

# Short forms of given names, each seen where two publications printed one candidate of 3 May 2018
# (same ward, family name and votes) or one published number; `seen` counts the candidates.
NICKNAMES = Path(__file__).parent / "nicknames.csv"
# Words before or after a name that are no part of it.
TITLES = frozenset(
    [
        "cllr",
        "councillor",
        "dr",
        "doctor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "dame",
        "lord",
        "lady",
        "baroness",
        "rev",
        "reverend",
        "obe",
        "mbe",
    ]
)
# Words that begin a family name of several words where a publisher does not part the name.
PARTICLES = frozenset(
    [
        "al",
        "ap",
        "bin",
        "da",
        "das",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "mac",
        "mc",
        "o",
        "st",
        "van",
        "von",
    ]
)
# What stands in quotation marks or brackets is another name: Howling 'Laud' Hope.
ASIDE = re.compile(r"[(\"“‘].*?[)\"”’]|(?<!\w)'.*?'(?!\w)")  # noqa: RUF001
ALMOST = 0.9


class Name(NamedTuple):
    """A name as links compare it, in plain small letters.

    `given` are the given names or initials in order, `family` the family name's words joined,
    `last` its last word.
    """

    given: tuple[str, ...]
    family: str
    last: str

    @property
    def first(self) -> str:
        """The first given name or initial; empty where there is none."""
        return self.given[0] if self.given else ""

    @property
    def spelled(self) -> bool:
        """Whether the first given name is more than an initial."""
        return len(self.first) > 1

    @property
    def initials(self) -> str:
        """The initials of the given names."""
        return "".join(name[0] for name in self.given)


@lru_cache(maxsize=200_000)
def take_apart(candidate: str, given: str | None, family: str | None) -> Name:
    """The name's parts, from the publisher's own where there are any, else from the whole name."""
    if family:
        givens, families = _words(given or ""), _words(family)
    else:
        givens, families = _split(_words(candidate))
    if not families:
        givens, families = givens[:-1], givens[-1:]
    return Name(tuple(givens), "".join(families), families[-1] if families else "")


def agree(one: Name, other: Name) -> bool:
    """Whether given names may be one person's: each of the shorter list answers to one of the longer, in
    order, as the same name, a short form of it, its initial, or almost the same letters.
    """
    fewer, more = sorted((one.given, other.given), key=len)
    rest = iter(more)
    return all(any(_answers(name, candidate) for candidate in rest) for name in fewer)


@cache
def full_forms() -> dict[str, frozenset[str]]:
    """From a short given name to the names it may be short for, itself among them."""
    forms: dict[str, set[str]] = {}
    with NICKNAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            forms.setdefault(row["short"], {row["short"]}).add(row["full"])
    return {short: frozenset(full) for short, full in forms.items()}


def forms_of(name: str) -> list[str]:
    """A given name and every full form it may be short for, in order of the alphabet."""
    return sorted(full_forms().get(name, frozenset()) | {name})


@lru_cache(maxsize=200_000)
def _answers(one: str, other: str) -> bool:
    from rapidfuzz.distance import JaroWinkler

    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return bool(set(forms_of(one)) & set(forms_of(other))) or JaroWinkler.similarity(one, other) >= ALMOST


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", ASIDE.sub(" ", text) if ASIDE.sub("", text).strip() else text)
    letters = plain.encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", letters)
    return [word for word in words if word not in TITLES] or words


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """Given names and family name of a whole name: the last word, with the particles before it."""
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in PARTICLES:
        cut -= 1
    return words[:cut], words[cut:]
