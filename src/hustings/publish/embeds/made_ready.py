"""A page that stands alone, made ready for an address: found by content systems, with what others paste."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from hustings.errors import UnusableInput
from hustings.publish.embeds.alone import OURS, title_of
from hustings.publish.embeds.placing import COMPONENT, Placed, oembed, snippet
from hustings.publish.whole import whole

LINK = '<link rel="alternate" type="application/json+oembed" href='
# The component begins with its own name in so many bytes.
MARK = len("// <hustings-embed src=")


def made_ready(page: Path, folder: str) -> str:
    """The words to paste for a page that will stand in the folder at an address, which ends in a slash.

    The component and the page's oEmbed answer are written beside it, and the page says where that answer is. Raises
    UnusableInput for a file that is no page of ours, CannotWrite where there is no room or no leave.
    """
    try:
        text = page.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise UnusableInput(f"cannot read {page} ({reason}); name a page that --out page.html wrote") from None
    title = title_of(text)
    if title is None:
        raise UnusableInput(
            f"{page} is no page of ours; write one first: hustings chart result NAME --out page.html, "
            "or hustings seat NAME --format html > page.html"
        )
    component, answer = page.with_name(COMPONENT.name), page.with_suffix(".oembed.json")
    _ours(component, COMPONENT.read_bytes()[:MARK])
    _ours(answer, b'"provider_name": "Hustings"')
    placed = Placed(title, folder + quote(page.name), folder)
    files = {
        answer: oembed(placed, folder).encode(),
        component: COMPONENT.read_bytes(),
        page: _discovered(text, folder + quote(answer.name)).encode(),
    }
    with whole([*files], force=True) as unfinished:
        for place, content in zip(unfinished, files.values(), strict=True):
            place.write_bytes(content)
    return snippet(placed)


def _ours(place: Path, mark: bytes) -> None:
    """Nothing where the file is not there, or has the mark of ours of any version."""
    if place.is_file() and mark not in place.read_bytes():
        raise UnusableInput(f"{place} is no file of ours; move it, or put the page in another folder")


def _discovered(text: str, answer: str) -> str:
    """The page with the address of its oEmbed answer, in place of one that it had."""
    before, _, after = text.partition(OURS)
    if after.startswith(LINK):
        after = after.partition(">")[2]
    return f'{before}{OURS}{LINK}"{answer}">{after}'
