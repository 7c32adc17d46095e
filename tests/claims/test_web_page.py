"""Pages of the web: where is asked, how much and how long is read, what is refused, and how letters are read."""

import gzip
import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest
from local_server import page, sent_on, serving, slowly

from command_line import run
from hustings.claims.check import Checker
from hustings.claims.report.claim import report
from hustings.claims.report.marked import marked
from hustings.claims.report.sarif import sarif
from hustings.claims.web_page.asking import Web
from hustings.claims.web_page.charset import charset_of
from hustings.claims.web_page.fetched import fetched
from hustings.claims.web_page.public import Address, is_public
from hustings.cli.mending import place_of
from hustings.cli.stories import story_at
from hustings.errors import UnusableInput
from hustings.record.open import Record

STORY = b"<!doctype html><p>Turnout in Ilford North was 59.8%.</p>"
# The first is where the tests' own server is.
HERE = ip_address("127.0.0.1")


def only_here(address: Address) -> bool:
    return address == HERE


LOCAL = Web(allowed=only_here, seconds=5)


def why(address: str, web: Web = LOCAL) -> str:
    """Why a page was refused, in one sentence."""
    with pytest.raises(UnusableInput) as refused:
        fetched(address, web)
    said = str(refused.value)
    assert "\n" not in said
    return said


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("151.101.0.81", True),
        ("2a04:4e42::81", True),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True),
        *((one, False) for one in ("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1")),  # noqa: S104
        *((one, False) for one in ("169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.8", "192.0.2.1")),
        *((one, False) for one in ("198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.88.99.1")),
        *((one, False) for one in ("::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254")),
        *((one, False) for one in ("fe80::1", "fe80::1%lo", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1")),
        *((one, False) for one in ("64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1")),
        *((one, False) for one in ("3fff::1", "5f00::1", "100::1")),
    ],
)
def test_what_is_on_the_public_web(address: str, expected: bool) -> None:
    assert is_public(ip_address(address)) is expected


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "LOCALHOST.", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "127.1", "0"),
        *("169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]", "[64:ff9b::7f00:1]"),
    ],
)
def test_the_command_asks_nothing_of_this_machine_or_its_network(host: str) -> None:
    """Against a server that would answer; what a system does not take for an address has none."""
    with serving({"/": page(STORY)}) as (here, asked):
        port = here.rpartition(":")[2]
        done = run("check", "--url", f"http://{host}:{port}/")
    assert (done.code, done.out, asked) == (2, "", [])
    assert (
        "which is not on the public web; save the page and check the file" in done.err
        or "cannot be reached" in done.err
    )
    assert done.err.count("\n") == 1


def test_one_address_of_several_that_is_private_is_enough() -> None:
    web = LOCAL._replace(resolved=lambda *_: ["127.0.0.1", "10.0.0.1"])
    with serving({"/": page(STORY)}) as (here, asked):
        port = here.rpartition(":")[2]
        assert "leads to 10.0.0.1, which is not on the public web" in why(f"http://news.example:{port}/", web)
    assert asked == []


def test_a_name_is_looked_up_once_and_the_checked_address_is_asked() -> None:
    """One who answers otherwise the second time (DNS rebinding) is not asked a second time."""
    told = iter([["127.0.0.1"], ["127.0.0.2"]])
    web = LOCAL._replace(resolved=lambda *_: next(told))
    with serving({"/a?b=1": page(STORY)}) as (here, asked):
        port = here.rpartition(":")[2]
        assert fetched(f"http://News.example:{port}/a?b=1#part", web).text == STORY.decode()
    assert asked == [f"news.example:{port} /a?b=1"]
    assert next(told) == ["127.0.0.2"]


def test_an_address_that_takes_no_connection_leaves_the_others() -> None:
    web = Web(allowed=lambda one: one.is_loopback, resolved=lambda *_: ["127.0.0.3", "127.0.0.1"], seconds=5)
    with serving({"/": page(STORY)}) as (here, _):
        assert fetched(here.replace("127.0.0.1", "news.example"), web).html


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("file:///etc/passwd", "file:///etc/passwd is no address of the web"),
        ("ftp://example.org/a", "ftp://example.org/a is no address of the web; give one that begins with https://"),
        ("example.org/a", "example.org/a is no address of the web"),
        ("http://", "http:// is not written as an address is"),
        ("http:///a", "is not written as an address is"),
        ("http://example.org:99999/", "is not written as an address is"),
        ("http://[::1/", "is not written as an address is"),
        ("http://anne:secret@example.org/", "an address at example.org holds a name or a password; give it without"),
        ("http://a b/\x1b[31m", "http://a b/?[31m"),
        (f"http://{'a' * 70}.example/", "cannot be reached"),
        ("http://no-such-host.invalid/", "cannot be reached"),
        (f"ftp://{'a' * 900}", "\N{HORIZONTAL ELLIPSIS} is no address"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(address: str, said: str) -> None:
    done = run("check", "--url", address)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "secret" not in done.err
    assert "\x1b" not in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int) -> None:
    with serving({"/a": sent_on("/b?c", status), "/b?c": page(STORY)}) as (here, asked):
        assert fetched(f"{here}/a", LOCAL).text == STORY.decode()
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("http://169.254.169.254/latest/meta-data/", "leads to 169.254.169.254, which is not on the public web"),
        ("http://[::1]:{port}/b", "leads to ::1, which is not on the public web"),
        ("//2130706434:{port}/b", "leads to 127.0.0.2, which is not on the public web"),
        ("file:///etc/passwd", "sends on: file:///etc/passwd is no address of the web"),
        ("http://a:b@127.0.0.1:{port}/b", "an address at 127.0.0.1 holds a name or a password"),
    ],
)
def test_each_redirect_is_checked_again(target: str, said: str) -> None:
    answers = {"/b": page(STORY)}
    with serving(answers) as (here, asked):
        answers["/a"] = sent_on(target.format(port=here.rpartition(":")[2]))
        told = why(f"{here}/a")
        assert told.startswith(f"{here}/a sends on: ")
        assert said in told
        assert len(asked) == 1


def test_five_redirects_are_followed_and_a_sixth_is_not() -> None:
    answers = {f"/{number}": sent_on(f"/{number + 1}") for number in range(6)} | {"/6": page(STORY)}
    with serving(answers) as (here, asked):
        assert fetched(f"{here}/1", LOCAL).html
        asked.clear()
        assert "/0 is sent on more than 5 times" in why(f"{here}/0")
        assert len(asked) == 6


def endless(signs: bytes):
    def answer(handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        handler.close_connection = True
        while True:
            handler.wfile.write(signs)

    return answer


def test_no_more_is_read_than_a_story_is_long() -> None:
    web = LOCAL._replace(most=100_000)
    bomb, empty = gzip.compress(b"a" * 50_000_000), gzip.compress(b"")
    answers = {
        "/said": page(b"", Content_Length="100001"),
        "/long": page(b"a" * 100_001),
        "/endless": endless(b"a" * 1000),
        "/bomb": page(bomb, Content_Encoding="gzip"),
        "/deflate": page(zlib.compress(b"a" * 50_000_000), Content_Encoding="deflate"),
        "/nothing": page(empty * 10_000, Content_Encoding="gzip"),
        "/just": page(b"a" * 100_000),
    }
    with serving(answers) as (here, _):
        for path in ("/said", "/long", "/endless", "/bomb", "/deflate", "/nothing"):
            assert "is longer than 0.1 MB, which no story is" in why(f"{here}{path}", web), path
        assert len(fetched(f"{here}/just", web).text) == 100_000


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "signs",
    [
        b"",
        HEAD + b"X: " + b"a" * 90,
        HEAD + b"\r\n" + b"a" * 90,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5;" + b"a" * 90,
    ],
    ids=["nothing", "headers", "body", "chunks"],
)
def test_a_slow_server_is_given_up(signs: bytes) -> None:
    """Each sign comes soon after the one before, so no single wait is long; the first of them come at once."""
    ended = threading.Event()
    quick = max(0, len(signs) - 90)

    def answer(handler) -> None:
        handler.wfile.write(signs[:quick])
        slowly(signs[quick:], 0.05, ended)(handler)
        ended.wait(10)

    with serving({"/": answer}) as (here, _):
        began = time.monotonic()
        assert "was not read within 0.5 seconds; save the page" in why(here, LOCAL._replace(seconds=0.5))
        assert time.monotonic() - began < 2
        ended.set()


def test_a_slow_lookup_and_a_slow_handshake_are_given_up() -> None:
    ended = threading.Event()

    def resolved(*_: object) -> list[str]:
        ended.wait(10)
        return ["127.0.0.1"]

    began = time.monotonic()
    assert "was not read within 0.3 seconds" in why(
        "http://news.example/", LOCAL._replace(seconds=0.3, resolved=resolved)
    )
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        assert "was not read within 0.3 seconds" in why(f"https://127.0.0.1:{port}/", LOCAL._replace(seconds=0.3))
    assert time.monotonic() - began < 2
    ended.set()


def test_what_is_no_page_is_refused() -> None:
    answers = {
        "/404": page(STORY, status=404),
        "/500": page(STORY, status=500),
        "/204": page(b"", status=204),
        "/304": page(b"", status=302),
        "/pdf": page(b"%PDF-1.7", "application/pdf"),
        "/none": page(STORY, ""),
        "/odd": page(STORY, "text/html\x07x"),
        "/br": page(STORY, Content_Encoding="br"),
        "/twice": page(STORY, Content_Encoding="gzip, gzip"),
        "/not-packed": page(STORY, Content_Encoding="gzip"),
        "/cut": page(STORY, Content_Length="999", Connection="close"),
        "/binary": page(b"\0\1\2", "text/plain"),
    }
    said = {
        "/404": "is not there (status 404)",
        "/500": "cannot be had (status 500); save the page and check the file",
        "/204": "cannot be had (status 204)",
        "/304": "cannot be had (status 302)",
        "/pdf": "is application/pdf; only HTML, plain text and Markdown are read from the web",
        "/none": "is of no kind that is said; only HTML",
        "/odd": "is text/html?x; only HTML",
        "/br": "is packed as nobody asked for (br)",
        "/twice": "is packed as nobody asked for (gzip, gzip)",
        "/not-packed": "cannot be reached (the answer broke off, or was none)",
        "/cut": "cannot be reached (the answer broke off, or was none)",
        "/binary": "is no text; give the story as text, Markdown or HTML",
    }
    with serving(answers) as (here, asked):
        for path in answers:
            assert why(f"{here}{path}").startswith(f"{here}{path} {said[path]}"), path
        # Nothing is asked for twice.
        assert len(asked) == len(answers)


def test_what_speaks_no_http_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as greeter:
        port = greeter.getsockname()[1]

        def greet() -> None:
            one, _ = greeter.accept()
            with one:
                one.recv(9999)
                one.sendall(b"220 mail.example ESMTP\r\n")

        thread = threading.Thread(target=greet, daemon=True)
        thread.start()
        assert "cannot be reached (the answer broke off, or was none)" in why(f"http://127.0.0.1:{port}/")
        thread.join()
    assert "cannot be reached (Connection refused)" in why(f"http://127.0.0.1:{port}/")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for news.example, signed by itself."""
    if not (openssl := shutil.which("openssl")):
        pytest.skip("needs openssl to make a certificate")
    place = tmp_path_factory.mktemp("tls") / "news.pem"
    asked = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example -addext subjectAltName=DNS:news.example"
    subprocess.run([openssl, *asked.split(), "-keyout", place, "-out", f"{place}.crt"], check=True, capture_output=True)
    place.write_text(place.read_text() + Path(f"{place}.crt").read_text())
    return place


@pytest.fixture
def secure(certificate: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving({"/": page(STORY)}, context) as (here, _):
        yield here.rpartition(":")[2]


def test_a_certificate_is_held_against_the_name_and_not_the_address(certificate: Path, secure: str) -> None:
    web = LOCAL._replace(resolved=lambda *_: ["127.0.0.1"])
    trusting = web._replace(context=ssl.create_default_context(cafile=str(certificate)))
    assert fetched(f"https://news.example:{secure}/", trusting).html
    assert "cannot prove that it is other.example (" in why(f"https://other.example:{secure}/", trusting)
    assert "cannot prove that it is 127.0.0.1 (" in why(f"https://127.0.0.1:{secure}/", trusting)
    assert "cannot prove that it is news.example (self" in why(f"https://news.example:{secure}/", web)


POUND = "<p>\N{POUND SIGN}500 \N{EN DASH} Ynys M\N{LATIN SMALL LETTER O WITH CIRCUMFLEX}n</p>"


@pytest.mark.parametrize(
    ("kind", "before", "written"),
    [
        ("text/html; charset=utf-8", "", "utf-8"),
        ("text/html;charset='ISO-8859-1'", "", "cp1252"),
        ('text/html; Charset="windows-1252"', '<meta charset="utf-8">', "cp1252"),
        ("text/html", '<meta charset="windows-1252">', "cp1252"),
        ("text/html", '<meta http-equiv="Content-Type" content="text/html; charset=latin1">', "cp1252"),
        ("application/xhtml+xml", '<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
        ("text/html", "", "utf-8"),
        ("text/html", "", "cp1252"),
        ("text/html; charset=no-such", '<meta charset="utf-16">', "utf-8"),
        ("text/html; charset=rot13", "", "utf-8"),
        ("text/html; charset=utf-16le", "", "utf-16-le"),
        ("text/html; charset=utf-8", "", "utf-16"),
        ("text/plain", "\N{ZERO WIDTH NO-BREAK SPACE}", "utf-8"),
        ("text/markdown; charset=cp1252", "", "cp1252"),
    ],
)
def test_letters_are_read_as_they_were_written(kind: str, before: str, written: str) -> None:
    raw = (before + POUND).encode(written)
    for packed in (page(raw, kind), page(gzip.compress(raw), kind, Content_Encoding="gzip")):
        with serving({"/": packed}) as (here, _):
            assert fetched(here, LOCAL).text == before.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}") + POUND


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "zip", "base64", "unicode_escape", "utf-7", "a" * 300, "undefined"]
)
def test_codecs_that_are_no_letters_of_pages_are_not_used(name: str) -> None:
    assert charset_of(f"text/html; charset={name}", b"") == ""


def test_nothing_is_left_running() -> None:
    before = threading.active_count()
    with serving({"/": page(STORY)}) as (here, _):
        fetched(here, LOCAL)
    assert threading.active_count() <= before


NEWS = """<!doctype html><html><head><meta property="article:published_time" content="2024-07-05T09:00:00+01:00">
</head><body><nav><p>59.8% off</p></nav><article><h1>Ali holds on</h1>
<!-- hustings: ignore --><p>Rushanara Ali held Bethnal Green and Stepney with 15,986 votes.</p></article></body>"""


def test_a_page_is_checked_from_its_address_to_its_report(record: Record) -> None:
    with serving({"/story": page(NEWS.encode())}) as (here, _):
        given = story_at(f"{here}/story", LOCAL)
    told = report(Checker(record).check(given.story), given.name)
    (claim,) = told["claims"]
    assert (claim["line"], claim["column"], claim["code"], claim["right"]) == (2, 51, "digits", "15,896")
    assert "<mark" in marked(told, given.story.source)
    assert "59.8% off" not in marked(told, given.story.source)
    (run,) = json.loads(sarif([told]))["runs"]
    assert run["artifacts"][0]["location"]["uri"] == f"{here}/story"
    assert not any("fixes" in one for one in run["results"])
    with pytest.raises(UnusableInput, match="has no place for a mended copy; name a file to --fix"):
        place_of(given)


@pytest.mark.parametrize(
    "body", [b"", b"<!doctype html><body><div id='root'></div><noscript>Turn on scripts</noscript>"]
)
def test_a_page_that_is_nothing_without_scripts_is_refused(body: bytes) -> None:
    with serving({"/": page(body)}) as (here, _), pytest.raises(UnusableInput) as refused:
        story_at(f"{here}/", LOCAL)
    assert "has no text without its scripts; save it from a browser and check the file" in str(refused.value)
