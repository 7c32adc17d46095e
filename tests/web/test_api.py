"""The API: the same rows as every export, in four forms that agree, filtered, sorted, parted and refused."""

import csv
import io
import json
from datetime import date, datetime
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode, urljoin

import pyarrow.parquet as pq
import pytest
from asking import Answer, ask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading import parsed

from hustings.publish.exports.fields import RESULT_FIELDS, SEAT_FIELDS
from hustings.publish.exports.plain import bare, cell
from hustings.publish.exports.rows import result_lines, seat_rows
from hustings.publish.exports.wanted import Wanted, held
from hustings.record.open import Record
from hustings.web.api.resources import RESOURCES

pytestmark = pytest.mark.xdist_group("desk")
SEAT = "parl.bethnal-green-and-stepney.2024-07-04"
# What of each resource the properties are tried on: all of the smaller ones, an election of the others.
TRIED = {
    "elections": {},
    "parties": {},
    "sources": {},
    "corrections": {},
    "boundaries": {},
    "measures": {},
    "contests": {"election_id": "parl.2024-07-04"},
    "results": {"election_id": "local.tower-hamlets.2022-05-05"},
    "areas": {"boundary_set_id": "england-2024"},
    "people": {"person.has": "ali"},
}
OFTEN = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=True,
)
Row = dict[str, Any]


def api(desk: Any, path: str, **asked: Any) -> Answer:
    return ask(f"{desk.address}api/v1/{path}" + (f"?{urlencode(asked, doseq=True)}" if asked else ""))


def rows_of(desk: Any, path: str, **asked: Any) -> list[Row]:
    answer = api(desk, f"{path}.json", **asked)
    assert answer.status == 200, answer.data
    return json.loads(answer.data)["rows"]


@cache
def every_row(address: str, name: str) -> list[Row]:
    """All rows of what is tried of a resource, in its own order."""
    asked = urlencode(TRIED[name] | {"limit": "all"})
    return json.loads(ask(f"{address}api/v1/{name}.json?{asked}").data)["rows"]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("parl.2024-07-04"),
        Wanted("parl.2019-12-12.notional"),
        Wanted("local.tower-hamlets.2022-05-05"),
        Wanted(kind="by-election"),
        Wanted(kind="mayor"),
    ],
    ids=str,
)
def test_rows_are_those_of_every_export(desk: Any, record: Record, wanted: Wanted) -> None:
    asked = {"election_id": wanted.election} if wanted.election else {"kind": wanted.kind}
    with held(record, wanted) as exported:
        results = {line[names("results").index("candidacy_id")]: line for line in result_lines(exported)}
        seats = {row["contest_id"]: row for row in seat_rows(exported)}
    given = rows_of(desk, "results", limit="all", **asked)
    assert {row["candidacy_id"] for row in given} == set(results)
    for row in given:
        expected = dict(zip(names("results"), map(bare, results[row["candidacy_id"]]), strict=True))
        assert row == expected
    given = rows_of(desk, "contests", limit="all", **asked)
    assert {row["contest_id"]: row for row in given} == {
        key: {name: bare(value) for name, value in row.items()} for key, row in seats.items()
    }


def names(resource: str) -> list[str]:
    return [field.name for field in {"results": RESULT_FIELDS, "contests": SEAT_FIELDS}[resource]]


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A resource, and what may be asked of it."""
    name = draw(st.sampled_from(sorted(TRIED)))
    fields = list(RESOURCES[name].names)
    asked: dict[str, Any] = dict(TRIED[name])
    if draw(st.booleans()):
        asked["fields"] = ",".join(draw(st.lists(st.sampled_from(fields), min_size=1, max_size=6, unique=True)))
    sort = draw(st.lists(st.sampled_from(fields), max_size=3, unique=True))
    if sort:
        asked["sort"] = ",".join(draw(st.sampled_from(["", "-"])) + one for one in sort)
    asked["limit"] = draw(st.integers(1, 60))
    return name, asked


@given(question=questions())
@OFTEN
def test_json_csv_parquet_and_the_page_agree_to_the_digit(desk: Any, question: tuple[str, dict[str, Any]]) -> None:
    name, asked = question
    fields = asked.get("fields", ",".join(RESOURCES[name].names)).split(",")
    asked = asked | {"fields": ",".join(fields)}
    answers = {form: api(desk, f"{name}.{form}", **asked) for form in ("json", "csv", "parquet", "html")}
    assert {answer.status for answer in answers.values()} == {200}
    rows = json.loads(answers["json"].data)["rows"]
    told = [[cell(row[one]) for one in fields] for row in rows]
    assert [[*row] for row in rows] == [fields] * len(rows)
    assert [*csv.reader(io.StringIO(answers["csv"].data.decode(), newline=""))] == [fields, *told]
    table = pq.read_table(io.BytesIO(answers["parquet"].data))
    assert [{key: bare(value) for key, value in row.items()} for row in table.to_pylist()] == rows
    assert [*table.schema.names] == fields
    assert page_rows(answers["html"], rows) == [[" ".join(one.split()) for one in line] for line in told]


def page_rows(answer: Answer, rows: list[Row]) -> list[list[str]]:
    """The values of a page's table as a program reads them."""
    found = []
    for line in parsed(answer.data.decode()).find(".//tbody").iter("tr"):
        cells = []
        for one in line.iter("td"):
            data = one.find("data")
            text = " ".join("".join(one.itertext()).split())
            cells.append(data.get("value") if data is not None else "" if text == "–" else text)
        found.append([" ".join(one.split()) for one in cells])
    assert len(found) == len(rows)
    return found


@given(question=questions())
@OFTEN
def test_parts_put_together_are_the_whole_in_order(desk: Any, question: tuple[str, dict[str, Any]]) -> None:
    name, asked = question
    asked["limit"] = max(asked["limit"], len(every_row(desk.address, name)) // 12)
    whole = rows_of(desk, name, **(asked | {"limit": "all"}))
    address, found = f"/api/v1/{name}.json?{urlencode(asked)}", []
    while address:
        answer = json.loads(ask(desk.address.rstrip("/") + address).data)
        assert 0 < len(answer["rows"]) <= asked["limit"]
        found += answer["rows"]
        address = answer["next"]
    assert found == whole
    assert len(whole) == len(every_row(desk.address, name))
    if "sort" in asked:
        in_order(rows_of(desk, name, **(asked | {"limit": "all", "fields": ",".join(RESOURCES[name].names)})), asked)


def in_order(rows: list[Row], asked: dict[str, Any]) -> None:
    """Assert that rows stand in the order asked for, what is unknown last."""
    first = asked["sort"].split(",")[0]
    values = [row[first.removeprefix("-")] for row in rows]
    known = [value for value in values if value is not None]
    assert values == known + [None] * (len(values) - len(known))
    assert known == sorted(known, reverse=first.startswith("-"))


@given(data=st.data())
@OFTEN
def test_a_filter_keeps_the_rows_it_says(desk: Any, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TRIED)))
    field = data.draw(st.sampled_from(RESOURCES[name].fields))
    every = every_row(desk.address, name)
    values = [row[field.name] for row in every if row[field.name] is not None]
    ways = ["known"] if field.column.optional else []
    if values:
        ways += ["is"] + (["min", "max"] if field.column.kind in ("whole", "real", "date", "moment") else [])
        ways += ["has"] if field.column.kind == "text" and not field.column.values else []
    if not ways:
        return
    way = data.draw(st.sampled_from(ways))
    value = data.draw(st.sampled_from(["true", "false"] if way == "known" else values))
    if way == "has":
        value = value[data.draw(st.integers(0, 3)) :][:8]
    if not str(value).strip() or len(str(value)) > 500:
        return
    parameter = field.name if way == "is" else f"{field.name}.{way}"
    if parameter in TRIED[name]:
        return
    told = str(value).lower() if isinstance(value, bool) else value
    found = rows_of(desk, name, **(TRIED[name] | {parameter: told, "limit": "all"}))
    assert found == [row for row in every if kept(row[field.name], way, value)]


def kept(found: Any, way: str, value: Any) -> bool:
    if way == "known":
        return (found is not None) == (value == "true")
    if found is None:
        return False
    if way == "has":
        return value.lower() in found.lower()
    return {"is": found == value, "min": found >= value, "max": found <= value}[way]


REFUSED = [
    ("contests.json?aera=Hendon", "aera", "did you mean area"),
    ("contests.json?area=Bethnal Gren and Stepney", "area", "Bethnal Green and Stepney"),
    ("contests.json?sort=-majoritty", "sort", "majority"),
    ("contests.json?fields=area,winer", "fields", "winner"),
    ("contests.json?majority.min=many", "majority.min", "OpenAPI"),
    ("contests.json?basis=decleared", "basis", "OpenAPI"),
    ("contests.json?limit=0", "limit", "OpenAPI"),
    ("contests.json?since=yesterday", "since", "OpenAPI"),
    ("contests.json?cursor=abc", "cursor", "next"),
    ("contests.csv?area=Bethnal Gren and Stepney&limit=all", "area", "Bethnal Green and Stepney"),
    ("contests.json?area=Hendon&area=Bethnal Gren and Stepney&polling_on.min=2100-01-01", "area", "Bethnal Green"),
    ("contests.json?declared_at.min=2024-07-05T00:00:00Z", "declared_at.min", "OpenAPI"),
    ("contests.json?" + "&".join(["area=Hendon"] * 201), "area", "OpenAPI"),
    ("contests.json?cursor=" + "W1tb" * 4_000, "cursor", "next"),
    ("contests.html?limit=all", "limit", "CSV"),
    ("contests.html?limit=5000", "limit", "CSV"),
    ("contests/parl.bethnal-green-and-stepny.2024-07-04", "contest_id", SEAT),
    ("areas/E14001086", "key", "boundary_set_id / area_id"),
    ("areas/england-2024/E14001", "area_id", "E14001"),
    ("contest", None, "contests"),
]


@pytest.mark.parametrize(("path", "parameter", "mend"), REFUSED)
def test_what_cannot_be_answered_is_said_with_the_mend(desk: Any, path: str, parameter: str | None, mend: str) -> None:
    answer = api(desk, quote(path, safe="/?=&,-"))
    assert answer.status in (400, 404)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = json.loads(answer.data)
    assert (problem["status"], problem.get("parameter")) == (answer.status, parameter)
    assert mend in problem["mend"]


def test_a_cursor_of_another_question_is_refused(desk: Any) -> None:
    first = json.loads(api(desk, "contests.json", limit=2, sort="area").data)
    cursor = first["next"].rpartition("cursor=")[2]
    for other in ({"sort": "-area"}, {"sort": "area", "kind": "general"}, {}):
        assert api(desk, "contests.json", limit=2, cursor=cursor, **other).status == 400
    # Other fields or another number of rows are the same rows.
    again = json.loads(api(desk, "contests.json", limit=3, sort="area", cursor=cursor, fields="contest_id").data)
    assert again["rows"][0]["contest_id"] > ""
    assert api(desk, "parties.json", cursor=cursor).status == 400


def test_one_row_stands_at_its_key(desk: Any) -> None:
    assert [row["majority"] for row in json.loads(api(desk, f"contests/{SEAT}").data)["rows"]] == [1689]
    told = api(desk, f"contests/{SEAT}.csv?fields=winner,majority_share_percent").data.decode()
    assert told.splitlines() == ["winner,majority_share_percent", "Rushanara Ali,3.6208"]
    assert len(json.loads(api(desk, "areas/england-2024/E14001086").data)["rows"]) == 1
    correction = rows_of(desk, "corrections", limit=1)[0]
    own = json.loads(api(desk, f"corrections/{quote(correction['correction_id'], safe='')}").data)
    assert own["rows"] == [correction]


def test_the_form_follows_what_is_accepted(desk: Any) -> None:
    address = f"{desk.address}api/v1/parties"
    for accept, media_type in (
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("application/vnd.apache.parquet", "application/vnd.apache.parquet"),
    ):
        answer = ask(address, Accept=accept)
        assert (answer.status, answer.headers.get_content_type()) == (200, media_type)
        assert "accept" in answer.headers["vary"].lower()
    for unknown in ("image/png", "garbage;;;"):
        assert ask(address, Accept=unknown).status == 406


def test_what_was_sent_is_not_sent_again_and_anybody_may_read(desk: Any) -> None:
    for path in ("results.csv?limit=5", "results.parquet?limit=3000"):
        first = ask(f"{desk.address}api/v1/{path}", Origin="https://example.org")
        assert first.headers["access-control-allow-origin"] == "*"
        assert first.headers["cross-origin-resource-policy"] == "cross-origin"
        assert first.headers["cache-control"] == "no-cache"
        again = ask(f"{desk.address}api/v1/{path}", If_None_Match=first.headers["etag"])
        assert (again.status, again.data) == (304, b"")
    assert ask(f"{desk.address}api/v1/results", method="POST").status == 405
    head = ask(f"{desk.address}api/v1/parties.json", method="HEAD")
    assert (head.status, head.data) == (200, b"")
    asked = ask(
        f"{desk.address}api/v1/results",
        method="OPTIONS",
        Origin="https://example.org",
        Access_Control_Request_Method="GET",
    )
    assert asked.status == 200


def test_a_parameter_left_blank_is_one_left_out(desk: Any) -> None:
    blank = rows_of(desk, "contests", area="", **{"majority.min": "", "sort": "majority", "limit": 3})
    assert blank == rows_of(desk, "contests", sort="majority", limit=3)


def test_the_page_of_one_row_leads_nowhere_that_is_refused(desk: Any) -> None:
    page = parsed(api(desk, f"contests/{SEAT}.html").data.decode())
    leads = [link.get("href") for link in page.find(".//main").iter("a")]
    assert len(leads) > 3
    here = f"{desk.address}api/v1/contests/{SEAT}.html"
    assert {ask(urljoin(here, one)).status for one in leads} == {200}


def test_many_rows_are_announced_without_being_read(desk: Any) -> None:
    head = ask(f"{desk.address}api/v1/results.csv?limit=all", method="HEAD")
    assert (head.status, head.headers["content-length"], head.headers.get_content_type()) == (200, None, "text/csv")
    assert head.headers["vary"] == api(desk, "results.csv", limit=1).headers["vary"]


def test_values_are_typed_in_parquet(desk: Any) -> None:
    table = pq.read_table(io.BytesIO(api(desk, "contests.parquet", contest_id=SEAT).data))
    row = table.to_pylist()[0]
    assert (row["polling_on"], row["declared_at"]) == (date(2024, 7, 4), datetime(2024, 7, 5, 5, 42))
    assert table.schema.field("majority_share_percent").metadata[b"unit"] == b"percent"
