"""Building a site: nothing where nothing changed, only what changed, whole or not at all."""

from pathlib import Path

import pytest

from command_line import run
from hustings.errors import CannotWrite, UnknownName
from hustings.publish.site.address import site_address
from hustings.publish.site.build import build_site
from hustings.publish.site.contents import Choices
from hustings.publish.site.folder import MANIFEST, is_current, site_folder
from hustings.record.open import Record

pytestmark = pytest.mark.xdist_group("site")
CHOICES = Choices("Tower Hamlets", "https://example.org/results/")


def test_a_site_that_is_current_is_left_alone(record: Record, site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    assert build_site(record, site, CHOICES) is None
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before


def test_a_page_that_was_damaged_is_written_again_and_no_other(record: Record, site: Path) -> None:
    page = site / "seats" / "poplar-and-limehouse" / "index.html"
    whole = page.read_text()
    page.unlink()
    page.write_text(whole[:100])
    kept = (site / "index.html").stat()
    built = build_site(record, site, CHOICES)
    assert built is not None
    assert built.written == 1
    assert page.read_text() == whole
    now = (site / "index.html").stat()
    assert (now.st_ino, now.st_mtime_ns) == (kept.st_ino, kept.st_mtime_ns)


def test_a_folder_that_is_no_site_is_not_touched(record: Record, tmp_path: Path) -> None:
    (tmp_path / "novel.txt").write_text("Chapter one")
    with pytest.raises(CannotWrite, match="no part of a site of ours"):
        build_site(record, tmp_path, CHOICES)
    assert [path.name for path in tmp_path.iterdir()] == ["novel.txt"]


@pytest.mark.parametrize("name", ["CNAME", ".git/config"])
def test_a_file_put_beside_ours_by_hand_is_never_lost(tmp_path: Path, name: str) -> None:
    out = tmp_path / "site"
    with site_folder(out, "one") as folder:
        folder.add("index.html", "first")
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).write_text("mine")
    with pytest.raises(CannotWrite, match=name), site_folder(out, "two"):
        pass
    assert (out / name).read_text() == "mine"


def test_a_page_that_was_altered_is_not_current(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with site_folder(out, "one") as folder:
        folder.add("index.html", "1,689")
    assert is_current(out, "one")
    (out / "index.html").write_text("1,698")
    assert not is_current(out, "one")
    (out / MANIFEST).write_text("[]")
    assert not is_current(out, "one")


def test_the_folder_one_is_in_is_not_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("build", "--out", ".", "--borough", "Redbridge")
    assert (ran.code, "the folder you are in" in ran.err) == (2, True)
    assert run("build", "--out", "x", "--borough", "").code == 2


def test_a_build_that_fails_leaves_the_site_before(tmp_path: Path) -> None:
    out = tmp_path / "site"
    with site_folder(out, "one") as folder:
        folder.add("index.html", "first")
    with pytest.raises(RuntimeError, match="half way"):
        _fail_half_way(out)
    assert (out / "index.html").read_text() == "first"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def _fail_half_way(out: Path) -> None:
    with site_folder(out, "two") as folder:
        folder.add("index.html", "second")
        raise RuntimeError("half way")


def test_the_site_is_never_missing_while_it_is_replaced(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for number in range(3):
        with site_folder(out, str(number)) as folder:
            folder.add("index.html", str(number))
            assert out.exists() == (number > 0)
        assert (out / "index.html").read_text() == str(number)
    assert sorted(path.name for path in out.iterdir()) == [MANIFEST, "index.html"]


def test_a_file_that_has_not_changed_stays_the_same_file(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for text in ("first", "second"):
        with site_folder(out, text) as folder:
            folder.add("same.html", "same")
            folder.add("other.html", text)
        if text == "first":
            inode = (out / "same.html").stat().st_ino
    assert (folder.kept, folder.written) == (1, 1)
    assert (out / "same.html").stat().st_ino == inode
    with pytest.raises(ValueError, match="twice"):
        folder.add("same.html", "same")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    ran = run("build", "--out", str(file))
    assert ran.code == 2
    assert "is a file" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_borough_that_is_none_is_said(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="Tower Hamlets"):
        build_site(record, tmp_path / "site", Choices("Tower Hamlet"))
    ran = run("build", "--out", str(tmp_path / "site"), "--address", "example.org")
    assert ran.code == 2
    assert "does not begin with https://" in ran.err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("example.org", "does not begin with https://"),
        ("ftp://example.org/", "does not begin with https://"),
        (" https://example.org/", "does not begin with https://"),
        ("https://", "has no host"),
        ("https:///results/", "has no host"),
        ("https://:8000/", "has no host"),
        ("https://example.org:port/", "has no host, or one that cannot be read"),
        ("https://example.org:99999/", "has no host, or one that cannot be read"),
        ("https://[::1/", "has no host, or one that cannot be read"),
        ("https://example.org/?a=1", "a query or a fragment"),
        ("https://example.org/#top", "a query or a fragment"),
        ("https://example.org/my results/", "a sign that no address may hold"),
        ("https://example.org/\n", "a sign that no address may hold"),
        ("https://example.org/\x00", "a sign that no address may hold"),
        ('https://example.org/"><script>', "a sign that no address may hold"),
        ("https://me:word@example.org/", "a sign that no address may hold"),
        ("https://exámple.org/", "a sign that no address may hold"),
    ],
)
def test_an_address_that_pages_cannot_stand_at_is_said(tmp_path: Path, given: str, said: str) -> None:
    ran = run("build", "--out", str(tmp_path / "site"), "--address", given)
    assert (ran.code, ran.err.count("\n"), list(tmp_path.iterdir())) == (2, 1, [])
    assert ran.err.startswith(f"hustings: --address {given!r} ")
    assert said in ran.err


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", ""),
        ("https://example.org", "https://example.org/"),
        ("http://localhost:8000/a%20b/", "http://localhost:8000/a%20b/"),
        ("https://[::1]:8443/results", "https://[::1]:8443/results/"),
        ("HTTPS://xn--exmple-qta.org/", "HTTPS://xn--exmple-qta.org/"),
    ],
)
def test_an_address_ends_in_a_slash(given: str, address: str) -> None:
    assert site_address(given) == address
