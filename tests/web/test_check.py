"""Checking a story at the desk: the same findings in every form, nothing of a story kept, and the page in a browser."""

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import urlencode

import platformdirs
import pytest
from asking import CHECKS_A_MINUTE, Answer, ask
from reading import parsed, words_of
from test_watching import in_time

import hustings
from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.record.open import Record
from hustings.web.api.problem import Problem
from hustings.web.check import pool, worker
from hustings.web.check.pool import Checks
from hustings.web.check.taken import LARGEST, Taken
from root import ROOT

pytestmark = pytest.mark.xdist_group("desk")
STORY = (
    "# Labour holds Bethnal Green and Stepney\n\n"
    "Rushanara Ali held Bethnal Green and Stepney for Labour on 4 July 2024 with 15,896 votes.\n\n"
    "Her majority was 1,698.\n"
)
STORIES = ROOT / "tests" / "claims" / "stories"
LONG = (STORIES / "01-norfolk-election-night.md").read_text(encoding="utf-8")
WITH_ERRORS = (STORIES / "08-ross-beaten.md").read_text(encoding="utf-8")


def sent(desk: Any, data: bytes, kind: str = "text/plain", asked: str = "") -> Answer:
    return ask(f"{desk.address}api/v1/check{asked}", "POST", data, Content_Type=kind)


def posted(desk: Any, **fields: str) -> Answer:
    form = "application/x-www-form-urlencoded"
    return ask(f"{desk.address}check/", "POST", urlencode(fields).encode(), Content_Type=form)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(hustings.open_record())


def test_a_program_has_the_report_of_the_wire_format(desk: Any, checker: Checker) -> None:
    expected = report(checker.check(STORY), "story")
    assert [claim["code"] for claim in expected["claims"] if claim["verdict"] == "wrong"] == ["digits"]
    as_text = sent(desk, STORY.encode(), "text/markdown; charset=UTF-8")
    assert (as_text.status, as_text.headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert json.loads(as_text.data) == expected
    as_json = sent(desk, json.dumps({"text": STORY, "date": None}).encode(), "application/json")
    assert json.loads(as_json.data) == expected


def test_the_day_of_a_story_may_be_said(desk: Any, checker: Checker) -> None:
    story = "Turnout in South West Norfolk was 65.6%."
    days = (date(2019, 12, 20), date(2024, 7, 5))
    expected = [report(checker.check(story, day), "story") for day in days]
    assert expected[0] != expected[1]
    for day, told in zip(days, expected, strict=True):
        body = json.dumps({"text": story, "date": day.isoformat()}).encode()
        assert json.loads(sent(desk, body, "application/json").data) == told
        assert json.loads(sent(desk, story.encode(), asked=f"?date={day}").data) == told
        assert f"{told['claims'][0]['right']}" in words_of(
            parsed(posted(desk, text=story, date=str(day)).data.decode())
        )


@pytest.mark.parametrize(
    ("data", "kind", "asked", "status", "said"),
    [
        (b"x" * (LARGEST + 1), "text/plain", "", 413, "more than 200,000 bytes"),
        (b"x" * 5_000_000, "text/plain", "", 413, "more than 200,000 bytes"),
        ("\N{POUND SIGN}".encode() * (LARGEST // 2 + 1), "text/plain", "", 413, "more than 200,000 bytes"),
        (json.dumps({"text": "x" * (LARGEST + 1)}).encode(), "application/json", "", 413, "more than 200,000 bytes"),
        (b"\xff\xfe1\0", "text/plain", "", 400, "not in UTF-8"),
        (b"Votes\0", "text/plain", "", 400, "is no text"),
        (b'{"text": "\\u0000"}', "application/json", "", 400, "is no text"),
        (b'{"text": "\\ud800"}', "application/json", "", 400, "cannot be read"),
        (b'{"text": "\xff"}', "application/json", "", 400, "cannot be read"),
        (b'{"text": 5}', "application/json", "", 400, "text cannot be read"),
        (b'{"text": "x", "url": "http://127.0.0.1/"}', "application/json", "", 400, "url cannot be read"),
        (b'{"date": "2024-07-05"}', "application/json", "", 400, "text cannot be read"),
        (b"[" * 100_000, "application/json", "", 400, "cannot be read"),
        (b"", "application/json", "", 400, "cannot be read"),
        (b'{"text": "x", "date": "5 July"}', "application/json", "", 400, "'5 July' is no day"),
        (b"x", "text/plain", "?date=2024-02-30", 400, "'2024-02-30' is no day"),
        (b"x", "text/plain; charset=latin-1", "", 415, "'latin-1' is not read"),
        (b"text=x", "application/x-www-form-urlencoded", "", 415, "is not read"),
        (b"%PDF-1.4", "application/pdf", "", 415, "'application/pdf' is not read"),
    ],
    ids=lambda one: repr(one)[:30],
)
def test_what_is_no_story_is_a_problem(desk: Any, data: bytes, kind: str, asked: str, status: int, said: str) -> None:
    answer = sent(desk, data, kind, asked)
    problem = json.loads(answer.data)
    assert (answer.status, problem["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in problem["detail"]
    assert problem["mend"]
    assert answer.headers["cache-control"] == "no-store"


def test_a_body_without_a_length_is_read_no_further_than_a_story_goes(desk: Any) -> None:
    import http.client

    host = desk.address.removeprefix("http://").strip("/")
    with closing(http.client.HTTPConnection(host, timeout=60)) as asking:
        parts = (b"x" * 50_000 for _ in range(8))
        asking.request("POST", "/api/v1/check", parts, {"Content-Type": "text/plain"}, encode_chunked=True)
        answer = asking.getresponse()
        assert (answer.status, b"200,000 bytes" in answer.read()) == (413, True)


@pytest.mark.parametrize("fields", [{"text": "x" * (LARGEST + 1)}, {"text": "a\0b"}, {"text": STORY, "date": "soon"}])
def test_the_page_says_what_is_wrong_and_keeps_what_was_written(desk: Any, fields: dict[str, str]) -> None:
    answer = posted(desk, **fields)
    assert answer.status in (400, 413)
    page = parsed(answer.data.decode())
    (warning,) = (one for one in page.iter("p") if one.get("role") == "alert")
    assert words_of(warning).endswith(".")
    assert "This story was not checked." in words_of(page)
    (box,) = page.iter("textarea")
    assert box.text.strip() == fields["text"].replace("\0", "\N{REPLACEMENT CHARACTER}").strip()


def test_the_api_is_asked_with_post_and_the_page_with_both(desk: Any) -> None:
    refused = ask(f"{desk.address}api/v1/check")
    assert (refused.status, refused.headers["allow"]) == (405, "POST")
    assert ask(f"{desk.address}check/", "PUT").status == 405
    assert ask(f"{desk.address}check/", "HEAD").status == 200
    allowed = ask(
        f"{desk.address}api/v1/check",
        "OPTIONS",
        Origin="https://news.example",
        Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="content-type",
    )
    assert allowed.status == 200
    assert ask(f"{desk.address}check/?text=x", "POST", b"text=x", Content_Type="multipart/form-data").status == 415


def test_the_schema_is_that_of_the_wire_format(desk: Any) -> None:
    told = json.loads(ask(desk.address + "api/v1/openapi.json").data)
    claim = told["components"]["schemas"]["Report"]["properties"]["claims"]["items"]
    assert [*claim["properties"]] == [*get_type_hints(Claim)]
    body = told["paths"]["/check"]["post"]["requestBody"]["content"]
    assert {"text/plain", "application/json"} <= set(body)


def test_a_space_that_does_not_break_stays_one(desk: Any) -> None:
    story = STORY.replace("15,896 votes", "15,896\N{NO-BREAK SPACE}votes")
    (box,) = parsed(posted(desk, text=story).data.decode()).iter("textarea")
    assert box.text.strip() == story.strip()


NASTY = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>\"'&lt; Rushanara Ali won 15,986 votes<b>"


def test_a_story_is_words_whatever_it_holds(desk: Any) -> None:
    answer = posted(desk, text=f"{STORY}\n{NASTY}", date='2024-07-05"><script>alert(3)</script>')
    for data in (answer.data, posted(desk, text=f"{STORY}\n{NASTY}").data):
        page = parsed(data.decode())
        assert not [one for one in page.iter("script") if one.text]
        assert not [one for one in page.iter("img") if one.get("onerror")]
        (box,) = page.iter("textarea")
        assert NASTY in box.text


def test_coverage_is_always_told_and_no_finding_is_no_proof(desk: Any) -> None:
    clean = words_of(parsed(posted(desk, text=STORY.replace("1,698", "1,689")).data.decode()))
    assert "No figure was found wrong or misleading. 2 figures, 2 decided, 0 left." in clean
    assert "not a story without errors" in clean
    wrong = words_of(parsed(posted(desk, text=STORY).data.decode()))
    assert "1 figure is wrong. 2 figures, 2 decided, 0 left." in wrong
    empty = words_of(parsed(posted(desk, text="Nothing is counted here.").data.decode()))
    assert "0 figures, 0 decided, 0 left." in empty
    assert "not a story without errors" in empty


def test_sources_lead_to_the_pages_of_what_they_are_of(desk: Any) -> None:
    story = (
        STORY
        + "\nHer party won 411 seats in the United Kingdom. In 1997 Peter Mandelson won Hartlepool with 26,997 votes.\n"
    )
    page = parsed(posted(desk, text=story).data.decode())
    found = {one.get("href") for one in page.iter("a") if words_of(one) in ("the result", "how each figure is counted")}
    assert "../seats/bethnal-green-and-stepney/2024-07-04/" in found
    assert "../seats/bethnal-green-and-stepney/2024-07-04/why/" in found
    for href in found:
        assert ask(desk.address + href.removeprefix("../")).status == 200, href


def test_nothing_of_a_story_is_kept(desk: Any) -> None:
    marker = "Zzyzxqueabble"
    story = f"{STORY}\n{marker} said so; turnout in Hendon was 64.9%.\n"
    answers = [
        sent(desk, story.encode()),
        sent(desk, json.dumps({"text": story}).encode(), "application/json"),
        posted(desk, text=story),
        sent(desk, story.encode() + b"\0"),
        sent(desk, f'{{"text": "{marker}'.encode(), "application/json"),
        ask(f"{desk.address}check/?{urlencode({'text': marker})}"),
        sent(desk, b"x", asked=f"?text={marker}"),
    ]
    assert [one.status for one in answers] == [200, 200, 200, 400, 400, 200, 200]
    assert marker in answers[2].data.decode()
    for one in answers:
        assert one.headers["cache-control"] == "no-store"
        assert one.headers["etag"] is None
    logged = in_time(lambda: desk.log.read_text(encoding="utf-8").count('"path": "/check/"'), lambda many: many >= 2)
    assert logged >= 2
    assert marker not in ask(desk.address + "metrics").data.decode()
    files = [*kept_files(), *open_files(desk.process.pid), desk.log]
    assert any(one.suffix == ".duckdb" for one in files)
    assert [one for one in files if holds(one, marker.encode())] == []


def kept_files() -> Iterator[Path]:
    """Every file where the desk keeps anything between its runs."""
    for folder in (platformdirs.user_cache_path, platformdirs.user_data_path, platformdirs.user_log_path):
        yield from (one for one in folder("hustings", appauthor=False).rglob("*") if one.is_file())


def open_files(process: int) -> Iterator[Path]:
    """Every file that the desk and the processes it began have open, where the system tells."""
    for task in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((task / "stat").read_text().rpartition(")")[2].split()[1])
            if process in (parent, int(task.name)):
                yield from (real for one in (task / "fd").iterdir() if (real := one.resolve()).is_file())
        except OSError:
            continue


def holds(file: Path, wanted: bytes) -> bool:
    return wanted in file.read_bytes()


def test_a_failure_is_told_without_the_story(checker: Checker) -> None:
    broken = Checker(hustings.open_record())
    del broken.catalogue
    worker._ready[:] = [broken]
    with pytest.raises(worker.Failed) as failed:
        worker.run("Zzyzxqueabble took 15,986 votes in Hendon.", None)
    assert "Zzyzxqueabble" not in str(failed.value)
    assert "15,986" not in str(failed.value)
    assert " at line " in str(failed.value)
    worker._ready[:] = [checker]
    assert worker.run(STORY, None)["coverage"]["figures"] == 2


def test_a_story_that_takes_too_long_is_given_up_and_the_next_is_checked(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "SECONDS", 1.0)
    much = Taken((LONG * 100)[:LARGEST], None)

    async def asked() -> tuple[Problem, Any]:
        with closing(Checks(record)) as checks:
            with pytest.raises(Problem) as late:
                await checks.check(much)
            return late.value, await checks.check(Taken(STORY, None))

    late, told = asyncio.run(asked())
    assert (late.status, late.detail) == (400, "checking the story took longer than 1 seconds")
    assert told["coverage"] == {"figures": 2, "decided": 2, "left": 0}


def test_more_than_wait_are_refused(record: Record) -> None:
    async def asked() -> list[int]:
        with closing(Checks(record)) as checks:

            async def one() -> int:
                try:
                    await checks.check(Taken(STORY, None))
                except Problem as problem:
                    return problem.status
                return 200

            return await asyncio.gather(*(one() for _ in range(pool.WORKERS + pool.MOST_WAITING + 3)))

    answers = asyncio.run(asked())
    assert sorted(answers) == [200] * (pool.WORKERS + pool.MOST_WAITING) + [503] * 3


def test_pages_do_not_wait_for_a_check(desk: Any) -> None:
    done = threading.Event()
    waited: list[float] = []

    def others() -> None:
        while not done.is_set():
            begun = time.perf_counter()
            assert ask(f"{desk.address}api/v1/elections.json?limit=1").status == 200
            waited.append(time.perf_counter() - begun)
            time.sleep(0.02)

    with ThreadPoolExecutor(1) as beside:
        served = beside.submit(others)
        assert sent(desk, (LONG * 100)[: LARGEST // 3].encode()).status in (200, 400)
        done.set()
        served.result()
    assert len(waited) > 10
    assert max(waited) < 1


def of(reader: str) -> dict[str, str]:
    """What a proxy on this machine says of whom it asks for."""
    return {"X-Forwarded-For": reader}


@pytest.fixture(scope="module")
def spent(desk: Any) -> str:
    """The address of a reader who has had all checks of a minute."""
    reader = "192.0.2.7"
    for _ in range(CHECKS_A_MINUTE):
        answer = ask(f"{desk.address}api/v1/check", "POST", b"", Content_Type="text/plain", X_Forwarded_For=reader)
        assert answer.status == 200
    return reader


def test_an_address_has_its_share_of_checks_in_every_form(desk: Any, spent: str) -> None:
    as_text = {"Content_Type": "text/plain", "X_Forwarded_For": spent}
    refused = ask(f"{desk.address}api/v1/check", "POST", STORY.encode(), **as_text)
    assert refused.status == 429
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert f"{CHECKS_A_MINUTE} times a minute" in json.loads(refused.data)["detail"]
    form = {"Content_Type": "application/x-www-form-urlencoded", "X_Forwarded_For": spent}
    page = ask(f"{desk.address}check/", "POST", urlencode({"text": STORY}).encode(), **form)
    assert (page.status, 0 < int(page.headers["retry-after"]) <= 60) == (429, True)
    (box,) = parsed(page.data.decode()).iter("textarea")
    assert box.text.strip() == STORY.strip()
    # Pages are still to be had there, and checks elsewhere.
    assert ask(f"{desk.address}check/", X_Forwarded_For=spent).status == 200
    assert sent(desk, STORY.encode()).status == 200


def test_whoever_has_had_all_checks_is_told_and_keeps_the_story(desk: Any, browser: Any, spent: str) -> None:
    context = browser.new_context(extra_http_headers=of(spent))
    page = context.new_page()
    page.goto(desk.address + "check/")
    page.fill("#text", STORY)
    page.wait_for_selector(f"#checked [role=alert]:has-text('{CHECKS_A_MINUTE} times a minute')")
    assert page.input_value("#text") == STORY
    context.close()


def typed(page: Any, text: str) -> None:
    page.locator("#text").press_sequentially(text)


def test_a_story_is_marked_as_it_is_typed_and_a_finding_opens(desk: Any, browser: Any) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(desk.address)
    page.click("main a:has-text('Check a story')")
    page.wait_for_url("**/check/")
    typed(page, STORY)
    page.wait_for_selector("#marked mark.wrong:has-text('1,698')")
    assert "1 figure is wrong. 2 figures, 2 decided, 0 left." in page.inner_text("[role=status]")
    assert "Rushanara Ali held" in page.inner_text("#marked .story")
    formula = page.locator("dd:has-text('15,896 less 14,207')")
    assert not formula.is_visible()
    page.click("#marked sup a")
    assert formula.is_visible()
    told = page.inner_text("#finding-1")
    for words in ("majority in votes, Bethnal Green and Stepney", "House of Commons Library", "Mend\n1,689"):
        assert words in told
    # A figure that is right leads to what it was read as too.
    page.click("#marked .story mark.correct >> nth=0")
    assert page.locator("#read-1 dl").is_visible()
    assert page.evaluate("document.activeElement.textContent").startswith("15,896 votes: votes, Rushanara Ali")
    # What was open stays open when the story goes on, and what is mended is found no more.
    typed(page, " Nothing more.")
    page.wait_for_selector("#marked .story:has-text('Nothing more.')")
    assert formula.is_visible()
    page.fill("#text", STORY.replace("1,698", "1,689"))
    page.wait_for_selector("[role=status]:has-text('No figure was found wrong')")
    assert page.locator("#marked mark.wrong").count() == 1  # the key's own
    page.fill("#text", "")
    page.wait_for_selector("[role=status]:has-text('No story has been checked yet')")
    assert page.locator("#marked .story").count() == 0
    assert said == []
    page.close()


def test_a_finding_is_reached_and_opened_with_the_keyboard_alone(desk: Any, browser: Any) -> None:
    page = browser.new_page()
    page.goto(desk.address + "check/")
    page.focus("#text")
    page.keyboard.insert_text(STORY)
    page.wait_for_selector("#checked details.wrong")
    for _ in range(12):
        page.keyboard.press("Tab")
        if "1,698" in page.evaluate("document.activeElement.textContent"):
            break
    page.keyboard.press("Enter")
    assert page.locator("#finding-1 dl").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#figure-2")
    page.close()


def test_an_older_answer_never_follows_a_newer_one(desk: Any, browser: Any) -> None:
    page = browser.new_page()
    page.goto(desk.address + "check/")
    at_once, most, asked = 0, 0, []

    def late(route: Any) -> None:
        nonlocal at_once, most
        if route.request.method != "POST":
            route.continue_()
            return
        asked.append(route.request.post_data)
        at_once += 1
        most = max(most, at_once)
        if len(asked) == 1:
            # Time enough for another to be typed and checked, were it asked for meanwhile.
            page.wait_for_timeout(1_500)
        answer = route.fetch()
        at_once -= 1
        route.fulfill(response=answer)

    page.route("**/check/", late)
    page.evaluate(
        """([first, second]) => {
            const box = document.querySelector("#text");
            const write = (text) => { box.value = text; box.dispatchEvent(new Event("input", { bubbles: true })); };
            write(first);
            setTimeout(() => write(second), 700);
        }""",
        [STORY, STORY.replace("1,698", "1,688")],
    )
    page.wait_for_selector("#marked .story:has-text('1,688')", timeout=20_000)
    page.wait_for_timeout(500)
    assert "1,698" not in page.inner_text("#marked")
    assert (len(asked), most) == (2, 1)
    page.close()


DROP = """([name, bytes, type]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name, { type }));
    document.querySelector("#text").dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


def test_a_file_is_dropped_or_opened(desk: Any, browser: Any, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(desk.address + "check/")
    page.evaluate(DROP, ["story.md", [*STORY.encode("utf-16")], "text/markdown"])
    page.wait_for_selector("#marked mark.wrong:has-text('1,698')")
    assert page.input_value("#text") == STORY
    page.evaluate(DROP, ["picture.png", [137, 80], "image/png"])
    page.wait_for_selector("[role=status]:has-text('picture.png is not read')")
    assert page.input_value("#text") == STORY
    page.evaluate(DROP, ["huge.txt", [65] * 400_001, "text/plain"])
    page.wait_for_selector("[role=status]:has-text('huge.txt is too large')")
    file = tmp_path / "story.html"
    file.write_bytes(f"<p>Turnout in Hendon on 4 July 2024 was 64.9% \N{EN DASH} {'x' * 10}</p>".encode("cp1252"))
    page.set_input_files("#file", str(file))
    page.wait_for_selector("#checked summary:has-text('64.9%: wrong')")
    assert "\N{EN DASH}" in page.input_value("#text")
    page.close()


def test_it_works_without_a_script(desk: Any, browser: Any, checker: Checker) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(desk.address + "check/")
    assert page.locator("input[type=file]").count() == 0
    page.fill("#text", LONG)
    page.fill("#date", "2024-07-05")
    page.click("button:has-text('Check it')")
    told = report(checker.check(LONG, date(2024, 7, 5)), "story")
    coverage = told["coverage"]
    assert f"{coverage['figures']} figures, {coverage['decided']} decided" in page.inner_text("[role=status]")
    assert page.locator("#marked .story mark").count() == coverage["figures"]
    assert page.input_value("#text") == LONG
    assert page.input_value("#date") == "2024-07-05"
    # The number of a finding leads to it, and the browser opens it.
    page.click("#marked sup a >> nth=0")
    assert page.locator("#finding-1 dl").is_visible()
    page.click("#finding-1 a:has-text('how each figure is counted')")
    page.wait_for_url("**/south-west-norfolk/2024-07-04/why/")
    context.close()


def test_nothing_of_a_story_runs(desk: Any, browser: Any) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda asked: said.append(asked.url) if not asked.url.startswith(desk.address) else None)
    page.goto(desk.address + "check/")
    page.fill("#text", f"{STORY}\n<img src='https://news.example/x.png'> https://news.example/ {NASTY}")
    page.wait_for_selector("#marked .story:has-text('<script>alert(1)</script>')")
    page.wait_for_timeout(300)
    assert page.locator("#marked img, #marked script, #checked img, #checked script").count() == 0
    assert said == []
    page.close()


def test_the_page_says_when_the_desk_is_gone(desk: Any, browser: Any) -> None:
    page = browser.new_page()
    page.goto(desk.address + "check/")
    page.fill("#text", STORY)
    page.wait_for_selector("#marked mark.wrong:has-text('1,698')")
    page.route("**/check/", lambda route: route.abort())
    page.fill("#text", "Other words.")
    page.wait_for_selector("[role=status]:has-text('cannot be reached')")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_checked_story_keeps_the_accessibility_rules(desk: Any, browser: Any, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(desk.address + "check/")
    page.fill("#text", WITH_ERRORS)
    page.wait_for_selector("#checked details.wrong")
    for summary in page.locator("#checked summary").all():
        if summary.is_visible():
            summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()
