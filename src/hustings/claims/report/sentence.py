"""A finding in a sentence or three, for forms that have one message for each."""

from __future__ import annotations

from hustings.claims.report.claim import Claim, says
from hustings.claims.report.text import NAMES
from hustings.claims.verdict import Verdict


def sentence(claim: Claim) -> str:
    """What is said of a figure, what it was read as, the record's own with its formula, and a mend.

    What a claim does not have is not spoken of: where a story's own figures do not add up, there is no right one.
    """
    said = [f"{claim['text']}: {says(claim) or NAMES[Verdict(claim['verdict'])]}."]
    if claim["right"]:
        told = f"the record has {claim['right']}" + (f" ({claim['formula']})" if claim["formula"] else "")
        said.append(f"Read as {claim['read_as']}; {told}." if claim["read_as"] else f"{told[0].upper()}{told[1:]}.")
    if claim["mend"]:
        said.append(f"Mend: {claim['mend']}.")
    return " ".join(said)
