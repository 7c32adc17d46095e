"""Local results that are published elsewhere, from the record as it is shipped."""

import pytest

from hustings.record.open import Record

SEATS = """
    select count(*) filter (elected)::int as seats from results
    where kind = 'local' and council_id = ? and year(polling_on) = ? and coalesce(party_id, '') = ?
"""
YEARS = """
    select year(polling_on)::int as year, count(distinct contest_id)::int as contests,
        count(distinct council_id)::int as councils, count(*)::int as candidacies
    from results where kind = 'local' group by all order by year
"""


@pytest.mark.parametrize(
    ("year", "party", "seats"),
    [
        # Tower Hamlets Council; in 2014 with the three seats polled on 3 July.
        (2014, "labour", 22),
        (2014, "tower-hamlets-first", 18),
        (2014, "conservative", 5),
        (2018, "labour", 42),
        (2018, "conservative", 2),
        (2018, "peoples-alliance-of-tower-hamlets", 1),
        (2022, "aspire", 24),
        (2022, "labour", 19),
        (2022, "conservative", 1),
        (2022, "green-party", 1),
    ],
)
def test_seats_of_tower_hamlets(record: Record, year: int, party: str, seats: int) -> None:
    assert record.query(SEATS, ["tower-hamlets", year, party])[0]["seats"] == seats


@pytest.mark.parametrize(("year", "seats"), [(2014, 1851), (2018, 1833), (2022, 1817), (2026, 1817)])
def test_seats_of_london(record: Record, year: int, seats: int) -> None:
    # London Datastore: councillors of the 32 boroughs.
    found = record.query(
        "select count(*) filter (elected)::int as seats from results"
        " where kind = 'local' and region = 'London' and year(polling_on) = ?",
        [year],
    )
    assert found[0]["seats"] == seats


def test_2025_elected_1641(record: Record) -> None:
    # Commons Library, local elections 2025: 1,641 seats in 23 councils.
    found = record.query(
        "select count(*) filter (elected)::int as seats, count(distinct council_id)::int as councils"
        " from results where kind = 'local' and year(polling_on) = 2025"
    )
    assert found == [{"seats": 1641, "councils": 23}]


def test_what_is_held_of_each_year(record: Record) -> None:
    held = {row["year"]: (row["councils"], row["contests"], row["candidacies"]) for row in record.query(YEARS)}
    assert held == {
        2014: (161, 2888, 16968),
        2016: (151, 2213, 10880),
        2017: (145, 3464, 15861),
        2018: (154, 2749, 16058),
        2019: (257, 5281, 25843),
        2021: (143, 3864, 18044),
        2022: (168, 3610, 18481),
        2023: (230, 4797, 17616),
        2024: (107, 1903, 10029),
        2025: (23, 1401, 8141),
        2026: (32, 679, 8987),
    }


def test_results_are_chosen_by_kind_year_council_and_party(record: Record) -> None:
    aspire = record.results(kind="local", election="2022", council="Tower Hamlets", party="Aspire").to_pandas()
    assert (len(aspire), int(aspire.elected.sum())) == (44, 24)
    assert set(aspire.voting_system) == {"FPTP", "block"}


def test_local_parties_do_not_change_what_a_name_of_the_commons_means(record: Record) -> None:
    from hustings.record.select import party_id

    for named, meant in (
        ("Labour", "labour"),
        ("LD", "liberal-democrat"),
        ("tories", "conservative"),
        ("UKIP", "uk-independence-party"),
        ("SNP", "scottish-national-party"),
        ("Plaid Cymru", "plaid-cymru"),
        ("Ashfield Independents", "ashfield-independents"),
        ("Respect", "respect-party"),
        ("TUSC", "trade-unionist-and-socialist-coalition"),
    ):
        assert party_id(record, named) == meant
