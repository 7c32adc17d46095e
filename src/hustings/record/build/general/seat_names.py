"""Names printed in capitals, written as a reader writes them."""

import re
from functools import cache

from hustings.record.build.general.tables import table

# Words that stand small inside a name.
SMALL = {"and", "by", "in", "le", "of", "on", "super", "the", "under", "upon", "with"}


@cache
def readable(printed: str) -> str:
    """A seat's name in the usual letters, its misspellings mended: BIRMINGHAMALL SAINTS is Birmingham All Saints."""
    plain = " ".join(printed.split())
    mended = {row["printed"]: row["name"] for row in table("seat_names")}
    if plain in mended:
        return mended[plain]
    words = plain.lower().replace("&", "and").split()
    return " ".join(_word(word, first=not position) for position, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if word in SMALL and not first:
        return word
    parts = word.split("-")
    return "-".join(
        part if part in SMALL and position else re.sub(r"[a-zô]", lambda one: one[0].upper(), part, count=1)
        for position, part in enumerate(parts)
    )
