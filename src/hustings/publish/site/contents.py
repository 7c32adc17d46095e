"""What a site consists of: every page and every file beside them, whoever they are put before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple
from xml.sax.saxutils import escape

import hustings
from hustings.publish import words
from hustings.publish.charts.style import palette
from hustings.publish.embeds.placing import COMPONENT, Placed, oembed, snippet
from hustings.publish.embeds.result import embedded_result
from hustings.publish.facts import Facts, gather
from hustings.publish.maps.page import WALK
from hustings.publish.pages import links
from hustings.publish.pages.about import about_pages
from hustings.publish.pages.boroughs import borough_pages
from hustings.publish.pages.boundaries import boundary_pages
from hustings.publish.pages.colours import stylesheet
from hustings.publish.pages.elections import Pictures, election_pages
from hustings.publish.pages.maps import embedded_maps, map_pages
from hustings.publish.pages.page import Page
from hustings.publish.pages.people import party_pages, people_pages
from hustings.publish.pages.render import ASSETS, Frame, render_page
from hustings.publish.pages.result_picture import result_picture
from hustings.publish.pages.seat import seat_page
from hustings.publish.pages.seats import seats_page
from hustings.publish.reports.seat_forms import as_seat_csv, as_seat_json
from hustings.publish.site.feeds import corrections_feed, results_feed
from hustings.publish.site.pictures import election_pictures
from hustings.publish.site.scope import scope_of
from hustings.publish.site.search_index import search_entries
from hustings.publish.site.shelf import Shelf, named_by_content
from hustings.publish.site.stories import RESULT_PICTURE, add_markdown, story_pages
from hustings.record.open import Record

Step = Callable[[str], None]
# Pages that stand beside those of a site, made of the same facts.
Beside = Callable[[Facts], Iterable[Page]]
STEPS = GATHERING, DRAWING, PAGES, DATA = "Gathering", "Drawing", "Writing pages", "Writing data and feeds"


class Choices(NamedTuple):
    """What may be chosen of a site: a borough that it is of, and the address it will stand at."""

    borough: str | None = None
    address: str = ""


class Site(NamedTuple):
    """What was put before a shelf: the pages, what they share, and the facts they are made of."""

    pages: list[Page]
    frame: Frame
    facts: Facts


def put_site(
    record: Record, shelf: Shelf, choices: Choices, step: Step = lambda _: None, beside: Beside = lambda _: ()
) -> Site:
    """Put every file of the site before a shelf, and pages that stand `beside` them where something serves those.

    Raises UnknownName for a borough that is none.
    """
    step(GATHERING)
    scope = scope_of(record, choices.borough)
    facts = gather(record, scope.contest_ids, scope.borough)
    step(DRAWING)
    pages = [*_pages(record, facts, election_pictures(record, facts, shelf)), *beside(facts)]
    step(PAGES)
    search, frame = _frame(record, facts, pages, choices.address, shelf)
    for page in pages:
        shelf.add(page.file, partial(render_page, page, frame))
    step(DATA)
    _add_data(record, facts, shelf, choices.address)
    for path, entries in search.items():
        shelf.add(path, json.dumps(entries, ensure_ascii=False, separators=(",", ":")))
    add_markdown(facts, shelf)
    _add_placing(pages, shelf, choices.address)
    _add_sitemap(pages, shelf, choices.address)
    return Site(pages, frame, facts)


def _pages(record: Record, facts: Facts, pictures: Pictures) -> Iterable[Page]:
    """Every page of the site, the lists among them."""
    yield from about_pages(record, facts, pictures)
    yield from election_pages(record, facts, pictures)
    yield from map_pages(record, facts)
    yield from embedded_maps(record, facts)
    yield seats_page(facts)
    yield from boundary_pages(record, facts)
    yield from borough_pages(record, facts)
    yield from party_pages(record, facts)
    yield from people_pages(facts)
    for fought in facts.fought.values():
        yield from (seat_page(facts, contest_id) for contest_id in fought)
        yield seat_page(facts, fought[-1], latest=True)
        yield from (embedded_result(facts, contest_id) for contest_id in fought)
    yield from story_pages(facts)


def _frame(
    record: Record, facts: Facts, pages: list[Page], address: str, shelf: Shelf
) -> tuple[dict[str, object], Frame]:
    """What all pages share, with the assets written under names of their content."""
    places, people = search_entries(pages, facts)
    names: dict[str, str] = {}
    assets = {path.name: path.read_bytes() for path in sorted(ASSETS.iterdir())}
    assets["parties.css"] = stylesheet(record).encode()
    assets["hustings-map.js"] = WALK.read_bytes()
    for name, data in assets.items():
        names[name] = named_by_content(name, data)
        shelf.add(names[name], data)
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


def _add_data(record: Record, facts: Facts, shelf: Shelf, address: str) -> None:
    """The results of each contest as CSV, JSON and a picture beside its page, and the feeds."""
    colours = palette(record)
    for contest_id, report in facts.reports.items():
        places = [links.contest(contest_id)]
        if facts.fought[links.seat(contest_id)][-1] == contest_id:
            places.append(links.seat(contest_id))
        for place in places:
            shelf.add(f"{place}results.csv", partial(as_seat_csv, report))
            shelf.add(f"{place}results.json", partial(as_seat_json, report))
            shelf.add(f"{place}{RESULT_PICTURE}", partial(result_picture, report, colours))
    shelf.add("results.atom", partial(results_feed, facts, address))
    shelf.add("corrections.atom", partial(corrections_feed, record, facts, address))


def _add_placing(pages: list[Page], shelf: Shelf, address: str) -> None:
    """The component that other people's pages ask for; and, at a known address, how each part is embedded."""
    shelf.add(links.EMBED + COMPONENT.name, COMPONENT.read_bytes())
    for page in pages:
        if address and page.path.startswith(links.EMBED):
            placed = Placed(page.title, address + page.path, address + links.EMBED)
            shelf.add(f"{page.path}oembed.json", oembed(placed, address))
            shelf.add(f"{page.path}embed.txt", snippet(placed))


def _add_sitemap(pages: list[Page], shelf: Shelf, address: str) -> None:
    """A map of the site for search engines, which needs the address that it stands at."""
    if not address:
        return
    shown = [page for page in pages if page.same_as is None and not page.path.startswith(links.EMBED)]
    places = "".join(f"<url><loc>{escape(address + page.path)}</loc></url>\n" for page in shown)
    urlset = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    shelf.add("sitemap.xml", f'<?xml version="1.0" encoding="utf-8"?>\n{urlset}')
    shelf.add("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n")
