"""Around a contest: what it is compared with, turnout here and elsewhere, neighbours, borough, and what came before."""

from __future__ import annotations

from hustings.publish import words
from hustings.publish.articles.article import Block, Paragraph, Table, part, sentences
from hustings.publish.articles.told import Row, Told
from hustings.publish.pages import seat_context
from hustings.publish.party_names import called
from hustings.publish.prose import listed, moved, possessive
from hustings.publish.reports import history_forms, seat_words
from hustings.publish.sheet import Sheet, Shown

BEFORE = (
    Shown("when", "Poll"),
    Shown("area", "Seat"),
    Shown("party", "Won by"),
    Shown("share", "Share", "percent or none"),
    Shown("majority", "Majority", "count or none"),
    Shown("valid_turnout", "Turnout", "percent or none"),
)
# So many contests before are listed.
MOST_BEFORE = 6
# A borough is told of where so many of the seat's people live in it.
LEAST_PEOPLE = 0.05
TURNOUT_NOTE = "Turnout: valid votes as a percentage of the electorate. Results are of whole constituencies."


def compared(told: Told) -> tuple[Block, ...]:
    """The change of the first party on both baselines, each named, where both are legitimate."""
    pair = seat_context.comparisons(told.facts, told.report)
    if not pair:
        return ()
    rows = [one["parties"][0] for one in pair]
    if rows[0]["change"] is None or rows[1]["change"] is None:
        return ()
    year = f"{told.report.baseline['polling_on']:%Y}" if told.report.baseline else ""
    lead = next(row for row in told.report.candidates if row["line_id"])
    said = (
        f"Measured on the {pair[0]['name']} result, {possessive(called(lead).name)} share {moved(rows[0]['change'])}, "
        f"from {words.percent(rows[0]['baseline_share'])}; on the result of {year} as declared in "
        f"{told.contest['area']} on its old boundaries it {moved(rows[1]['change'])}, from "
        f"{words.percent(rows[1]['baseline_share'])}. Both are legitimate when named, and must not be mixed; changes "
        "are counted before the shares are rounded."
    )
    return part("Compared with what", Paragraph(said))


def turnout(told: Told) -> tuple[Block, ...]:
    """Turnout here on both bases, and on the one that is compared nationally, or at the general election before."""
    contest = told.contest
    if contest["valid_turnout"] is None:
        return ()
    here = f"Turnout was {words.percent(contest['valid_turnout'])} of the electorate, counting valid votes"
    both = contest["ballot_turnout"]
    here += f", and {words.percent(both)} counting rejected papers too." if both is not None else "."
    return part("Turnout", sentences(here, _national(told), _at_general_election(told)))


def _national(told: Told) -> str:
    national = told.facts.national.get(told.contest["election_id"])
    if national is None or national["valid_turnout"] is None:
        return ""
    return f"Across the United Kingdom it was {words.percent(national['valid_turnout'])}, counting valid votes."


def _at_general_election(told: Told) -> str:
    """Turnout here at the general election that a by-election is compared with."""
    baseline = told.report.baseline
    if told.contest["kind"] != "by-election" or baseline is None:
        return ""
    general = [row for row in told.report.earlier if row["contest_id"] == baseline["contest_id"]]
    if not general or general[0]["valid_turnout"] is None:
        return ""
    return (
        f"At the general election of {words.day(baseline['polling_on'])} it was "
        f"{words.percent(general[0]['valid_turnout'])} here, counting valid votes."
    )


def places(told: Told) -> tuple[Block, ...]:
    """The other seats of each borough that a good part of the seat lies in, and the seats beside it."""
    blocks: list[Block] = []
    for borough in seat_context.boroughs(told.facts, told.report):
        if len(borough["sheet"].rows) > 1 and borough["share"] >= LEAST_PEOPLE:
            blocks += part(borough["heading"], Paragraph(borough["words"]), Table(_noted(borough["sheet"])))
    beside = seat_context.neighbours(told.facts, told.report)
    return (*blocks, *(part("Neighbouring seats", Table(beside)) if beside else ()))


def _noted(sheet: Sheet) -> Sheet:
    return Sheet(sheet.title, sheet.columns, sheet.rows, (TURNOUT_NOTE,))


def past(told: Told) -> tuple[Block, ...]:
    """Of what the seat was made, and the contests before, with how the place was followed."""
    history = told.facts.histories[told.contest["boundary_set_id"], told.contest["area_id"]]
    earlier = [
        (chapter, row)
        for chapter in history.chapters
        for row in chapter.contests
        if row["polling_on"] < told.contest["polling_on"]
    ][:MOST_BEFORE]
    followed = dict.fromkeys(history_forms.followed(chapter.stage) for chapter, _ in earlier)
    rows = [row | {"area": chapter.stage.area, "when": _when(row)} | _lumped(row) for chapter, row in earlier]
    title = f"Before: contests in {told.contest['area']} and in the seats it followed"
    sheet = Sheet(title, BEFORE, rows, (*filter(None, followed), TURNOUT_NOTE))
    return part("How the seat got here", Paragraph(_made_of(told)), Table(sheet) if rows else None)


def _lumped(row: Row) -> Row:
    """What stands for a winner among candidates whose votes were published as one figure: no party, no share."""
    return {"party": "Other, not named", "share": None} if row["standing_as"] == "other" else {}


def _made_of(told: Told) -> str:
    parts, more = seat_words.named_parts(told.report.predecessors)
    since = words.day(told.contest["start_on"])
    if not parts:
        return f"These boundaries have been in force since {since}."
    first, *others = [f"{words.percent(one['of_this'])}{{}} from {one['area']}" for one in parts]
    made = listed([first.format(" came"), *(other.format("") for other in others)])
    rest = ", the rest from smaller parts" if more else ""
    return f"These boundaries have been in force since {since}. Of the seat's residential addresses, {made}{rest}."


def _when(row: Row) -> str:
    by = " by-election" if row["kind"] == "by-election" else ""
    return f"{words.day(row['polling_on'])}{by}"
