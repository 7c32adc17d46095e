"""Elections as NIST SP 1500-100 and as Civics XML: every count, every reference, and Google's own validator."""

import argparse
import io
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from civics_cdf_validator import gpunit_rules, loggers, rules, validator
from files_read_back import NIST, parse, read_again, read_nist
from hypothesis import given
from hypothesis import strategies as st

from hustings.errors import UnusableInput
from hustings.publish.exports.dialect import NIST as NIST_DIALECT
from hustings.publish.exports.dialect import say
from hustings.publish.exports.ocd import constituency_id
from hustings.publish.exports.wanted import Wanted
from hustings.publish.exports.write import Target, export_results
from hustings.record.open import Record

WANTED = {
    "2024": Wanted("2024"),
    "2005": Wanted("2005", basis="declared"),
    "by-elections of 2024": Wanted("2024", kind="by-election"),
    "Tower Hamlets 2022": Wanted("2022", council="Tower Hamlets"),
}
# A folder with the schemas as their publishers name them, or the Civics schema itself.
SCHEMA = os.environ.get("HUSTINGS_CDF_SCHEMA")
# The list of Open Civic Data, country-gb.csv.
DIVISIONS = os.environ.get("HUSTINGS_OCD_DIVISIONS")
needs_schema = pytest.mark.skipif(
    SCHEMA is None,
    reason="needs the schemas, which are not part of the project; HUSTINGS_CDF_SCHEMA names their folder",
)
# Where there is no schema, the validator's rules of content are all that is asked.
NO_SCHEMA = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>'
REFERENCES = {
    "CandidateIds", "ComposingGpUnitIds", "ElectionScopeId", "ElectoralDistrictId", "GovernmentBodyIds", "GpUnitId",
    "JurisdictionId", "OfficeIds", "PartyId", "PartyScopeGpUnitIds", "PersonId",
}  # fmt: skip


def written(record: Record, wanted: Wanted, form: str, folder: Path) -> Path:
    out = folder / f"{form}.xml"
    export_results(record, wanted, form, Target(out))
    return out


@pytest.mark.parametrize("name", ["2024", "by-elections of 2024", "Tower Hamlets 2022"])
def test_a_nist_report_read_back_is_the_record(name: str, tmp_path: Path, record: Record) -> None:
    wanted = WANTED[name]
    found = {row["candidacy_id"]: row for row in read_nist(written(record, wanted, "nist", tmp_path))}
    named = {"council": wanted.council, "kind": wanted.kind, "basis": wanted.basis}
    whole = {row["candidacy_id"]: row for row in record.rows(record.results(wanted.election, **named))}
    assert found.keys() == whole.keys()
    for key, row in found.items():
        assert row == {column: whole[key][column] for column in row}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn"))))
def test_any_name_survives_xml(name: str) -> None:
    root = NIST_DIALECT.root("ElectionReport")
    NIST_DIALECT.words(root, "Name", name)
    read = read_again(root)
    assert (read.findtext(f"{NIST}Name/{NIST}Text") or "") == name


def test_what_xml_has_no_place_for_is_left_out() -> None:
    root = NIST_DIALECT.root("ElectionReport")
    say(root, "Issuer", "A\x07nn\x00e")
    assert read_again(root).findtext(f"{NIST}Issuer") == "Anne"


@pytest.mark.parametrize(("form", "own"), [("nist", "ObjectId"), ("civics", "objectId")])
def test_every_reference_leads_somewhere_and_every_id_is_one_thing(
    form: str, own: str, tmp_path: Path, record: Record
) -> None:
    path = written(record, WANTED["by-elections of 2024"], form, tmp_path)
    root = parse(path)
    ids = [element.get(own) for element in root.iter() if element.get(own)]
    assert len(ids) == len(set(ids))
    named = Counter(element.tag.removeprefix(NIST) for element in root.iter())
    assert named["Candidate"] == named["BallotSelection"] == named["Person"] == 37
    for element in root.iter():
        if element.tag.removeprefix(NIST) in REFERENCES:
            assert set((element.text or "").split()) <= set(ids), element.tag
    # The same record gives the same bytes.
    first = path.read_bytes()
    export_results(record, WANTED["by-elections of 2024"], form, Target(path, force=True))
    assert path.read_bytes() == first


def test_a_report_says_how_sure_it_is_and_where_it_is_from(tmp_path: Path, record: Record) -> None:
    root = parse(written(record, Wanted("2024", area="Chorley"), "nist", tmp_path))
    assert root.findtext(f"{NIST}Status") == "certified"
    assert "House of Commons Library" in root.findtext(f"{NIST}Notes", "")
    contest = root.find(f"{NIST}Election/{NIST}Contest")
    assert contest is not None
    assert contest.findtext(f"{NIST}SummaryCounts/{NIST}BallotsCast") == "35162"
    # The Speaker stands for no party.
    hoyle = root.find(f"{NIST}Election/{NIST}Candidate")
    assert hoyle is not None
    assert hoyle.findtext(f"{NIST}BallotName/{NIST}Text") == "Lindsay Hoyle"
    assert hoyle.find(f"{NIST}PartyId") is None


def test_an_election_that_a_court_undid_says_so(tmp_path: Path, record: Record) -> None:
    root = parse(written(record, Wanted("2014", council="Tower Hamlets", kind="mayor"), "nist", tmp_path))
    contest = f"{NIST}Election/{NIST}Contest"
    assert root.findtext(f"{contest}/{NIST}BallotSubTitle/{NIST}Text") == (
        "Declared void by an election court on 23 April 2015"
    )
    assert root.findtext(f"{contest}/{NIST}OtherVoteVariation") == "supplementary vote"
    assert root.findtext(f"{NIST}Election/{NIST}Name/{NIST}Text") == "Mayor of Tower Hamlets, 22 May 2014"
    # A note on columns would be a riddle where there are none.
    assert "person_known_by" not in root.findtext(f"{NIST}Notes", "")


@pytest.mark.parametrize(
    ("wanted", "form", "said"),
    [
        (Wanted("2019", basis="notional"), "nist", "these results are notional"),
        (Wanted("1951"), "nist", "no candidates' names were published"),
        (Wanted("2022", council="Tower Hamlets"), "civics", "only for constituencies since 2010"),
        (Wanted("2005", basis="declared"), "civics", "only for constituencies since 2010"),
        (Wanted(kind="by-election"), "civics", "fought on two sets of boundaries"),
    ],
)
def test_what_a_format_has_no_honest_place_for_is_refused(
    wanted: Wanted, form: str, said: str, tmp_path: Path, record: Record
) -> None:
    with pytest.raises(UnusableInput, match=said):
        written(record, wanted, form, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "known"),
    [
        (("England", "London", "Queen's Park and Maida Vale"), "part:eng/region:uki/ed:queens_park_and_maida_vale"),
        (("England", "Yorkshire and The Humber", "Richmond (Yorks)"), "part:eng/region:uke/ed:richmond_yorks"),
        (("England", "South East", "Brighton, Pavilion"), "part:eng/region:ukj/ed:brighton_pavilion"),
        (("England", "West Midlands", "Stoke-on-Trent North"), "part:eng/region:ukg/ed:stoke-on-trent_north"),
        (("Wales", "Wales", "Ynys Môn"), "part:wls/ed:ynys_môn"),
        (("Wales", "Wales", "Montgomeryshire and Glyndŵr"), "part:wls/ed:montgomeryshire_and_glyndwr"),
        (("Scotland", "Scotland", "Na h-Eileanan an Iar"), "part:sct/ed:na_h-eileanan_an_iar"),
        (
            ("Northern Ireland", "Northern Ireland", "Belfast South and Mid Down"),
            "part:nir/ed:belfast_south_and_mid_down",
        ),
    ],
)
def test_places_are_named_as_open_civic_data_lists_them(place: tuple[str, str, str], known: str) -> None:
    assert constituency_id(*place) == f"ocd-division/country:gb/{known}"


def divisions(path: Path) -> set[str]:
    """The identifiers of Open Civic Data in a Civics file."""
    kinds = parse(path).iter("ExternalIdentifier")
    return {one.findtext("Value", "") for one in kinds if one.findtext("Type") == "ocd-id"}


def errors_of(path: Path, schema: Any, without: list[str]) -> Counter[str]:
    """How many errors the validator finds, fatal and not; empty for none."""
    options = argparse.Namespace(
        c="gb", ocdid_file=DIVISIONS, required_languages=None, include=None, exclude=without, profile_report=None,
        rule_set=rules.RuleSet.ELECTION, xsd=schema, election_files=[path.open("rb")],
    )  # fmt: skip
    listed = None if DIVISIONS else sorted(divisions(path))
    (result,) = validator.feed_validation(options, ocd_id_list=listed)
    options.election_files[0].close()
    found: Counter[str] = Counter()
    wrapper = result["registry"].exceptions_wrapper
    for kind in (loggers.ElectionFatal, loggers.ElectionError):
        found[kind.__name__] = wrapper.count_logs_with_exception_type(kind)
    return +found


def test_the_validator_finds_no_error_in_content(tmp_path: Path, record: Record) -> None:
    path = written(record, WANTED["2024"], "civics", tmp_path)
    assert errors_of(path, io.StringIO(NO_SCHEMA), ["Schema"]) == Counter()
    # The validator 1.66 asks GpUnit, and so no ReportingUnit, for a division: it is asked here by its own pattern.
    known = divisions(path)
    assert all(gpunit_rules.GpUnitOcdIdValidator.OCD_MATCHER.match(one) for one in known)
    units = parse(path).findall("GpUnitCollection/GpUnit")
    # The country, its four parts, nine regions of England, and every constituency.
    assert len(known) == len(units) == 1 + 4 + 9 + 650
    assert not DIVISIONS or known <= set(Path(DIVISIONS).read_text(encoding="utf-8").replace(",", "\n").split("\n"))


def schema_file(name: str) -> Path:
    folder = Path(SCHEMA or "")
    found = folder / name if folder.is_dir() else folder
    if found.name != name or not found.is_file():
        pytest.skip(f"HUSTINGS_CDF_SCHEMA names no {name}")
    return found


@needs_schema
def test_the_validator_and_the_civics_schema_find_no_error(tmp_path: Path, record: Record) -> None:
    schema = schema_file("civics_cdf_spec.xsd")
    path = written(record, WANTED["2024"], "civics", tmp_path)
    with schema.open() as file:
        assert errors_of(path, file, []) == Counter()


@needs_schema
@pytest.mark.parametrize("name", WANTED)
def test_the_nist_schema_finds_no_error(name: str, tmp_path: Path, record: Record) -> None:
    from lxml import etree

    schema = etree.parse(schema_file("NIST_V2_election_results_reporting.xsd"), _offline())
    etree.XMLSchema(schema).assertValid(etree.parse(written(record, WANTED[name], "nist", tmp_path)))


def _offline() -> Any:
    """A parser that gives a stub for the schema of signatures, which NIST's imports from an address."""
    from lxml import etree

    class Signatures(etree.Resolver):
        def resolve(self, url: str, _id: object, context: object) -> Any:
            if "xmldsig" not in url:
                return None
            stub = (
                '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/2000/09/xmldsig#">'
                '<element name="Signature"/></schema>'
            )
            return self.resolve_string(stub, context)

    parser = etree.XMLParser()
    parser.resolvers.add(Signatures())
    return parser
