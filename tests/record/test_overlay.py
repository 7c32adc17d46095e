"""The folder of additions: all or nothing, two at once, full disks, broken ones; and how they unite with the record."""

import json
import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from test_division_readers import answer, answer_file, member

from hustings.errors import CannotWrite, RefusedFile, UnknownName, UnusableInput
from hustings.record.open import DATA, Record, open_record
from hustings.record.overlay.add import Place, add_results
from hustings.record.overlay.add_division import add_division
from hustings.record.overlay.folder import SLIP, Wanted, adding, read_overlay, remove
from hustings.record.schema import TABLES

HEADER = "ballot_paper_id,person_name,party_name,ballots_cast,is_winner\n"


def results(folder: Path, ward: str = "bow-east", name: str = "") -> Path:
    path = folder / f"{name or ward}.csv"
    ballot = f"local.tower-hamlets.{ward}.2030-05-02"
    path.write_text(f"{HEADER}{ballot},Ann Example,Labour,900,True\n{ballot},Ben Example,Aspire,800,False\n")
    return path


def add(folder: Path, ward: str = "bow-east", name: str = "") -> str:
    added = add_results(results(folder, ward, name), "local.tower-hamlets.2030-05-02", Place(folder / "overlay"))
    return added.slip.name


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_addition_is_named_after_its_file_and_taken_away_by_its_name(tmp_path: Path) -> None:
    assert [add(tmp_path, ward, "My results (final)") for ward in ("bow-east", "bow-west")] == [
        "my-results-final",
        "my-results-final-2",
    ]
    assert [slip.name for slip in read_overlay(tmp_path / "overlay").additions] == names(tmp_path / "overlay")
    remove(tmp_path / "overlay", "my-results-final")
    assert names(tmp_path / "overlay") == ["my-results-final-2"]
    with pytest.raises(UnknownName, match="did you mean my-results-final-2"):
        remove(tmp_path / "overlay", "my-results-fina")


def test_a_record_without_additions_is_the_records_own(tmp_path: Path, record: Record) -> None:
    for overlay in (tmp_path / "none", tmp_path):
        with_none = open_record(overlay=overlay)
        for name in TABLES:
            count = f"select count(*) as n from {name}"
            assert with_none.query(count) == record.query(count)


def test_additions_unite_with_the_record_table_by_table(tmp_path: Path, record: Record) -> None:
    add(tmp_path, "bow-east")
    add(tmp_path, "bow-west")
    both = open_record(overlay=tmp_path / "overlay")
    more = {
        name: both.query(f"select count(*) as n from {name}")[0]["n"]
        - record.query(f"select count(*) as n from {name}")[0]["n"]
        for name in TABLES
    }
    # Aspire may be new to the record or not, and is one party whichever addition names it.
    assert more.pop("party") in (0, 1)
    assert {name: count for name, count in more.items() if count} == {
        "election": 1,
        "boundary_set": 1,
        "area": 2,
        "contest": 2,
        "candidacy": 4,
        "source": 2,
    }
    for name, table in TABLES.items():
        described = both.query(f"describe {name}")
        assert tuple(column["column_name"] for column in described) == table.names


def test_what_the_record_comes_to_hold_is_the_records(tmp_path: Path) -> None:
    """A later version of the package may hold a contest that someone added before: its own rows are shown, once."""
    add(tmp_path, "bow-east")
    with_it = open_record(overlay=tmp_path / "overlay")
    later = tmp_path / "later"
    shutil.copytree(DATA, later)
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = later / "contest.parquet"
    mine = with_it.query("select * from contest where election_id = 'local.tower-hamlets.2030-05-02'")
    held = pq.read_table(path)
    pq.write_table(pa.concat_tables([held, pa.Table.from_pylist(mine, held.schema)]), path)
    united = open_record(later, tmp_path / "overlay")
    assert len(united.query("select * from contest where election_id = 'local.tower-hamlets.2030-05-02'")) == 1


def _add_in_process(folder: Path, ward: str) -> None:
    add(folder, ward)


def test_two_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    wards = ["bow-east", "bow-west", "mile-end"]
    at_once = [spawn.Process(target=_add_in_process, args=(tmp_path, ward)) for ward in wards]
    for process in at_once:
        process.start()
    for process in at_once:
        process.join(60)
        assert process.exitcode == 0
    assert names(tmp_path / "overlay") == wards
    assert read_overlay(tmp_path / "overlay").broken == []


def test_of_two_that_add_one_contest_at_once_one_is_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        results(tmp_path, "bow-east", name)
    arguments = ["record", "add", "results", "--election", "local.tower-hamlets.2030-05-02"]
    environment = os.environ | {"HUSTINGS_OVERLAY": str(tmp_path / "overlay")}
    at_once = [
        subprocess.Popen(
            [sys.executable, "-m", "hustings", *arguments, str(tmp_path / f"{name}.csv")],
            env=environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    ended = {process.communicate()[1].count("already"): process.returncode for process in at_once}
    assert ended == {0: 0, 1: 2}


KILLED = """
import os, signal, sys
from pathlib import Path
from hustings.record.overlay import add
real = add.write_tables
def half(tables, folder):
    real(tables, folder)
    os.kill(os.getpid(), signal.SIGKILL)
add.write_tables = half
add.add_results(Path(sys.argv[1]), "local.tower-hamlets.2030-05-02", add.Place(Path(sys.argv[2])))
"""


def test_a_process_killed_half_way_leaves_no_addition_and_the_next_sweeps_up(tmp_path: Path) -> None:
    overlay = tmp_path / "overlay"
    path = results(tmp_path, "bow-east")
    ran = subprocess.run([sys.executable, "-c", KILLED, str(path), str(overlay)], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert any(name.startswith(".adding-") for name in names(overlay))
    found = read_overlay(overlay)
    assert (found.additions, found.broken) == ([], [])
    assert add(tmp_path, "bow-west") == "bow-west"
    assert names(overlay) == ["bow-west"]


def test_an_error_half_way_leaves_nothing(tmp_path: Path) -> None:
    def write(folder: Path) -> list[str]:
        (folder / "contest.parquet").write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(CannotWrite, match="No space left on device"), adding(tmp_path / "overlay") as put:
        put(Wanted("mine", "results", "mine.csv", "0", "nothing"), write)
    assert names(tmp_path / "overlay") == []


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    arguments = ["record", "add", "results", str(results(tmp_path)), "--election", "local.tower-hamlets.2030-05-02"]
    ran = subprocess.run(
        [sys.executable, "-m", "hustings", *arguments, "--overlay", str(tmp_path / "overlay")],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=small_disk,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith(f"hustings: cannot write to {tmp_path / 'overlay'}: ")
    assert ran.stderr.count("\n") == 1
    assert names(tmp_path / "overlay") == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(CannotWrite, match="cannot write to"):
        add_results(results(tmp_path), "local.tower-hamlets.2030-05-02", Place(tmp_path / "file"))
    assert (tmp_path / "file").read_text() == "not a folder"


def _cut_short(folder: Path) -> None:
    path = folder / "contest.parquet"
    path.write_bytes(path.read_bytes()[:-10])


def _taken(folder: Path) -> None:
    (folder / "candidacy.parquet").unlink()


def _slip_spoilt(folder: Path) -> None:
    (folder / SLIP).write_text("{")


def _another_version(folder: Path) -> None:
    slip = json.loads((folder / SLIP).read_text())
    (folder / SLIP).write_text(json.dumps(slip | {"schema": "0"}))


@pytest.mark.parametrize("spoil", [_cut_short, _taken, _slip_spoilt, _another_version])
def test_a_broken_addition_is_named_and_left_out_and_the_rest_works(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    add(tmp_path, "bow-east")
    add(tmp_path, "bow-west")
    spoil(tmp_path / "overlay" / "bow-east")
    found = open_record(overlay=tmp_path / "overlay")
    assert found.overlay is not None
    assert [slip.name for slip in found.overlay.additions] == ["bow-west"]
    assert len(found.overlay.broken) == 1
    assert found.overlay.broken[0].startswith("the addition 'bow-east' is left out, for it is not whole (")
    assert "`hustings record remove bow-east`" in found.overlay.broken[0]
    assert found.query("select contest_id from contest where polling_on = date '2030-05-02'") == [
        {"contest_id": "local.tower-hamlets.bow-west.2030-05-02"}
    ]
    remove(tmp_path / "overlay", "bow-east")
    assert add(tmp_path, "bow-east") == "bow-east"


def test_an_overlay_that_is_no_folder_is_said_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = open_record(overlay=tmp_path / "file")
    assert found.overlay is not None
    assert "the additions in" in found.overlay.broken[0]
    assert found.query("select count(*) as n from contest")[0]["n"] > 0


def test_a_division_is_added_with_its_votes(tmp_path: Path) -> None:
    said = answer(
        Ayes=[
            member(5091, "Nigel Farage", Party="Reform UK"),
            member(8, "A Stranger", Party="New", MemberFrom="Nowhere"),
        ],
        NoVoteRecorded=[member(4138, "Rushanara Ali", MemberFrom="Bethnal Green and Stepney")],
    )
    added = add_division(answer_file(tmp_path, said), Place(tmp_path / "overlay"))
    assert added.notes == [
        "1 Ayes were announced and 2 are listed: both are kept.",
        "Not known to the record, and kept as published: the party New, the seat Nowhere.",
    ]
    record = open_record(overlay=tmp_path / "overlay")
    votes = record.query(
        "select member, party_id, area_id, vote from division_vote where division_id = 9001 order by 1"
    )
    assert votes == [
        {"member": "A Stranger", "party_id": None, "area_id": None, "vote": "aye"},
        {"member": "Ann Example", "party_id": "labour", "area_id": "E14001174", "vote": "no"},
        {"member": "Nigel Farage", "party_id": "reform-uk", "area_id": "E14001174", "vote": "aye"},
        {"member": "Rushanara Ali", "party_id": "labour", "area_id": "E14001086", "vote": "none recorded"},
    ]
    assert record.query("select title, ayes from division where division_id = 9001") == [
        {"title": "An Example Bill: Second Reading", "ayes": 1}
    ]
    with pytest.raises(UnusableInput, match="remove it first with `hustings record remove division-9001`"):
        add_division(answer_file(tmp_path, said), Place(tmp_path / "overlay"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"DivisionId": 1666}, "the file says divided on 2026-07-16 of division 1666 and the record 2023-11-15"),
        (
            {"DivisionId": 1666, "Date": "2023-11-15T19:14:00", "Number": 3, "AyeCount": 125, "NoCount": 293},
            "the record holds the votes of division 1666 already",
        ),
    ],
)
def test_a_division_the_record_holds_otherwise_is_refused(
    tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    with pytest.raises(UnusableInput, match=said):
        add_division(answer_file(tmp_path, answer(**changed)), Place(tmp_path / "overlay"))
    assert names(tmp_path / "overlay") == []


@pytest.mark.sources
def test_a_published_division_is_added_whole(sources: Path, tmp_path: Path) -> None:
    path = sources / "divisions" / "commons-votes-api-division-1873.json"
    added = add_division(path, Place(tmp_path / "overlay"))
    assert added.notes == [
        "336 Ayes were announced and 333 are listed: both are kept.",
        "175 Noes were announced and 174 are listed: both are kept.",
        "3 votes were cast by proxy.",
    ]
    record = open_record(overlay=tmp_path / "overlay")
    votes = record.query("select * from division_vote where division_id = 1873")
    assert len(votes) == 650
    assert all(row["area_id"] for row in votes)
    assert {row["source_id"] for row in votes} == {"added-division-1873"}
    # The counts stay those that the record holds.
    assert record.query("select source_id from division where division_id = 1873") == [
        {"source_id": "commons-divisions"}
    ]


def refused(folder: Path, election: str, lines: str) -> str:
    path = folder / "mine.csv"
    path.write_text(HEADER + lines, encoding="utf-8")
    with pytest.raises(RefusedFile) as error:
        add_results(path, election, Place(folder / "overlay"))
    return " ".join([str(error.value), *error.value.faults])


@pytest.mark.parametrize(
    ("election", "ballot"),
    [
        ("parl.2024-07-04", "parl.bethnal-green-and-stepney.by.2024-07-04"),
        ("parl.2024-07-04", "parl.bethnal-green-and-stepney.2024-07-04"),
        ("local.tower-hamlets.2014-05-22", "local.tower-hamlets.bethnal-green-ward.2014-05-22"),
        ("local.tower-hamlets.2022-05-05", "local.tower-hamlets.bow-east.2022-05-05"),
        ("mayor.tower-hamlets.2022-05-05", "mayor.tower-hamlets.2022-05-05"),
    ],
)
def test_an_election_that_was_published_is_added_to_under_no_name(tmp_path: Path, election: str, ballot: str) -> None:
    said = refused(tmp_path, election, f"{ballot},Ann Example,Labour,900,True\n{ballot},Ben Example,Aspire,800,False\n")
    assert "stands; leave it out" in said
    assert names(tmp_path / "overlay") == []


def test_winners_left_blank_beside_votes_left_blank_are_unknown_or_refused(tmp_path: Path) -> None:
    ballot = "local.tower-hamlets.bow-east.2030-05-02"
    said = refused(tmp_path, "local.tower-hamlets.2030-05-02", f"{ballot},Ann,Labour,,\n{ballot},Ben,Aspire,800,\n")
    assert "mine.csv is not added" in said


def test_a_folder_of_somebody_elses_is_neither_named_nor_removed(tmp_path: Path) -> None:
    add(tmp_path)
    theirs = tmp_path / "overlay" / "thesis"
    theirs.mkdir()
    (theirs / "chapter.txt").write_text("precious")
    assert read_overlay(tmp_path / "overlay").broken == []
    with pytest.raises(UnknownName, match="no addition called 'thesis'"):
        remove(tmp_path / "overlay", "thesis")
    assert (theirs / "chapter.txt").read_text() == "precious"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda slip: slip | {"tables": ["contest"]},
        lambda slip: slip | {"added_at": "yesterday"},
        lambda slip: slip | {"added_at": 5},
        lambda slip: slip | {"file": None},
        lambda slip: [slip],
    ],
)
def test_a_slip_of_another_shape_is_said_and_stops_nothing(tmp_path: Path, spoil: Callable[[object], object]) -> None:
    name = add(tmp_path)
    slip = tmp_path / "overlay" / name / SLIP
    slip.write_text(json.dumps(spoil(json.loads(slip.read_text()))))
    (said,) = read_overlay(tmp_path / "overlay").broken
    assert "cannot be read" in said
    remove(tmp_path / "overlay", name)
    assert names(tmp_path / "overlay") == []


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", Path("/dev/zero")):
        with pytest.raises(UnusableInput, match="is no file"):
            add_results(path, "local.tower-hamlets.2030-05-02", Place(tmp_path / "overlay"))


def test_a_division_of_a_day_without_constituencies_is_refused(tmp_path: Path) -> None:
    path = answer_file(tmp_path, answer(Date="0001-01-01T00:00:00"))
    with pytest.raises(UnusableInput, match="0001-01-01, a day the record knows no constituencies of"):
        add_division(path, Place(tmp_path / "overlay"))
    assert names(tmp_path / "overlay") == []


@pytest.mark.parametrize("day", ["2024-06-15", "2019-11-20", "2999-01-01"])
def test_a_division_of_a_day_without_a_parliament_or_to_come_is_refused(tmp_path: Path, day: str) -> None:
    path = answer_file(tmp_path, answer(Date=f"{day}T19:00:00"))
    with pytest.raises(UnusableInput, match=f"is of {day}, when no Parliament was sitting; mend its Date"):
        add_division(path, Place(tmp_path / "overlay"))
    assert read_overlay(tmp_path / "overlay").additions == []


@pytest.mark.parametrize("day", ["2024-07-09", "2024-05-30"])
def test_a_parliament_divides_from_its_first_day_to_its_last(tmp_path: Path, day: str) -> None:
    add_division(answer_file(tmp_path, answer(Date=f"{day}T19:00:00")), Place(tmp_path / "overlay"))
    assert len(read_overlay(tmp_path / "overlay").additions) == 1
