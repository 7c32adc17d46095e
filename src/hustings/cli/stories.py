"""The stories that a command is given: files, folders of them, standard input, addresses of the web."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hustings.claims.decoded import decoded
from hustings.claims.story import Story, numbered, read_page, read_story
from hustings.errors import UnusableInput

if TYPE_CHECKING:
    from hustings.claims.web_page.asking import Web

STDIN, STDIN_NAME = "-", "standard input"
WORD_FILE, WORD_MAGIC = ".docx", b"PK\x03\x04"
LONGEST = 80
# What the copies of stories end with.
MENDED = ".mended"
# What a folder is searched for.
STORIES = (".md", ".markdown", ".txt", ".html", ".htm", WORD_FILE)


class Given(NamedTuple):
    """A story by the name it was given, as it was read; `file` is None where it has none, `raw` what is in it."""

    name: str
    story: Story
    raw: bytes = b""
    file: Path | None = None


def stories_of(given: str) -> Iterator[Given]:
    """The stories that a name means."""
    if given == STDIN:
        raw = sys.stdin.buffer.read()
        yield Given(STDIN_NAME, _story(raw, STDIN_NAME, word_file=raw.startswith(WORD_MAGIC)))
        return
    for file in _files(given):
        try:
            raw = file.read_bytes()
        except OSError as error:
            raise UnusableInput(
                f"cannot read {file} ({error.strerror}); name a file that you may read, or - for standard input"
            ) from None
        # A name that is not UTF-8 is told as far as it can be.
        name = os.fsencode(file).decode("utf-8", errors="replace")
        yield Given(name, _story(raw, name, word_file=file.suffix.lower() == WORD_FILE), raw, file)


def story_at(address: str, web: Web | None = None) -> Given:
    """The story at an address of the web, its paragraphs for its lines."""
    from hustings.claims.web_page.fetched import fetched

    page = fetched(address, web)
    story = numbered(read_page(page.text) if page.html else read_story(page.text))
    if not story.blocks:
        raise UnusableInput(f"{address} has no text without its scripts; save it from a browser and check the file")
    return Given(address, story)


def _files(given: str) -> list[Path]:
    place = Path(given)
    try:
        if not place.is_dir():
            return [place]
        found = sorted(one for one in place.rglob("*") if one.suffix.lower() in STORIES and one.is_file())
    except OSError as error:
        raise UnusableInput(
            f"cannot look at {shortened(given)} ({error.strerror}); name a file or a folder that you may read"
        ) from None
    # Word keeps who has a file open in one beside it, called as that is; mended copies are nobody's stories.
    found = [one for one in found if not one.name.startswith("~$") and not one.stem.endswith(MENDED)]
    if not found:
        raise UnusableInput(f"no story in the folder {given}; it is searched for {', '.join(STORIES)}")
    return found


def shortened(name: str) -> str:
    """A name as a sentence can hold it: a story that was pasted for its name is none."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}..."


def _story(raw: bytes, name: str, *, word_file: bool) -> Story:
    if word_file:
        from hustings.claims.word_file.story import read_word_file

        return read_word_file(raw, name)
    return read_story(decoded(raw, name))
