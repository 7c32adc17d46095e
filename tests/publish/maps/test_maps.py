"""Maps of every kind: each seat once, its figure in words, in the sheet and in its colour, never in colour alone."""

import itertools
import re
from xml.etree import ElementTree

import pytest

from hustings import measures
from hustings.errors import NoSuchElection, UnknownName, UnusableInput
from hustings.publish.charts.style import contrast
from hustings.publish.maps import Focus, Map, hexes, outlines
from hustings.publish.maps.map import Paper
from hustings.publish.maps.scales import FALLS, RISES, SEQUENTIAL, class_words, diverging, sequential
from hustings.record.open import Record

SVG = "{http://www.w3.org/2000/svg}"
NOTIONAL = "parl.2019-12-12.notional"
KINDS = {"hex": hexes, "outline": outlines}
ASKED = [
    ("winner", None),
    ("turnout", None),
    ("majority", None),
    ("share", "Labour"),
    ("change", "Labour"),
    ("gain", None),
    ("swing", None),
]
LARGEST = 250_000
EMPTY = re.compile(r"\bNone\b(?! [Oo]f )|\bnan\b|\(\)|  ")


def seats_of(svg: str) -> list[ElementTree.Element]:
    """The seats of an SVG: groups or links that begin with their title."""
    root = ElementTree.fromstring(svg)
    return [
        one for one in root.iter() if one.tag in (f"{SVG}g", f"{SVG}a") and len(one) and one[0].tag == f"{SVG}title"
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("election", "by"), [("2024", by) for by in ASKED] + [("2010", by) for by in ASKED[1::3]], ids=str
)
def test_every_seat_is_there_once_with_its_text(
    record: Record, kind: str, election: str, by: tuple[str, str | None]
) -> None:
    shown = KINDS[kind](record, election, *by)
    for paper in (Paper(), Paper(link=lambda contest_id: f"#{contest_id}")):
        svg = shown.svg(paper)
        assert len(svg.encode()) < LARGEST
        said = [seat[0].text for seat in seats_of(svg)]
        assert len(said) == len(set(said)) == 650
    assert [row["area"] for row in shown.sheet.rows] == [seat.area for seat in shown.seats]
    assert not EMPTY.search(svg)


@pytest.mark.parametrize("election", ["2010", "2015", "2017", "2019", "2024", NOTIONAL])
def test_winners_counts_are_the_measures(record: Record, election: str) -> None:
    shown = hexes(record, election)
    won = {row["party"]: row["seats"] for row in record.rows(measures.seats(record.results(election=election)))}
    counted = {party: sum(row["party"] == party for row in shown.sheet.rows) for party, seats in won.items() if seats}
    assert counted == {party: seats for party, seats in won.items() if seats}
    assert [key.words for key in shown.legend.keys] == [f"{party} {seats}" for party, seats in order(won)]


def order(won: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(((party, seats) for party, seats in won.items() if seats), key=lambda one: (-one[1], one[0]))


def test_a_seat_says_who_held_it_and_by_how_much(record: Record) -> None:
    shown = hexes(record, "2024")
    said = {seat.area: seat.said for seat in shown.seats}
    assert said["Bethnal Green and Stepney"] == "Bethnal Green and Stepney: Labour hold, majority 1,689"
    assert said["Ilford South"].startswith("Ilford South: Labour hold, majority ")
    assert said["Islington North"] == "Islington North: Independent gain from Labour, majority 7,247"
    assert said["Chorley"].startswith("Chorley: Speaker hold")
    assert shown.title == "Labour won 411 of 650 seats"


def test_a_change_is_in_points_with_its_baseline(record: Record) -> None:
    shown = hexes(record, "2024", "change", "Labour", Focus(seat="Bethnal Green and Stepney"))
    assert shown.title == "Bethnal Green and Stepney: Labour share down 39.4 points"
    assert shown.notes[0].startswith(
        "Baseline: 2019 as declared, which the notional result repeats, in 79 seats; notional 2019"
    )
    rows = {row["area"]: row for row in shown.sheet.rows}
    assert rows["Chorley"]["change"] is None
    assert {seat.area: seat.said for seat in shown.seats}["Chorley"].endswith("Labour did not stand")
    assert shown.legend.of_contest[rows["Chorley"]["contest_id"]] == "n"
    assert "%" not in "".join(key.words for key in shown.legend.keys)


@pytest.mark.parametrize("party", ["Labour", "Reform UK", "Scottish National Party", "Sinn Féin"])
def test_shares_and_changes_of_a_party_are_the_measures(record: Record, party: str) -> None:
    shown = hexes(record, "2024", "change", party)
    results = record.results(election="2024", party=party)
    shares = results.select("contest_id", votes=measures.share(results))
    theirs = {row["contest_id"]: row["votes"] for row in record.rows(shares)}
    moved = measures.change(record.results(election="2024"), record.results(), record.baselines())
    changes = {row["contest_id"]: row["change"] for row in record.rows(moved.semi_join(results, "candidacy_id"))}
    for row in shown.sheet.rows:
        assert row["party_share"] == pytest.approx(theirs.get(row["contest_id"]))
        assert row["change"] == pytest.approx(changes.get(row["contest_id"]))


def test_turnout_names_its_basis(record: Record) -> None:
    valid, ballots = hexes(record, "2024", "turnout"), hexes(record, "2024", "ballot-turnout")
    assert valid.subtitle.startswith("Valid votes as a percentage of the electorate.")
    assert ballots.subtitle.startswith("Valid and rejected ballots as a percentage of the electorate.")
    turnout = {row["contest_id"]: row for row in record.rows(measures.turnout(record.results(election="2024")))}
    for shown, column in ((valid, "valid_turnout"), (ballots, "ballot_turnout")):
        assert all(row[column] == turnout[row["contest_id"]][column] for row in shown.sheet.rows)


def test_swings_are_those_of_the_measure(record: Record) -> None:
    shown = hexes(record, "2024", "swing")
    measured = measures.leading_swing(record.results(election="2024"), record.results(), record.baselines())
    swings = {row["contest_id"]: row["swing"] for row in record.rows(measured)}
    assert {row["contest_id"]: row["swing"] for row in shown.sheet.rows} == swings
    none = {one for one, key in shown.legend.of_contest.items() if key == "n"}
    assert none == {contest_id for contest_id, swing in swings.items() if swing is None}
    hendon = hexes(record, "2024", "swing", highlight=Focus(seat="Hendon"))
    assert hendon.title == "Hendon: swing to the winner +4.0 points"
    assert any("notional 2019" in note for note in shown.notes)
    with pytest.raises(UnusableInput, match="no swing"):
        hexes(record, NOTIONAL, "swing")


def test_gains_are_those_of_the_measure(record: Record) -> None:
    shown = hexes(record, "2024", "gain")
    results = record.results()
    outcomes = record.rows(measures.outcome(record.results(election="2024"), results, record.baselines()))
    gained = {row["contest_id"] for row in outcomes if row["held"] is False}
    assert {one for one, key in shown.legend.of_contest.items() if key not in ("h", "u")} == gained
    assert shown.title.startswith(f"{len(gained)} of 650 seats changed hands")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_pointed_at_is_ringed_and_named(record: Record, kind: str) -> None:
    shown = KINDS[kind](record, "2024", "winner", None, Focus(borough="Tower Hamlets"))
    assert len(shown.pointed.contests) == 3  # type: ignore[union-attr]
    svg = shown.svg()
    assert svg.count('class="r"') == 1
    assert ">Tower Hamlets</text>" in svg
    assert shown.title == "Tower Hamlets: Labour won 3 of 3 seats"


def test_a_draw_in_seats_is_told_as_one(record: Record) -> None:
    shown = hexes(record, "2024", highlight=Focus(borough="Islington"))
    assert shown.title == "Islington: independents and Labour each won 1 of 2 seats"


def test_a_crop_shows_the_borough_alone_with_its_names(record: Record) -> None:
    shown = hexes(record, "2024", "winner", None, Focus(borough="Tower Hamlets", crop=True))
    areas = ["Bethnal Green and Stepney", "Poplar and Limehouse", "Stratford and Bow"]
    assert [seat.area for seat in shown.seats] == areas
    assert all(word in shown.svg() for word in (">Poplar", ">Stratford", ">Bethnal"))
    assert len(hexes(record, "2019", highlight=Focus(region="Scotland", crop=True)).seats) == 59


def test_colour_is_never_the_only_sign(record: Record) -> None:
    shown = hexes(record, "2024")
    letters = [key.letter for key in shown.legend.keys]
    assert all(letters)
    assert len(set(letters)) == len(letters)
    assert all(f">{letter}</text>" in shown.svg() for letter in letters)
    patterns = [key.pattern for key in outlines(record, "2024").legend.keys[:8]]
    assert len(set(patterns)) == 8
    assert all(tone.striped for tone in FALLS)
    assert not any(tone.striped for tone in RISES)


def test_scales_go_one_way_in_grey() -> None:
    for mode, page in (("light", "#ffffff"), ("dark", "#14161a")):
        steps = [contrast(getattr(tone, mode), page) for tone in SEQUENTIAL]
        assert all(after > 1.25 * before for before, after in itertools.pairwise(steps))


def test_classes_are_round_and_hold_every_value() -> None:
    values = [0.40 + 0.01 * step for step in range(35)]
    classes = sequential(values)
    assert [class_words(one, "percent") for one in classes][:2] == ["under 50%", "50% to under 60%"]
    assert all(sum(one.holds(value) for one in classes) == 1 for value in values)
    moved = diverging([-0.394, -0.1, 0.0, 0.05, 0.2])
    assert [class_words(one, "points") for one in moved] == [
        "down more than 40 points",
        "down 20 to 40 points",
        "down up to 20 points",
        "no change, or up under 20 points",
        "up 20 to 40 points",
        "up 40 points or more",
    ]


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (("1951",), UnusableInput, "no map of 1951"),
        (("2005",), UnusableInput, "since 2010"),
        (("2024-02-29",), NoSuchElection, "not one general election"),
        (("2024", "colour"), UnusableInput, "there are winner"),
        (("2024", "change"), UnusableInput, "--party Labour"),
        (("2024", "winner", "Labour"), UnusableInput, "leave --party out"),
        ((NOTIONAL, "turnout"), UnusableInput, "no turnout"),
        ((NOTIONAL, "gain"), UnusableInput, "no baseline"),
        (("2024", "winner", None, Focus(seat="Ilford Nrth")), UnknownName, "Ilford North"),
        (("2024", "winner", None, Focus(region="Londn")), UnknownName, "did you mean London"),
        (("2019", "winner", None, Focus(borough="Tower Hamlets")), UnusableInput, "boundaries of 2024 only"),
        (("2024", "winner", None, Focus(seat="Chorley", region="Wales")), UnusableInput, "name one of them"),
        (("2024", "winner", None, Focus(crop=True)), UnusableInput, "--borough or --region"),
        (("2019", "change", "The Brexit Party"), UnusableInput, "no votes of its own at the baseline"),
        (
            ("2019", "share", "Reform UK & Bolton for Change"),
            UnusableInput,
            "no votes of its own in the general election",
        ),
        (("2024", "share", "Plaid Cymru Party of Mars"), UnknownName, "no party called"),
    ],
    ids=str,
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(
    record: Record, arguments: tuple[object, ...], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        hexes(record, *arguments)  # type: ignore[arg-type]


def test_a_notional_map_says_so_everywhere(record: Record) -> None:
    shown = hexes(record, NOTIONAL)
    assert "would have won" in shown.title
    assert "notional" in shown.subtitle
    assert shown.notes[0].startswith("Notional: a published estimate")
    assert all("(notional)" in seat.said for seat in shown.seats)
    assert {row["basis"] for row in shown.sheet.rows} == {"notional"}


def test_the_same_map_is_the_same_bytes(record: Record) -> None:
    def drawn() -> Map:
        return outlines(record, "2024", "gain")

    assert drawn().svg() == drawn().svg()
