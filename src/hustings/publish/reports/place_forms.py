"""A place's census as a dossier: a part a topic, each count with its base, its rank, and what is estimated."""

from typing import Any

from hustings.publish import words
from hustings.publish.dossier import Dossier, Part
from hustings.publish.reports.correction_words import STATUSES
from hustings.publish.reports.place import PlaceReport
from hustings.publish.reports.seat_words import source_sentence
from hustings.publish.sheet import Sheet, Shown
from hustings.record.localities import MOST_CHOICES

Row = dict[str, Any]

ANSWERS = (
    Shown("category", "Answer"),
    Shown("count", "Count", "count"),
    Shown("share", "Share", "percent"),
    Shown("rank_shown", "Rank", "place"),
)
DATA = (
    Shown("kind", "kind"),
    Shown("area_id", "area_id"),
    Shown("area", "area"),
    Shown("within", "within"),
    Shown("scope", "scope"),
    Shown("census_on", "census_on", "day"),
    Shown("topic", "topic"),
    Shown("category", "category"),
    Shown("subtotal", "subtotal"),
    Shown("part_of", "part_of"),
    Shown("harmonised", "harmonised"),
    Shown("counted", "counted"),
    Shown("count", "count", "count"),
    Shown("base", "base", "count"),
    Shown("share", "share", "percent"),
    Shown("rank", "rank", "place"),
    Shown("ranked", "ranked", "place"),
    Shown("method", "method"),
    Shown("estimated", "estimated"),
    Shown("split_base", "split_base", "count"),
    Shown("source_id", "source_id"),
)
PLURALS = {"constituency": "constituencies", "ward": "wards", "local authority": "local authorities"}
NO_CENSUS = {
    "N": "The census of Northern Ireland (21 March 2021) is not in the record.",
    "S": "The record holds Scotland's census by constituency and local authority only: no lookup of data zones to "
    "wards is among its sources.",
    "E": "No small area of the census is fitted to this ward, so the record has no figure of it.",
    "W": "No small area of the census is fitted to this ward, so the record has no figure of it.",
}
COMPOSITE = (
    "A composite index of the United Kingdom (mySociety): each nation's own index, which differ in method and year, "
    "put on one scale."
)
PERTURBED = {
    "England and Wales": "The ONS changes counts of small areas by a few to protect people: a sum of them may differ "
    "by some persons from the figure published for the place.",
    "Scotland": "Scotland's answers are changed by a few one by one to protect people, so they need not add up to "
    "all who are counted.",
}


def place_dossier(report: PlaceReport) -> Dossier:
    """The report in parts, a topic each."""
    place = report.place
    rows = [row | {"area": place.name, "within": place.within, "rank_shown": _rank(row)} for row in report.answers]
    topics = [_topic(question, rows, report) for question in report.questions]
    title = f"{place.name}: {place.kind}, {place.within} ({place.area_id})"
    sources = Part("Sources", tuple(map(source_sentence, report.sources)))
    return Dossier(
        title,
        tuple(_lead(report)),
        (*topics, *_of_seat(report), *filed_part(report.filed), sources),
        Sheet(title, DATA, rows),
    )


def _rank(row: Row) -> str:
    """The place among its kind; none for an answer that nobody gave, as nobody did in many others."""
    return str(row["rank"]) if row["count"] and row["rank"] else words.NONE


def filed_part(filed: list[Row]) -> tuple[Part, ...]:
    """What was found wrong in the lookups of a place, if anything."""
    sentences = tuple(
        f"{STATUSES[row['status']]}{': ' + row['wards'] if row['wards'] else ''}. {row['reason']} "
        f"(Authority: {row['authority']}.)"
        for row in filed
    )
    return (Part("Corrections and notes", sentences),) if sentences else ()


def _lead(report: PlaceReport) -> list[str]:
    """Where a ward lies, how the figures are put together, what is estimated."""
    place = report.place
    lead = [_whereabouts(report)] if place.kind == "ward" else []
    if report.namesakes:
        shown = report.namesakes[:MOST_CHOICES]
        more = f"; and {len(report.namesakes) - len(shown)} more" if len(report.namesakes) > len(shown) else ""
        lead.append(f"Also of this name: {'; '.join(shown)}{more}.")
    if not report.questions:
        return [*lead, NO_CENSUS[place.area_id[0]]]
    return [*lead, _method(report), PERTURBED[report.questions[0]["scope"]]]


def _whereabouts(report: PlaceReport) -> str:
    seats = " and ".join(row["area"] for row in report.parts)
    split = ", split between them" if len(report.parts) > 1 else ""
    return f"In {report.parts[0]['local_authority']}; constituency: {seats}{split}."


def _method(report: PlaceReport) -> str:
    """How small areas were put together, and how much of the base was split."""
    first = report.answers[0]
    if first["method"] == "exact":
        return "Put together from small areas that all lie wholly in it: no estimate."
    if first["method"] == "best fit":
        return (
            "An estimate: whole small areas, as the ONS best fits them to wards, whose borders they need not keep to."
        )
    part = words.percent(first["split_base"] / first["base"])
    return (
        f"An estimate in part: {words.count(first['split_base'])} of the {words.count(first['base'])} "
        f"{first['counted']} ({part}) are from small areas that lie in several constituencies, split by where their "
        "people live as mySociety has it."
    )


def _topic(question: Row, rows: list[Row], report: PlaceReport) -> Part:
    answers = [row for row in rows if row["topic"] == question["topic"]]
    first, place = answers[0], report.place
    among = f"{words.count(first['ranked'])} {PLURALS[place.kind]} of {question['scope']}"
    asked = (
        f"{question['question']}{'' if question['question'].endswith('?') else '.'} "
        f"{words.day(question['census_on'])}, of {words.count(first['base'])} {question['counted']}. "
        f"Rank: by share among {among}, highest first."
    )
    wider = [row for row in report.wider if row["topic"] == question["topic"]]
    together = "; ".join(
        f"{row['harmonised']} {words.count(row['count'])} ({words.percent(row['share'])})" for row in wider
    )
    notes = (f"Together: {together}.",) if together else ()
    heading = question["topic"][0].upper() + question["topic"][1:]
    return Part(heading, (asked, question["note"]), Sheet("", ANSWERS, answers), notes, Sheet("", DATA, answers))


def _of_seat(report: PlaceReport) -> list[Part]:
    """Population, birth and deprivation of a constituency."""
    parts = []
    if people := report.people:
        ages = ", ".join(
            f"{name} {words.count(people[key])} ({words.percent(people[key] / people['people'])})"
            for name, key in (("under 18", "under_18"), ("18 to 64", "of_18_to_64"), ("65 and over", "over_64"))
        )
        total = f"{words.count(people['people'])} in the middle of {people['as_of']:%Y}, an official estimate: {ages}."
        parts.append(Part("Population", (total,)))
    if report.births:
        born = ", ".join(f"{row['born_in']} {words.percent(row['share'])}" for row in report.births)
        parts.append(
            Part(
                "Country of birth",
                (f"{born}. Shares as published, of the latest census before 2024; the counts are not published.",),
            )
        )
    if found := report.deprivation:
        place = f"{words.ordinal(found['rank'])} most deprived of {found['ranked']} constituencies"
        tenth = f"tenth {found['decile']} of the population, 1 being the most deprived"
        sentence = f"Score {found['score']:.1f}, {place}; {tenth}. {COMPOSITE}"
        parts.append(Part("Deprivation", (sentence,)))
    return parts
