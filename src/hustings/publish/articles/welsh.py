"""The story of a seat in Wales in Welsh: whole sentences of its own, plainer than the English one.

Written to be read by a Welsh speaker before it is published: names of parties mutate after some words, and these
sentences are so put that they need not.
"""

from __future__ import annotations

from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.articles import welsh_words as welsh
from hustings.publish.articles.article import Article, Block, Items, Paragraph, Table, part, sentences
from hustings.publish.articles.told import Row, Told
from hustings.publish.articles.welsh_around import past, people, places
from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.sheet import Sheet, Shown
from hustings.record.schema.elections import POLLED

COLUMNS = (
    Shown("who", "Plaid ac ymgeisydd"),
    Shown("votes", "Pleidleisiau", "count or none"),
    Shown("share", "Canran", "percent or none"),
)


def welsh_article(facts: Facts, contest_id: str) -> Article:
    """The story in Welsh of a contest in Wales where a named candidate won.

    Raises UnusableInput for a seat elsewhere, or a contest without candidates' names or a known winner.
    """
    told = Told(facts, facts.reports[contest_id])
    contest = told.contest
    if contest["country"] != "Wales":
        raise UnusableInput(f"{contest['area']} is in {contest['country']}: stories in Welsh are of seats in Wales")
    if not in_welsh(facts, contest_id):
        raise UnusableInput(
            f"{contest['area']} {contest['polling_on']:%Y} has no candidate known to have won, which a story in Welsh "
            "needs; ask for one of 2005 or later"
        )
    return Article(
        slug=f"{links.slug(contest['area'])}-{contest['polling_on']}-cy",
        headline=_headline(told),
        standfirst=_standfirst(told),
        published=contest["polling_on"],
        section="Etholiadau",
        categories=("Isetholiadau" if contest["kind"] == "by-election" else "Etholiadau cyffredinol", "Cymru"),
        tags=(contest["area"], *(row["candidate"] for row in told.report.candidates[:2])),
        blocks=(
            *(*_happened(told), *_table(told), *_turnout(told), *_needed(told)),
            *(*places(told), *past(told), *people(told), *_sources(told)),
        ),
        language="cy",
    )


def in_welsh(facts: Facts, contest_id: str) -> bool:
    """Whether a contest has a story in Welsh: in Wales, with a candidate known to have won."""
    told = Told(facts, facts.reports[contest_id])
    contest = told.contest
    named = told.decided and told.first["candidate"] is not None
    return bool(contest["country"] == "Wales" and contest["basis"] in POLLED and named)


def _headline(told: Told) -> str:
    outcome = told.report.outcome
    held = outcome["held"] if outcome else None
    result = {True: "cadw'r sedd", False: "cipio'r sedd", None: "ennill y sedd"}[held]
    majority = words.count(told.contest["majority"])
    return f"{told.contest['area']}: {welsh.party(told.first)} yn {result}, gyda mwyafrif o {majority}"


def _standfirst(told: Told) -> str:
    contest, second = told.contest, told.report.candidates[1]
    kind = "yr isetholiad" if contest["kind"] == "by-election" else "yr etholiad cyffredinol"
    day = welsh.day(contest["polling_on"])
    share = f"{words.margin(contest['majority_share'])} o'r pleidleisiau dilys"
    margin = f"gyda mwyafrif o {welsh.votes(contest['majority'])} ({share})"
    if contest["majority"] == 0:
        margin = "trwy fwrw coelbren, gan i'r ddau gyntaf gael yr un nifer o bleidleisiau"
    return f"{welsh.who(told.first)} a enillodd y sedd yn {kind} ar {day}, {margin}. Yn ail: {welsh.who(second)}."


def _happened(told: Told) -> tuple[Block, ...]:
    polled = [
        f"{welsh.who(row)}: {welsh.votes(row['votes'])} ({words.percent(row['share'])})"
        for row in told.report.candidates[:3]
    ]
    lost = sum(row["deposit_kept"] is False for row in told.report.candidates)
    deposits = f"Nifer yr ymgeiswyr: {len(told.report.candidates)}. Nifer a gollodd eu hernes: {lost}."
    return part("Beth ddigwyddodd", Items(tuple(polled)), sentences(_changes(told)), Paragraph(deposits))


def _changes(told: Told) -> str:
    baseline = told.report.baseline
    rows = [row for row in told.report.candidates if row["change"] is not None][:3]
    if baseline is None or not rows:
        return ""
    notional = _notional(baseline)
    against = f"chanlyniad {_measured_from(baseline)}"
    moves = "; ".join(f"{welsh.party(row)} {words.points(row['change'])}" for row in rows)
    explained = (
        " Amcangyfrif cyhoeddedig yw canlyniad tybiannol, sy'n dangos sut y byddai etholiad wedi mynd ar ffiniau "
        "newydd; ni chafodd neb ei ethol ganddo."
        if notional
        else ""
    )
    said = f"Newid yng nghyfran y bleidlais o gymharu â {against}, mewn pwyntiau canran: {moves}.{explained}"
    return f"{said}{_names_then(told)}"


def _names_then(told: Told) -> str:
    """What parties were called at the baseline that have another name now."""
    names = [f"{row['party']} ({welsh.party_of_name(row['before'])})" for row in told.report.renamed]
    return f" Enw'r blaid bryd hynny: {'; '.join(names)}." if names else ""


def _measured_from(baseline: Row) -> str:
    """Tybiannol 2019, 2019 fel y'i cyhoeddwyd, or the year alone."""
    year = f"{baseline['polling_on']:%Y}"
    if baseline["rule"] == "as-declared":
        return f"{year} fel y'i cyhoeddwyd"
    return f"tybiannol {year}" if _notional(baseline) else year


def _notional(baseline: Row) -> bool:
    return bool(baseline["basis"] == "notional")


def _change_column(baseline: Row | None) -> Shown:
    """The heading of the changes, with what they are measured from."""
    since = f" ers canlyniad {_measured_from(baseline)}" if baseline else ""
    return Shown("change", f"Newid{since}, pwyntiau canran", "points")


def _table(told: Told) -> tuple[Block, ...]:
    contest = told.contest
    rows = [row | {"who": f"{welsh.party(row)}: {row['candidate']}"} for row in told.report.candidates]
    notes = (
        f"Pleidleisiau dilys {words.count(contest['valid_votes'])}; papurau a wrthodwyd "
        f"{_known(contest['invalid_votes'])}; etholwyr {words.count(contest['electorate'])}.",
        "Cyfran o'r pleidleisiau dilys yw canran. Nid oes newid ar gyfer ymgeiswyr annibynnol, na phlaid nad oedd yn "
        "sefyll o'r blaen.",
    )
    columns = (*COLUMNS, _change_column(told.report.baseline))
    title = f"{contest['area']}, {welsh.day(contest['polling_on'])}"
    return part("Y canlyniad yn llawn", Table(Sheet(title, columns, rows, notes)))


def _known(number: int | None) -> str:
    return "anhysbys" if number is None else words.count(number)


def _turnout(told: Told) -> tuple[Block, ...]:
    contest = told.contest
    if contest["valid_turnout"] is None:
        return ()
    here = f"Pleidleisiodd {words.percent(contest['valid_turnout'])} o'r etholwyr, o gyfrif pleidleisiau dilys"
    every = contest["ballot_turnout"]
    here += f", a {words.percent(every)} o gyfrif pob papur pleidleisio." if every is not None else "."
    national = told.facts.national.get(contest["election_id"])
    there = (
        f"Trwy'r Deyrnas Unedig: {words.percent(national['valid_turnout'])}, o gyfrif pleidleisiau dilys."
        if national
        else ""
    )
    return part("Faint a bleidleisiodd", sentences(here, there))


def _needed(told: Told) -> tuple[Block, ...]:
    found = told.facts.to_change.get(told.contest["contest_id"])
    if found is None or found["switched"] is None:
        return ()
    first, second = told.report.candidates[:2]
    return part(
        "Beth fyddai wedi newid y canlyniad",
        Paragraph(
            f"Y nifer lleiaf o bleidleiswyr {first['candidate']} a fyddai wedi gorfod pleidleisio i "
            f"{second['candidate']} yn lle hynny: {words.count(found['switched'])}. Rhifyddeg ar y pleidleisiau yw "
            "hyn, nid amcangyfrif o sut y byddai neb wedi pleidleisio."
        ),
    )


def _sources(told: Told) -> tuple[Block, ...]:
    rows = tuple(f"{row['publisher']}: {row['title']}. {row['licence']}." for row in told.report.sources)
    return part("Ffynonellau", Items(rows))
