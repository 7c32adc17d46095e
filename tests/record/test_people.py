"""People: names taken apart, links joined and parted, and the careers the record knows."""

from datetime import date
from pathlib import Path

import pytest

from hustings.errors import RecordFault, SourceFault, UnknownName
from hustings.record.open import Record
from hustings.record.people.cluster import cluster
from hustings.record.people.evaluate import interval
from hustings.record.people.labels import Known, half, initials_only, same
from hustings.record.people.levels import shares
from hustings.record.people.link import correct_links
from hustings.record.people.model import read_model, read_weights, splink_settings
from hustings.record.people.names import Name, agree, take_apart
from hustings.record.people.places import Lookups, read_gazetteer
from hustings.record.people.predict import Pair
from hustings.record.persons import find_people
from hustings.record.readers.cells import Row
from hustings.record.readers.place_lookups import read_seat_centres

MARGIN = 3.0


@pytest.mark.parametrize(
    ("candidate", "given", "family", "apart"),
    [
        ("Graeme Leslie Watkins", None, None, Name(("graeme", "leslie"), "watkins", "watkins")),
        ("A.M. Cole", "A.M.", "Cole", Name(("a", "m"), "cole", "cole")),
        ("Howling 'Laud' Hope", "Howling 'Laud'", "Hope", Name(("howling",), "hope", "hope")),
        ("Jan van der Berg", None, None, Name(("jan",), "vanderberg", "berg")),
        ("Molly Samuel-Leport", "Molly", "Samuel-Leport", Name(("molly",), "samuelleport", "leport")),
        ("Carol O'Neal", None, None, Name(("carol",), "oneal", "oneal")),
        ("Dr Áine Groogan", "Dr Áine", "Groogan", Name(("aine",), "groogan", "groogan")),
        ("77", None, None, Name((), "77", "77")),
    ],
)
def test_names_come_apart(candidate: str, given: str | None, family: str | None, apart: Name) -> None:
    assert take_apart(candidate, given, family) == apart


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("Chris Lee", "Christopher John Lee", True),
        ("C J Lee", "Christopher Lee", True),
        ("Philip Lee", "Phillip Lee", True),
        ("J Lee", "John Lee", True),
        ("John Lee", "James Lee", False),
        ("J A Lee", "John Brian Lee", False),
        ("Rushanara Ali", "M Rowshan Ali", False),
    ],
)
def test_given_names_that_may_be_one_persons(one: str, other: str, may: bool) -> None:
    assert agree(take_apart(one, None, None), take_apart(other, None, None)) is may


def stood(key: str, day: int, body: str = "council", **more: object) -> Row:
    return {"candidacy_id": key, "day": day, "body": body, "mnis": None, "dc": None, "gender": None, **more}


def joined(rows: list[Row], pairs: list[Pair], names: dict[str, str] | None = None) -> list[set[str]]:
    called = {str(row["candidacy_id"]): "Ann Lee" for row in rows} | (names or {})
    apart = {key: take_apart(name, None, None) for key, name in called.items()}
    return sorted((set(one.members) for one in cluster(rows, apart, pairs, MARGIN)), key=min)


def test_a_chain_of_links_is_one_person() -> None:
    rows = [stood("a", 1), stood("b", 2), stood("c", 3)]
    assert joined(rows, [Pair("a", "b", 9, 0.99), Pair("b", "c", 8, 0.99)]) == [{"a", "b", "c"}]


def test_nobody_stands_twice_on_one_day_by_a_chain() -> None:
    rows = [stood("a", 1), stood("b", 2), stood("c", 1)]
    assert joined(rows, [Pair("a", "b", 12, 0.99), Pair("b", "c", 8, 0.99)]) == [{"a", "b"}, {"c"}]
    # A mayor's and a ward's poll of one day may be one person's.
    rows = [stood("a", 1), stood("b", 2), stood("c", 1, "mayor")]
    assert joined(rows, [Pair("a", "b", 12, 0.99), Pair("b", "c", 8, 0.99)]) == [{"a", "b", "c"}]


def test_rivals_of_one_day_are_linked_to_nobody_unless_one_is_far_likelier() -> None:
    rows = [stood("a", 1), stood("b", 2), stood("c", 1)]
    assert joined(rows, [Pair("a", "b", 9, 0.99), Pair("b", "c", 8, 0.99)]) == [{"a"}, {"b"}, {"c"}]


def test_published_numbers_join_and_part() -> None:
    rows = [stood("a", 1, dc="7"), stood("b", 1, dc="7"), stood("c", 2, dc="8")]
    assert joined(rows, [Pair("a", "c", 20, 1.0)]) == [{"a", "b"}, {"c"}]
    rows = [stood("a", 1, mnis="7"), stood("b", 2, dc="8")]
    assert joined(rows, [Pair("a", "b", 20, 1.0)]) == [{"a", "b"}]


def test_initials_do_not_join_two_given_names() -> None:
    rows = [stood("a", 1), stood("b", 2), stood("c", 3)]
    names = {"a": "John Lee", "b": "J Lee", "c": "James Lee"}
    assert joined(rows, [Pair("a", "b", 12, 0.99), Pair("b", "c", 8, 0.99)], names) == [{"a", "b"}, {"c"}]


def test_two_published_genders_are_two_people() -> None:
    rows = [stood("a", 1, gender="Female"), stood("b", 2), stood("c", 3, gender="Male")]
    assert joined(rows, [Pair("a", "b", 12, 0.99), Pair("b", "c", 8, 0.99)]) == [{"a", "b"}, {"c"}]


def correction(key: str, published: str, right: str) -> Row:
    return {
        "correction_id": f"person_link|{key}|person_id",
        "table": "person_link",
        "key": key,
        "field": "person_id",
        "published": published,
        "right": right,
        "status": "corrected",
        "reason": "why",
        "authority": "who",
        "filed_on": date(2026, 1, 1),
    }


CANDIDACIES: dict[object, Row] = {
    key: {"candidacy_id": key, "person_id": None, "source_id": "s"} for key in ("a", "b", "c")
}


def links(*keys: str) -> list[Row]:
    return [
        {"candidacy_id": key, "person_id": "h:a", "how": "linked", "probability": 0.95, "source_id": "s"}
        for key in keys
    ]


def persons(found: list[Row]) -> dict[object, tuple[object, object, object]]:
    return {row["candidacy_id"]: (row["person_id"], row["how"], row["probability"]) for row in found}


def test_a_wrong_person_is_split() -> None:
    found = persons(correct_links(links("a", "b", "c"), CANDIDACIES, [correction("c", "h:a", "(blank)")]))
    assert found == {"a": ("h:a", "linked", 0.95), "b": ("h:a", "linked", 0.95)}


def test_a_person_of_two_split_is_nobody() -> None:
    assert correct_links(links("a", "b"), CANDIDACIES, [correction("b", "h:a", "(blank)")]) == []


def test_a_candidacy_is_given_to_another_person() -> None:
    found = persons(correct_links(links("a", "b", "c"), CANDIDACIES, [correction("c", "h:a", "mnis:5")]))
    assert found["c"] == ("mnis:5", "corrected", None)


def test_a_missed_link_is_made() -> None:
    found = persons(correct_links(links("a", "b"), CANDIDACIES, [correction("c", "(no row)", "h:a")]))
    assert found["c"] == ("h:a", "corrected", None)


def test_a_stale_correction_of_a_link_fails() -> None:
    with pytest.raises(RecordFault, match="says 'h:b' was linked but 'h:a' was"):
        correct_links(links("a", "b"), CANDIDACIES, [correction("b", "h:b", "(blank)")])
    with pytest.raises(RecordFault, match="a candidacy that is not there"):
        correct_links(links("a", "b"), CANDIDACIES, [correction("z", "(no row)", "h:a")])


def test_numbers_tell_only_within_a_register() -> None:
    assert same(Known("1", None), Known("1", "9")) is True
    assert same(Known("1", None), Known("2", None)) is False
    assert same(Known("1", None), Known(None, "9")) is None


def test_the_halves_are_of_persons() -> None:
    assert half(Known("1", None)) == half(Known("1", "9"))
    halves = [half(Known(None, str(number))) for number in range(1000)]
    assert 400 < halves.count("training") < 600


def test_a_name_cut_to_initials_keeps_its_family_and_gender() -> None:
    row = initials_only({"first": "ann", "family": "lee", "last": "lee", "gender": "Female", "short_name": "a lee"})
    assert (row["first"], row["given"], row["full_name"], row["last"], row["gender"]) == (
        "a",
        "a",
        None,
        "lee",
        "Female",
    )


def test_wilsons_interval() -> None:
    # Newcombe 1998, table I: 81 of 263 is 0.2553 to 0.3662.
    assert [round(bound, 4) for bound in interval(81, 263)] == [0.2553, 0.3662]
    assert interval(0, 0) == (0.0, 1.0)


def test_every_level_of_the_model_is_weighed_and_parts_sum_to_one() -> None:
    weights = read_weights()
    for one in read_model()["comparison"]:
        found = weights["comparisons"][one["name"]]
        assert len(found) == len(one["levels"])
        for column in (0, 1):
            assert sum(pair[column] for pair in found) == pytest.approx(1, abs=1e-4)
    settings = splink_settings(weights, 1000)
    assert settings["probability_two_random_records_match"] == pytest.approx(weights["links_per_candidacy"] * 2 / 999)


def test_a_group_of_levels_says_nothing_by_itself() -> None:
    counts = {one["name"]: [float(at + 1) for at, _ in enumerate(one["levels"])] for one in read_model()["comparison"]}
    random = {name: list(reversed(found)) for name, found in counts.items()}
    m, u = shares(counts, random), shares(random, random)
    for one in read_model()["comparison"]:
        groups = [level.get("group") for level in one["levels"]]
        for group in set(groups):
            parts = [sum(s[one["name"]][at] for at, g in enumerate(groups) if g == group) for s in (m, u)]
            assert parts[0] == pytest.approx(parts[1])


def test_councils_and_seats_lie_where_their_parts_do() -> None:
    lookups = Lookups(
        wards_2024=[{"seat": "N1", "council": "E1", "county": "E10"}, {"seat": "N2", "council": "E2", "county": "E10"}],
        wards_2019=[{"seat": "O1", "council": "E0"}],
        centres=[
            {"seat": "N1", "code": "A", "latitude": 52.0, "longitude": 0.0},
            {"seat": "N2", "code": "B", "latitude": 54.0, "longitude": 0.0},
            *({"seat": code, "code": code, "latitude": 56.0, "longitude": -4.0} for code in RECODED),
        ],
        overlaps=[{"old": "O1", "new": "A", "people": 999.0}, {"old": "O1", "new": "B", "people": 999.0}],
        codes={"E1": "dorset", "E2": "other", "E10": "shire", "E0": "purbeck"},
    )
    found = read_gazetteer(lookups)
    assert found.councils["shire"].councils == ("dorset", "other")
    assert found.councils["purbeck"].councils == ("dorset",)
    assert found.seats["O1"].councils == ("dorset",)
    assert found.seats["O1"].north == pytest.approx(53 * 111.32)


RECODED = ("S14000006", "S14000008", "S14000010", "S14000040", "S14000058")


def test_a_lookup_cut_short_is_refused(tmp_path: Path) -> None:
    header = (
        "full_code,short_code,name,name_cy,gss_code,three_code,nation,region,con_type,electorate,area,density,"
        "center_lat,center_lon"
    )
    path = tmp_path / "parliament_con_2025.csv"
    path.write_text(f"{header}\nx,y,z,,E1,A,England,East,county,1,1,1,52.7,1.1\n")
    with pytest.raises(SourceFault, match="1 rows where 650 were published"):
        read_seat_centres(path)
    path.write_text(f"{header.replace('center_lat,center_lon', 'center_lon,center_lat')}\n")
    with pytest.raises(SourceFault, match="'center_lon' where 'center_lat' was published"):
        read_seat_centres(path)


CAREER = """
    select year(polling_on) as year, party, votes from results
    where person_id = ? and kind in ('general', 'by-election')
    order by polling_on
"""


class TestTheRecord:
    """People whose careers are published, in the record of the package."""

    def test_ajmal_masroor(self, record: Record) -> None:
        (person,) = find_people(record, "Ajmal Masroor")
        found = [(row["year"], row["party"], row["votes"]) for row in record.query(CAREER, [person["person_id"]])]
        assert found == [
            (2010, "Liberal Democrat", 10_210),
            (2017, "Independent", 3_888),
            (2024, "Independent", 14_207),
        ]

    def test_rushanara_ali_is_not_rowshan_ali(self, record: Record) -> None:
        found = record.query(
            "select distinct person_id, candidate from results where candidate in ('Rushanara Ali', 'M. Rowshan Ali') "
            "and area like 'Bethnal Green%' and kind = 'general'"
        )
        persons = {row["candidate"]: row["person_id"] for row in found}
        assert persons["Rushanara Ali"] == "mnis:4138"
        assert all(person != "mnis:4138" for name, person in persons.items() if name != "Rushanara Ali")

    def test_two_greg_smiths_of_one_contest_are_two_people(self, record: Record) -> None:
        people = find_people(record, "Greg Smith", "Mid Buckinghamshire")
        assert len(people) == 2

    def test_nobody_stands_twice_in_a_contest(self, record: Record) -> None:
        twice = "select 1 from candidacy where person_id is not null group by contest_id, person_id having count(*) > 1"
        assert record.query(twice) == []

    def test_links_are_nine_in_ten_or_more_and_others_have_no_probability(self, record: Record) -> None:
        ways = record.query(
            "select how, count(*) as links, min(probability) as least, count(probability) as sure "
            "from person_link group by how"
        )
        found = {row["how"]: row for row in ways}
        assert found["linked"]["least"] >= 0.9
        assert found["linked"]["sure"] == found["linked"]["links"] > 1_000
        assert found["published"]["sure"] == 0

    def test_a_misspelt_name_is_answered_with_the_nearest(self, record: Record) -> None:
        with pytest.raises(UnknownName, match="did you mean Ajmal Masroor"):
            find_people(record, "Ajmal Masrour")
        with pytest.raises(UnknownName, match="nobody called 'Ajmal Masroor' stood in 'Leeds'"):
            find_people(record, "Ajmal Masroor", "Leeds")
