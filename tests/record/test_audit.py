"""The audit finds every fault that was published, and none that is not filed."""

import re
from pathlib import Path

import pytest

from hustings.measures.agreement import every_check
from hustings.record.audit import Checked, Fault, audit_record
from hustings.record.build.compile import compile_unlinked
from hustings.record.build.licences import write_tables
from hustings.record.build.raw import Raw, read_sources
from hustings.record.open import Record, open_record

BRIGHTSIDE = "parl.sheffield-brightside-and-hillsborough.by.2016-05-05"
SLEAFORD = "parl.sleaford-and-north-hykeham.by.2016-12-08"
SOMERTON = "parl.somerton-and-frome.by.2023-07-20"
TIED = 8
SINCE_2010 = re.compile(r"parl\.(.+\.)?(20[12]\d-\d\d-\d\d|2005-05-05\.notional)")


def test_the_shipped_record_has_no_fault_that_is_not_filed(record: Record) -> None:
    checked = audit_record(record, every_check())
    assert [fault for check in checked for fault in check.unfiled] == []
    assert all(check.rows for check in checked)


PRINTED = "select figure, count(*) as n from published group by figure"


def test_every_published_figure_of_every_declared_candidacy_is_held_against_ours(record: Record) -> None:
    rows = {check.name: check.rows for check in audit_record(record, every_check())}
    in_the_dump = record.query(
        "select count(*) as n from candidacy join contest using (contest_id)"
        " where basis = 'declared' and candidacy.source_id = 'library-dump'"
    )[0]["n"]
    # 19,867 in the dump and the one it lost; the four by-elections after it are published as files.
    assert in_the_dump == 19_867 + 1
    later = record.query("select count(*) as n from candidacy where source_id = 'library-by-election-candidacies'")
    printed = {row["figure"]: row["n"] for row in record.query(PRINTED)}
    assert rows["published shares"] == printed["share"] > 19_867 + later[0]["n"]
    assert rows["published changes"] == printed["change"] == 19_867 + later[0]["n"]
    assert rows["published places"] == 19_867
    assert rows["published outcomes"] == 3_311 + 4
    # The Electoral Commission printed the majority of each seat of 2005 too.
    assert rows["published majorities"] == 3_311 + 4 + 646


@pytest.fixture(scope="module")
def raw(sources: Path) -> Raw:
    return read_sources(sources)


@pytest.fixture(scope="module")
def uncorrected(raw: Raw, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Checked]:
    """The audit of a record built with nothing corrected."""
    folder = tmp_path_factory.mktemp("uncorrected")
    tables, census = compile_unlinked(raw, [])
    write_tables(tables | {"census": census}, folder)
    return {check.name: check for check in audit_record(open_record(folder), every_check())}


def faults(check: Checked) -> list[Fault]:
    """The faults of general elections and by-elections since 2010, which section 6 is about."""
    return [fault for fault in check.unfiled if SINCE_2010.match(fault.key)]


def keys(check: Checked) -> set[str]:
    return {fault.key for fault in faults(check)}


# One worker builds the uncorrected record, and once.
@pytest.mark.xdist_group("uncorrected")
@pytest.mark.sources
class TestFaultsOfThePublishedRecord:
    """Section 6 of the known results, fault by fault, on the uncorrected data."""

    def test_d137_votes_that_do_not_add_up(self, uncorrected: dict[str, Checked]) -> None:
        found = {(fault.key, fault.published, fault.right) for fault in faults(uncorrected["votes"])}
        assert found == {(SLEAFORD, "32834", "29471"), (BRIGHTSIDE, "22581", "23481")}

    def test_d138_an_independent_with_a_party(self, uncorrected: dict[str, Checked]) -> None:
        assert f"{SLEAFORD}:paul-coyne" in keys(uncorrected["publications"])

    def test_d139_d140_a_majority_that_is_not_first_less_second(self, uncorrected: dict[str, Checked]) -> None:
        majorities = {
            fault.key: (fault.published, fault.right) for fault in faults(uncorrected["published majorities"])
        }
        assert majorities[BRIGHTSIDE] == ("9590.0", "10490")
        # The files after the dump have one more: 9,802 less 4,524 is 5,278.
        arbroath = "parl.arbroath-and-broughty-ferry.by.2026-06-18"
        assert majorities == {BRIGHTSIDE: ("9590.0", "10490"), arbroath: ("5178.0", "5278")}

    def test_d141_shares_that_do_not_follow_from_votes(self, uncorrected: dict[str, Checked]) -> None:
        shares = faults(uncorrected["published shares"])
        far = [fault for fault in shares if abs(float(fault.published or 0) - float(fault.right or 0)) > 0.0005]
        before_the_files = [fault.key.split(":")[0] for fault in far if "2026-06-18" not in fault.key]
        assert {contest: before_the_files.count(contest) for contest in sorted(set(before_the_files))} == {
            "parl.gorton-and-denton.by.2026-02-26": 1,
            "parl.newport-west.by.2019-04-04": 1,
            "parl.ogmore.by.2016-05-05": 4,
            BRIGHTSIDE: 6,
        }

    def test_d142_deposits_rounded_before_compared(self, uncorrected: dict[str, Checked]) -> None:
        assert len(faults(uncorrected["deposits"])) == 41

    def test_d143_two_parties_on_one_candidacy(self, uncorrected: dict[str, Checked]) -> None:
        assert {f"{SOMERTON}:lorna-corke", f"{SOMERTON}:peter-richardson"} <= keys(uncorrected["publications"])

    def test_d144_ties_given_different_places(self, uncorrected: dict[str, Checked]) -> None:
        tied = {key for key in keys(uncorrected["published places"]) if not key.startswith((SLEAFORD, SOMERTON))}
        assert len(tied) == TIED

    def test_d145_a_change_that_is_the_whole_share(self, uncorrected: dict[str, Checked]) -> None:
        makerfield = "parl.makerfield.by.2026-06-18"
        assert {f"{makerfield}:rebecca-lee-shepherd", f"{makerfield}:count-binface"} <= keys(
            uncorrected["published changes"]
        )

    def test_d146_notional_totals_that_differ(self, uncorrected: dict[str, Checked]) -> None:
        found = {
            (fault.field, fault.published, fault.right)
            for fault in faults(uncorrected["notional totals"])
            if "2019" in fault.key
        }
        assert found == {("electorate", "47558398", "47562702"), ("valid_votes", "32014119", "32014110")}

    def test_d147_notional_rows_without_a_label(self, uncorrected: dict[str, Checked]) -> None:
        assert [fault.published for fault in faults(uncorrected["labels"])] == ["349 rows"]

    def test_d148_unknown_rejected_papers_stored_as_0(self, uncorrected: dict[str, Checked]) -> None:
        assert keys(uncorrected["rejected papers"]) == {
            "parl.barnsley-central.by.2011-03-03",
            "parl.leicester-south.by.2011-05-05",
        }

    def test_d150_a_seat_without_a_declaration_time(self, uncorrected: dict[str, Checked]) -> None:
        assert keys(uncorrected["declaration times"]) == {"parl.inverness-skye-and-west-ross-shire.2024-07-04"}
