"""A division in each of its forms: text for 80 columns, Markdown, CSV a row a member, JSON whole."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hustings.errors import UnknownName
from hustings.publish import words
from hustings.publish.reports import division_words as say
from hustings.publish.reports.division import DivisionReport
from hustings.publish.sheet import Sheet, Shown, as_csv, program_rows, render, table_markdown, table_text, wrapped
from hustings.record.names import holds_words, nearest, plain

Row = dict[str, Any]

COUNTS = (Shown("side", ""), Shown("announced", "Announced", "count"), Shown("listed", "Listed by name", "count"))
PARTIES = (
    Shown("party", "Party"),
    Shown("ayes", "Ayes", "count"),
    Shown("noes", "Noes", "count"),
    Shown("tellers", "Tellers", "count"),
    Shown("none_recorded", "None recorded", "count"),
    Shown("rebels", "Rebels", "count"),
    Shown("broke_ranks", "Broke ranks", "count"),
)
FATES = ("elected", "defeated", "did not stand", "left before")
THEN = (
    Shown("vote", "Vote"),
    Shown("members", "Members", "count"),
    *(Shown(fate, fate.capitalize(), "count") for fate in FATES),
)
MEMBERS = (Shown("member", "Member"), Shown("party", "Party"), Shown("seat", "Seat"), Shown("vote", "Vote"))
NEXT = Shown("then", "At the next general election")
# What a row of CSV carries besides, so that it can stand alone.
ALONE = (
    Shown("stance", "stance"),
    Shown("division_id", "division_id"),
    Shown("divided_on", "divided_on", "day"),
    Shown("title", "title"),
    Shown("mnis_id", "mnis_id"),
    Shown("person_id", "person_id"),
    Shown("party_id", "party_id"),
    Shown("party_on", "party_on"),
    Shown("elected_as", "elected_as"),
    Shown("known_from", "known_from"),
    Shown("proxy", "proxy"),
    Shown("why", "why"),
    Shown("area_id", "area_id"),
    Shown("boundary_set_id", "boundary_set_id"),
    Shown("by_election_on", "by_election_on", "day"),
    Shown("next_election", "next_election"),
    Shown("fate", "fate"),
    *(
        Shown(f"next_{key}", f"next_{key}")
        for key in ("contest_id", "seat", "party", "votes", "place", "winner", "winner_party", "majority", "held")
    ),
)
LIST = (
    Shown("divided_on", "Day", "day"),
    Shown("number", "No.", "place"),
    Shown("division_id", "Ask for", "place"),
    Shown("title", "Title"),
    Shown("ayes", "Ayes", "count"),
    Shown("noes", "Noes", "count"),
    Shown("names", "Names"),
)
VOTES: dict[str, Callable[[Row], bool]] = {
    "aye": lambda row: row["vote"] == "aye",
    "no": lambda row: row["vote"] == "no",
    "teller": lambda row: row["vote"].startswith("teller"),
    "none": lambda row: row["vote"] == "none recorded",
    "rebel": lambda row: row["stance"] in ("rebel", "broke ranks"),
}


@dataclass(frozen=True, slots=True)
class Members:
    """Which members' rows are wanted: by vote (a key of VOTES), party, or words of a name or seat."""

    vote: str | None = None
    party: str | None = None
    member: str | None = None

    @property
    def chosen(self) -> bool:
        """Whether anything narrows them."""
        return any((self.vote, self.party, self.member))


def divisions_sheet(divisions: list[Row], wanted: str) -> Sheet:
    """Several divisions, in order of day and number, for a reader to choose from."""
    rows = [row | {"names": "held" if row["named"] else "not held"} for row in divisions]
    notes = (
        f"Ask for one by its second number: `hustings division {divisions[-1]['division_id']}`.",
        "Counts are as announced.",
    )
    one_day = len({row["divided_on"] for row in divisions}) == 1
    columns = LIST[1:] if one_day else LIST
    title = f"{words.plural(len(rows), 'division')} found for {wanted!r}"
    return Sheet(title, columns, rows, notes, wide=LIST[:1] if one_day else ())


def render_division(report: DivisionReport, wanted: Members, form: str) -> str:
    """The report as text, md, csv or json, ending in a line feed.

    In text and Markdown the rows of members are those wanted, else those who rebelled or broke ranks;
    in CSV and JSON those wanted, else all. Raises UnknownName where nobody is of a party or name asked for.
    """
    rows = _wanted(report, wanted)
    if form == "json":
        return _as_json(report, rows)
    if form == "csv":
        return as_csv(members_sheet(report, rows)) if report.members else render(_counts(report), "csv")
    shown = rows if wanted.chosen else [row for row in rows if VOTES["rebel"](row)]
    return _as_text(report, shown) if form == "text" else _as_markdown(report, shown)


def _wanted(report: DivisionReport, wanted: Members) -> list[Row]:
    rows = report.members
    if wanted.chosen and not rows:
        raise UnknownName(say.notes(report)[0])
    if wanted.party:
        rows = [row for row in rows if plain(wanted.party) in (plain(row["party"]), plain(row["party_id"] or ""))]
        rows = rows or [row for row in report.members if holds_words(row["party"], wanted.party)]
        _some(rows, "party", wanted.party, [row["party"] for row in report.members])
    if wanted.member:
        held = wanted.member
        rows = [row for row in rows if holds_words(row["member"], held) or holds_words(row["seat"], held)]
        names = [row[key] for key in ("member", "seat") for row in report.members]
        _some(rows, "member or seat", held, names)
    return [row for row in rows if VOTES[wanted.vote](row)] if wanted.vote else rows


def _some(rows: list[Row], what: str, wanted: str, names: list[str]) -> None:
    if not rows:
        near = nearest(wanted, sorted(set(names)))
        mend = f"did you mean {' or '.join(near)}?" if near else "leave it out to see them all"
        raise UnknownName(f"no {what} called {wanted!r} in this division; {mend}", near)


def members_sheet(report: DivisionReport, rows: list[Row]) -> Sheet:
    """A row a member: vote, party, seat, and what became of them."""
    election = report.next_election
    alone = dict.fromkeys((column.key for column in ALONE), None) | {
        "division_id": report.division["division_id"],
        "divided_on": report.division["divided_on"],
        "title": report.division["title"],
        "next_election": election["election_id"] if election else None,
    }
    shown = [alone | row | {"then": say.then_words(row)} for row in rows]
    columns = (*MEMBERS, NEXT) if election else MEMBERS
    return Sheet("", columns, shown, wide=ALONE)


def _counts(report: DivisionReport) -> Sheet:
    rows = [
        {"side": side, "announced": report.counts[f"{key}_announced"], "listed": report.counts[f"{key}_listed"]}
        for side, key in (("Ayes", "ayes"), ("Noes", "noes"))
    ]
    columns = COUNTS if report.members else COUNTS[:2]
    return Sheet("Counts, tellers not counted", columns, rows)


def _then(report: DivisionReport) -> Sheet:
    """Votes by what became of the members at the general election after."""
    rows = []
    for vote in ("aye", "no", "teller aye", "teller no", "none recorded"):
        fates = Counter(row["fate"] for row in report.members if row["vote"] == vote)
        if fates:
            rows.append({"vote": vote, "members": fates.total()} | {fate: fates[fate] for fate in FATES})
    return Sheet("", THEN, rows)


def _sections(report: DivisionReport, rows: list[Row]) -> list[tuple[str, Sheet | None, list[str]]]:
    """Each part: its title, its table, its sentences."""
    counts = [f"{row['status'].capitalize()}: {row['reason']}" for row in report.corrections]
    if not counts and say.counts_differ(report.counts):
        counts = ["The announced count and the list differ, and both are as published: the announced count decided."]
    parts: list[tuple[str, Sheet | None, list[str]]] = [
        ("Counts, tellers not counted", _counts(report), [*say.evel_sentences(report.division), *counts])
    ]
    if report.members:
        parts.append(("By party", Sheet("", PARTIES, report.parties), []))
        parts += _fate_sections(report)
        parts.append(_member_section(report, rows))
    parts.append(("Notes", None, say.notes(report)))
    if others := say.other_sentences(report):
        parts.append(("Other divisions of the day", None, others))
    sources = [f"{row['publisher']}, {row['title']}. {row['licence']}." for row in report.sources]
    parts.append(("Sources", None, sources))
    return parts


def _fate_sections(report: DivisionReport) -> list[tuple[str, Sheet | None, list[str]]]:
    election = report.next_election
    if election is None:
        return [("What then happened", None, ["The record holds no general election since."])]
    about = (
        "Elected and defeated: in whatever seat they stood, followed by the person's published number, not by name. "
        "Left before: a by-election in their seat came first."
    )
    return [
        (
            f"What then happened at the {election['election'][0].lower()}{election['election'][1:]}",
            _then(report),
            [about],
        )
    ]


def _member_section(report: DivisionReport, rows: list[Row]) -> tuple[str, Sheet | None, list[str]]:
    if not rows:
        return "Members", None, ["Print members with --vote aye, no, teller, none or rebel, --party or --member."]
    others = [] if len(rows) == len(report.members) else ["Print others with --vote, --party or --member."]
    alike = all(VOTES["rebel"](row) for row in rows)
    who = " who rebelled or broke ranks" if alike else ""
    return f"{words.plural(len(rows), 'member')}{who}", members_sheet(report, rows), others


def _as_text(report: DivisionReport, rows: list[Row]) -> str:
    lines = [*wrapped((report.division["title"],), then=""), "\n", *wrapped((say.heading(report.division),), then="")]
    lines += ["\n", *wrapped((say.result_sentence(report.division),), then="")]
    for title, sheet, sentences in _sections(report, rows):
        lines += [f"\n{title}\n", f"\n{table_text(sheet)}" if sheet else ""]
        lines += ["\n" if sheet and sentences else "", *wrapped(tuple(sentences))]
    return "".join(lines)


def _as_markdown(report: DivisionReport, rows: list[Row]) -> str:
    division = report.division
    lines = [f"# {division['title']}\n\n{say.heading(division)}\n\n{say.result_sentence(division)}\n"]
    for title, sheet, sentences in _sections(report, rows):
        lines += [f"\n## {title}\n", f"\n{table_markdown(sheet)}" if sheet else "", "\n" if sentences else ""]
        lines += [f"- {sentence}\n" for sentence in sentences]
    return "".join(lines)


def _as_json(report: DivisionReport, rows: list[Row]) -> str:
    whole = {
        "heading": say.heading(report.division),
        "result": say.result_sentence(report.division),
        "division": report.division,
        "counts": report.counts,
        "parties": report.parties,
        "next_election": report.next_election,
        "then": _then(report).rows if report.next_election and report.members else [],
        "members": program_rows(members_sheet(report, rows)),
        "seats": report.seats,
        "others": report.others,
        "corrections": report.corrections,
        "notes": say.notes(report),
        "sources": report.sources,
    }
    return json.dumps(whole, default=_plain, ensure_ascii=False, indent=2) + "\n"


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{value!r} has no JSON form")
