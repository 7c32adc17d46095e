"""A Word file opened: what is broken, locked, too large or something else is refused in one sentence."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from hustings.errors import UnusableInput

if TYPE_CHECKING:
    from docx.document import Document

# A compound file: what Word wrote before 2007, and the envelope of a file under a password.
COMPOUND, LOCKED = bytes.fromhex("d0cf11e0a1b11ae1"), "EncryptedPackage".encode("utf-16-le")
# Once unpacked; a file declares it, and no more than declared is ever unpacked. A book has some 5 MB of text.
MOST, MOST_TEXT, MOST_PARTS = 200_000_000, 30_000_000, 5_000
TYPE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}type"


class WordFile(NamedTuple):
    """A file of Word: the document, which can be saved again, and its footnotes and endnotes, which are read alone."""

    document: Document
    notes: tuple[Any, ...]


def open_word_file(raw: bytes, name: str) -> WordFile:
    """The Word file of those bytes; UnusableInput where they are none that can be read, or python-docx is missing."""
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    except ImportError:
        raise UnusableInput(
            f"{name} is a Word file, and what reads those is not installed; pip install 'hustings[check]'"
        ) from None
    if raw.startswith(COMPOUND):
        raise UnusableInput(_locked(name) if LOCKED in raw else f"{name} is of a Word before 2007; save it as .docx")
    try:
        _weigh(raw, name)
        document = docx.Document(BytesIO(raw))
        return WordFile(document, tuple(_notes(document)))
    # What a part that is missing, damaged or of another program makes of the libraries that open it.
    except (BadZipFile, LxmlError, OpcError, zlib.error, EOFError, NotImplementedError, OSError):
        pass
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        pass
    raise damaged(name)


def damaged(name: str) -> UnusableInput:
    """What is said of a Word file that cannot be read."""
    return UnusableInput(f"{name} is no Word file, or is damaged; open it in Word and save it as .docx again")


def _locked(name: str) -> str:
    return f"{name} is locked with a password; save it without one"


def _weigh(raw: bytes, name: str) -> None:
    """Refuse what unpacks to more than any story, before any of it is unpacked."""
    with ZipFile(BytesIO(raw)) as packed:
        parts: list[ZipInfo] = packed.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise UnusableInput(_locked(name))
    text = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    if sum(part.file_size for part in parts) > MOST or text > MOST_TEXT or len(parts) > MOST_PARTS:
        raise UnusableInput(f"{name} unpacks to more than any story is long; save its text alone as .docx, or as text")


def _notes(document: Document) -> Iterator[Any]:
    """Footnotes, then endnotes; the lines that part them from the text are no notes."""
    from docx.oxml.parser import parse_xml

    related = [one for one in document.part.rels.values() if not one.is_external]
    for kind in ("/footnotes", "/endnotes"):
        for one in related:
            if one.reltype.endswith(kind):
                yield from (note for note in parse_xml(one.target_part.blob) if note.get(TYPE) in (None, "normal"))
