"""The words a finding would be mended with, where they can be mended without asking the writer."""

from __future__ import annotations

from hustings.claims.finding import Finding
from hustings.claims.lexemes import PERCENT_SIGN, Unit
from hustings.claims.words import printed_right

# Mends that change a figure to what its own words say it is, and nothing else.
DIGITS = ("digits", "figure", "rank", "wrong-candidate", "wrong-year", "wrong-seat")


def mend(finding: Finding) -> str:
    """What to print instead of the figure; blank where the writer must choose. Never of a quotation's words."""
    one = finding.reading.lexeme
    if finding.reading.words.quoted:
        return ""
    if finding.right is None:
        return finding.answer.mend if finding.answer and finding.code else ""
    if finding.code == "percent-for-points":
        number = PERCENT_SIGN.sub("", one.text).strip()
        return f"{number}-point" if _before_noun(finding) else f"{number} {'point' if number == '1' else 'points'}"
    if finding.code in DIGITS and one.unit is not Unit.PART and not one.about and one.text[0].isdigit():
        return printed_right(one, finding.right)
    return ""


def _before_noun(finding: Finding) -> bool:
    """Whether the figure stands before what moved: a 39.4% drop is a 39.4-point drop."""
    return finding.reading.words.before_noun
