"""Names of candidates and wards, as a reader says them, from every way they are written."""

import pytest

from hustings.record.build.local.names import family_first, in_full, said, shouted, ward_name


@pytest.mark.parametrize(
    ("printed", "candidate", "family"),
    [
        ("Wye T.", "T. Wye", "Wye"),
        ("Loader, J.", "J. Loader", "Loader"),
        ("Cole A.M.", "A.M. Cole", "Cole"),
        ("Schmeising-Barnes I.", "I. Schmeising-Barnes", "Schmeising-Barnes"),
        ("Crews k.", "K. Crews", "Crews"),
        ("Barnard RC.", "R.C. Barnard", "Barnard"),
        ("Jemphrey S.d.", "S.D. Jemphrey", "Jemphrey"),
        ("Van Der Berg P.", "P. Van Der Berg", "Van Der Berg"),
        ("Nagbea, Nagbea", "Nagbea Nagbea", "Nagbea"),
    ],
)
def test_the_librarys_names(printed: str, candidate: str, family: str) -> None:
    name = family_first(printed)
    assert (name.candidate, name.family) == (candidate, family)


@pytest.mark.parametrize(
    ("given", "family", "candidate"),
    [
        ("Richard Jeronym", "BARNES", "Richard Jeronym Barnes"),
        ("John", "O`DWYER", "John O'Dwyer"),
        ("Helen", "MCKEEVER", "Helen McKeever"),
        ("Sarah Temitope [Sarah]", "Adeduntan [Adeduntan]", "Sarah Temitope Adeduntan"),
        ("Karen Julia (Karen Julia)", "Webb (Webb Green)", "Karen Julia Webb"),
        ("Gregory Brett,", "Theron Hammond", "Gregory Brett Theron Hammond"),
        ("Anjana\xa0", "PATEL", "Anjana Patel"),
        ("Aneka", "Shah - Levy", "Aneka Shah-Levy"),
    ],
)
def test_londons_names_in_two_cells(given: str, family: str, candidate: str) -> None:
    assert said(given, family).candidate == candidate


@pytest.mark.parametrize(
    ("printed", "candidate", "family"),
    [
        ("Reece Anthony Charles FOX", "Reece Anthony Charles Fox", "Fox"),
        ("McKEEVER, Trevor Roland", "Trevor Roland McKeever", "McKeever"),
        ("STANTON, Matthew Christopher", "Matthew Christopher Stanton", "Stanton"),
        ("Terry O'DWYER", "Terry O'Dwyer", "O'Dwyer"),
        ("Khan", "Khan", "Khan"),
    ],
)
def test_londons_names_in_one_cell(printed: str, candidate: str, family: str) -> None:
    name = shouted(printed)
    assert (name.candidate, name.family) == (candidate, family)


def test_names_in_full_lose_what_is_no_name() -> None:
    assert in_full("Se&aacute;n Newman").candidate == "Seán Newman"
    assert in_full("Kristian O?Sullivan").candidate == "Kristian O'Sullivan"
    assert in_full("David Saunders (Not Elected)").candidate == "David Saunders"
    assert in_full("Erik van der Meer")[1:] == ("Erik", "van der Meer")


def test_wards_as_a_reader_says_them() -> None:
    def of_the_library(printed: str, council: str = "adur") -> str:
        return ward_name(printed, council, "library-local-2022")

    assert of_the_library("LAUGHARNE TOWNSHIP") == "Laugharne Township"
    assert of_the_library("Sompting And North Lancing") == of_the_library("Sompting & North Lancing")
    assert of_the_library("ST. MARY'S") == "St. Mary's"
    assert of_the_library("King\u00e2\u20ac\u2122s Hedges") == "King's Hedges"
    assert of_the_library("Pant-yr-afon/&#8203;Penmaenan") == "Pant-yr-afon/Penmaenan"


def test_a_ward_is_respelt_only_in_the_file_that_misspells_it() -> None:
    assert ward_name("Hampton Wick", "richmond-upon-thames", "leap-2018") == "Hampton Wick"
    respelt = ward_name("Hampton Wick", "richmond-upon-thames", "library-local-2022")
    assert respelt == "Hampton Wick and South Teddington"
