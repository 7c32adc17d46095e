"""Figures that are no results of contests: of divisions, of the census, of days and times in office."""

from __future__ import annotations

from hustings.claims.census.judge import census_findings
from hustings.claims.divisions.judge import division_findings
from hustings.claims.matter import Findings, Matters
from hustings.claims.tenure.judge import tenure_findings


def beside(matters: Matters) -> Findings:
    """What is found of such figures, by where they stand; the record is asked only where the words call for it."""
    return {**tenure_findings(matters), **census_findings(matters), **division_findings(matters)}
