"""Small areas put together: the parts of each add up to the whole, whatever the lookups say."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hustings.errors import RecordFault
from hustings.record.build.census import BASES, COUNTS, add_up_census
from hustings.record.build.raw import listed_sources
from hustings.record.build.small_areas import constituency_codes, divide_small_areas, whole_wards
from hustings.record.build.spending import matching_candidacy
from hustings.record.readers.mysociety import read_constituency_codes
from hustings.record.readers.ward_lookup import read_ward_lookup

SEATS = ("E14000001", "E14000002", "E14000003")
OLD, NEW, WARDS = (tuple(f"{letter}{number}" for number in range(4)) for letter in "onw")
AUTHORITIES = ("L0", "L1")

# An example is a database: few of them, each of many small areas.
few = settings(max_examples=15, deadline=None)
people = st.integers(0, 3000)
overlaps = st.fixed_dictionaries({old: st.fixed_dictionaries(dict.fromkeys(SEATS, people)) for old in OLD})
redrawings = st.lists(
    st.tuples(st.sampled_from(OLD), st.sampled_from(NEW), st.sampled_from("USMX")), min_size=1, max_size=8, unique=True
)


def table(names: str, rows: list[tuple[Any, ...]]) -> pa.Table:
    return pa.table({name: list(cells) for name, cells in zip(names.split(), zip(*rows, strict=True), strict=True)})


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def divide(
    connection: duckdb.DuckDBPyConnection, shared: Any, drawn: Any, whole: dict[str, str], zone: str = "S01999999"
) -> None:
    """The small areas NEW divided, each in the ward and authority of its number; OLD and SEATS share people."""
    rows = [
        (old, seat, float(count), float(count + 1), float(sum(counts.values())))
        for old, counts in shared.items()
        for seat, count in counts.items()
    ]
    connection.register("overlap", table("LSOA11 PARL25 overlap_pop overlap_area original_pop", rows))
    drawn = [(old, new, change, AUTHORITIES[NEW.index(new) % 2]) for old, new, change in drawn]
    connection.register("redrawn", table("lsoa11_code lsoa21_code change_code ltla22_code", drawn))
    found = sorted({new for _, new, *_ in drawn})
    fitted = [(new, WARDS[NEW.index(new)], AUTHORITIES[NEW.index(new) % 2]) for new in found]
    connection.register("fitted", table("lsoa21_code ward24_code ltla24_code", fitted))
    connection.register("zone", table("dz11_code ltla20_code", [(zone, "L9")]))
    connection.register("code", table("short_code area_id", [(seat, seat) for seat in SEATS]))
    connection.register("whole_ward", table("ward_id area_id", list(whole.items()) or [("none", "none")]))
    divide_small_areas(connection)


def parts(connection: duckdb.DuckDBPyConnection, small_area: str) -> dict[str, float]:
    found = connection.execute(
        "select area_id, part from member where kind = 'constituency' and small_area = ? order by 1", [small_area]
    )
    return {area: float(part) for area, part in found.fetchall()}


@few
@given(overlaps, redrawings, st.dictionaries(st.sampled_from(WARDS), st.sampled_from(SEATS)))
def test_the_parts_of_a_small_area_add_up_to_one(shared: Any, drawn: Any, whole: dict[str, str]) -> None:
    reached = {new for old, new, _ in drawn if sum(shared[old].values())}
    # A small area of nobody has no people to be divided by; none was published in England and Wales.
    drawn = [row for row in drawn if row[1] in reached]
    if not drawn:
        return
    with duckdb.connect() as connection:
        divide(connection, shared, drawn, whole)
        for kind in ("constituency", "ward", "local authority"):
            summed = connection.execute(
                "select small_area, sum(part) from member where kind = ? and starts_with(small_area, 'n') "
                "group by 1 order by 1",
                [kind],
            ).fetchall()
            assert [area for area, _ in summed] == sorted(reached)
            assert all(abs(whole_part - 1) < Decimal("1e-9") for _, whole_part in summed)


def test_an_unchanged_small_area_is_split_by_its_people(connection: duckdb.DuckDBPyConnection) -> None:
    divide(connection, {"o0": {SEATS[0]: 750, SEATS[1]: 250, SEATS[2]: 0}}, [("o0", "n0", "U")], {"w0": SEATS[1]})
    assert parts(connection, "n0") == {SEATS[0]: 0.75, SEATS[1]: 0.25}


def test_a_merged_small_area_takes_its_parts_by_their_people(connection: duckdb.DuckDBPyConnection) -> None:
    shared = {"o0": {SEATS[0]: 300}, "o1": {SEATS[1]: 900}}
    divide(connection, shared, [("o0", "n0", "M"), ("o1", "n0", "M")], {})
    assert parts(connection, "n0") == {SEATS[0]: 0.25, SEATS[1]: 0.75}


def test_a_piece_of_a_small_area_cut_up_goes_with_its_ward(connection: duckdb.DuckDBPyConnection) -> None:
    drawn = [("o0", "n0", "S"), ("o0", "n1", "S"), ("o0", "n2", "S")]
    divide(connection, {"o0": {SEATS[0]: 500, SEATS[1]: 500}}, drawn, {"w0": SEATS[1], "w2": SEATS[2]})
    assert parts(connection, "n0") == {SEATS[1]: 1.0}
    assert parts(connection, "n1") == {SEATS[0]: 0.5, SEATS[1]: 0.5}, "its ward is split"
    assert parts(connection, "n2") == {SEATS[0]: 0.5, SEATS[1]: 0.5}, "the old small area never reached that seat"


def test_a_small_area_of_nobody_is_split_by_land(connection: duckdb.DuckDBPyConnection) -> None:
    rows = [
        ("S01000001", SEATS[0], 0.0, 3.0, 0.0),
        ("S01000001", SEATS[1], 0.0, 1.0, 0.0),
        ("o0", SEATS[0], 9.0, 1.0, 9.0),
    ]
    connection.register("overlap", table("LSOA11 PARL25 overlap_pop overlap_area original_pop", rows))
    connection.register("redrawn", table("lsoa11_code lsoa21_code change_code ltla22_code", [("o0", "n0", "U", "L0")]))
    connection.register("fitted", table("lsoa21_code ward24_code ltla24_code", [("n0", "w0", "L0")]))
    connection.register("zone", table("dz11_code ltla20_code", [("S01000001", "L9")]))
    connection.register("code", table("short_code area_id", [(seat, seat) for seat in SEATS]))
    connection.register("whole_ward", table("ward_id area_id", [("w0", SEATS[0])]))
    divide_small_areas(connection)
    assert parts(connection, "S01000001") == {SEATS[0]: 0.75, SEATS[1]: 0.25}


def test_a_lookup_that_lists_a_small_area_twice_stops_the_build(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(RecordFault, match="the parts of small area n0 in each local authority add up to 2"):
        divide(connection, {"o0": {SEATS[0]: 10}}, [("o0", "n0", "U")], {}, zone="n0")


def census_of(
    connection: duckdb.DuckDBPyConnection, member: list[Any], counts: list[tuple[str, str, int]]
) -> list[Any]:
    """The census of (kind, area, small area, part) and (small area, answer, count)."""
    connection.register("divided", table("kind area_id small_area part", member))
    connection.execute("create table member as select * replace (part::decimal(13, 12) as part) from divided")
    total: dict[str, int] = {}
    for small, _, count in counts:
        total[small] = total.get(small, 0) + count
    scope, topic = "England and Wales", "religion"
    answers = [("a file", scope, topic, small, answer, count) for small, answer, count in counts]
    connection.register("answer", table("source_id scope topic small_area published count", answers))
    connection.register("total", table("scope topic small_area total", [(scope, topic, *row) for row in total.items()]))
    known = sorted({answer for _, answer, _ in counts})
    connection.register(
        "category", table("scope topic published category", [(scope, topic, one, one) for one in known])
    )
    return list(add_up_census(connection).to_pylist())


@few
@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(0, 1000)), min_size=1, max_size=12),
)
def test_constituencies_and_authorities_add_up_to_their_small_areas(areas: list[tuple[int, int, int]]) -> None:
    member: list[Any] = []
    counts: list[tuple[str, str, int]] = []
    for number, (hindus, sikhs, thousandths) in enumerate(areas):
        small = f"n{number}"
        part = thousandths / 1000
        member += [("constituency", "C1", small, part)] if part else []
        member += [("constituency", "C2", small, 1 - part)] if part < 1 else []
        member += [("local authority", f"L{number % 3}", small, 1.0), ("ward", f"w{number}", small, 1.0)]
        counts += [(small, "Hindu", hindus), (small, "Sikh", sikhs)]
    with duckdb.connect() as connection:
        rows = census_of(connection, member, counts)
    for answer in ("Hindu", "Sikh"):
        there = sum(count for _, one, count in counts if one == answer)
        for kind in ("ward", "local authority", "constituency"):
            found = [row for row in rows if row["kind"] == kind and row["category"] == answer]
            slack = 0.5 * len(found) if kind == "constituency" else 0
            assert abs(sum(row["count"] for row in found) - there) <= slack
            for row in found:
                better = sum((other["share"] or 0) > (row["share"] or 0) for other in found)
                assert row["rank"] == (better + 1 if row["base"] else None)
                assert row["split_base"] <= row["base"]
                assert row["estimated"] == (row["method"] != "exact")


def test_a_tie_shares_the_higher_rank_and_an_empty_area_has_none(connection: duckdb.DuckDBPyConnection) -> None:
    member = [("ward", f"w{number}", f"n{number}", 1.0) for number in range(4)]
    shares = {"n0": (1, 1), "n1": (2, 2), "n2": (0, 5), "n3": (0, 0)}
    counts = [
        (small, answer, count)
        for small, pair in shares.items()
        for answer, count in zip(("Hindu", "Sikh"), pair, strict=True)
    ]
    rows = census_of(connection, member, counts)
    assert {row["area_id"]: row["rank"] for row in rows if row["category"] == "Hindu"} == {
        "w0": 1,
        "w1": 1,
        "w2": 3,
        "w3": None,
    }
    assert {row["share"] for row in rows if row["area_id"] == "w3"} == {None}


def test_the_sums_are_of_exact_decimals() -> None:
    # A float sum would depend on the order in which threads add, and two builds would differ.
    assert "count * part" in COUNTS
    assert "total * part" in BASES


def test_only_a_ward_that_is_whole_beyond_dispute_settles_anything() -> None:
    row = {"ward_id": "w0", "area_id": SEATS[0], "split": False, "disputed": False}
    assert whole_wards([row]) == {"w0": SEATS[0]}
    assert not whole_wards([row | {"split": True}])
    assert not whole_wards([row | {"disputed": True}])
    assert not whole_wards([row, row | {"area_id": SEATS[1]}])


def test_five_scottish_codes_of_the_old_boundaries_are_replaced_by_name() -> None:
    seats = {"S14000107": {"area": "Ayr, Carrick and Cumnock"}, "E14001086": {"area": "Bethnal Green and Stepney"}}
    codes = [
        {"short_code": "UKPARL.2025.ACC", "gss_code": "S14000006", "name": "Ayr, Carrick and Cumnock"},
        {"short_code": "UKPARL.2025.BGS", "gss_code": "E14001086", "name": "Bethnal Green and Stepney"},
    ]
    found = constituency_codes(codes, seats)  # type: ignore[arg-type]
    assert found == {"UKPARL.2025.ACC": "S14000107", "UKPARL.2025.BGS": "E14001086"}
    with pytest.raises(RecordFault, match="not one for each constituency"):
        constituency_codes([codes[0] | {"name": "Ayr"}, codes[1]], seats)  # type: ignore[arg-type,dict-item]


@pytest.mark.sources
def test_the_five_codes_are_the_five_known(sources: Path, record: Any) -> None:
    sql = """
        select area_id, area from area join boundary_set using (boundary_set_id)
        where kind = 'constituencies' and end_on is null
    """
    seats = {row["area_id"]: row for row in record.query(sql)}
    rows = read_constituency_codes(sources / listed_sources()["constituency-codes"]["file"])  # type: ignore[operator]
    found = constituency_codes(rows, seats)
    changed = {
        str(row["gss_code"])[-3:]: found[str(row["short_code"])][-3:] for row in rows if row["gss_code"] not in seats
    }
    assert changed == {"006": "107", "008": "108", "010": "109", "040": "110", "058": "111"}


@pytest.mark.sources
def test_792_rows_are_flagged_which_are_390_wards(sources: Path) -> None:
    rows = read_ward_lookup(sources / "ons" / "ward24_pcon24_lad24_lookup_ONS.csv")
    flagged = [row for row in rows if row["split"]]
    assert (len(rows), len(flagged), len({row["ward_id"] for row in flagged})) == (8798, 792, 390)


def candidacy(name: str, votes: int) -> dict[str, Any]:
    return {"candidate": name, "family_name": name.rpartition(" ")[2], "votes": votes}


def test_a_return_is_linked_by_surname_then_share_then_any_name() -> None:
    standing = [candidacy("Apsana Begum", 500), candidacy("Halima Begum", 300), candidacy("Sarah Welbourne", 200)]
    contest: dict[str, Any] = {"valid_votes": 1000}

    def link(given: str, family: str, share: float | None) -> str | None:
        found = matching_candidacy({"given_name": given, "family_name": family, "share": share}, standing, contest)
        return str(found["candidate"]) if found else None

    assert link("Halima", "Begum", 30.0) == "Halima Begum"
    assert link("Halima", "Begum", None) is None, "two of that surname, and nothing to choose by"
    assert link("Sara", "Wellbourne", 99.0) == "Sarah Welbourne", "a surname misspelt, and a share misprinted"
    assert link("Sarah Jane", "Dixon", 20.0) == "Sarah Welbourne", (
        "another surname, with the share and a name in common"
    )
    assert link("Jane", "Dixon", 20.0) is None
