"""The story of a constituency at one contest, put together from its parts."""

from __future__ import annotations

from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.articles import around, happened, lead
from hustings.publish.articles.article import Article, Block, Items, Paragraph, Picture, Table, part, sentences
from hustings.publish.articles.told import Told
from hustings.publish.facts import Facts
from hustings.publish.pages import links, seat_context
from hustings.publish.party_names import party_of_name
from hustings.publish.reports import seat_forms, seat_words
from hustings.publish.reports.correction_words import correction_sentences
from hustings.publish.sheet import Sheet, Shown
from hustings.record.schema.elections import POLLED

COLUMNS = (
    Shown("who", "Party and candidate"),
    Shown("votes", "Votes", "count or none"),
    Shown("share", "Per cent", "percent or none"),
    Shown("change", "Change", "points"),
)


def seat_article(facts: Facts, contest_id: str, pictures: tuple[Picture, ...] = ()) -> Article:
    """The story of a contest, with its pictures, of which the first is the featured image.

    Raises UnusableInput for a notional result, which nobody voted at.
    """
    report = facts.reports[contest_id]
    contest = report.contest
    if contest["basis"] not in POLLED:
        raise UnusableInput(
            f"{contest['area']} {contest['polling_on']:%Y} is a notional result, an estimate that nobody voted at: "
            "ask for the story of an election"
        )
    told = Told(facts, report)
    kind = "By-elections" if contest["kind"] == "by-election" else "General elections"
    return Article(
        slug=f"{links.slug(contest['area'])}-{contest['polling_on']}",
        headline=lead.headline(told),
        standfirst=lead.standfirst(told),
        published=contest["polling_on"],
        categories=(kind, contest["region"]),
        tags=_tags(told),
        blocks=(*_happened(told), *_table(told), *pictures, *_rest(told), *_sources(told)),
        picture=pictures[0].file if pictures else "",
    )


def _tags(told: Told) -> tuple[str, ...]:
    people = [row["candidate"] for row in told.report.candidates[:2] if row["candidate"]]
    parties = [row["party"] for row in told.report.candidates[:2]]
    boroughs = [one["name"] for one in seat_context.boroughs(told.facts, told.report)]
    return tuple(dict.fromkeys([told.contest["area"], *people, *parties, *boroughs]))


def _happened(told: Told) -> tuple[Block, ...]:
    warnings = [Paragraph(note) for note in seat_forms.warnings(told.report)]
    if not told.decided:
        return part("What happened", *warnings)
    return part(
        "What happened",
        *warnings,
        sentences(happened.votes_words(told), happened.margin_words(told)),
        sentences(happened.change_words(told), happened.unchanged_words(told), happened.swing_words(told)),
        sentences(happened.field_words(told), happened.split_words(told)),
        sentences(_estimated(told), _between(told)),
    )


def _estimated(told: Told) -> str:
    """Against whom hold and gain are counted, where that was an estimate and not an election."""
    outcome, baseline = told.report.outcome, told.report.baseline
    if outcome is None or outcome["held"] is None or baseline is None:
        return ""
    if baseline["basis"] != "notional":
        return ""
    came_first = party_of_name(str(outcome["loser"])).name
    return (
        f"It is called a {'hold' if outcome['held'] else 'gain'} because {came_first} came first in the notional "
        f"result of {baseline['polling_on']:%Y}; nobody had been elected on these boundaries before."
    )


def _between(told: Told) -> str:
    """That a by-election since the baseline is passed over, where there was one."""
    baseline, since = told.report.baseline, seat_words.by_elections_since(told.report)
    if not since or baseline is None:
        return ""
    row = since[0]
    result = "notional result" if baseline["rule"] == "notional" else "general election"
    old = (
        "" if row["boundary_set_id"] == told.contest["boundary_set_id"] else f" in {row['area']} on its old boundaries"
    )
    return (
        f"Hold and gain, and changes, are against the {result} of {baseline['polling_on']:%Y}, not the by-election of "
        f"{words.day(row['polling_on'])}{old}, which {row['candidate']} ({row['party']}) won by "
        f"{words.plural(row['majority'], 'vote')}."
    )


def _table(told: Told) -> tuple[Block, ...]:
    report = told.report
    baseline = f"Change on {seat_words.baseline_name(report.baseline)}, points" if report.baseline else "Change, points"
    columns = (*COLUMNS[:-1], Shown("change", baseline, "points"))
    rows = [row | {"who": _both(row)} for row in report.candidates]
    title = f"{told.contest['area']}, {words.day(told.contest['polling_on'])}"
    return part("The result in full", Table(Sheet(title, columns, rows, _notes(told))))


def _both(row: dict[str, object]) -> str:
    return f"{row['party']}: {row['candidate']}" if row["candidate"] else str(row["party"])


def _notes(told: Told) -> tuple[str, ...]:
    contest = told.contest
    totals = (
        f"Valid votes {words.count(contest['valid_votes'])}; rejected papers {words.count(contest['invalid_votes'])}"
    )
    electorate = f"electorate {words.count(contest['electorate'])}"
    return (f"{totals}; {electorate}.", *seat_forms.table_notes(told.report))


def _rest(told: Told) -> tuple[Block, ...]:
    place, note = seat_context.place(told.facts, told.report)
    people = [f"{one['name']}: {one['words']}" for one in seat_context.people(told.facts, told.report)]
    return (
        *around.compared(told),
        *around.turnout(told),
        *part("What would have changed it", Paragraph(seat_context.what_if(told.facts, told.report))),
        *around.places(told),
        *around.past(told),
        *part("What the first three did before", Items(tuple(people))),
        *(part("The place", Items(tuple(place)), Paragraph(note)) if place else ()),
    )


def _sources(told: Told) -> tuple[Block, ...]:
    corrections = tuple(correction_sentences(told.report.corrections))
    sources = tuple(seat_words.source_sentence(source) for source in told.report.sources)
    return (*part("Corrections and notes", Items(corrections)), *part("Sources", Items(sources)))
