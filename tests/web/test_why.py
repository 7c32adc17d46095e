"""Why each figure is what it is: every link of a seat page leads to a sum that comes to the figure."""

import json
import re
from typing import Any

import pytest
from asking import ask
from reading import parsed, words_of

from hustings.publish.facts import Facts, gather
from hustings.record.open import Record
from hustings.web.why.reasons import how_read, reasons

pytestmark = pytest.mark.xdist_group("desk")
SEAT = "seats/bethnal-green-and-stepney/2024-07-04/"


@pytest.mark.parametrize("path", [SEAT, "seats/bethnal-green-and-stepney/", "seats/runcorn-and-helsby/2025-05-01/"])
def test_each_figure_of_a_seat_page_leads_to_its_reason(desk: Any, path: str) -> None:
    page = parsed(ask(desk.address + path).data.decode())
    found = [link for link in page.iter("a") if link.get("class") == "reason"]
    assert len(found) > 20
    target = found[0].get("href").partition("#")[0].replace("../", "")
    why = parsed(ask(desk.address + target).data.decode())
    rows = {row.get("id"): [words_of(cell) for cell in row] for row in why.iter("tr") if row.get("id")}
    # The tables of other seats lead to their own reasons.
    found = [link for link in found if link.get("href").replace("../", "").startswith(target)]
    assert len(found) > 20
    for link in found:
        printed = rows[link.get("href").partition("#")[2]][1].removesuffix(" points").strip()
        assert words_of(link).lstrip("▲▼ ").strip() == printed
    for key in ("majority", "valid_turnout", "electorate"):
        assert f"#{key}" in {
            (link.get("href") or "").replace(target.rstrip("#"), "").replace("../", "") for link in page.iter("a")
        }


def test_the_row_of_the_record_is_there(desk: Any) -> None:
    why = parsed(ask(desk.address + SEAT + "why/").data.decode())
    rows = [link.get("href").replace("../", "") for link in why.iter("a") if "api/v1/" in (link.get("href") or "")]
    for address in dict.fromkeys(rows):
        assert ask(desk.address + address).status == 200
        held = json.loads(ask(desk.address + address.replace(".html", ".json")).data)["rows"][0]
        assert held["source_id"]


@pytest.fixture(scope="module")
def facts(record: Record) -> Facts:
    wanted = record.query(
        "select contest_id from contest where contest_id like 'parl.%' and polling_on >= '2010-01-01' "
        "and basis = 'declared' and hash(contest_id) % 8 = 0"
    )
    return gather(record, [row["contest_id"] for row in wanted])


NUMBER = re.compile(r"[−+]?[\d,]+(?:\.\d+)?")


def number(said: str) -> float:
    return float(said.replace("−", "-").replace(",", "").replace("+", ""))


def test_every_sum_comes_to_what_is_printed(facts: Facts) -> None:
    counted = 0
    for report in facts.reports.values():
        for one in reasons(report):
            if not one.formula or one.key.startswith(("deposit", "swing")):
                continue
            left, _, right = one.formula.partition(" = ")
            told = [
                number(found) for found in NUMBER.findall(re.sub(r"notional \d{4}|on \d{4}( as declared)?", "", left))
            ]
            if "−" in left:
                result = told[0] - told[1]
            elif len(told) == 3:
                result = 100 * (told[0] + told[1]) / told[2]
            else:
                result = 100 * told[0] / told[1]
            assert result == pytest.approx(number(NUMBER.search(right)[0]), abs=1.01e-4), one
            decimals = len(one.value.partition(".")[2].rstrip("% points"))
            exact = number(NUMBER.search(right)[0])
            assert abs(number(NUMBER.search(one.value)[0]) - exact) <= 0.5 * 10**-decimals + 1e-9, one
            counted += 1
    assert counted > 5_000


def test_a_correction_stands_beside_the_figure_it_touches(record: Record) -> None:
    touched = record.query(
        "select contest_id, key from correction where \"table\" = 'candidacy' and field = 'votes' "
        "and contest_id like 'parl.%' and published != '(no row)' order by contest_id"
    )
    polled = {row["contest_id"]: row["key"] for row in touched if row["contest_id"] >= "parl." and row["key"]}
    held = {
        row["contest_id"] for row in record.query("select contest_id from contest where polling_on >= '2010-01-01'")
    }
    contest_id = next(one for one in polled if one in held)
    found = gather(record, [contest_id]).reports[contest_id]
    told = [one for one in reasons(found) if one.corrections]
    read = {how_read(found, one) for one in reasons(found) if not one.formula}
    assert read >= {"as corrected here, not as published", "as published"}
    assert any(one.row == polled[contest_id].split("|")[0] and one.key.startswith("votes") for one in told)


@pytest.mark.parametrize("path", ["elections/2024/", "elections/2010/", "elections/2019/regions/"])
def test_a_partys_seats_and_votes_are_the_sums_of_the_rows_they_lead_to(desk: Any, path: str) -> None:
    page = parsed(ask(desk.address + path).data.decode())
    found = [link for link in page.iter("a") if link.get("class") == "reason"]
    assert len(found) > 40
    for link in found[:: 1 + len(found) // 40]:
        address = link.get("href").replace("../", "").replace(".html?", ".json?")
        rows = json.loads(ask(f"{desk.address}{address}&limit=all&fields=votes,elected").data)["rows"]
        told = len(rows) if "elected=true" in address else sum(row["votes"] for row in rows)
        assert told == number(words_of(link)), (path, address)


@pytest.mark.parametrize(
    "path", ["boroughs/tower-hamlets/", "people/rushanara-ali-mnis-4138/", "by-elections/", "elections/2024/gains/", ""]
)
def test_figures_of_other_pages_lead_to_the_same_figure(desk: Any, path: str) -> None:
    page = parsed(ask(desk.address + path).data.decode())
    found = [link for link in page.iter("a") if "/why/#" in (link.get("href") or "")]
    assert len(found) > 3 or not path
    for link in found[:: 1 + len(found) // 25]:
        target, _, place = link.get("href").replace("../", "").partition("#")
        why = parsed(ask(desk.address + target).data.decode())
        (row,) = [
            row for row in why.iter("tr") if place in (row.get("id"), *(one.get("id") for one in row.iter("span")))
        ]
        printed = words_of([*row][1]).removesuffix(" points").strip()
        assert words_of(link).lstrip("▲▼ ").strip() == printed, (path, place)


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("seats/bethnal-green-and-stepney/", 4),
        ("seats/ynys-mon/", 2),
        ("boroughs/tower-hamlets/", 3),
        ("boroughs/leeds/", 1),
        ("boundaries/seats/ilford-north/", 2),
    ],
)
def test_other_tables_say_where_their_rows_are(desk: Any, path: str, least: int) -> None:
    page = parsed(ask(desk.address + path).data.decode())
    found = [link for link in page.iter("a") if "The rows of the record behind" in words_of(link)]
    assert len(found) >= least
    for link in found:
        answer = ask(desk.address + link.get("href").replace("../", ""))
        assert answer.status == 200, link.get("href")
        assert len([*parsed(answer.data.decode()).find(".//tbody")]) > 1, link.get("href")


def test_a_partys_page_leads_to_the_rows_of_each_election(desk: Any) -> None:
    page = parsed(ask(desk.address + "parties/labour/").data.decode())
    found = [link for link in page.iter("a") if link.get("class") == "reason"]
    assert len(found) == 10
    for link in found:
        address = link.get("href").replace("../", "").replace(".html?", ".json?")
        rows = json.loads(ask(f"{desk.address}{address}&limit=all&fields=votes").data)["rows"]
        told = len(rows) if "elected=true" in address else sum(row["votes"] for row in rows)
        assert told == number(words_of(link))
