"""How the letters of a page are written: as its header says, else as the page says itself."""

from __future__ import annotations

import codecs
import re

SAID = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# A page says it in its first kilobyte (HTML, "determining the character encoding"), as XML in its first line.
FIRST = 1024
IN_PAGE = re.compile(rb"<meta\s[^>]*charset\s*=\s*[\"']?([\w.:-]+)|\A\s*<\?xml\s[^>]*encoding=[\"']([\w.-]+)", re.I)
# What pages are written in, and no other codec of Python: some of those are slow, some are no letters at all.
KNOWN = re.compile(
    r"utf-(?:8|16|32)(?:-[lb]e)?|iso8859-\d+|cp(?:125\d|437|866|874|932|949)|koi8-[ru]|mac-roman"
    r"|gb2312|gbk|gb18030|big5|big5hkscs|euc_jp|euc_kr|shift_jis"
)
# What calls itself Latin-1 is read by every browser as what Windows wrote.
LATIN = ("iso8859-1", "ascii")


def charset_of(header: str, raw: bytes) -> str:
    """The name of the charset by a header of the content's type, else by the page; blank where neither says one."""
    said = SAID.search(header)
    if said and (known := _known(said[1])):
        return known
    told = IN_PAGE.search(raw[:FIRST])
    known = _known((told[1] or told[2]).decode()) if told else ""
    # Who could read that in the page has not read it in UTF-16.
    return "utf-8" if known.startswith(("utf-16", "utf-32")) else known


def _known(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    if found in LATIN:
        return "cp1252"
    return found if KNOWN.fullmatch(found) else ""
