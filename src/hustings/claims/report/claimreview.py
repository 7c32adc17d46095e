"""Decided figures as ClaimReview of schema.org, which search engines read of pages that check facts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from hustings.claims.report.claim import LEFT, Claim, Report
from hustings.claims.report.sentence import sentence
from hustings.claims.verdict import Verdict

RATINGS: dict[str, int] = {Verdict.CORRECT: 5, Verdict.NOTE: 4, Verdict.MISLEADING: 2, Verdict.WRONG: 1}
BEST, WORST = 5, 1
# The signs that would end a script of a page, into which JSON-LD is put.
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def claimreview(reports: list[Report], on: date, addresses: Mapping[str, str] | None = None) -> str:
    """A review of each decided figure, as JSON-LD that may stand in a script of a page as it is.

    `on` is the day of publication; `addresses` the web addresses of the stories by file, where they have one.
    """
    known = addresses or {}
    reviews = [
        _review(claim, _story(told["file"], known.get(told["file"])), on)
        for told in reports
        for claim in told["claims"]
        if claim["verdict"] not in LEFT
    ]
    written = json.dumps({"@context": "https://schema.org", "@graph": reviews}, ensure_ascii=False, indent=1)
    return written.translate(UNSAFE) + "\n"


def _story(file: str, address: str | None) -> dict[str, object]:
    story: dict[str, object] = {"@type": "CreativeWork", "name": file}
    return {**story, "url": address} if address else story


def _review(claim: Claim, story: dict[str, object], on: date) -> dict[str, object]:
    review: dict[str, object] = {
        "@type": "ClaimReview",
        "claimReviewed": claim["quote"],
        "reviewBody": sentence(claim),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[claim["verdict"]],
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": claim["verdict"],
        },
        "itemReviewed": {
            "@type": "Claim",
            "text": claim["quote"],
            "position": f"line {claim['line']}, column {claim['column']}",
            "appearance": story,
        },
        "author": {"@type": "Organization", "name": "Hustings"},
        "datePublished": on.isoformat(),
        "inLanguage": "en-GB",
    }
    # A story's own figures are held against each other, and have no source.
    return {**review, "citation": claim["sources"]} if claim["sources"] else review
