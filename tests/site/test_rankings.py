"""Seats in order: of a figure, of a party's share and of its change; every place counted again here by hand."""

import pytest
from reading import parsed, words_of

from hustings.publish.reports.party_standing import party_standings
from hustings.publish.reports.standing import FIGURES, standings
from hustings.record.open import Record

pytestmark = pytest.mark.xdist_group("site")
ELECTION = "parl.2024-07-04"
STEPNEY = "parl.bethnal-green-and-stepney.2024-07-04"
VOTES = """
    select contest_id, party_id, line_id, votes / valid_votes as share, rule, before.share as baseline_share
    from results
    left join (from baseline where standard) using (contest_id)
    left join (
        select contest_id as baseline_contest_id, line_id, sum(votes) / any_value(valid_votes) as share from results
        where line_id is not null group by all having sum(votes) > 0
    ) before using (baseline_contest_id, line_id)
    where election_id = ? and party_id is not null
"""


def test_a_party_has_its_seats_in_order_of_its_share_and_of_the_change(record: Record) -> None:
    counted = record.query(VOTES, [ELECTION])
    found = party_standings(record, [ELECTION])[ELECTION]
    assert {"labour", "reform-uk", "sinn-fein", "traditional-unionist-voice"} <= {one.party_id for one in found}
    assert "workers-party-of-britain" not in {one.party_id for one in found}
    for standing in found:
        own = [row for row in counted if row["party_id"] == standing.party_id]
        shares = {row["contest_id"]: row["share"] for row in own}
        changes = {row["contest_id"]: row["share"] - row["baseline_share"] for row in own if row["baseline_share"]}
        assert len(standing.rows) == len(own)
        for row in standing.rows:
            assert row["by_share"] == 1 + sum(share > row["share"] for share in shares.values())
            if row["change"] is None:
                assert row["contest_id"] not in changes
                assert row["by_change"] is None
            else:
                assert row["change"] == pytest.approx(changes[row["contest_id"]], abs=1e-12)
                assert row["by_change"] == 1 + sum(
                    one["change"] > row["change"] for one in standing.rows if one["change"]
                )


def test_a_seat_stands_among_all_by_every_figure(record: Record) -> None:
    found = standings(record, [ELECTION])
    for figure in FIGURES:
        values = found.values[ELECTION, figure.column]
        assert values == sorted(values)
        for contest_id, places in found.of_contest.items():
            if figure.column in places:
                place = places[figure.column]
                above, below = (sum(one > place.value for one in values), sum(one < place.value for one in values))
                assert (place.from_top, place.from_bottom, place.of) == (above + 1, below + 1, len(values)), contest_id
    # An independent came second: there is no swing to rank.
    assert "swing" not in found.of_contest[STEPNEY]
    assert found.of_contest[STEPNEY]["electorate"].value == 81_439


def test_a_borough_site_has_its_own_seats_with_their_places_among_all(pages: dict[str, str]) -> None:
    page = parsed(pages["elections/2024/change-labour"])
    rows = [words_of(row) for row in page.find(".//tbody").iter("tr")]
    assert rows == [
        "602 Poplar and Limehouse 43.1% −17.3",
        "618 Stratford and Bow 44.1% −26.4",
        "629 Bethnal Green and Stepney 34.1% −39.4",
    ]
    assert "Baseline: notional 2019, a published estimate, in 3 seats." in words_of(page)


def test_a_swing_is_in_points_and_other_figures_in_percent_or_whole(pages: dict[str, str]) -> None:
    said = {
        name: words_of(parsed(pages[f"elections/2024/{name}"]).find(".//tbody"))
        for name in ("majority", "majority-share", "electorate", "ballot-turnout")
    }
    assert "Bethnal Green and Stepney Labour 1,689" in said["majority"]
    assert "Bethnal Green and Stepney Labour 3.6%" in said["majority-share"]
    assert "Bethnal Green and Stepney Labour 81,439" in said["electorate"]
    assert "Bethnal Green and Stepney Labour 57.7%" in said["ballot-turnout"]
    # All three of the borough had somebody second whom no baseline has, or a swing.
    swings = words_of(parsed(pages["elections/2019/swing"]).find(".//tbody"))
    assert "%" not in swings
    assert "Bethnal Green and Bow Labour" in swings
