"""Search by the desk itself: for programs, for readers without scripts, and whatever is asked."""

import csv
import io
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from asking import Answer, ask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import parsed

from hustings.record.find import find
from hustings.record.open import Record

pytestmark = pytest.mark.xdist_group("desk")


def search(desk: Any, q: str, form: str = "json", **more: Any) -> Answer:
    return ask(f"{desk.address}api/v1/search.{form}?{urlencode({'q': q, **more})}")


def hits(desk: Any, q: str, **more: Any) -> list[dict[str, Any]]:
    return json.loads(search(desk, q, **more).data)["rows"]


@pytest.mark.parametrize(
    ("asked", "kind", "name", "page"),
    [
        ("Bethnal Green and Stepney", "seat", "Bethnal Green and Stepney", "/seats/bethnal-green-and-stepney/"),
        ("bethnal green & bow", "seat", "Bethnal Green and Bow", "/seats/bethnal-green-and-bow/"),
        ("ilfrod north", "seat", "Ilford North", "/seats/ilford-north/"),
        ("rushanara ali", "person", "Rushanara Ali", "/people/rushanara-ali-mnis-4138/"),
        ("tower hamlets", "council", "Tower Hamlets", "/boroughs/tower-hamlets/"),
        ("labour", "party", "Labour", "/parties/labour/"),
    ],
)
def test_a_name_leads_to_its_page(desk: Any, asked: str, kind: str, name: str, page: str) -> None:
    best = hits(desk, asked, kind=kind)[0]
    assert (best["kind"], best["name"], best["page"]) == (kind, name, page)
    assert ask(desk.address.rstrip("/") + best["page"]).status == 200


def test_it_finds_what_the_record_finds_in_every_form(desk: Any, record: Record) -> None:
    expected = [(one.kind, one.name, one.about, one.key) for one in find(record, "green")]
    rows = hits(desk, "green", limit="all")
    assert [(row["kind"], row["name"], row["about"], row["key"]) for row in rows] == expected
    lines = [*csv.DictReader(io.StringIO(search(desk, "green", "csv", limit="all").data.decode()))]
    assert [(row["kind"], row["name"], row["about"], row["key"]) for row in lines] == expected
    address, found = f"/api/v1/search.json?{urlencode({'q': 'green', 'limit': 90})}", []
    while address:
        answer = json.loads(ask(desk.address.rstrip("/") + address).data)
        found += answer["rows"]
        address = answer["next"]
    assert found == rows


def test_every_page_that_is_named_is_there(desk: Any) -> None:
    pages = {row["page"] for asked in ("hackney", "smith", "green", "ilford") for row in hits(desk, asked, limit=40)}
    assert len(pages) > 15
    assert {ask(desk.address.rstrip("/") + page).status for page in pages if page} == {200}


@given(asked=st.text(min_size=1, max_size=40))
@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_whatever_is_asked_is_answered(desk: Any, asked: str) -> None:
    answer = search(desk, asked, limit=3)
    assert answer.status == 200, answer.data
    page = ask(f"{desk.address}search/?{urlencode({'q': asked})}")
    assert page.status == 200
    assert parsed(page.data.decode()).find(".//h1").text == "Search"


def test_the_page_finds_without_a_script_and_keeps_what_was_asked(desk: Any, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.address + "seats/")
    page.fill("#find", "ilfrod nrth")
    page.click("form.find button")
    assert page.input_value("#find") == "ilfrod nrth"
    page.click("#found a >> nth=0")
    page.wait_for_url("**/seats/ilford-north/")
    page.goto(desk.address + "search/?q=zzzzzzzz")
    assert page.inner_text("#found") == "Nothing of that name."
    context.close()
