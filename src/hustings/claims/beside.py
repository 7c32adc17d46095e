"""Figures that are no results of contests: of divisions, of the census, of days and times in office."""

from __future__ import annotations

import re

from hustings.claims.matter import Findings, Matters

# Words without which a story has nothing of each: only where they stand is its own reading loaded and the record asked.
OF_VOTES = re.compile(r"\b(?:MPs|Commons|parliament|Westminster|division|ayes|noes|the House|speech|reading)\b", re.I)
OF_PEOPLE = re.compile(
    r"\b(?:census|population|home to|muslims?|islam|christian\w*|hindu\w*|jew\w*|judaism|sikh\w*|buddhis\w*|catholics?|"
    r"religio\w+|church of scotland|whites?|blacks?|asians?|mixed|pakistanis?|indians?|chinese|born|rent\w*|"
    r"own\w* |social housing|deprived|live|living)\b",
    re.I,
)
OF_TIMES = re.compile(
    r"\bsince\b|\byears\b|\bfirst\b|\b(?:entered|elected)\b|day,? \d|"
    r"\b(?:election|poll)\b[^.;]{0,60}\d|\d [^.;]{0,30}election",
    re.I,
)


def beside(matters: Matters) -> Findings:
    """What is found of such figures, by where they stand."""
    found: Findings = {}
    if matters.speak_of(OF_TIMES):
        from hustings.claims.tenure.judge import tenure_findings

        found |= tenure_findings(matters)
    if matters.speak_of(OF_PEOPLE):
        from hustings.claims.census.judge import census_findings

        found |= census_findings(matters)
    if matters.speak_of(OF_VOTES):
        from hustings.claims.divisions.judge import division_findings

        found |= division_findings(matters)
    return found
