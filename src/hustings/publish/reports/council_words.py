"""The sentences of a council's report, each naming its basis, its rule or what is unknown."""

from __future__ import annotations

from typing import Any

from hustings.publish import words
from hustings.publish.reports.council import CouncilReport, Fought
from hustings.record.councils.scope import WHOLE

Row = dict[str, Any]

# Who lists a council that no Order of these years made or abolished.
LISTED_BY = "Office for National Statistics"


def about(report: CouncilReport) -> tuple[str, ...]:
    """What the council is, when it was made or abolished, its mayor, and the elections that the record holds."""
    council = report.council
    where = council["country"] if council["region"] == council["country"] else f"{council['region']}, England"
    said = [f"{council['council_type'][0].upper()}{council['council_type'][1:]}, {where}. GSS code {council['gss']}."]
    if council["start_on"]:
        said.append(f"Made on {words.day(council['start_on'])} by the {council['authority']}.")
    if council["end_on"]:
        said.append(f"Abolished: its last day was {words.day(council['end_on'])} ({council['authority']}).")
    if not council["start_on"] and not council["end_on"] and council["authority"] != LISTED_BY:
        said.append(f"{council['authority']}.")
    if report.has_mayor:
        said.append(f'Its mayor is elected apart: hustings mayor "{council["council"]}".')
    held = "; ".join(f"{one.year} ({one.scope})" for one in report.elections)
    said.append(f"Elections in the record: {held}." if held else "The record holds no election of this council.")
    return tuple(said)


def latest(report: CouncilReport) -> tuple[str, ...]:
    """That the election shown is the latest in the record, where the council is known to have gone on since."""
    polled = report.fought.polled if report.fought else None
    last_known = max((row["year"] for row in report.control), default=0)
    if polled is None or polled is not report.elections[-1] or last_known <= polled.year:
        return ()
    return ("This is the latest election of the council that the record holds: any held since is not in it.",)


def control(published: str) -> str:
    """Who had control, in one spelling whatever the year: LAB min is Lab minority, SNP plurality is SNP most seats."""
    parties, _, how = published.partition(" ")
    named = "/".join(CONTROL.get(one, one) for one in parties.split("/"))
    return f"{named} {HOW.get(how, how)}".strip()


CONTROL = {
    "CON": "Con",
    "LAB": "Lab",
    "GRN": "Green",
    "IND": "independents",
    "PC": "Plaid",
    "REF": "Reform",
    "TBD": "not yet known",
}
HOW = {"min": "minority", "plurality": "most seats"}


def heading(fought: Fought) -> str:
    """The day, and how much of the council was fought."""
    polled = fought.polled
    divisions = all(row["area_type"] == "Electoral division" for row in fought.wards.values())
    seats = words.plural(polled.seats, "seat")
    if polled.size_year == polled.year and polled.size and polled.seats <= polled.size:
        seats = f"{polled.seats} of {words.plural(polled.size, 'seat')}"
    elif polled.size:
        seats += f" (the council had {polled.size} in {polled.size_year})"
    where = words.plural(len(polled.contests), "division" if divisions else "ward")
    return f"Election of {words.day(polled.days[0])}: {polled.scope}, {seats} in {where}"


def result(fought: Fought) -> tuple[str, ...]:
    """Who won how many seats, whether that is a majority, and what the change is measured from."""
    polled = fought.polled
    said = list(_days(fought))
    if polled.detail == "party":
        said.append(
            "Who was elected is not in the record: the publication gives each party's votes by ward, and no winners. "
            "Seats and change are unknown."
        )
        if polled.size and polled.size > polled.seats >= polled.size / 2:
            said.append("A ward where nobody was opposed has no votes, and so is not in the publication.")
        return tuple(said)
    won = sum(row["seats"] or 0 for row in fought.parties)
    first = fought.parties[0]
    said.append(f"{first['party']} won most seats, {first['seats']} of {polled.seats}{_control(fought)}.")
    if won != polled.seats:
        said.append(f"The record names {won} elected for {polled.seats} seats: see the corrections.")
    said.append(change(fought))
    return tuple(said)


def _days(fought: Fought) -> list[str]:
    later = [row for row in fought.wards.values() if row["polling_on"] != fought.polled.days[0]]
    return [f"{row['area']} was polled on {words.day(row['polling_on'])}." for row in later]


def _control(fought: Fought) -> str:
    """Whether the first party has a majority, which only an election of the whole council decides."""
    polled = fought.polled
    if polled.scope != WHOLE or polled.size is None:
        return ""
    half = polled.seats // 2 + 1
    first, *others = fought.parties
    if first["party_id"] is None:
        return f" (a majority is {half}; independents are counted together)"
    if first["seats"] >= half:
        return f", a majority (which is {half})"
    tie = " as did another" if others and others[0]["seats"] == first["seats"] else ""
    return f"{tie}; nobody won a majority, which would be {half}"


def change(fought: Fought) -> str:
    """What the change in seats is measured from, or why there is none."""
    before = fought.baseline.polled
    if before is None:
        return f"Change in seats: unknown, since {fought.baseline.reason}."
    if before.detail == "party":
        return f"Change in seats: unknown, since the record has no winners of {before.year}."
    said = f"Change in seats: since the same seats were last fought, on {words.day(before.days[0])} ({_rule(fought)})."
    if before.seats != fought.polled.seats:
        said += f" There were {words.plural(before.seats, 'seat')} then, so the changes do not add up to nought: "
        said += _different(fought)
    elif before.wards != fought.polled.wards:
        said += " The wards' names differ: they were redrawn, or renamed."
    return said


def _rule(fought: Fought) -> str:
    return fought.baseline.reason


def _different(fought: Fought) -> str:
    if fought.polled.scope == WHOLE:
        return "the wards were redrawn."
    return "wards were redrawn between, or some seats were vacancies filled beside the ordinary ones."


def turnout(fought: Fought) -> str:
    """The turnout of all the wards together, worked out and said so, or how many are known."""
    wards = list(fought.wards.values())
    known = [row for row in wards if row["turnout"] is not None and row["electorate"]]
    if not any(row["turnout"] is not None for row in wards):
        return "Turnout: unknown; no publication in the record has it."
    if len(known) < len(wards):
        printed = sum(row["turnout"] is not None for row in wards)
        return f"Turnout: published for {printed} of {words.plural(len(wards), 'ward')}, so none is worked out for all."
    electorate = sum(row["electorate"] for row in known)
    whole = sum(row["turnout"] * row["electorate"] for row in known) / electorate
    return (
        f"Turnout: {words.percent(whole)} of {words.count(electorate)} electors, worked out from the turnout "
        "published for each ward, whose base is as the source's note says."
    )


def shares(fought: Fought) -> tuple[str, ...]:
    """What the shares are shares of."""
    systems = {row["voting_system"] for row in fought.wards.values()}
    if fought.polled.detail == "party":
        return ("Votes and share: of a party's leading candidate where a ward had several seats, as published.",)
    if "STV" in systems:
        return (
            "Votes and share: of first preferences under the Single Transferable Vote. Seats were filled by transfers, "
            "which the record does not hold.",
        )
    if "block" not in systems:
        return ("Share: of all candidates' votes.",)
    return (
        "Share: of all candidates' votes. In a ward with several seats a voter has as many votes as there are seats, "
        "and a party's votes are all its candidates' added: a party with few candidates has a small share.",
        "Leading: share of the votes of each party's leading candidate in such wards (independents taken together), "
        "and of all votes in the others.",
    )


def story(report: CouncilReport) -> tuple[str, ...]:
    """What became of a majority won at the election shown: the party's councillors since, as published."""
    fought = report.fought
    if fought is None or fought.polled.scope != WHOLE or not fought.parties or fought.parties[0]["seats"] is None:
        return ()
    first, half = fought.parties[0], fought.polled.seats // 2 + 1
    if first["seats"] < half or first["party_id"] is None:
        return ()
    year = fought.polled.year
    until = min((one.year for one in report.elections if one.year > year and one.scope == WHOLE), default=None)
    since = [one for one in _seen(report, first) if year <= one[0] and (until is None or one[0] < until)]
    if not since:
        return ()
    counts = "; ".join(f"{number} {where}" for _, number, where in since)
    said = f"{first['party']} won {first['seats']} of {fought.polled.seats} seats in {year}, and had: {counts}."
    if since[-1][1] < half:
        said += (
            f" That is less than a majority ({half}). The publications do not say why: "
            "a councillor may have resigned, died, or changed party."
        )
    return (said, *_disagreement(report))


def _disagreement(report: CouncilReport) -> tuple[str, ...]:
    """Where the list and the composition of one year give a party different numbers."""
    composed = {(row["year"], row["party_label"]): row["councillors"] for row in report.composition}
    differ = [
        f"{row['year']} ({row['party']} {row['councillors']} in the list, {composed[row['year'], column]} in the table)"
        for row in report.listed
        if (column := COLUMNS.get(row["party_id"]))
        and composed.get((row["year"], column)) not in (None, row["councillors"])
    ]
    if not differ:
        return ()
    return (
        f"The list and the table of the same year differ in {'; '.join(differ)}: they are of different days, or one is "
        "wrong, so neither says when a party's number changed.",
    )


# The publisher's columns and the parties they mean; every other party is in Other.
COLUMNS = {
    "conservative": "Conservative",
    "labour": "Labour",
    "liberal-democrat": "Liberal Democrat",
    "uk-independence-party": "UKIP",
    "reform-uk": "Reform UK",
    "plaid-cymru": "Plaid Cymru",
    "scottish-national-party": "SNP",
    "green-party": "Green",
    "scottish-green-party": "Green",
}


def _seen(report: CouncilReport, party: Row) -> list[tuple[int, int, str]]:
    """A party's councillors by year in the compositions if they name it, else in the lists."""
    column = COLUMNS.get(party["party_id"])
    if column:
        return [
            (row["year"], row["councillors"], f"in {row['year']}")
            for row in report.composition
            if row["party_label"] == column
        ]
    return [
        (row["year"], row["councillors"], f"in the list of {row['year']}")
        for row in report.listed
        if row["party_id"] == party["party_id"]
    ]
