"""A review of each decided figure, as schema.org has it, that may stand in a script of a page."""

import json
from datetime import date
from typing import Any

import html5lib
from handmade import EMPTY, FILE, NASTY_CLAIMS, NASTY_REPORT

from hustings.claims.report.claim import LEFT, Report
from hustings.claims.report.claimreview import claimreview

DAY = date(2024, 7, 6)


def reviews(*reports: Report, **given: Any) -> list[Any]:
    told = json.loads(claimreview(list(reports), DAY, **given))
    assert set(told) == {"@context", "@graph"}
    assert told["@context"] == "https://schema.org"
    return list(told["@graph"])


def test_each_decided_figure_has_a_review() -> None:
    decided = [claim for claim in NASTY_CLAIMS if claim["verdict"] not in LEFT]
    found = reviews(NASTY_REPORT)
    assert [one["reviewRating"]["alternateName"] for one in found] == [claim["verdict"] for claim in decided]
    assert [one["claimReviewed"] for one in found] == [claim["quote"] for claim in decided]
    assert reviews(EMPTY) == reviews() == []


def test_a_review_is_whole() -> None:
    wrong, right, *_ = reviews(NASTY_REPORT)
    assert wrong["@type"] == "ClaimReview"
    assert wrong["datePublished"] == "2024-07-06"
    assert wrong["author"] == {"@type": "Organization", "name": "Hustings"}
    assert wrong["itemReviewed"] == {
        "@type": "Claim",
        "text": NASTY_CLAIMS[0]["quote"],
        "position": "line 3, column 13",
        "appearance": {"@type": "CreativeWork", "name": FILE},
    }
    assert wrong["citation"] == NASTY_CLAIMS[0]["sources"]
    assert "citation" not in right
    assert right["reviewBody"] == (
        "1,689: right. Read as majority in votes, Rushanara Ali, Bethnal Green and Stepney, 4 July 2024; "
        "the record has 1,689 (15,896 less 14,207)."
    )


def test_ratings_fall_from_right_to_wrong() -> None:
    ratings = {one["reviewRating"]["alternateName"]: one["reviewRating"] for one in reviews(NASTY_REPORT)}
    values = [ratings[verdict]["ratingValue"] for verdict in ("correct", "note", "misleading", "wrong")]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
    for rating in ratings.values():
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    assert (values[0], values[-1]) == (rating["bestRating"], rating["worstRating"])


def test_a_story_has_its_address_where_it_is_known() -> None:
    (one, *_) = reviews(NASTY_REPORT, addresses={FILE: "https://example.org/story?a=1&b=2"})
    assert one["itemReviewed"]["appearance"]["url"] == "https://example.org/story?a=1&b=2"
    (one, *_) = reviews(NASTY_REPORT, addresses={"another.md": "https://example.org/"})
    assert "url" not in one["itemReviewed"]["appearance"]


def test_a_quotation_cannot_end_the_script_it_stands_in() -> None:
    claim = NASTY_CLAIMS[0] | {"quote": "</script><script>alert(1)</script> <!-- 5 & 6"}
    written = claimreview([NASTY_REPORT | {"claims": [claim]}], DAY)
    page = f'<!doctype html><title>x</title><script type="application/ld+json">{written}</script>'
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (script,) = parser.parse(page).iter("script")
    assert json.loads(script.text)["@graph"][0]["claimReviewed"] == claim["quote"]
