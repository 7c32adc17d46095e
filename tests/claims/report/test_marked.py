"""A checked story's page is sound HTML, holds the story's text sign for sign, and is readable in both schemes."""

import re
from typing import Any

import html5lib
import pytest
from handmade import EMPTY, NASTY, NASTY_CLAIMS, NASTY_REPORT, claim_in, report_of

from hustings.claims.report.claim import Report
from hustings.claims.report.marked import FRAME, marked
from hustings.claims.report.marks import RULES
from hustings.claims.verdict import FINDINGS, Verdict
from hustings.publish.charts.style import MARK_CONTRAST, TEXT_CONTRAST, contrast


def page_of(report: Report, source: str) -> Any:
    """The tree of the page; an error where it is not as the standard has it."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(marked(report, source))


def story_of(page: Any) -> Any:
    (story,) = (one for one in page.iter("div") if one.get("class") == "story")
    return story


def text_of(node: Any) -> str:
    """The text of the story without the numbers of findings."""
    own = "" if node.tag == "sup" else (node.text or "") + "".join(text_of(child) for child in node)
    return own + (node.tail or "" if node.get("class") != "story" else "")


def marks_of(page: Any) -> list[tuple[str, str]]:
    return [(one.get("class"), one.text or "") for one in story_of(page).iter("mark")]


def test_the_story_is_there_sign_for_sign() -> None:
    assert text_of(story_of(page_of(NASTY_REPORT, NASTY))) == NASTY


def test_every_figure_is_marked_by_its_verdict() -> None:
    assert marks_of(page_of(NASTY_REPORT, NASTY)) == [(claim["verdict"], claim["text"]) for claim in NASTY_CLAIMS]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n",
        "\n\n 5\r\n\r\n",
        "no figure",
        "&amp;&lt;&nope; <p>",
        "a\x00b\x0bc\x1f\x9fd\ufdd0\U0010ffff",
        "\ttabs  kept ",
    ],
)
def test_any_text_is_a_sound_page(source: str) -> None:
    text = text_of(story_of(page_of(report_of("a.md"), source)))
    assert text == re.sub("[\x00\x0b\x1f\x9f\ufdd0\U0010ffff]", "\N{REPLACEMENT CHARACTER}", source).replace(
        "\r\n", "\n"
    )


def test_findings_are_numbered_and_lead_down_and_back() -> None:
    page = page_of(NASTY_REPORT, NASTY)
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(ids) == len(set(ids)) == 7 + 4
    links = [one.get("href") for one in page.iter("a")]
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    numbers = [sup.find("a") for sup in story_of(page).iter("sup")]
    assert [(one.text, one.get("href")) for one in numbers] == [(str(n), f"#finding-{n}") for n in range(1, 5)]
    assert [one.get("aria-label") for one in numbers] == [
        "Finding 1: wrong",
        "Finding 2: misleading",
        "Finding 3: right with a note",
        "Finding 4: wrong",
    ]
    notes = [one for one in page.iter("li") if (one.get("id") or "").startswith("finding-")]
    back = [note.find(".//a").get("href").removeprefix("#") for note in notes]
    marked_so = {one.get("id"): one.text for one in story_of(page).iter("mark")}
    assert [marked_so[one] for one in back] == ["15,986 votes", "39.4%", "4.0 points", "9.9 per\ncent"]


def test_a_note_tells_all_that_is_known() -> None:
    (note,) = (one for one in page_of(NASTY_REPORT, NASTY).iter("li") if one.get("id") == "finding-1")
    assert note.find("h3").text == "1. 15,986 votes: wrong, a digit is out of place"
    rows = [("".join(one.itertext())) for one in note.find("dl")]
    claim = NASTY_CLAIMS[0]
    assert list(zip(rows[::2], rows[1::2], strict=True)) == [
        ("Stands at", "Line 3, column 13"),
        ("Read as", claim["read_as"]),
        ("The record", "15,896"),
        *[("It may be", other) for other in claim["other_readings"]],
        ("Mend", "15,896 votes"),
        ("Source", claim["sources"][0]),
    ]


def test_what_a_finding_lacks_has_no_row() -> None:
    (note,) = (one for one in page_of(NASTY_REPORT, NASTY).iter("li") if one.get("id") == "finding-4")
    assert [one.text for one in note.iter("dt")] == ["Stands at", "Read as"]


def test_counts_stand_on_top() -> None:
    page = page_of(NASTY_REPORT, NASTY)
    rows = ["".join(one.itertext()) for one in page.find(".//ul")]
    assert rows == [
        "7 figures seen",
        "1 right",
        "2 wrong",
        "1 misleading",
        "1 right with a note",
        "2 left: 1 because the words do not say enough, 1 outside the record",
    ]


def test_an_empty_story_says_so() -> None:
    page = page_of(EMPTY, "")
    assert "0 figures seen" in "".join(page.itertext())
    assert "No figure is wrong, misleads or needs a note." in "".join(page.itertext())
    assert not list(story_of(page).iter("mark"))


def test_the_page_is_one_file_with_a_title_and_a_heading() -> None:
    page = page_of(NASTY_REPORT, NASTY)
    assert page.get("lang") == "en-GB"
    assert len(list(page.iter("h1"))) == len(list(page.iter("style"))) == len(list(page.iter("title"))) == 1
    assert '50%, a: b & "c" <d>' in page.find(".//title").text
    tags = {one.tag for one in page.iter()}
    assert not tags & {"script", "link", "img", "iframe"}
    rules = RULES.read_text() + FRAME.read_text()
    assert "url(" not in rules
    assert "@import" not in rules


def test_claims_out_of_order_or_over_each_other_leave_the_text_whole() -> None:
    source = "It was 5 per cent of 12.\nThen 7"
    claims = [
        claim_in(source, "7", "wrong", code="figure"),
        claim_in(source, "5 per cent", "correct"),
        claim_in(source, "per cent of 12", "wrong", code="figure"),
        claim_in(source, "cent", "correct"),
    ]
    beyond = claim_in(source, "7", "correct") | {"line": 9, "column": 4, "end_line": 9, "end_column": 40}
    page = page_of(report_of("a.md", *claims, beyond), source)
    assert text_of(story_of(page)) == source
    assert [words for _, words in marks_of(page)] == ["5 per cent", " of 12", "", "7", ""]


def test_a_mark_within_a_line_end_of_two_signs_adds_no_line() -> None:
    source = "Up 5%\r\nand away\r\n"
    within = claim_in(source, "5%", "correct")
    within["end_column"] += 1
    page = page_of(report_of("a.md", within), source)
    assert text_of(story_of(page)) == source.replace("\r\n", "\n")


def scheme(name: str) -> dict[str, str]:
    light, dark = re.findall(r":root \{(.*?)\}", RULES.read_text(), re.DOTALL)
    return dict(re.findall(r"--([\w-]+): (#\w{6})", light if name == "light" else dark))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_contrast_is_that_of_level_aa(name: str) -> None:
    colours = scheme(name)
    assert set(colours) == set(scheme("light"))
    grounds = [colours[ground] for ground in ("page", "faint")]
    tints = [colour for told, colour in colours.items() if told.endswith("-tint")]
    assert len(tints) == 3
    for text in ("ink", "muted", "accent"):
        assert all(contrast(colours[text], ground) >= TEXT_CONTRAST for ground in grounds)
    assert all(contrast(colours["ink"], tint) >= TEXT_CONTRAST for tint in tints)
    for line in ("wrong", "misleading", "note", "correct", "left"):
        tint = colours.get(f"{line}-tint")
        assert all(contrast(colours[line], ground) >= MARK_CONTRAST for ground in [*grounds, *([tint] if tint else [])])


def test_verdicts_are_told_apart_without_colour() -> None:
    lines = dict(re.findall(r"mark\.([\w-]+) \{.*?text-decoration: (?:underline )?(\w+)", RULES.read_text()))
    assert set(lines) == {verdict.value for verdict in Verdict}
    assert len(set(lines.values())) == len(lines)
    assert set(FINDINGS) <= set(lines)
