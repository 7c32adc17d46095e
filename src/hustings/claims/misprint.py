"""Whether a figure is another with its digits amiss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings.claims.lexemes import Lexeme

if TYPE_CHECKING:
    from hustings.claims.expected import Held

# Of fewer digits any figure is a misprint of any other.
FEWEST = 3


def misprinted(lexeme: Lexeme, right: Held) -> bool:
    """Whether a figure is one digit from the right one, or has two neighbouring digits in each other's place."""
    from rapidfuzz.distance import OSA  # adjacent digits that changed places count as one edit

    printed = "".join(sign for sign in lexeme.text if sign.isdigit())
    meant = f"{abs(right.value):.{max(0, lexeme.decimals)}f}".replace(".", "")
    return len(meant) >= FEWEST and len(printed) >= FEWEST - 1 and OSA.distance(printed, meant) == 1
