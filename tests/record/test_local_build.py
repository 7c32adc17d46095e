"""Local contests compiled: systems, seats, sums, unopposed candidates, postponed polls, labels, matches."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hustings.errors import SourceFault
from hustings.record.build.local.compile import postponed
from hustings.record.build.local.contests import Compiled, compile_publication
from hustings.record.build.local.labels import label_rows, local_parties, means
from hustings.record.build.local.matched import match_candidates
from hustings.record.build.local.names import in_full, said
from hustings.record.build.local.pairs import chosen, differences, pair
from hustings.record.build.local.standing import Publication, Standing, Ward, ward_key
from hustings.record.build.local.stated import totals, turnouts
from hustings.record.councils import read_councils
from hustings.record.identity import slug

DAY = date(2018, 5, 3)
ABBEY = ward_key("barking-and-dagenham", "Abbey")
AIRYHALL = ward_key("aberdeen-city", "Airyhall")


def standing(name: str, votes: int | None, *, elected: bool = False, label: str = "Lab") -> Standing:
    return Standing(ABBEY, in_full(name), label, votes, elected)


def compiled(*standings: Standing, ward: Ward | None = None, source_id: str = "leap-2018") -> Compiled:
    ward = ward or Ward(standings[0].ward, "Abbey")
    return compile_publication(Publication(source_id, DAY, list(standings), {ward.ward: ward}), {}, {})


def test_one_seat_is_first_past_the_post_and_several_are_block() -> None:
    one = compiled(standing("Ann Lee", 5, elected=True), standing("Bo Fox", 3)).tables["contest"][0]
    assert (one["voting_system"], one["seats"], one["valid_votes"]) == ("FPTP", 1, 8)
    two = compiled(standing("Ann Lee", 5, elected=True), standing("Bo Fox", 3, elected=True)).tables["contest"][0]
    assert (two["voting_system"], two["seats"], two["contest_id"]) == (
        "block",
        2,
        "local.barking-and-dagenham.abbey.2018-05-03",
    )


def test_scotland_votes_are_transferable_whatever_the_seats() -> None:
    one = Standing(AIRYHALL, in_full("Ian Yuill"), "LD", 2458, True)
    assert compiled(one).tables["contest"][0]["voting_system"] == "STV"


def test_whoever_is_unopposed_has_no_votes_rather_than_none() -> None:
    tables = compiled(standing("Ann Lee", 0, elected=True)).tables
    assert [(row["votes"], row["elected"]) for row in tables["candidacy"]] == [(None, True)]
    assert tables["contest"][0]["valid_votes"] is None


def test_valid_ballots_are_those_not_rejected_where_a_voter_has_several_votes() -> None:
    ward = Ward(ABBEY, "Abbey", seats=2, electorate=100, ballots=50, invalid=2)
    contest = compiled(standing("Ann Lee", 40, elected=True), standing("Bo Fox", 30, elected=True), ward=ward)
    assert contest.tables["contest"][0]["valid_ballots"] == 48


def test_a_partys_leading_votes_in_a_ward_of_several_seats_are_not_added_up() -> None:
    rows = [Standing(ABBEY, said(None, None), label, votes, None) for label, votes in (("LAB", 40), ("CON", 30))]
    ward = Ward(ABBEY, "Abbey", seats=3)
    publication = Publication("library-local-2023", DAY, rows, {ABBEY: ward}, "party")
    tables = compile_publication(publication, {}, {}).tables
    assert tables["contest"][0]["valid_votes"] is None
    assert [(row["candidate"], row["votes"], row["elected"]) for row in tables["candidacy"]] == [
        (None, 40, None),
        (None, 30, None),
    ]


def test_a_poll_put_off_has_its_own_day_and_election() -> None:
    ward = ward_key("tower-hamlets", "Blackwall and Cubitt Town")
    rows = [Standing(ward, in_full("Anisur Rahman"), "Lab", 956, True)]
    publication = Publication("leap-2014", date(2014, 5, 22), rows, {ward: Ward(ward, "Blackwall and Cubitt Town")})
    contest = compile_publication(publication, postponed(), {}).tables["contest"][0]
    assert contest["contest_id"] == "local.tower-hamlets.blackwall-and-cubitt-town.2014-07-03"
    assert contest["election_id"] == "local.tower-hamlets.2014-07-03"


VOTES = st.lists(st.integers(1, 9999), min_size=1, max_size=12)


@given(VOTES, st.integers(1, 3))
def test_candidates_add_up_to_the_valid_votes_and_winners_to_the_seats(votes: list[int], seats: int) -> None:
    ranked = sorted(votes, reverse=True)
    rows = [standing(f"Name {n}", count, elected=n < seats) for n, count in enumerate(ranked)]
    tables = compiled(*rows).tables
    contest = tables["contest"][0]
    assert contest["valid_votes"] == sum(row["votes"] for row in tables["candidacy"]) == sum(votes)
    assert contest["seats"] == sum(bool(row["elected"]) for row in tables["candidacy"])
    assert len({row["candidacy_id"] for row in tables["candidacy"]}) == len(votes)


@given(st.permutations(["Ann Lee", "Bo Fox", "Cy Orr", "Di Lee", "Ed Lee"]), st.lists(st.integers(1, 99), min_size=5))
def test_the_same_candidates_in_another_order_match_themselves(names: list[str], votes: list[int]) -> None:
    ours = [standing(name, count) for name, count in zip(sorted(names), votes, strict=False)]
    theirs = [ours[sorted(names).index(name)]._replace(label="other") for name in names]
    pairs = match_candidates(ours, theirs)
    assert len(pairs) == 5
    assert all(one.ours.name == one.theirs.name for one in pairs)


def test_a_candidate_is_matched_once_and_a_shared_key_to_nobody() -> None:
    ours = [standing("Rushanara Ali", 10), standing("M. Rowshan Ali", 4)]
    theirs = [standing("M Rowshan Ali", 4), standing("Rushanara Ali", 11)]
    assert {(one.ours.votes, one.theirs.votes) for one in match_candidates(ours, theirs)} == {(10, 11), (4, 4)}
    twins = [standing("Gary Stevens", 1228), standing("Gary Stevens", 838)]
    assert len(match_candidates(twins, twins)) == 2


def test_what_the_other_publication_lends_is_what_the_rule_says() -> None:
    ours = Publication("leap-2018", DAY, [standing("Ann Lee", 5, elected=True)], {ABBEY: Ward(ABBEY, "Abbey")})
    lent = standing("Ann Mary Lee", 6, elected=True)._replace(democracy_club_id="77")
    paired = pair(ours, Publication("democracy-club-2018", DAY, [lent], {}))
    one = paired.publication.standings[0]
    assert (one.name.candidate, one.votes, one.democracy_club_id) == ("Ann Lee", 5, "77")
    rows = list(differences(paired, {id(paired.pairs[0].ours): ("contest", "candidacy")}))
    assert [(row["field"], row["value"], row["other_value"], row["agrees"]) for row in rows] == [
        ("votes", "5", "6", False),
        ("elected", "True", "True", True),
    ]
    assert set(chosen().values()) <= {"leap-2018", "democracy-club-2018", "library-local-2022", "london-2022"}


def test_turnouts_are_kept_as_printed_and_totals_held_against_ours() -> None:
    ward = Ward(ABBEY, "Abbey", seats=1, turnout=48.4 / 100, leading_votes=9)
    publication = Publication("library-local-2021", DAY, [], {ABBEY: ward})
    printed = turnouts(publication, {ABBEY: "contest"})
    assert [(row["figure"], row["value"], row["decimals"]) for row in printed] == [("turnout", 0.484, 3)]
    contest = {"contest_id": "contest", "voting_system": "FPTP", "valid_votes": 8, "source_id": "library-local-2021"}
    assert [row["agrees"] for row in totals(publication, [contest], {ABBEY: "contest"})] == [False]


class TestLabels:
    def test_one_party_has_one_id_and_one_name(self) -> None:
        names: dict[str, set[str]] = {}
        for row in label_rows():
            if row["party_id"]:
                names.setdefault(row["party_id"], set()).add(row["party"])
        assert {key: some for key, some in names.items() if len(some) > 1} == {}

    def test_every_label_has_evidence_and_stands_once(self) -> None:
        rows = label_rows()
        assert all(row["evidence"] for row in rows)
        assert max(Counter((row["publication"], row["label"], row["scope"]) for row in rows).values()) == 1
        assert all((row["standing_as"] == "party") == bool(row["party_id"]) for row in rows)

    def test_a_scope_is_a_council_or_a_country(self) -> None:
        known = read_councils().rows.keys() | {"Scotland", ""}
        assert {row["scope"] for row in label_rows()} <= known

    @pytest.mark.parametrize(
        ("source_id", "label", "council", "party"),
        [
            ("leap-2014", "THF", "tower-hamlets", "tower-hamlets-first"),
            ("leap-2018", "Aspire", "tower-hamlets", "aspire"),
            ("library-local-2022", "ASP", "tower-hamlets", "aspire"),
            ("london-2026", "Aspire", "tower-hamlets", "aspire"),
            ("leap-2017", "Grn", "aberdeen-city", "scottish-green-party"),
            ("leap-2017", "Grn", "kent", "green-party"),
            ("library-local-2022", "FIRST", "bolton", "bolton-first"),
            ("library-local-2022", "FIRST", "rossendale", "rossendale-first"),
            ("leap-2014", "BIG", "barnsley", "barnsley-independent-group"),
            ("library-local-2025", "Broxtowe Independent Group", "nottinghamshire", "broxtowe-independent-group"),
            ("leap-2019", "MBI", "lancaster", "morecambe-bay-independents"),
            ("library-local-2022", "MBI", "leeds", "morley-borough-independents"),
            ("leap-2019", "MF", "cheshire-east", "mf-cheshire-east"),
            ("library-local-2021", "MF", "doncaster", "mexborough-first"),
            ("london-2026", "Labour and Co-operative Party", "camden", "labour"),
        ],
    )
    def test_one_abbreviation_is_not_one_party(self, source_id: str, label: str, council: str, party: str) -> None:
        assert means(source_id, label, council).party_id == party

    def test_independents_have_no_party_and_an_unknown_label_is_refused(self) -> None:
        assert means("leap-2018", "Ind", "camden") == ("independent", None, None)
        assert means("london-2026", None, "camden").standing_as == "other"
        with pytest.raises(SourceFault, match="'Xyz' in camden is no label known"):
            means("leap-2018", "Xyz", "camden")

    def test_no_local_party_takes_a_listed_partys_id_or_abbreviation(self) -> None:
        listed = [{"party_id": "labour", "abbreviation": "Lab"}, {"party_id": "aspire", "abbreviation": "Asp"}]
        found = local_parties(listed)
        assert not {"labour", "aspire"} & {row["party_id"] for row in found}
        assert "Lab" not in {row["abbreviation"] for row in found}
        assert all(row["party_id"] == slug(str(row["party"])) for row in found)
