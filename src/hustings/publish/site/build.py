"""Building the site: gather, render, write, and put the whole in place; nothing where nothing has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import hustings
from hustings.publish import words
from hustings.publish.embeds import placing
from hustings.publish.embeds.placing import COMPONENT
from hustings.publish.embeds.result import embedded_result
from hustings.publish.facts import Facts, gather
from hustings.publish.maps.files import WALK
from hustings.publish.maps.page import SCRIPT
from hustings.publish.pages import links
from hustings.publish.pages.about import about_pages
from hustings.publish.pages.colours import stylesheet
from hustings.publish.pages.elections import election_pages
from hustings.publish.pages.maps import map_pages
from hustings.publish.pages.page import Page, Picture
from hustings.publish.pages.people import party_pages, people_pages
from hustings.publish.pages.places import place_pages
from hustings.publish.pages.render import ASSETS, Frame, render_page
from hustings.publish.pages.seat import seat_page
from hustings.publish.reports.seat_forms import as_seat_csv, as_seat_json
from hustings.publish.site.feeds import corrections_feed, results_feed
from hustings.publish.site.folder import SiteFolder, is_current, named_by_content, site_folder
from hustings.publish.site.pictures import election_pictures
from hustings.publish.site.scope import scope_of
from hustings.publish.site.search_index import search_entries
from hustings.publish.site.stories import add_markdown, story_pages
from hustings.record.open import Record

Step = Callable[[str], None]
STEPS = GATHERING, DRAWING, PAGES, DATA = "Gathering", "Drawing", "Writing pages", "Writing data and feeds"


class Built(NamedTuple):
    """What a build did: pages in the site, files written and kept; all kept where nothing had changed."""

    pages: int
    written: int
    kept: int


class Choices(NamedTuple):
    """What may be chosen of a site: a borough that it is of, and the address it will stand at."""

    borough: str | None = None
    address: str = ""


def build_site(record: Record, out: Path, choices: Choices, step: Step = lambda _: None) -> Built | None:
    """Write the site into a folder, which changes only if all went well; None where it is current already.

    Raises CannotWrite where `out` holds anything but a site of ours, UnknownName for a borough that is none.
    """
    out = out.expanduser().resolve()
    made_from = _made_from(record, choices)
    if is_current(out, made_from):
        return None
    with site_folder(out, made_from) as folder:
        step(GATHERING)
        scope = scope_of(record, choices.borough)
        facts = gather(record, scope.contest_ids, scope.borough)
        step(DRAWING)
        pages = [*_pages(record, facts, election_pictures(record, facts, folder))]
        step(PAGES)
        search, frame = _frame(record, facts, pages, choices.address, folder)
        for page in pages:
            folder.add(page.file, render_page(page, frame))
        step(DATA)
        _add_data(record, facts, folder, choices.address)
        for path, entries in search.items():
            folder.add(path, json.dumps(entries, ensure_ascii=False, separators=(",", ":")))
        add_markdown(facts, folder)
        _add_placing(pages, folder, choices.address)
        _add_sitemap(pages, folder, choices.address)
    return Built(len(pages), folder.written, folder.kept)


def _made_from(record: Record, choices: Choices) -> str:
    """A digest of everything a site is made from: the record's files, this package's code, and the choices."""
    package = Path(hustings.__file__).parent
    code = sorted(path for path in package.rglob("*") if path.suffix in CODE)
    added = [path for files in record.overlay.files().values() for path in files] if record.overlay else []
    digest = hashlib.sha256(repr((hustings.__version__, choices)).encode())
    for path in [*sorted(record.folder.glob("*.parquet")), *added, *code]:
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


# What pages are made by; the record's own files are looked at beside.
CODE = (".py", ".html", ".css", ".js", ".svg", ".toml", ".csv")


def _pages(record: Record, facts: Facts, pictures: Mapping[str, Sequence[Picture]]) -> Iterable[Page]:
    """Every page of the site, the lists among them."""
    yield from about_pages(record, facts)
    yield from election_pages(record, facts, pictures)
    yield from map_pages(record, facts)
    yield from place_pages(facts)
    yield from party_pages(record, facts)
    yield from people_pages(facts)
    for fought in facts.fought.values():
        yield from (seat_page(facts, contest_id) for contest_id in fought)
        yield seat_page(facts, fought[-1], latest=True)
        yield from (embedded_result(facts, contest_id) for contest_id in fought)
    yield from story_pages(facts)


def _frame(
    record: Record, facts: Facts, pages: list[Page], address: str, folder: SiteFolder
) -> tuple[dict[str, object], Frame]:
    """What all pages share, with the assets written under names of their content."""
    places, people = search_entries(pages, facts)
    names: dict[str, str] = {}
    assets = {path.name: path.read_bytes() for path in sorted(ASSETS.iterdir())}
    assets["parties.css"] = stylesheet(record).encode()
    assets[SCRIPT] = WALK.read_bytes()
    for name, data in assets.items():
        names[name] = named_by_content(name, data)
        folder.add(names[name], data)
    shards = {letter: f"search/{letter}.json" for letter in sorted(people)}
    names["search.json"] = "search/index.json"
    search: dict[str, object] = {shards[letter]: people[letter] for letter in shards}
    search["search/index.json"] = {"places": places, "people": shards}
    frame = Frame(
        paths={page.path for page in pages},
        asset=names.__getitem__,
        record_day=words.day(record.as_of),
        version=hustings.__version__,
        address=address,
    )
    return search, frame


def _add_data(record: Record, facts: Facts, folder: SiteFolder, address: str) -> None:
    """The results of each contest as CSV and JSON beside its page, and the feeds."""
    for contest_id, report in facts.reports.items():
        places = [links.contest(contest_id)]
        if facts.fought[links.seat(contest_id)][-1] == contest_id:
            places.append(links.seat(contest_id))
        table, whole = as_seat_csv(report), as_seat_json(report)
        for place in places:
            folder.add(f"{place}results.csv", table)
            folder.add(f"{place}results.json", whole)
    folder.add("results.atom", results_feed(facts, address))
    folder.add("corrections.atom", corrections_feed(record, facts, address))


def _add_placing(pages: list[Page], folder: SiteFolder, address: str) -> None:
    """The component that other people's pages ask for; and, at a known address, how each part is embedded."""
    folder.add(COMPONENT, (Path(placing.__file__).parent / Path(COMPONENT).name).read_bytes())
    for page in pages:
        if address and page.path.startswith(links.EMBED):
            folder.add(f"{page.path}oembed.json", placing.oembed(page, address))
            folder.add(f"{page.path}embed.txt", placing.snippet(page, address))


def _add_sitemap(pages: list[Page], folder: SiteFolder, address: str) -> None:
    """A map of the site for search engines, which needs the address that it stands at."""
    if not address:
        return
    shown = [page for page in pages if page.same_as is None and not page.path.startswith(links.EMBED)]
    places = "".join(f"<url><loc>{escape(address + page.path)}</loc></url>\n" for page in shown)
    urlset = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    folder.add("sitemap.xml", f'<?xml version="1.0" encoding="utf-8"?>\n{urlset}')
    folder.add("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n")
