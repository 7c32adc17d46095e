"""What the record says to each kind of published fact, in the words and at the precision of the publisher.

An answering function takes the record, an election and a scope, and says what it finds by subject and field.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import ibis
import ibis.expr.types as ir

from hustings.measures import change, majority, outcome, party_totals, rank, share, turnout
from hustings.measures.outcome import outcome_words
from hustings.measures.turnout import national_turnout
from hustings.record.open import Record

Row = dict[str, Any]
Answers = dict[str, dict[str, str]]
Question = Callable[[Record, str, str], Answers]

UK, GREAT_BRITAIN = "United Kingdom", "Great Britain"
LABELS = {"Independent": "Ind", "Speaker": "Spk", "Other": "(no label)"}


def percent(fraction: float | None, sign: str = "") -> str:
    """A fraction as a percentage to one decimal, half away from zero; `-` where it is unknown."""
    if fraction is None:
        return "-"
    # The shortest decimal that is this float: a share that is exactly half way stays half way.
    tenths = (Decimal(repr(fraction)) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{tenths:{sign}}"


def whole(number: float | None) -> str:
    """A whole number; `-` where it is unknown."""
    return "-" if number is None else f"{number:.0f}"


def ordinal(place: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{place}{'th' if place in range(11, 14) else endings.get(place % 10, 'th')}"


def day(when: date | None) -> str:
    """4 July 2024; nothing for a day not yet known."""
    return f"{when.day} {when:%B %Y}" if when else ""


@cache
def rows(record: Record, table: str) -> list[Row]:
    """A table of the record."""
    return record.rows(record.table(table))


def keyed(found: list[Row], key: str) -> dict[str, Row]:
    """Rows by their key."""
    return {row[key]: row for row in found}


@cache
def candidacies(record: Record) -> dict[str, list[Row]]:
    """Every candidacy with what the measures say of it and of its contest, by election."""
    # The facts are of the Commons since 2010; the general election of 2005 is what Scotland's compare with.
    results = record.results().filter(
        lambda row: (row.polling_on >= date(2005, 5, 5)) & row.kind.isin(("general", "by-election"))
    )
    comparisons = record.table("baseline").filter(lambda pair: pair.standard)
    turnouts = keyed(record.rows(turnout(results)), "contest_id")
    majorities = keyed(record.rows(majority(results)), "contest_id")
    changes = keyed(record.rows(change(results, results, comparisons)), "candidacy_id")
    labels = {row["party"]: row["abbreviation"] for row in rows(record, "party")} | LABELS
    outcomes = keyed(record.rows(outcome(results, results, comparisons)), "contest_id")
    contests, people = keyed(rows(record, "contest"), "contest_id"), keyed(rows(record, "candidacy"), "candidacy_id")
    figures, by_election = published(record), defaultdict(list)
    for row in record.rows(results.mutate(place=rank(results), share=share(results))):
        key, candidacy = row["contest_id"], row["candidacy_id"]
        of_contest = contests[key] | turnouts[key] | majorities[key] | in_words(outcomes[key], labels) | figures[key]
        own = people[candidacy] | row | figures[candidacy] | {"label": labels[row["party"]]}
        moved, before = changes[candidacy]["change"], turnouts.get(changes[candidacy]["baseline_contest_id"])
        rise = before and of_contest["valid_turnout"] - before["valid_turnout"]
        by_election[row["election_id"]].append(of_contest | own | {"change": moved, "turnout_change": rise})
    return by_election


def published(record: Record) -> dict[str, Row]:
    """The derived figures as published, by contest and by candidacy."""
    figures: dict[str, Row] = defaultdict(dict)
    for row in rows(record, "published"):
        figures[row["candidacy_id"] or row["contest_id"]][f"published_{row['figure']}"] = row["value"]
    return figures


def in_words(found: Row, labels: dict[str, str]) -> Row:
    """A hold or gain with its full words and the same in abbreviations."""
    short = found | {name: labels.get(found[name]) for name in ("winner", "loser")}
    return found | {"outcome": outcome_words(found), "short_outcome": outcome_words(short)}


def standing(record: Record, election: str, scope: str) -> list[Row]:
    """The candidacies of an election in the whole kingdom, Great Britain, a country, a region or an area."""
    found = candidacies(record)[election]
    if scope == GREAT_BRITAIN:
        return [row for row in found if row["country"] != "Northern Ireland"]
    return [row for row in found if scope in (UK, row["area"], row["region"], row["country"])]


def results_in(record: Record, election: str, scope: str) -> ir.Table:
    """The results of an election in the whole kingdom, a country or a region, under the labels published."""
    results = as_labelled(record, record.results(election))
    if scope == UK:
        return results
    if scope == GREAT_BRITAIN:
        return results.filter(results.country != "Northern Ireland")
    return results.filter((results.country == scope) | (results.region == scope))


def as_labelled(record: Record, results: ir.Table) -> ir.Table:
    """Results with the independents that a correction gave a party put back, to add up as the publisher did."""
    filed = record.table("correction").filter(
        lambda row: (row.field == "standing_as") & (row.published == "independent") & (row.status == "corrected")
    )
    counted = results.candidacy_id.isin(filed.key)
    return results.mutate(
        party=ibis.ifelse(counted, "Independent", results.party),
        party_id=ibis.ifelse(counted, ibis.null("string"), results.party_id),
    )


def printed(row: Row) -> dict[str, str]:
    """A candidacy and its contest as a page prints them."""
    words = ("area", "candidate", "family_name", "label", "basis", "declared_at", "outcome", "short_outcome")
    numbers = ("votes", "electorate", "valid_votes", "invalid_votes", "majority", "published_majority")
    shares, changes = ("majority_share", "valid_turnout", "share", "published_share"), ("change", "published_change")
    name = f"{row['family_name'].upper()}, {row['given_name']}" if row["family_name"] else row["label"]
    return (
        {name: str(row[name]) for name in words}
        | {"party": "Commons Speaker" if row["standing_as"] == "speaker" else row["party"]}
        | {name: whole(row.get(name)) for name in numbers}
        | {name: percent(row.get(name)) for name in shares}
        | {name: percent(row.get(name), "+") for name in (*changes, "turnout_change")}
        | {"name": name, "place": ordinal(row["place"])}
    )


def party_table(record: Record, election: str, scope: str) -> Answers:
    """What each party won, in the order of the published table; those without a party added up."""
    totals = record.rows(party_totals(results_in(record, election, scope)))
    columns = ("seats", "votes", "contested", "share")
    rest = {name: sum(row[name] for row in totals if not row["party_id"]) for name in columns}
    parties = [row for row in totals if row["party_id"]]
    parties.sort(key=lambda row: (-row["seats"], -row["votes"], -row["contested"], row["party"]))
    lines = [*parties, rest | {"party_id": "no party"}]
    return {
        line["party_id"]: {name: whole(line[name]) for name in columns}
        | {"share": percent(line["share"]), "row": str(place)}
        for place, line in enumerate(lines, start=1)
    }


def national_totals(record: Record, election: str, scope: str) -> Answers:
    """Electorate, ballots, candidacies and seats of all contests together."""
    results = results_in(record, election, scope)
    total, parties = record.rows(national_turnout(results))[0], record.rows(party_totals(results))
    stood = Counter({row["party"]: row["contested"] for row in parties})
    declared = [row for row in standing(record, election, scope) if row["elected"] and row["declared_at"]]
    counts = {name: whole(total[name]) for name in ("electorate", "valid_votes", "invalid_votes")} | {
        "seats": str(sum(row["seats"] for row in parties)),
        "candidacies": str(stood.total()),
        "independents": str(stood["Independent"]),
        "speakers": str(stood["Speaker"]),
        "declared": str(len(declared)),
        "parliament": str(keyed(rows(record, "election"), "election_id")[election]["parliament"]),
    }
    return {"": counts | {"valid_turnout": percent(total["valid_turnout"])}}


def result_summaries(record: Record, election: str, scope: str) -> Answers:
    """How many seats were held and gained, and by whom from whom."""
    won = [row for row in standing(record, election, scope) if row["elected"]]
    held, summaries = Counter(row["held"] for row in won), Counter(row["outcome"] for row in won)
    counts = {"gains": held[False], "holds": held[True], "seats": held.total()}
    listed = {words: {"seats": str(count)} for words, count in summaries.items()}
    return listed | {"all": {name: str(count) for name, count in counts.items()}}


def labour_and_cooperative(record: Record, election: str, scope: str) -> Answers:
    """The candidacies of Labour that the Co-operative Party certified too."""
    both = [row for row in standing(record, election, scope) if row["adjunct_party_id"] == "co-operative-party"]
    won, votes = sum(row["elected"] for row in both), sum(row["votes"] for row in both)
    return {"": {"candidacies": str(len(both)), "won": str(won), "votes": str(votes)}}


def ranking(order: Callable[[Row], Any], who: Callable[[Row], bool] = lambda row: row["elected"]) -> Question:
    """The question who comes first, second and last of the winners, or of others, and first of each party."""

    def ranked(record: Record, election: str, scope: str) -> Answers:
        found = sorted(filter(who, standing(record, election, scope)), key=order)
        pages = [printed(row) for row in found]
        first_of_party = {row["party_id"]: page for row, page in zip(reversed(found), reversed(pages), strict=True)}
        last = {f"last {place}": page for place, page in enumerate(reversed(pages), start=1)}
        return first_of_party | last | {str(place): page for place, page in enumerate(pages, start=1)}

    return ranked


def contest(record: Record, election: str, scope: str) -> Answers:
    """A contest's headline, and its candidates by name, or by label where a notional result has no names."""
    found = standing(record, election, scope)
    headline = next(printed(row) for row in found if row["elected"])
    return {"": headline} | {page["name"]: page for page in map(printed, found)}


def by_elections(record: Record, election: str, scope: str) -> Answers:
    """The by-elections of one day, each by its winner."""
    return {row["area"]: printed(row) for row in standing(record, election, scope) if row["elected"]}


def parliaments(record: Record, _: str, scope: str) -> Answers:
    """When each Parliament sat, and how many by-elections it had, all or those `polled by` a day."""
    of_election = {row["election_id"]: row["parliament"] for row in rows(record, "election")}
    last = scope.removeprefix("polled by ") or "9999"
    fought = [row for row in rows(record, "contest") if row["kind"] == "by-election" and str(row["polling_on"]) <= last]
    by_elections = Counter(of_election[row["election_id"]] for row in fought)
    return {"all": {"Parliaments": str(len(rows(record, "parliament")))}} | {
        str(row["parliament"]): {
            "summoned_on": str(row["summoned_on"]),
            "dissolved_on": str(row["dissolved_on"] or "open"),
            "period": f"{day(row['summoned_on'])} - {day(row['dissolved_on'])}",
            "by-elections": str(by_elections[row["parliament"]]),
        }
        for row in rows(record, "parliament")
    }


def newest(record: Record, *_: str) -> Answers:
    """The day of the latest general election, and since when the boundaries in force have been."""
    polled = max(row["polling_on"] for row in rows(record, "election") if row["kind"] == "general")
    sets = [row for row in rows(record, "boundary_set") if row["kind"] == "constituencies"]
    starts = {row["start_on"] for row in sets if row["end_on"] is None}
    period = ", ".join(f"{day(start)} - " for start in sorted(starts))
    return {"general election": {"polled": f"{polled:%Y} - {polled.day} {polled:%B}"}, "boundaries": {"period": period}}


def areas(record: Record, _: str, scope: str) -> Answers:
    """How many constituencies there are, by type and country, on the current boundaries or on all."""
    sets = keyed(rows(record, "boundary_set"), "boundary_set_id")
    # The facts are of the Library's database, which has the constituencies since 1997.
    everything = [row for row in rows(record, "area") if row["source_id"] == "library-dump"]
    chosen = [row for row in everything if scope != "current" or sets[row["boundary_set_id"]]["end_on"] is None]
    counts = Counter(value for row in chosen for value in ("all", row["area_type"], row["country"]))
    recurring = sum(count > 1 for count in Counter(row["area"] for row in everything).values())
    listed = {key: {"areas": str(count)} for key, count in counts.items()}
    return listed | {"recurring names": {"names": str(recurring)}}


def general_elections_in(record: Record, *_: str) -> Answers:
    """The years of each constituency's general elections, declared and notional, by its code."""
    years: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for row in sorted(rows(record, "contest"), key=lambda row: row["polling_on"]):
        if row["kind"] == "general":
            years[row["area_id"]].setdefault(row["basis"], []).append(str(row["polling_on"].year))
    named = {row["area_id"]: row["area"] for row in rows(record, "area")}
    return {
        area: {"area": named[area]} | {basis: ", ".join(found) for basis, found in by_basis.items()}
        for area, by_basis in years.items()
    }


def overlaps(record: Record, *_: str) -> Answers:
    """What the new constituencies are made of."""
    names = {(row["boundary_set_id"], row["area_id"]): row["area"] for row in rows(record, "area")}
    found, whole_of = rows(record, "overlap"), ("formed_from_whole_of", "forms_whole_of")
    old = [(row["old_boundary_set_id"], row["old_area_id"]) for row in found]
    new = [(row["new_boundary_set_id"], row["new_area_id"]) for row in found]
    counts = {"overlaps": len(found), "old_areas": len(set(old)), "new_areas": len(set(new))}
    counts |= {name: sum(row[name] for row in found) for name in whole_of}
    counts |= {"both": sum(all(row[name] for name in whole_of) for row in found)}
    listed = {"all": {name: str(count) for name, count in counts.items()}}
    for older, newer, row in zip(old, new, found, strict=True):
        parts = {name: percent(part) if isinstance(part, float) else str(part) for name, part in row.items()}
        listed[f"{names[older]} -> {names[newer]}"] = parts
    return listed


def registrations(record: Record, *_: str) -> Answers:
    """Entries in the registers of parties, counted, by number, and by party."""
    names = {row["party_id"]: row["party"] for row in rows(record, "party")}
    found = [row | {"party": names[row["party_id"]]} for row in rows(record, "party_registration")]
    sharing = Counter(number for number, _ in {(row["registration_id"], row["party"]) for row in found})
    numbers = {"registrations": len(found), "shared": sum(count > 1 for count in sharing.values())}
    listed = {"all": {name: str(number) for name, number in numbers.items()}}
    ended = Counter(row["register"] for row in found if row["end_on"])
    for register, entries in Counter(row["register"] for row in found).items():
        listed[register] = {"registrations": str(entries), "deregistered": str(ended[register])}
    for row in found:
        words = {name: str(value) for name, value in row.items()}
        listed[row["registration_id"]] = words | {"sharing": str(sharing[row["registration_id"]])}
        listed[row["party"]] = words
    return listed


def parties(record: Record, _: str, scope: str) -> Answers:
    """The parties that stood according to one source, those that won, and their abbreviations."""
    every = [row for found in candidacies(record).values() for row in found if row["source_id"] == scope]
    stood = {row["party_id"]: row for row in every if row["party_id"]}
    won = {row["party_id"] for row in every if row["elected"] and row["party_id"] and row["basis"] == "declared"}
    listed = {row["party"]: {"abbreviation": row["label"]} for row in stood.values()}
    sharing = Counter(row["label"] for row in stood.values())
    listed |= {label: {"sharing": str(count)} for label, count in sharing.items()}
    return listed | {"all": {"stood": str(len(stood)), "won": str(len(won))}}
