"""A page that stands alone, made ready for an address: found by content systems, with what others paste."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from hustings.errors import UnusableInput
from hustings.publish.embeds.alone import OURS, title_of
from hustings.publish.embeds.placing import COMPONENT, Placed, oembed, snippet
from hustings.publish.whole import whole


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
    component = page.with_name(COMPONENT.name)
    if component.exists() and not component.read_bytes().startswith(COMPONENT.read_bytes()[:24]):
        raise UnusableInput(f"{component} is no file of ours; move it, or put the page in another folder")
    placed = Placed(title, folder + quote(page.name), folder)
    answer = page.with_suffix(".oembed.json")
    files = {
        answer: oembed(placed, folder).encode(),
        component: COMPONENT.read_bytes(),
        page: _discovered(text, folder + quote(answer.name)).encode(),
    }
    with whole([*files], force=True) as unfinished:
        for place, content in zip(unfinished, files.values(), strict=True):
            place.write_bytes(content)
    return snippet(placed)


def _discovered(text: str, answer: str) -> str:
    """The page with the address of its oEmbed answer, in place of one that it had."""
    before, _, after = text.partition(OURS)
    if after.startswith(LINK):
        after = after.partition(">")[2]
    return f'{before}{OURS}{LINK}"{answer}">{after}'


LINK = '<link rel="alternate" type="application/json+oembed" href='
