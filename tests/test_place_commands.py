"""hustings borough and hustings place, as a reporter types them."""

import csv
import io
import json

from command_line import run


def test_a_borough_gives_its_constituencies_with_people_both_ways_and_results() -> None:
    ran = run("borough", "Tower Hamlets")
    assert ran.code == 0
    assert "310,298 people in 3 constituencies" in ran.out
    assert "Estimated:" in ran.out
    assert "Turnout: valid votes as a\n  percentage of the electorate" in ran.out
    rows = {row["area"]: row for row in csv.DictReader(io.StringIO(run("borough", "Tower Hamlets", "-f", "csv").out))}
    bethnal = rows["Bethnal Green and Stepney"]
    assert (bethnal["candidate"], bethnal["majority"]) == ("Rushanara Ali", "1689")
    assert round(float(bethnal["share_percent"]), 1) == 34.1
    assert round(float(bethnal["valid_turnout_percent"]), 1) == 57.3
    assert float(bethnal["population_of_constituency_percent"]) == 100.0
    assert sum(int(row["people"]) for row in rows.values()) == 310_298
    assert abs(sum(float(row["population_of_authority_percent"]) for row in rows.values()) - 100) < 0.001
    assert 34 < float(rows["Stratford and Bow"]["population_of_constituency_percent"]) < 35


def test_a_borough_says_what_was_mended_disputed_and_left_out() -> None:
    assert "Corrected: Ash South, Ash Vale, Ash Wharf." in run("borough", "Guildford").out
    mansfield = run("borough", "Mansfield").out
    assert "Ashfield" in mansfield
    assert "Disputed: Lindhurst" in mansfield
    glasgow = run("borough", "Glasgow").out
    assert "Left out, less than half a percent of both: Cumbernauld" in glasgow
    assert "Land is unknown" in glasgow
    assert "by mySociety's estimate, of no stated day" in run("borough", "Belfast").out


def test_by_elections_since_are_told() -> None:
    assert "Since then: a by-election in Runcorn and Helsby on 1 May 2025, won by" in " ".join(
        run("borough", "Halton").out.split()
    )


def test_a_place_gives_counts_shares_ranks_base_day_and_what_is_estimated() -> None:
    ran = run("place", "Bethnal Green and Stepney", "--topic", "religion")
    words = " ".join(ran.out.split())
    assert "An estimate in part: 2,956 of the 126,555 usual residents (2.3%)" in words
    assert "21 March 2021, of 126,555 usual residents. Rank: by share among 575 constituencies" in words
    assert "Muslim 58,710 46.4% 6" in words
    whole = json.loads(run("place", "Bethnal Green and Stepney", "-f", "json").out)
    headings = [part["heading"] for part in whole["parts"]]
    assert headings[:2] == ["Religion", "Ethnic group"]
    assert {"Population", "Country of birth", "Deprivation", "Sources"} <= set(headings)
    assert whole["parts"][0]["rows"][0]["census_on"] == "2021-03-21"
    assert "| Muslim |" in run("place", "Tower Hamlets", "-f", "md").out


def test_places_without_a_census_say_so() -> None:
    assert "The census of Northern Ireland (21 March 2021) is not in the record." in run("place", "Belfast West").out
    scottish = " ".join(run("place", "Govan, ward").out.split())
    assert "Scotland's census by constituency and local authority only" in scottish


def test_wrong_names_and_topics_are_one_clear_sentence() -> None:
    for arguments, said in (
        (("place", "Bethnal Gren"), "did you mean Bethnal Green East"),
        (("place", "Abbey"), "'Abbey' may be Abbey, Antrim and Newtownabbey;"),
        (("place", "Tower Hamlets", "--topic", "fath"), "no topic called 'fath'; there are religion,"),
        (("place", "Glasgow South", "--topic", "household deprivation"), "it has religion, ethnic group, tenure, age"),
        (("borough", "Bethnal Green and Stepney"), "it is a constituency in London: ask with `hustings place`"),
    ):
        ran = run(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert ran.err.count("\n") == 1
