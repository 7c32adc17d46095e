"""Elections as XML: NIST SP 1500-100 version 2, and the Civics Common Data Format, in the order their schemas ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from hustings import __version__
from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.exports.about import About
from hustings.publish.exports.dialect import CIVICS, NIST, Dialect, Element, say
from hustings.publish.exports.election_report import (
    UK,
    Contest,
    Identifier,
    Report,
    Unit,
    election_report,
    key_of,
    listed,
)
from hustings.publish.exports.report_contests import add_candidates, add_contests, party_key, person_key
from hustings.publish.exports.wanted import Held, Row

# The kind of election, and the words for one that the formats have no kind for.
TYPES = {
    "general": ("general", ""),
    "by-election": ("special", ""),
    "local": ("other", "local election"),
    "mayor": ("other", "election of a mayor"),
}
COMMONS = "gov-house-of-commons"


def write_nist(held: Held, outs: list[Path]) -> About:
    """Write the results held as NIST SP 1500-100 version 2."""
    return _write(election_report(held), NIST, outs[0])


def write_civics(held: Held, outs: list[Path]) -> About:
    """Write the results held as Civics; UnusableInput for any but the Commons since 2010, whose places it can name."""
    report = election_report(held)
    for election, contests in report.elections:
        if election["kind"] not in ("general", "by-election") or not all(
            listed(contest.row["polling_on"]) for contest in contests
        ):
            raise UnusableInput(
                "Civics names every place by an identifier of Open Civic Data, and there are none for "
                f"{election['election']} ({election['polling_on']}), only for constituencies since 2010; write nist"
            )
    _check_places(report)
    return _write(report, CIVICS, outs[0])


def _check_places(report: Report) -> None:
    """Refuse a file where two places share an identifier: Open Civic Data keeps one when boundaries change."""
    places: dict[str, str] = {}
    for unit in report.units:
        for known in (one.value for one in unit.identifiers if one.kind == "ocd-id"):
            if places.setdefault(known, unit.key) != unit.key:
                raise UnusableInput(
                    f"{unit.name} was fought on two sets of boundaries, to which Open Civic Data gives one identifier; "
                    "write the elections before and after in files apart"
                )


def _write(report: Report, dialect: Dialect, out: Path) -> About:
    root = dialect.root("ElectionReport")
    for election, contests in report.elections:
        _election(dialect, root, election, contests)
    say(root, "Format", "summary-contest")
    # The day of the record, not of the clock: the same record gives the same bytes.
    say(root, "GeneratedDate", f"{report.about.as_of.isoformat()}T00:00:00Z")
    if dialect.collections:
        _government(dialect, root)
    _units(dialect, root, report.units)
    say(root, "Issuer", "Hustings")
    say(root, "IssuerAbbreviation", "Hustings")
    say(root, "Notes", _notes(report.about))
    _offices(dialect, root, report)
    _parties(dialect, root, report)
    _people(dialect, root, report)
    for tag, text in (("SequenceStart", 1), ("SequenceEnd", 1), ("Status", report.status)):
        say(root, tag, text)
    say(root, "VendorApplicationId", f"hustings {__version__}")
    ET.indent(root)
    ET.ElementTree(root).write(out, encoding="UTF-8", xml_declaration=True)
    return report.about


def _notes(said: About) -> str:
    sources = (f"Source: {row['publisher']}, {row['title']} ({row['licence']})." for row in said.sources)
    return " ".join((*said.notes, *filter(None, (said.share_alike,)), *sources))


def _election(dialect: Dialect, root: Element, election: Row, contests: tuple[Contest, ...]) -> None:
    key = key_of("el", election["election_id"])
    own = dialect.thing(root, "Election", key) if dialect.collections else ET.SubElement(root, "Election")
    add_candidates(dialect, own, contests)
    add_contests(dialect, own, contests)
    say(own, "ElectionScopeId", UK)
    dialect.identifiers(own, key, [Identifier("other", election["election_id"], "democracy-club")])
    day = words.day(date.fromisoformat(election["polling_on"]))
    dialect.words(own, "Name", f"{election['election']}, {day}")
    say(own, "StartDate", election["polling_on"])
    say(own, "EndDate", election["polling_on"])
    kind, other = TYPES[election["kind"]]
    say(own, "Type", kind)
    if other:
        say(own, "OtherType", other)


def _government(dialect: Dialect, root: Element) -> None:
    body = dialect.thing(dialect.group(root, "GovernmentBody"), "GovernmentBody", COMMONS)
    dialect.identifiers(body, COMMONS, ())
    dialect.words(body, "Name", "House of Commons of the United Kingdom")


def _units(dialect: Dialect, root: Element, units: tuple[Unit, ...]) -> None:
    group = dialect.group(root, "GpUnit")
    for unit in units:
        own = dialect.thing(group, "GpUnit", unit.key, "ReportingUnit")
        if unit.parts:
            say(own, "ComposingGpUnitIds", " ".join(unit.parts))
        dialect.identifiers(own, unit.key, unit.identifiers)
        if dialect.collections:
            dialect.words(own, "InternationalizedName", unit.name)
        else:
            say(own, "Name", unit.name)
        say(own, "Type", unit.kind)
        if unit.other:
            say(own, "OtherType", unit.other)
        if unit.electorate is not None:
            say(own, "VotersRegistered", unit.electorate)


def _offices(dialect: Dialect, root: Element, report: Report) -> None:
    """An office for each place fought, however often."""
    named = {contest.unit: contest.office for _, contests in report.elections for contest in contests}
    group = dialect.group(root, "Office")
    for unit, office in named.items():
        key = key_of("off", unit)
        own = dialect.thing(group, "Office", key)
        say(own, "ElectoralDistrictId", unit)
        dialect.identifiers(own, key, ())
        if dialect.collections:
            say(own, "GovernmentBodyIds", COMMONS)
            say(own, "JurisdictionId", UK)
            say(own, "Level", "Country")
        dialect.words(own, "Name", office)
        if dialect.collections:
            say(own, "Role", "lower house")
            say(own, "SelectionMethod", "directly-elected")


def _parties(dialect: Dialect, root: Element, report: Report) -> None:
    group = dialect.group(root, "Party")
    for party in report.parties:
        key = party_key(party["party_id"])
        own = dialect.thing(group, "Party", key)
        if party["abbreviation"] and dialect.collections:
            dialect.words(own, "InternationalizedAbbreviation", party["abbreviation"])
        elif party["abbreviation"]:
            say(own, "Abbreviation", party["abbreviation"])
        if party["colour"]:
            say(own, "Color", party["colour"].removeprefix("#"))
        numbers = party["registrations"] or ()
        dialect.identifiers(own, key, [Identifier("other", one, "electoral-commission") for one in numbers])
        dialect.words(own, "Name", party["party"])
        if dialect.collections:
            say(own, "PartyScopeGpUnitIds", UK)


def _people(dialect: Dialect, root: Element, report: Report) -> None:
    """A person for each candidacy: that two candidacies are one person's is said by a published number alone."""
    group = dialect.group(root, "Person")
    for _, contests in report.elections:
        for candidate in (one for contest in contests for one in contest.candidates):
            key = person_key(candidate)
            own = dialect.thing(group, "Person", key)
            dialect.identifiers(own, key, ())
            if candidate["given_name"]:
                say(own, "FirstName", candidate["given_name"])
            dialect.words(own, "FullName", candidate["candidate"])
            if candidate["family_name"]:
                say(own, "LastName", candidate["family_name"])
            if candidate["party_id"]:
                say(own, "PartyId", party_key(candidate["party_id"]))
