"""The text of a file, whatever its letters were written as."""

from __future__ import annotations

from hustings.errors import UnusableInput

MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def decoded(raw: bytes, name: str, charset: str = "") -> str:
    """The text, by the mark of the order of its bytes, else as said, else in UTF-8; the mark is no part of it.

    What is not UTF-8 is most likely of an older Windows. UnusableInput where it is no text.
    """
    for mark, marked in MARKS:
        if raw.startswith(mark):
            return raw.decode(marked, errors="replace")
    if charset:
        return raw.decode(charset, errors="replace")
    if b"\0" in raw:
        raise UnusableInput(f"{name} is no text; give the story as text, Markdown or HTML, in UTF-8")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
