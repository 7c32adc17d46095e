"""Names as people type them: without accents, with & or and, commas or none, words in any order, misspelt."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# What broadcasters and readers call places whose published names are longer.
ALIASES = {"kingston upon hull": "hull", "saint": "st"}


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """A name in lower case, without accents, commas or hyphens, & written out."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = " ".join(re.findall(r"[a-z0-9]+", ascii_only.lower().replace("&", " and ").replace("'", "")))
    for long, short in ALIASES.items():
        words = re.sub(rf"\b{long}\b", short, words)
    return words


def holds_words(name: str, wanted: str) -> bool:
    """Whether every word asked for stands in the name, in any order."""
    return set(plain(wanted).split()) <= set(plain(name).split())


# Of 100: how near a name must be, and what a part of one that matches is worth.
NEAR_ENOUGH, PART_WORTH = 70.0, 0.9


def nearest(wanted: str, names: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """The names nearest to a misspelt one, best first; none where nothing is near.

    Compared by RapidFuzz's token-sorted ratio or the best-matching part, at least 70 of 100.
    """
    from rapidfuzz import fuzz, process  # only a name that is not found pays for this

    distinct = {plain(name): name for name in names}
    scores: dict[str, float] = {}
    # Each scorer over all names at once: in C, a hundred times faster than both of one name after another.
    for scorer, worth in ((fuzz.token_sort_ratio, 1.0), (fuzz.partial_ratio, PART_WORTH)):
        cutoff = NEAR_ENOUGH / worth
        for name, score, _ in process.extract(
            plain(wanted), [*distinct], scorer=scorer, score_cutoff=cutoff, limit=None
        ):
            scores[name] = max(scores.get(name, 0.0), worth * score)
    found = sorted((name for name in distinct if name in scores), key=lambda name: -scores[name])[:limit]
    return tuple(distinct[name] for name in found)
