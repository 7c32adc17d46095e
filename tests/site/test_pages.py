"""The pages of one borough's site: valid, joined up, light, and true to the record."""

import json
import posixpath
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import pytest
from reading import links_of, parsed, table_of, words_of

from hustings.publish import words
from hustings.publish.facts import gather
from hustings.publish.site.feeds import corrections_feed
from hustings.record.open import DATA, Record, open_record

pytestmark = pytest.mark.xdist_group("site")
HEAVIEST = 150_000
STEPNEY = "seats/bethnal-green-and-stepney/2024-07-04"


def test_every_page_is_valid_and_light(pages: dict[str, str]) -> None:
    assert len(pages) > 200
    for path, html in pages.items():
        assert parsed(html).find("body") is not None, path
        assert len(html.encode()) <= HEAVIEST, path


def test_no_link_leads_nowhere(site: Path, pages: dict[str, str]) -> None:
    for path, html in pages.items():
        for link in links_of(parsed(html)):
            if link.startswith(("#", "https://example.org/results/")):
                continue
            # Nothing is asked of any other host.
            assert "://" not in link, (path, link)
            target = posixpath.normpath(posixpath.join(path, link.partition("#")[0].partition("?")[0]))
            file = site / target
            assert file.is_file() or (file / "index.html").is_file(), (path, link)


def test_links_within_a_page_have_their_place(pages: dict[str, str]) -> None:
    named = {node.get("id") for node in parsed(pages["measures"]).iter() if node.get("id")}
    for path, html in pages.items():
        for link in links_of(parsed(html)):
            if "measures/#" in link:
                assert link.partition("#")[2] in named, (path, link)


def test_a_seat_page_has_the_result_to_the_last_vote(record: Record, pages: dict[str, str]) -> None:
    rows = table_of(parsed(pages[STEPNEY]), "result-table")
    found = [(row[1].removesuffix(" elected"), int(row[3].replace(",", ""))) for row in rows]
    declared = record.query(
        "select candidate, votes from candidacy where contest_id = ? order by votes desc",
        ["parl.bethnal-green-and-stepney.2024-07-04"],
    )
    assert found == [(row["candidate"], row["votes"]) for row in declared]
    assert [row[6].replace("▼", "").replace("▲", "") for row in rows[:3]] == ["−39.4", "–", "+9.5"]


def test_a_seat_page_says_basis_and_baseline(pages: dict[str, str]) -> None:
    said = words_of(parsed(pages[STEPNEY]))
    for part in (
        "won by 1,689 votes (3.6% of valid votes)",
        "on notional 2019, points",
        "Turnout 57.3% valid votes, of the electorate",
        "Turnout, all ballots 57.7%",
        "88.6% from Bethnal Green and Bow; 11.4% from Poplar and Limehouse",
        "declared 2019, Bethnal Green",
        "If 845 voters of Rushanara Ali had voted for Ajmal Masroor instead, or 1,690 more votes",
        "84th smallest of 650 seats",
        "Muslim (religion): 46.4% of usual residents, 6th highest of 575",
    ):
        if part.startswith("declared 2019"):
            # Its name is new, so there is no seat of the same name to compare with.
            assert part not in said
        else:
            assert part in said, part


def test_both_baselines_stand_side_by_side_where_the_name_is_the_same(pages: dict[str, str]) -> None:
    said = words_of(parsed(pages["seats/poplar-and-limehouse/2024-07-04"]))
    assert "declared 2019, Poplar and Limehouse as it then was" in said
    assert "notional 2019" in said


@pytest.mark.parametrize("word", ["None", "nan", "undefined", "{{", "}}", " ,", "1 votes", "1 seats"])
def test_no_page_has_an_empty_slot(pages: dict[str, str], word: str) -> None:
    for path, html in pages.items():
        # A correction may quote any word, and how figures are counted is told in words of code.
        if not path.startswith(("corrections", "measures", "sources")):
            assert f" {word} " not in f" {words_of(parsed(html))} ", path


def test_the_data_beside_a_page_are_its_figures(site: Path, pages: dict[str, str]) -> None:
    whole = json.loads((site / STEPNEY / "results.json").read_text())
    rows = table_of(parsed(pages[STEPNEY]), "result-table")
    assert [words.count(row["votes"]) for row in whole["candidates"]] == [row[3] for row in rows]
    lines = (site / STEPNEY / "results.csv").read_text().splitlines()
    assert len(lines) == len(rows) + 1


def test_a_story_shows_the_result_as_a_picture(site: Path, pages: dict[str, str]) -> None:
    story = parsed(pages[f"{STEPNEY}/story"])
    (picture,) = story.iter("img")
    assert (site / STEPNEY / "story" / picture.get("src")).resolve() == site / STEPNEY / "result.svg"
    assert "Rushanara Ali, Labour, 34.1%" in picture.get("alt")
    assert 'featuredImage: "../result.svg"' in (site / STEPNEY / "story" / "story.md").read_text()
    drawn = ElementTree.parse(site / STEPNEY / "result.svg").getroot()
    assert drawn.find("{http://www.w3.org/2000/svg}desc").text == picture.get("alt")


def test_the_seat_has_a_page_that_moves_and_one_that_stays(pages: dict[str, str]) -> None:
    own = "https://example.org/results/seats/bethnal-green-and-stepney/2024-07-04/"
    for path in (STEPNEY, posixpath.dirname(STEPNEY)):
        canonical = [node for node in parsed(pages[path]).iter("link") if node.get("rel") == "canonical"]
        assert [node.get("href") for node in canonical] == [own]


def test_feeds_and_sitemap_are_whole(site: Path, pages: dict[str, str]) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    for name in ("results", "corrections"):
        feed = ElementTree.parse(site / f"{name}.atom").getroot()
        entries = feed.findall(f"{atom}entry")
        assert entries
        assert len({entry.findtext(f"{atom}id") for entry in entries}) == len(entries)
        stamps = [entry.findtext(f"{atom}updated") for entry in entries]
        assert max(stamps) == feed.findtext(f"{atom}updated")
    listed = ElementTree.parse(site / "sitemap.xml").getroot()
    places = {
        node.text.removeprefix("https://example.org/results/") for node in listed.iter() if node.tag.endswith("loc")
    }
    assert {f"{path}/" if path else "" for path in pages} >= places
    assert f"{STEPNEY}/" in places


def test_a_correction_of_signs_that_no_feed_may_hold_is_told(record: Record, tmp_path: Path) -> None:
    for file in DATA.glob("*.parquet"):
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "correction.parquet").unlink()
    spoilt = "replace (key || '|\x0b' as key, 'Printed as ' || chr(1) || '<' || chr(65534) as reason)"
    duckdb.execute(f"copy (select * {spoilt} from '{DATA}/correction.parquet') to '{tmp_path}/correction.parquet'")
    facts = gather(record, ["parl.bethnal-green-and-stepney.2024-07-04"])
    feed = ElementTree.fromstring(corrections_feed(open_record(tmp_path), facts, ""))
    entry = feed.find("{*}entry")
    assert entry.findtext("{*}summary") == "Printed as [U+0001]<[U+FFFE]"
    assert " [U+000B], " in entry.findtext("{*}title")


def test_search_finds_every_seat_and_person(site: Path) -> None:
    index = json.loads((site / "search" / "index.json").read_text())
    places = {path for _, _, path in index["places"]}
    assert {"seats/bethnal-green-and-stepney/", "boroughs/tower-hamlets/", "parties/labour/"} <= places
    named = {name for name, _, _ in json.loads((site / index["people"]["m"]).read_text())}
    assert {"Ajmal Masroor"} <= named
    for _, _, path in index["places"]:
        assert (site / path / "index.html").is_file()
