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
    return one_slip(lexeme, f"{abs(right.value):.{max(0, lexeme.decimals)}f}")


def one_slip(lexeme: Lexeme, right: str) -> bool:
    """Whether a figure is one slip of a digit from the right one as it would be printed."""
    from rapidfuzz.distance import OSA  # adjacent digits that changed places count as one edit

    printed = "".join(sign for sign in lexeme.text if sign.isdigit())
    meant = right.replace(".", "")
    return len(meant) >= FEWEST and len(printed) >= FEWEST - 1 and OSA.distance(printed, meant) == 1
