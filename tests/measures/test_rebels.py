"""Rebels in divisions small enough to count on the fingers."""

from hypothesis import given
from hypothesis import strategies as st

from hustings.measures.rebels import SIDE, parties_apart, party_sides, stance

VOTES = ("aye", "no", "teller aye", "teller no", "none recorded")
HOUSES = st.lists(
    st.fixed_dictionaries(
        {"party_id": st.sampled_from(["labour", "conservative", None]), "vote": st.sampled_from(VOTES)}
    ),
    max_size=40,
)


def house(party: str | None, *votes: str) -> list[dict[str, str | None]]:
    return [{"party_id": party, "vote": vote} for vote in votes]


def stances(members: list[dict[str, str | None]]) -> list[str]:
    sides, apart = party_sides(members), parties_apart(members)
    return [stance(row, sides, apart) for row in members]


def test_a_rebel_votes_against_the_side_more_of_the_party_took() -> None:
    assert stances(house("labour", "aye", "aye", "no")) == ["with party", "with party", "rebel"]


def test_a_teller_is_of_a_side_and_is_not_counted_in_it() -> None:
    assert party_sides(house("labour", "aye", "no", "teller no")) == {"labour": None}
    assert stances(house("labour", "aye", "aye", "teller no")) == ["with party", "with party", "rebel"]


def test_where_the_sides_tie_nobody_rebels() -> None:
    assert stances(house("labour", "aye", "no")) == ["with party", "with party"]


def test_who_votes_where_most_of_the_party_did_not_breaks_ranks() -> None:
    assert stances(house("labour", "aye", *["none recorded"] * 2)) == ["broke ranks", "", ""]
    assert stances(house("labour", "aye", "none recorded")) == ["with party", ""]


def test_members_of_no_party_cannot_rebel() -> None:
    assert stances(house(None, "aye", "no", "none recorded")) == ["", "", ""]


@given(HOUSES)
def test_every_vote_has_a_stance_and_rebels_are_fewer_than_those_they_left(
    members: list[dict[str, str | None]],
) -> None:
    found = list(zip(members, stances(members), strict=True))
    for row, said in found:
        assert bool(said) == bool(row["party_id"] and row["vote"] in SIDE)
    for party, side in party_sides(members).items():
        voted = [(row, said) for row, said in found if row["party_id"] == party and row["vote"] in ("aye", "no")]
        against = [row for row, said in voted if said == "rebel"]
        assert not against or 2 * len(against) < len(voted)
        assert all(row["vote"] != side for row in against)
