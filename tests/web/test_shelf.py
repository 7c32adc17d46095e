"""What keeps the pages: each made once whoever asks at the same moment, and forgotten where there is no room."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from cachetools import LRUCache

from hustings.publish.site.contents import Choices, put_site
from hustings.publish.site.shelf import made
from hustings.record.open import Record
from hustings.web.shelf import PageShelf


def test_a_page_is_made_once_however_many_ask_at_the_same_moment() -> None:
    shelf, made, together = PageShelf(), [], threading.Barrier(8)

    def make() -> str:
        made.append(threading.get_ident())
        return "<p>A page</p>"

    def ask(_: int) -> bytes:
        together.wait(timeout=10)
        return shelf.read("index.html").data

    shelf.add("index.html", make)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {b"<p>A page</p>"}
    assert len(made) == 1


def test_what_is_asked_for_least_makes_room() -> None:
    shelf = PageShelf(kept=LRUCache(2_500, lambda answer: answer.size))
    for name in "abc":
        shelf.add(name, name * 1_000)
        assert shelf.read(name).data == name.encode() * 1_000
    assert shelf.at_hand("a") is None
    assert shelf.at_hand("c") is not None
    assert shelf.read("a").data == b"a" * 1_000
    # What is larger than all the room is made each time, and pushes nothing out.
    shelf.add("large", b"x" * 9_000)
    assert len(shelf.read("large").data) == 9_000
    assert shelf.at_hand("large") is None
    assert shelf.at_hand("a") is not None


def test_a_page_that_fails_leaves_the_others() -> None:
    shelf = PageShelf()
    shelf.add("bad", lambda: 1 / 0)
    shelf.add("good", "words")
    with pytest.raises(ZeroDivisionError):
        shelf.read("bad")
    assert shelf.read("good").data == b"words"
    assert shelf.read("none") is None
    with pytest.raises(ValueError, match="twice"):
        shelf.add("good", "other words")


@pytest.mark.xdist_group("site")
def test_every_file_made_a_second_time_is_the_same(record: Record) -> None:
    shelf = PageShelf()
    put_site(record, shelf, Choices("Tower Hamlets"))
    assert len(shelf.content) > 400
    for path, content in shelf.content.items():
        assert made(content) == made(content), path
