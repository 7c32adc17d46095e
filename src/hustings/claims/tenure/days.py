"""Days that a story prints: whether the day of the week is the date's, and whether a poll was on it."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Sequence
from datetime import date

from hustings.claims.answer import Answer
from hustings.claims.finding import Finding
from hustings.claims.lexemes import Lexeme
from hustings.claims.matter import Findings, Matter, Matters
from hustings.claims.names import Named
from hustings.claims.verdict import Verdict

POLLS = """
    select contest_id as key, polling_on, 'by-election' as kind, source_id from contest
    where kind = 'by-election' and basis = 'declared'
    union all select election_id, polling_on, kind, source_id from election
    where kind = 'general' and basis = 'declared' and coverage is null order by polling_on
"""
POLL = r"(?P<kind>(?:general|snap) election|by-?election)"
HELD = "is|was|held|took place|fell|fought|taking place|scheduled|due|set"
ON = rf"(?:,?\s+(?:{HELD})\b)*,?\s*(?:on|of|for)?\s*(?:the\s+)?$"
POLL_BEFORE = re.compile(rf"\b{POLL}{ON}", re.I)
POLL_AFTER = re.compile(rf"^\s+(?:UK\s+)?{POLL}\b", re.I)
# Somebody did something about an election on a day that is not the poll's.
CALLED = re.compile(
    r"\b(?:call\w*|announc\w*|trigger\w*|dissol\w*|demand\w*|declar\w*|campaign\w*|debate|manifesto)\b[^.;]{0,50}$",
    re.I,
)
# An election that is not one for the Commons.
ABROAD = re.compile(
    r"\b(?:Irish|Ireland|US|American|presidential|German\w*|French|France|Spanish|Spain|Italian|Italy|Indian?|Pakistan\w*|Bangladesh\w*|"
    r"Canad\w+|Australia\w*|Scottish|Holyrood|Senedd|Welsh|European|Israeli?|Turkish|Greek|local|council|councillor|ward|mayoral|next)\b"
)
WEEKDAY = re.compile(r"^(?P<day>\w+day)\b", re.I)
# A date that is no nearer to a poll, in days, may be of one abroad.
CLOSE = 10
# A story may be of a poll that the words name without its year where it is no further from it than this, in days.
NEAR = 200


def day_findings(matters: Matters) -> Findings:
    """What is found of the days in a story: of their weekday, and of the polls named beside them."""
    found: Findings = {}
    polls: list[dict[str, object]] = []
    for matter in matters.all:
        for one in matter.figures:
            day = matters.day(one)
            if day is None:
                continue
            said = _weekday(matters, matter, one, day)
            if said is None and (kind := _poll_said(matter, one)):
                polls = polls or matters.record.query(POLLS)
                said = _poll(matters, matter, one, (kind, day), polls)
            if said is not None:
                found[matter.place(one)] = said
    return found


def _weekday(matters: Matters, matter: Matter, one: Lexeme, day: date) -> Finding | None:
    """A day of the week that is printed with a date: wrong where it is not that date's; None where it is."""
    said = WEEKDAY.match(one.text)
    if said is None or day_name[day.weekday()].lower() == said["day"].lower():
        return None
    if not _dated(one) and not (
        matters.docket.main == day and matters.dated and abs((matters.dated - day).days) < NEAR
    ):
        return None
    right = f"{day_name[day.weekday()]} {day.day} {day:%B} {day.year}"
    mend = f"{day_name[day.weekday()]}{one.text[said.end() :]}"
    return Finding(
        matter.reading(one),
        Verdict.WRONG,
        "weekday",
        answer=Answer("day of the week", right, "the calendar", mend=mend),
    )


def _dated(one: Lexeme) -> bool:
    return int(one.value) >= 10_000_000


def _poll_said(matter: Matter, one: Lexeme) -> str:
    """The kind of poll that words name right before or after a date, blank for none."""
    before, after = matter.before(one), matter.after(one)
    found = POLL_BEFORE.search(before)
    if found and not CALLED.search(before[: found.start()]):
        return "by-election" if found["kind"].lower().startswith("by") else "general"
    if found := POLL_AFTER.match(after):
        return "by-election" if found["kind"].lower().startswith("by") else "general"
    return ""


def _poll(
    matters: Matters, matter: Matter, one: Lexeme, said: tuple[str, date], polls: Sequence[dict[str, object]]
) -> Finding | None:
    """A date printed as a poll's: right where one was on it, wrong where the one of its year was on another day."""
    kind, day = said
    keys = {key for mention in matter.passage.named(Named.SEAT) for key in mention.keys}
    of_kind = [row for row in polls if row["kind"] == kind and (kind == "general" or row["key"] in keys)]
    if ABROAD.search(matter.passage.words) or not (_dated(one) or day == matters.docket.main):
        return None
    exact = [row for row in of_kind if row["polling_on"] == day]
    nearly = [row for row in of_kind if abs((row["polling_on"] - day).days) <= CLOSE]  # type: ignore[operator]
    same_day = [row for row in of_kind if (row["polling_on"].month, row["polling_on"].day) == (day.month, day.day)]  # type: ignore[attr-defined]
    found = exact or nearly or same_day
    if len(found) != 1 or day > matters.record.as_of:
        return None
    row, on = found[0], found[0]["polling_on"]
    answer = Answer(
        f"day of the {'general election' if kind == 'general' else 'by-election'}",
        f"{on.day} {on:%B} {on.year}",  # type: ignore[attr-defined]
        kept=str(row["key"]),
        source_id=str(row["source_id"]),
    )
    verdict, code = (Verdict.CORRECT, "") if exact else (Verdict.WRONG, "date")
    return Finding(matter.reading(one), verdict, code, answer=answer)
