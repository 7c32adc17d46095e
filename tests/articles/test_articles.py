"""Stories of every seat of 2024 and every by-election, and what each may print."""

import json
import re
import sys
from pathlib import Path

import pytest
from phrasing import AGES, DATES, NUMBER, WRONG, prose
from recount import careers, changes, of_contest, of_place, others, place_by_majority, whole_election

from command_line import run
from hustings.errors import UnusableInput
from hustings.publish.articles.forms import as_html, as_json, as_markdown
from hustings.publish.articles.scope import facts_around
from hustings.publish.articles.seat import seat_article
from hustings.publish.articles.welsh import in_welsh, welsh_article
from hustings.publish.facts import Facts, gather
from hustings.record.open import Record
from root import ROOT

sys.path.insert(0, str(ROOT / "docs"))
from generate import STORIES

pytestmark = pytest.mark.xdist_group("articles")
EXAMPLES = ROOT / "docs" / "examples" / "articles"
ALL = """
    select contest_id from contest
    where basis = 'declared' and (kind = 'by-election' or election_id = 'parl.2024-07-04')
"""
# Of every age: two members, unopposed, parties alone, lumps, the Speaker, Northern Ireland, first by candidate.
OLD = [
    "parl.brighton.1945-07-05",
    "parl.bethnal-green.1951-10-25",
    "parl.fermanagh-and-south-tyrone.2010-05-06",
    "parl.fermanagh-and-south-tyrone.2001-06-07",
    "parl.bethnal-green-and-bow.2005-05-05",
    "parl.buckingham.2010-05-06",
    "parl.glenrothes.2010-05-06",
    "parl.chorley.2019-12-12",
    "parl.ynys-mon.2019-12-12",
]


@pytest.fixture(scope="module")
def facts(record: Record) -> Facts:
    return gather(record, [*(row["contest_id"] for row in record.query(ALL)), *OLD])


@pytest.fixture(scope="module")
def stories(facts: Facts) -> dict[str, str]:
    return {contest_id: as_markdown(seat_article(facts, contest_id)) for contest_id in facts.reports}


def test_there_is_a_story_of_every_seat_and_by_election(stories: dict[str, str]) -> None:
    assert len(stories) == 650 + 65 + len(OLD)
    assert len({text.partition("title: ")[2].partition("\n")[0] for text in stories.values()}) == len(stories)


@pytest.mark.parametrize(("pattern", "what"), WRONG, ids=[what for _, what in WRONG])
def test_no_story_reads_wrong(stories: dict[str, str], pattern: str, what: str) -> None:
    for contest_id, text in stories.items():
        said = prose(text)
        found = re.search(pattern, said)
        assert found is None, (contest_id, what, said[max(0, found.start() - 60) : found.end() + 20])


def test_every_change_says_from_what_and_every_turnout_of_what(stories: dict[str, str]) -> None:
    for contest_id, text in stories.items():
        for paragraph in text.split("\n\n"):
            assert {unit for _, unit in re.findall(r"(?:rose|fell) by (\S+) (\w+)", paragraph)} <= {"points"}, (
                contest_id
            )
            if re.search(r"share (rose|fell)", paragraph):
                assert re.search(r"Compared with the|Measured on the", paragraph), (contest_id, paragraph)
            if re.search(r"\b(T|t)urnout (was|of) ", paragraph):
                assert "valid votes" in paragraph, (contest_id, paragraph)


def test_stories_say_what_kind_of_victory_it_was(stories: dict[str, str]) -> None:
    for contest_id, headline in {
        "parl.bethnal-green-and-stepney.2024-07-04": "Labour holds Bethnal Green and Stepney by 1,689 votes",
        "parl.islington-north.2024-07-04": "Jeremy Corbyn, an independent, gains Islington North from Labour with a "
        "majority of 7,247",
        "parl.chorley.2024-07-04": "Lindsay Hoyle, the Speaker, returned in Chorley with a majority of 20,575",
        "parl.runcorn-and-helsby.by.2025-05-01": "Reform UK gains Runcorn and Helsby from Labour by six votes in "
        "by-election",
        "parl.bristol-central.2024-07-04": "The Greens gain Bristol Central from Labour with a majority of 10,407",
        "parl.hendon.2024-07-04": "Labour gains Hendon from the Conservatives by 15 votes",
    }.items():
        assert f"# {headline}\n" in stories[contest_id]


def test_front_matter_is_what_a_publishing_system_reads(stories: dict[str, str]) -> None:
    for text in stories.values():
        head = text.split("---\n")[1]
        values = {key: json.loads(value) for key, _, value in (line.partition(": ") for line in head.splitlines())}
        assert list(values)[:3] == ["section", "slug", "title"]
        assert {"publicationDate", "categories", "tags", "featuredImage", "authors"} <= set(values)
        assert re.fullmatch(r"[a-z0-9-]+", values["slug"])


def test_every_seat_in_wales_has_a_story_in_welsh_and_no_other(facts: Facts) -> None:
    welsh = [contest_id for contest_id in facts.reports if in_welsh(facts, contest_id)]
    assert sum(contest_id.endswith(".2024-07-04") for contest_id in welsh) == 32
    for contest_id in welsh:
        text = as_markdown(welsh_article(facts, contest_id))
        assert not re.search(
            r"\b(votes|by-election|Turnout|majority|rose|fell|None|nan)\b", text.partition("## Ffynonellau")[0]
        )
    with pytest.raises(UnusableInput, match="seats in Wales"):
        welsh_article(facts, "parl.hendon.2024-07-04")


def test_a_story_in_welsh_tells_what_is_around_the_seat(facts: Facts) -> None:
    text = as_markdown(welsh_article(facts, "parl.cardiff-west.2024-07-04"))
    assert "| Cardiff East | Jo Stevens | Llafur Cymru |" in text
    assert "Canran pobl y sedd sy'n byw yno: 93.0%" in text
    assert "- Alex Barros-Curtis: dim ymgeisyddiaeth gynharach yn y cofnod." in text
    assert "Seddi cyfagos, 4 Gorffennaf 2024" in text
    assert "Seddi Cardiff, 4 Gorffennaf 2024" in text
    crosbie = as_markdown(welsh_article(facts, "parl.ynys-mon.2024-07-04"))
    assert "Ynys Môn 2019, Ceidwadwyr Cymreig, 12,959 o bleidleisiau, wedi ennill; Rhondda 2017" in crosbie


@pytest.mark.parametrize("name", STORIES)
def test_every_number_of_an_example_is_found_in_the_record(record: Record, name: str) -> None:
    assert_found(record, STORIES[name], (EXAMPLES / f"{name}.md").read_text(encoding="utf-8"))


# Of each nation, the Speaker's, and a by-election.
ELSEWHERE = [
    "parl.chorley.2024-07-04",
    "parl.na-h-eileanan-an-iar.2024-07-04",
    "parl.runcorn-and-helsby.by.2025-05-01",
    "parl.south-antrim.2024-07-04",
    "parl.ynys-mon.2024-07-04",
]


@pytest.mark.parametrize("contest_id", ELSEWHERE)
def test_every_number_of_other_stories_is_found_in_the_record(record: Record, facts: Facts, contest_id: str) -> None:
    assert_found(record, contest_id, as_markdown(seat_article(facts, contest_id)))


def assert_found(record: Record, contest_id: str, story: str) -> None:
    """Each number in the words and tables of a story is one that the record's votes give."""
    text = story.partition("\n---\n")[2].partition("## Corrections")[0]
    body = AGES.sub("", DATES.sub("", text.partition("## Sources")[0]))
    held = of_contest(record, contest_id) | changes(record, contest_id) | of_place(record, contest_id)
    held |= careers(record, contest_id)
    if ".by." not in contest_id:
        held |= whole_election(record, f"parl.{contest_id[-10:]}") | place_by_majority(record, contest_id)
    for other in others(record, contest_id):
        held |= of_contest(record, other)
    for found in NUMBER.findall(body):
        bare = found.lstrip("−+").rstrip(",")
        year = re.fullmatch(r"(19|20)\d\d", bare)
        assert bare in held or year, (contest_id, found, body[max(0, body.find(found) - 60) : body.find(found) + 20])


def test_one_story_in_every_form(record: Record) -> None:
    facts = facts_around(record, ["parl.ilford-north.2024-07-04"])
    article = seat_article(facts, "parl.ilford-north.2024-07-04")
    whole = json.loads(as_json(article))
    assert whole["version"] == 1
    tables = [block for block in whole["blocks"] if block["kind"] == "table"]
    assert tables[0]["rows"][0]["votes"] == 15_647
    assert '<td class="n">15,647</td>' in as_html(article)


def test_the_command(tmp_path: Path) -> None:
    out = tmp_path / "story.md"
    assert run("article", "Hendon", "-e", "2024", "-o", str(out)).code == 0
    assert "by 15 votes" in out.read_text()
    again = run("article", "Hendon", "-e", "2024", "-o", str(out))
    assert (again.code, "--force" in again.err) == (2, True)
    assert run("article", "Hendon", "--charts").code == 2
    assert "Labour wins all three seats in Tower Hamlets" in run("article", "--borough", "Tower Hamlets").out
    assert "wins most seats, 411" in run("article", "-e", "2024").out
    assert "Plaid Cymru yn cipio'r sedd" in run("article", "Ynys Môn", "-l", "cy").out
    assert run("article", "Hendon", "--borough", "Barnet").code == 2
    refused = run("article", "Hendon", "-e", "parl.2019-12-12.notional")
    assert (refused.code, "nobody voted at" in refused.err) == (2, True)
    assert "known for those of 2024 alone" in run("article", "--borough", "Barnet", "-e", "2019").err


def test_a_story_stands_among_its_charts(tmp_path: Path) -> None:
    out = tmp_path / "story.md"
    assert run("article", "Hendon", "-e", "2024", "-o", str(out), "--charts").code == 0
    story = out.read_text(encoding="utf-8")
    files = re.findall(r"!\[.+\]\((.+)\)", story)
    assert files == ["story-result.svg", "story-history.svg"]
    assert 'featuredImage: "story-result.svg"' in story
    assert all((tmp_path / name).read_text(encoding="utf-8").startswith("<svg") for name in files)


def test_a_summary_claims_no_more_seats_than_are_known() -> None:
    assert "# The Conservatives have at least 298 seats, Labour at least 289\n" in run("article", "-e", "1951").out


def test_new_boundaries_say_against_what_a_hold_is(stories: dict[str, str]) -> None:
    said = "It is called a hold because Labour came first in the notional result of 2019"
    assert said in stories["parl.bethnal-green-and-stepney.2024-07-04"]
    assert "It is called a" not in stories["parl.islington-north.2024-07-04"]


def test_around_a_by_election_stand_the_results_of_the_general_election_before(facts: Facts) -> None:
    text = as_markdown(seat_article(facts, "parl.runcorn-and-helsby.by.2025-05-01"))
    assert "Seats of Halton, 4 July 2024" in text
    assert "| Widnes and Halewood | Derek Twigg | Labour | 61.6% | 16,425 | 54.3% |" in text
