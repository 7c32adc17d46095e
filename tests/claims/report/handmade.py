"""Reports made by hand, of stories whose figures are found where they stand in the text."""

from typing import Any

from hustings.claims.report.claim import LEFT, Claim, Coverage, Report


def claim_in(source: str, text: str, verdict: str, **given: Any) -> Claim:
    """A claim of that text where it first stands in the source; `code`, `right` and the others as given."""
    start = source.index(text)
    end = start + len(text)
    (line, column), (end_line, end_column) = place(source, start), place(source, end)
    return Claim(
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=text,
        verdict=verdict,
        printed=text,
        **{"quote": source.split("\n")[line - 1], **BLANK, **given},
    )


BLANK = {
    "code": "",
    "read_as": "",
    "right": "",
    "formula": "",
    "sources": [],
    "other_readings": [],
    "mend": "",
}


def place(source: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, from 1."""
    before = source[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def report_of(file: str, *claims: Claim) -> Report:
    """A report of those claims."""
    left = sum(claim["verdict"] in LEFT for claim in claims)
    coverage = Coverage(figures=len(claims), decided=len(claims) - left, left=left)
    return Report(version=1, file=file, claims=list(claims), coverage=coverage)


# Quotation marks, markup, signs that commands escape, signs of two UTF-16 units before figures, a figure at the very
# end without a line's end.
NASTY = (
    '\n# 50% \N{EN DASH} "Ali\'s" <script>alert(1)</script>, 100% & more\n'
    "\N{BALLOT BOX WITH BALLOT}\N{PARTY POPPER}\U00020000 Ali won 15,986 votes, a majority of 1,689.\n"
    "Her share fell by 39.4%, she said: \"it's 'only' <b>a swing</b> of 4.0 points\".\n"
    "Rain fell on 12 wards &amp; the turnout of 1832 was\n9.9 per\ncent; the count\t\ncost \N{POUND SIGN}45"
)
MAJORITY = "majority in votes, Rushanara Ali, Bethnal Green and Stepney, 4 July 2024"
NASTY_CLAIMS = (
    claim_in(
        NASTY,
        "15,986 votes",
        "wrong",
        code="digits",
        read_as='votes, Rushanara "Shanara" Ali <Labour>, 100%',
        right="15,896",
        mend="15,896 votes",
        sources=["parl.bethnal.2024-07-04 (House of Commons Library: results, 2010-2024)"],
        other_readings=["15,968: votes, A & B, Bow", "15,689: votes, C, Bow", "1: votes, D, Bow", "2: votes, E, Bow"],
    ),
    claim_in(NASTY, "1,689", "correct", read_as=MAJORITY, right="1,689", formula="15,896 less 14,207"),
    claim_in(
        NASTY,
        "39.4%",
        "misleading",
        code="percent-for-points",
        read_as="change of share, in percentage points, Rushanara Ali",
        right="\N{MINUS SIGN}39.4 points",
        formula="34.1% less 73.5%",
        mend="39.4 points",
        sources=["one", "two"],
    ),
    claim_in(NASTY, "4.0 points", "note", code="baseline-unstated", read_as="swing", right="+4.0 points"),
    claim_in(NASTY, "12", "cannot-tell"),
    claim_in(NASTY, "9.9 per\ncent", "wrong", code="arithmetic", read_as="turnout"),
    claim_in(NASTY, "\N{POUND SIGN}45", "not-in-record"),
)
FILE = 'stories/50%, a: b & "c" <d>\n.md'
NASTY_REPORT = report_of(FILE, *NASTY_CLAIMS)
EMPTY = report_of("empty.md")
