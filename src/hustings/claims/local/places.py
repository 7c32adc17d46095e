"""Councils, and wards of them, named in a story: never a place or a common word that happens to be called so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hustings.record.open import Record

NAMES = "select council_id, council as name from council union select council_id, name from council_name"
TITLES = r"(?:(?:the )?(?:London Borough|Royal Borough|City|Borough|borough|city) of )?"
# A council's name is one where its words say so: Hackney council, the mayor of Hackney, elections in Hackney.
AFTER = (
    r"(?:'s|\N{RIGHT SINGLE QUOTATION MARK}s?)?,? (?:(?:city|borough|county|district|town|metropolitan|London|unitary|"
    r"City|Borough|County|District|Town|Metropolitan|Borough's|local) )*"
    r"(?:[Cc]ouncil|COUNCIL|[Mm]ayor|[Ww]ards?\b|[Tt]own [Hh]all|(?:election|ELECTION))"
)
BEFORE = (
    r"(?:[Mm]ayor(?:alty)?|MAYOR|[Cc]ouncil(?:lors?)?|[Ee]lections?|[Ww]ards?|seats|race) "
    r"(?:of|for|in|on|across|to run) (?:the )?"
)
# A ward called by a common word is meant only where the word ward stands by it.
COMMON = set(
    "abbey bridge castle central church college cross east farm forest garden gardens green grange heath hill manor "  # noqa: SIM905
    "market marsh mill moor north old park parks port priory queen queens river riverside school south spring station "
    "stone town trinity university valley victoria village west wood woods may march nelson windsor".split()
)


class Named(NamedTuple):
    """The councils that a story is of, each name with its councils, and the names of others that stand in it."""

    councils: dict[str, set[str]]
    others: tuple[str, ...]


def councils_named(record: Record, texts: Sequence[str], title: str) -> Named:
    """The councils that a story names, by what it calls them; in a title of a local story the name is enough."""
    whole = "\n".join(texts)
    found: dict[str, set[str]] = {}
    for name, council_id in _names(record):
        if name in whole:
            found.setdefault(name, set()).add(council_id)
    found = {name: keys for name, keys in found.items() if not any(_only_within(name, one, whole) for one in found)}
    meant = {
        name: keys
        for name, keys in found.items()
        if _beside(name, whole) or re.search(rf"\b{re.escape(name)}\b", title)
    }
    ours = {key for keys in meant.values() for key in keys}
    return Named(meant, tuple(name for name, keys in sorted(found.items()) if not keys & ours))


@lru_cache(maxsize=2)
def _names(record: Record) -> tuple[tuple[str, str], ...]:
    """Every name of a council with its id: asked once, for every story that speaks of any."""
    return tuple((str(row["name"]), str(row["council_id"])) for row in record.query(NAMES))


def _beside(name: str, text: str) -> bool:
    exact = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    return bool(re.search(rf"{exact}{AFTER}|{BEFORE}{TITLES}{exact}", text))


def _only_within(name: str, longer: str, text: str) -> bool:
    """Whether a name stands nowhere but within a longer one: Derby within Derbyshire Dales is none."""
    return name != longer and name in longer and not re.search(rf"\b{re.escape(name)}\b", text.replace(longer, ""))


def ward_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that finds some wards by name, the longest first; None where there are none."""
    written = sorted({one for name in names for one in _written(name)}, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, written))})(?![\w-])") if written else None


def _written(name: str) -> set[str]:
    return {name, name.replace(" & ", " and "), name.replace(" and ", " & ")}


def is_ward(text: str, found: re.Match[str], people: Iterable[int]) -> bool:
    """Whether a ward's name where it stands in a text is one: not within another name, nor a common word alone.

    `people` are the places at which somebody's name begins: it may stand right after.
    """
    before, after = text[: found.start()], text[found.end() :]
    if re.match(r",? [Ww]ards?\b", after):
        return True
    if all(word.lower() in COMMON for word in found[0].split()):
        return False
    inside = re.search(r"(?<![.!?:;]\s)(?<!^)\b([A-Z][\w'-]*) $", before)
    if inside and inside[1] not in STARTS:
        return False
    following = re.match(r" (?=[A-Z])", after)
    return not following or found.end() + 1 in set(people)


# A word with a capital that begins a sentence is no part of a name.
STARTS = {"In", "At", "And", "But", "For", "Across", "Of", "From", "While", "Meanwhile", "Over", "The"}
