"""How long `hustings check` takes over what no newsroom sends: very long, very deep, or no story at all.

    python -m benchmarks.robust [--only word] [--longest 60]

Prints the seconds of processor time that each takes to be read, checked and told as text. One that takes longer than
`--longest` is given up and said to be so. Exit code 1 where any takes longer than the aim.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import hustings
from hustings.claims.check import Checker
from hustings.claims.report.claim import report
from hustings.claims.report.text import text

MB = 1_000_000
AIM = 2.0
STORIES = Path(__file__).parents[1] / "tests" / "claims" / "stories"
SEATS = "Bethnal Green and Stepney Ilford North Poplar and Limehouse Clacton Runcorn and Helsby Ynys Môn "
LEAD = "Rushanara Ali won 15,896 votes in Bethnal Green and Stepney on 4 July 2024"


def long(words: str, size: int = MB) -> str:
    """Some words again and again, to a size."""
    return (words * (size // len(words) + 1))[:size]


def _table(columns: int, rows: int) -> str:
    heading = "| Candidate " + "| Votes " * (columns - 1) + "|\n" + "|---" * columns + "|\n"
    return heading + ("| Rushanara Ali " + "| 15,896 " * (columns - 1) + "|\n") * rows


def _html_table(cells: int) -> str:
    row = "<tr><td>Rushanara Ali</td><td>15,896</td><td>34.1%</td><td>-39.4</td></tr>"
    return f"<html><table><tr><th>Name</th><th>Votes</th><th>Share</th><th>Change</th></tr>{row * (cells // 4)}</table>"


def _mixed() -> str:
    one = "Ali won 15,896 votes, 34.1%. "
    spoilt = one.encode("utf-16-le").decode("cp1252", errors="replace") + one.encode().decode("cp1252", "replace")
    return long(one + spoilt + "\u202e15,896\u202c e\u0301 \U0001f5f3 \ufdd0 \u0661\u0662\u0663 1\uff15")


def _stories(size: int) -> str:
    whole = "\n\n".join(file.read_text(encoding="utf-8") for file in sorted(STORIES.glob("*.md")))
    return long(whole.replace("---\n", ""), size)


# Each with what is checked.
CASES: dict[str, Callable[[], str]] = {
    "nothing": lambda: "",
    "a line of digits": lambda: "7" * MB,
    "1, again and again": lambda: long("1,"),
    "1. again and again": lambda: long("1."),
    "1- again and again": lambda: long("1-"),
    "10,000 nested tags": lambda: "<div>" * 10_000 + LEAD,
    "10,000 nested tags of a page": lambda: "<html>" + "<div><blockquote>" * 10_000 + LEAD,
    "10,000 nested tables": lambda: "<html>" + "<table><tr><td>" * 10_000 + LEAD,
    "10,000 nested block quotes": lambda: "> " * 10_000 + LEAD,
    "10,000 nested block quotes, close": lambda: ">" * 10_000 + LEAD,
    "1 MB of lines of block quotes": lambda: long("> > > 7 votes\n"),
    "10,000 nested lists": lambda: "- " * 10_000 + LEAD,
    "3,000 lines each deeper in a list": lambda: "".join("  " * depth + "- 7\n" for depth in range(1000)),
    "10,000 [": lambda: "[" * 10_000 + LEAD,
    "1 MB of [": lambda: "[" * MB,
    "1 MB of ![": lambda: long("!["),
    "1 MB of [a](": lambda: long("[a]("),
    "1 MB of [a]: b": lambda: long("[a]: b\n"),
    "1 MB of [a]:": lambda: long("[a]:\n"),
    "1 MB of (": lambda: "(" * MB,
    "1 MB of *": lambda: "*" * MB,
    "1 MB of *a": lambda: long("*a "),
    "1 MB of *a_": lambda: long("*a_"),
    "1 MB of **a": lambda: long("a**b "),
    "1 MB of `": lambda: "`" * MB,
    "1 MB of ` of all lengths": lambda: long("".join("`" * n + " " for n in range(1, 1400))),
    "1 MB of <": lambda: "<" * MB,
    "1 MB of <a": lambda: long("<a "),
    "1 MB of <a of a page": lambda: "<html>" + long("<a "),
    "1 MB of <!-- of a page": lambda: "<html>" + long("<!-- "),
    "1 MB of <!-- of a line": lambda: long("x <!-- "),
    "1 MB of <! of a page": lambda: "<html>" + long("<!a "),
    "1 MB of <? of a page": lambda: "<html>" + long("<?a "),
    "1 MB of </ of a page": lambda: "<html>" + long("</a "),
    "1 MB of <![CDATA[ of a line": lambda: long("x <![CDATA["),
    "1 MB of & of a page": lambda: "<html>" + long("&a "),
    "1 MB of && of a page": lambda: "<html>" + "&" * MB,
    "1 MB of &#1 of a page": lambda: "<html>" + long("&#1"),
    "1 MB of &amp;": lambda: long("&amp;"),
    "1 MB of <b of a page": lambda: "<html><b " + long("a='"),
    "1 MB of <script of a page": lambda: "<html>" + long("<script>"),
    "1 MB of backslashes": lambda: "\\" * MB,
    "1 MB of |": lambda: "|" * MB,
    "1 MB of | and lines": lambda: long("|\n"),
    "1 MB of majority of": lambda: long("majority of "),
    "1 MB of won": lambda: long("won "),
    "1 MB of by": lambda: long("by "),
    "1 MB of from": lambda: long("from "),
    "1 MB of the": lambda: "from " + long("the ") + "7",
    "1 MB of a word": lambda: long("majority"),
    "1 MB of Mr.": lambda: long("Mr. A "),
    "1 MB of full stops": lambda: "." * MB,
    "1 MB of ?!": lambda: long("?! a "),
    "1 MB of seven": lambda: long("seven "),
    "1 MB of seven and": lambda: long("seven and "),
    "1 MB of seven-": lambda: long("seven-"),
    "1 MB of one million": lambda: long("one million "),
    "1 MB of seats": lambda: long(SEATS),
    "1 MB of a person": lambda: long("Rushanara Ali "),
    "1 MB of a party": lambda: long("Labour "),
    "1 MB of people and figures": lambda: long("Rushanara Ali 15,896 "),
    "1 MB of years": lambda: long("in 2019 "),
    "1 MB of dates": lambda: long("4 July 2024 "),
    "20,000 figures in a sentence": lambda: LEAD + " and 15,896" * 20_000,
    "20,000 percentages in a sentence": lambda: LEAD + ", up 34.1% by 2.1 points" * 10_000,
    "20,000 figures in sentences": lambda: LEAD + ". Ali had 15,896 votes" * 20_000,
    "20,000 figures in paragraphs": lambda: LEAD + ".\n\nAli had 15,896 votes" * 20_000,
    "20,000 cells of a table": lambda: f"{LEAD}.\n\n{_table(5, 4000)}",
    "20,000 cells of a row": lambda: f"{LEAD}.\n\n{_table(20_000, 1)}",
    "20,000 cells of a page": lambda: _html_table(20_000),
    "20,000 cells of a row of a page": lambda: "<html><tr>" + "<td>Rushanara Ali</td><td>15,896</td>" * 10_000,
    "1 MB of '": lambda: "'" * MB,
    '1 MB of "': lambda: '"' * MB,
    "1 MB of a'a": lambda: long("a'"),
    "1 MB of curly quotes": lambda: long("\u201c\u2018\u2019\u201d"),
    "1 MB of quoted figures": lambda: long('"7 votes" '),
    "mixed encodings": _mixed,
    "NUL bytes": lambda: "\0" * MB,
    "NUL bytes and figures": lambda: long("7\0 votes\0"),
    "1 MB of combining marks": lambda: "e" + "\u0301" * MB,
    "1 MB of blanks": lambda: " " * MB,
    "1 MB of blanks and a sign": lambda: "a" + " " * MB + "b",
    "1 MB of no-break spaces": lambda: "a" + "\u00a0" * MB + "b",
    "1 MB of lines": lambda: "\n" * MB,
    "1 MB of CR": lambda: "\r" * MB,
    "1 MB of tabs": lambda: "\t" * MB,
    "1 MB of form feeds": lambda: "a" + "\f" * MB + "b",
    "1 MB of front matter": lambda: "---\n" + long("date: x\n"),
    "1 MB of ---": lambda: long("---\n"),
    "1 MB of normal text": lambda: _stories(MB),
    "5 MB of normal text": lambda: _stories(5 * MB),
}


class TooLong(Exception):
    """A case that was given up."""


def _give_up(*_: object) -> None:
    raise TooLong


def seconds(checker: Checker, source: str, longest: int) -> tuple[float, int | None]:
    """How long a text took, and how many figures were seen; none where it was given up."""
    signal.setitimer(signal.ITIMER_PROF, longest)
    start = time.process_time()
    try:
        told = report(checker.check(source), "story")
        text(told)
        return time.process_time() - start, told["coverage"]["figures"]
    except TooLong:
        return time.process_time() - start, None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def main() -> None:
    """Time every case and print the lot."""
    options = argparse.ArgumentParser(description="How long odd texts take to check.")
    options.add_argument("--only", default="", help="only cases with these words in their name")
    options.add_argument("--longest", type=int, default=60, help="seconds after which a case is given up")
    wanted = options.parse_args()
    signal.signal(signal.SIGPROF, _give_up)
    checker = Checker(hustings.open_record())
    checker.check(LEAD)
    slow = 0
    for name, made in CASES.items():
        if wanted.only not in name:
            continue
        taken, figures = seconds(checker, made(), wanted.longest)
        slow += taken > AIM
        told = "given up" if figures is None else f"{figures:7,} figures"
        print(f"{name:36} {taken:7.2f} s  {told}{'  SLOW' if taken > AIM else ''}", flush=True)
    sys.exit(slow > 0)


if __name__ == "__main__":
    main()
