"""What must hold of any text that is checked, whatever it is; each that does not is an AssertionError that says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from hustings.claims.check import IGNORED, Checked, Checker
from hustings.claims.lexemes import lexemes
from hustings.claims.lines import ENDS
from hustings.claims.mended import mended
from hustings.claims.report.claim import LEFT, Report, report
from hustings.claims.report.claimreview import claimreview
from hustings.claims.report.github import github
from hustings.claims.report.marked import marked
from hustings.claims.report.sarif import sarif
from hustings.claims.report.text import text
from hustings.claims.sentences import LONGEST, sentences
from hustings.claims.story import Story, read_story
from hustings.claims.told import told


def sound_blocks(source: str) -> Story:
    """A text is read: in blocks whose signs stand in it, in sentences that are whole, in figures that are told of."""
    story = read_story(source)
    for block in story.blocks:
        assert block.text, "a block has words"
        assert block.text == block.text.strip(), block.text
        assert len(block.text) == len(block.places), block.text
        assert all(0 <= place < len(source) for place in block.places), block.places
        assert list(block.places) == sorted(block.places), f"signs stand in order: {block.text}"
        parts = list(sentences(block.text))
        assert "".join(block.text.split()) == "".join("".join(block.text[a:b].split()) for a, b in parts)
        assert all(end - start <= LONGEST for start, end in parts), "no sentence is longer than what is looked at"
        for one in lexemes(block.text):
            assert block.text[one.start : one.end] == one.text, one
            whole = next((part for part in parts if part.start <= one.start < part.end), None)
            assert whole, f"a figure stands in a sentence: {one}"
            told(block.text[whole.start : one.start], block.text[one.end : whole.end], one)
    return story


def sound_claims(told: Report, source: str) -> None:
    """Each claim stands where it is said to; they are in order; what was decided and left are all."""
    lines = ENDS.split(source)
    for one in told["claims"]:
        line = lines[one["line"] - 1]
        # What is written by its name or number stands where that begins.
        stands = line[one["column"] - 1 : one["column"]]
        assert stands in (one["text"][0], "&"), (one["text"], stands, one["line"], one["column"])
        assert (one["line"], one["column"]) < (one["end_line"], one["end_column"]), one
        assert one["end_column"] - 1 <= len(lines[one["end_line"] - 1]), one
        assert one["text"] in one["quote"] or len(one["quote"]) <= LONGEST
    left = sum(one["verdict"] in LEFT for one in told["claims"])
    figures = len(told["claims"])
    assert told["coverage"] == {"figures": figures, "decided": figures - left, "left": left}
    silent = {number for number, line in enumerate(lines, 1) if IGNORED.search(line)}
    assert not silent & {one["line"] for one in told["claims"]}, "what a comment says to leave is left"


def forms(told: Report, source: str) -> Iterator[tuple[str, str]]:
    """A report in each of its forms, by name."""
    yield "text", text(told)
    yield "json", json.dumps(told, ensure_ascii=False)
    yield "sarif", sarif([told])
    yield "github", github([told])
    yield "html", marked(told, source)
    yield "claimreview", claimreview([told], date(2024, 7, 5))


def sound(checker: Checker, source: str) -> Checked:
    """A text is checked, and told in every form; what its mended copy changes is what was mended."""
    sound_blocks(source)
    checked = checker.check(source)
    said = report(checked, "story.md")
    sound_claims(said, source)
    places = [(one.reading.block, one.reading.lexeme.start) for one in checked.findings]
    assert places == sorted(set(places)), "figures are told of once, in the order they stand"
    written = dict(forms(said, source))
    for name in ("json", "sarif", "claimreview"):
        json.loads(written[name])
    assert len(written["github"].splitlines()) >= 1
    found = mended(said, source)
    assert (found.text == source) is all(one["text"] == one["mend"] for one in found.mends)
    return checked
