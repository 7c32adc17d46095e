"""A place's history in each of its forms: a table a seat as text and Markdown, a row a party as CSV, JSON whole."""

import json
from collections.abc import Sequence
from typing import Any

from hustings.publish import words
from hustings.publish.reports.history import Chapter, History
from hustings.publish.sheet import Sheet, Shown, as_csv, table_markdown, table_text, wrapped
from hustings.record.lineage import Stage

Row = dict[str, Any]

BEFORE = (Shown("when", "Poll"), Shown("party", "Won by"))
AFTER = (Shown("majority", "Majority", "count or none"), Shown("valid_turnout", "Turnout", "percent or none"))
LONG = (
    Shown("area", "area"),
    Shown("boundary_set_id", "boundary_set_id"),
    Shown("area_id", "area_id"),
    Shown("followed_by", "followed_by"),
    Shown("followed_words", "followed_words"),
    Shown("boundaries_changed", "boundaries_changed"),
    Shown("contest_id", "contest_id"),
    Shown("polling_on", "polling_on", "day"),
    Shown("kind", "kind"),
    Shown("winner", "winner"),
    Shown("candidate", "winning_candidate"),
    Shown("majority", "majority", "count"),
    Shown("valid_turnout", "turnout", "percent"),
    Shown("line", "line"),
    Shown("line_name", "party"),
    Shown("votes", "votes", "count"),
    Shown("share", "share", "percent"),
)
# How a reader is told that figures on two sides of a line do not compare.
BREAK = "Boundaries changed: figures above and below do not compare."


def render_history(history: History, form: str) -> str:
    """The history as text, md, csv or json, ending in a line feed."""
    forms = {"text": as_history_text, "md": as_history_markdown, "csv": as_history_csv, "json": as_history_json}
    return forms[form](history)


def chapter_sheet(chapter: Chapter) -> Sheet:
    """A seat's contests, latest first, with the shares of its largest parties and of all others."""
    lines = tuple(Shown(one["line"], one["short"], "percent or none") for one in chapter.lines)
    columns = (*BEFORE, *lines, Shown("others", "Others", "percent or none"), *AFTER)
    return Sheet(chapter.stage.area, columns, [_row(chapter, contest) for contest in chapter.contests])


def _row(chapter: Chapter, contest: Row) -> Row:
    shares = {one["line"]: one["share"] for one in contest["shares"]}
    named = {one["line"]: shares.get(one["line"]) for one in chapter.lines}
    known = [share for share in shares.values() if share is not None]
    rest = sum(known) - sum(share for share in named.values() if share)
    by = " by-election" if contest["kind"] == "by-election" else ""
    others = {"others": rest if known and rest > 1e-9 else None}
    return contest | named | others | {"when": f"{contest['polling_on']:%Y-%m-%d}{by}"}


def _title(chapter: Chapter) -> str:
    return f"{chapter.stage.area} ({dates(chapter.stage)})"


def dates(stage: Stage) -> str:
    """From when to when these boundaries were in force."""
    until = f" to {words.day(stage.end_on)}" if stage.end_on else " on"
    return f"boundaries of {words.day(stage.start_on)}{until}"


def followed(stage: Stage) -> str:
    """By what the place was followed back to a seat, and what was not followed; blank for the seat asked for."""
    link = stage.link
    also = f" Not followed: {'; '.join(link.also)}." if link.also else ""
    return f"Followed back by {link.words}.{also}" if link.rule != "asked" else ""


def history_notes(history: History) -> tuple[str, ...]:
    """What the tables of a history mean, and what they lack."""
    rules = [chapter.stage.link.rule for chapter in history.chapters]
    by_name = "same-name" in rules or "part-of-name" in rules
    named = ("Seats followed by name are a lead, not a measure: a name may have moved.",) if by_name else ()
    return (
        "Shares are of valid votes, by party across changes of name. Others: everyone else, independents too. "
        "Where it says not published, the publication has party votes alone and they do not decide who won; "
        f"{words.NONE} in a column: did not stand by that name, unopposed, or unknown.",
        "Turnout: valid votes as a percentage of the electorate.",
        "By-elections before 2011 are not in the record, so a seat may have changed hands between two lines above.",
        *named,
        *_no_further(history),
    )


# The record's first map of constituencies.
FIRST_MAP = 1918


def _no_further(history: History) -> tuple[str, ...]:
    """That the place was there before, where nothing leads to the seats that it was in."""
    last = history.chapters[-1].stage
    if last.start_on.year <= FIRST_MAP:
        return ()
    return (
        f"Followed no further back than {words.day(last.start_on)}: no published overlap, and no name, leads to the "
        "seats before.",
    )


def _sources(history: History) -> tuple[str, ...]:
    return tuple(f"Source: {row['publisher']}, {row['title']}. {row['licence']}." for row in history.sources)


def changed(chapters: Sequence[Chapter], place: int) -> bool:
    """Whether the boundaries changed between a seat and the one shown before it: not where two stand side by side."""
    if place == 0 or chapters[place].stage.link.rule == "same-boundaries":
        return False
    return chapters[place].stage.boundary_set_id != chapters[place - 1].stage.boundary_set_id


def as_history_text(history: History) -> str:
    """The history for a terminal or a pipe."""
    lines = [f"{history.area}: its history, latest first\n"]
    for place, chapter in enumerate(history.chapters):
        lines += [f"\n-- {BREAK}\n"] if changed(history.chapters, place) else []
        lines += ["\n", *wrapped((_title(chapter), *filter(None, (followed(chapter.stage),))), then="  "), "\n"]
        lines += [table_text(chapter_sheet(chapter))] if chapter.contests else ["Nothing in the record.\n"]
    return "".join([*lines, "\n", *wrapped(history_notes(history)), *wrapped(_sources(history))])


def as_history_markdown(history: History) -> str:
    """The history as a Markdown document."""
    lines = [f"# {history.area}\n"]
    for place, chapter in enumerate(history.chapters):
        lines += [f"\n**{BREAK}**\n"] if changed(history.chapters, place) else []
        led = followed(chapter.stage)
        lines += [f"\n## {_title(chapter)}\n\n", f"{led}\n\n" if led else ""]
        lines += [table_markdown(chapter_sheet(chapter))] if chapter.contests else ["Nothing in the record.\n"]
    return "".join([*lines, *(f"\n{note}\n" for note in (*history_notes(history), *_sources(history)))])


def _long(history: History) -> list[Row]:
    """A row a party and contest, each with what it needs to stand alone."""
    rows = []
    for place, chapter in enumerate(history.chapters):
        link = chapter.stage.link
        stage: Row = {"followed_by": link.rule, "followed_words": link.words}
        stage |= {"boundaries_changed": changed(history.chapters, place)}
        for contest in chapter.contests:
            head = contest | stage | {"winner": contest["party"]}
            rows += [
                head | {"line": one["line"], "line_name": one["party"], "votes": one["votes"], "share": one["share"]}
                for one in contest["shares"]
            ]
    return rows


def as_history_csv(history: History) -> str:
    """A row a party and contest."""
    return as_csv(Sheet(history.area, LONG, _long(history)))


def as_history_json(history: History) -> str:
    """The whole history as one object: a seat, its contests, the shares of each, in percent."""
    chapters = [
        {
            "area": chapter.stage.area,
            "boundary_set_id": chapter.stage.boundary_set_id,
            "area_id": chapter.stage.area_id,
            "in_force_from": chapter.stage.start_on.isoformat(),
            "in_force_to": chapter.stage.end_on.isoformat() if chapter.stage.end_on else None,
            "followed": chapter.stage.link._asdict(),
            "boundaries_changed": changed(history.chapters, place),
            "contests": [_contest_object(contest) for contest in chapter.contests],
        }
        for place, chapter in enumerate(history.chapters)
    ]
    whole = {"area": history.area, "seats": chapters, "notes": [*history_notes(history), *_sources(history)]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _contest_object(contest: Row) -> Row:
    turnout = contest["valid_turnout"]
    return {
        "contest_id": contest["contest_id"],
        "polling_on": contest["polling_on"].isoformat(),
        "kind": contest["kind"],
        "winner": contest["party"],
        "candidate": contest["candidate"],
        "majority": contest["majority"],
        "turnout_percent": None if turnout is None else round(turnout * 100, 4),
        "parties": [
            {
                "line": one["line"],
                "party": one["party"],
                "votes": one["votes"],
                "share_percent": None if one["share"] is None else round(one["share"] * 100, 4),
            }
            for one in contest["shares"]
        ],
    }
