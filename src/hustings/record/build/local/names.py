"""Names as a reader says them, from the ways in which publishers of local results write them."""

import csv
import html
import re
from functools import cache, lru_cache
from pathlib import Path

from hustings.record.build.local.standing import Name

# "d`Arcy", "O`Neill": the apostrophe of one borough's keyboard; zero-width marks end some cells.
MARKS = str.maketrans(
    {"`": "'", "\u00b4": "'", "\u2018": "'", "\u2019": "'", "\u2010": "-", "\u2013": "-"}
    | {"\u200b": None, "\xa0": " ", "\\": None, "|": None}
)
# Andrew Teale notes so who won a tie by lot.
DRAWN = re.compile(r"\s*\((?:not )?elected\)", re.IGNORECASE)
# What an apostrophe became where a file was read in another character set.
APOSTROPHES = re.compile("\u201a\u00c4\u00f4|\u00e2\u20ac\u2122|\u00c3\u00a6")
# Nine names of ten are letters and spaces, and have come to no harm.
PLAIN = re.compile(r"[A-Za-z ]+")
# "Huxtable [Huxtable]": boroughs that print the name commonly used after the name in full.
COMMONLY = re.compile(r"\s*\[[^\]]*\]?")
SMALL = {"and", "the", "of", "in", "on", "upon", "with", "le", "by", "y", "a", "cum", "under", "de", "next", "to"}
PARTICLES = {
    "de",
    "da",
    "di",
    "van",
    "von",
    "der",
    "den",
    "la",
    "le",
    "du",
    "dos",
    "del",
    "ap",
    "ab",
    "al",
    "el",
    "bin",
}


def said(given: str | None, family: str | None) -> Name:
    """A name of given names and family name, capitals mended: ("TONY", "O'DWYER") is Tony O'Dwyer."""
    given, family = _clean(given), _clean(family)
    if family:
        family = re.sub(r"\s*\([^)]*\)", "", family) or family
    if given:
        # "Karen Julia (Karen Julia)", "Des, Des": what the name is commonly, where it is the same.
        given = re.sub(r"^(.+?) \(\1\)$", r"\1", given)
    both = " ".join(filter(None, (given, family)))
    return Name(both or None, given, family)


def family_first(printed: str) -> Name:
    """`Wye T.` is T. Wye, `Loader, J.` J. Loader, `van der Berg A.B.` A.B. van der Berg."""
    printed = _decoded(printed)
    family, _, initials = printed.rpartition(", ") if ", " in printed else printed.rpartition(" ")
    if not family:
        return Name(printed, None, printed)
    given = _initials(initials)
    return Name(f"{given} {family}", given, family)


def in_full(printed: str) -> Name:
    """`Kevin Boram` as it stands, the last word taken for the family name."""
    printed = DRAWN.sub("", str(_clean(printed)))
    given, family = _split(printed.split())
    return Name(printed, given or None, family)


def shouted(printed: str) -> Name:
    """A name in one cell whose family name is in capitals: `FOX, Reece` and `Reece Anthony FOX` are Reece Fox."""
    printed = COMMONLY.sub("", _decoded(printed))
    if "," in printed:
        family, _, given = printed.partition(",")
        return said(given.strip(), family.strip())
    words = printed.split()
    loud = [word for word in words if word == word.upper() and len(word) > 1]
    if loud and len(loud) < len(words):
        return said(" ".join(word for word in words if word not in loud), " ".join(loud))
    return said(*_split(words))


SPELLINGS = Path(__file__).with_name("ward_spellings.csv")


@cache
def spellings() -> dict[tuple[str, str, str], str]:
    """The right name of each ward that a file misspells, by source, council and the name as it stands there."""
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        return {(row["source_id"], row["council_id"], row["printed"]): row["ward"] for row in csv.DictReader(file)}


def ward_name(printed: str, council_id: str, source_id: str) -> str:
    """A ward's name as a reader says it, spelt as its council spells it."""
    name = _ward_said(printed)
    return spellings().get((source_id, council_id, name), name)


@lru_cache(maxsize=65536)
def _ward_said(printed: str) -> str:
    """Capitals mended, & written out, small words small."""
    name = " ".join(_decoded(printed).replace("&", " and ").split())
    if name == name.upper():
        name = " ".join(_capital(word) for word in name.split())
    name = re.sub(r"'S\b", "'s", name)
    first, *others = name.split(" ")
    return " ".join([first, *(word.lower() if word.lower() in SMALL else word for word in others)])


def _split(words: list[str]) -> tuple[str, str]:
    """Given names and family name, which takes in the particles before it."""
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in PARTICLES:
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def _clean(name: str | None) -> str | None:
    if name is None:
        return None
    name = COMMONLY.sub("", _decoded(name)).replace(",", "").strip(" *-")
    if name == "0":
        return None
    return " ".join(_capital(word) for word in name.split()) or None


def _decoded(printed: str) -> str:
    """The text without the harm of a wrong character set: Se&aacute;n, O?Neill, St John&#8203;s."""
    if PLAIN.fullmatch(printed):
        return " ".join(printed.split())
    printed = APOSTROPHES.sub("'", html.unescape(printed)).translate(MARKS)
    printed = re.sub(r"(?<=\w)(?:'\?|\?'?)(?=\w)", "'", printed)
    return " ".join(re.sub(r"\s*-\s+|\s+-\s*", "-", printed).split())


def _capital(word: str) -> str:
    """A word in capitals as it is written in a name; any other word as it stands."""
    if half := re.fullmatch(r"(Mc|Mac|O'|D')([A-Z]{2,})", word):
        return half[1] + half[2].capitalize()
    if word != word.upper() or len(word.strip(".")) < 2 or re.fullmatch(r"([A-Z]\.)+", word):
        return word
    parts = re.split(r"([-'/(])", word.lower())
    mended = "".join(part[:1].upper() + part[1:] for part in parts)
    mended = re.sub(r"'S$", "'s", mended)
    return re.sub(r"^Mc([a-z])", lambda found: f"Mc{found[1].upper()}", mended)


def _initials(printed: str) -> str:
    """`RC.` and `k.` as they are meant: R.C., K."""
    letters = re.sub(r"[^A-Za-zÀ-ÿ-]", "", printed)
    if printed.endswith(".") or len(letters) == 1:
        parts = [part for part in re.split(r"[.\s]+", re.sub(r"[^A-Za-zÀ-ÿ.\s-]", "", printed)) if part]
        if all(len(part) <= 2 for part in parts):
            return "".join(f"{letter.upper()}." for part in parts for letter in re.findall(r"[A-Za-zÀ-ÿ]", part))
    return printed
