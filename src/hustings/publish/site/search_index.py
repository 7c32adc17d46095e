"""The names that the search script looks through: places in one file, people in a file for each first letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from hustings.publish.facts import Facts
from hustings.publish.pages import links
from hustings.publish.pages.boroughs import borough_name
from hustings.publish.pages.page import Page

Entry = tuple[str, str, str]
# What stands beside a name in the list of what was found, by the folder its page is in.
ABOUT = {links.BOROUGHS: "Borough or council", links.PARTIES: "Party", links.ELECTIONS: "General election"}


def search_entries(pages: Iterable[Page], facts: Facts) -> tuple[list[Entry], dict[str, list[Entry]]]:
    """Seats, parties, boroughs and elections, each with what it is and its path; and people by first letters."""
    seats = [_seat(facts, path) for path in facts.fought]
    seats.sort(key=lambda entry: (entry[1].endswith("no more"), entry[0]))
    other: list[Entry] = []
    people: dict[str, list[Entry]] = defaultdict(list)
    for page in pages:
        folder = page.path.partition("/")[0] + "/"
        if folder in ABOUT and page.path.count("/") == 2:
            other.append((borough_name(page), ABOUT[folder], page.path))
        elif folder == links.PEOPLE and page.template == "list.html":
            for letter in {word[0] for word in links.slug(page.title).split("-") if word}:
                people[letter].append((page.title, page.description.partition("the latest ")[2], page.path))
    return seats + other, people


def _seat(facts: Facts, path: str) -> Entry:
    contests = [facts.reports[contest_id].contest for contest_id in facts.fought[path]]
    years = ", ".join(dict.fromkeys(str(row["polling_on"].year) for row in contests))
    gone = "; no more" if contests[-1]["end_on"] else ""
    return contests[-1]["area"], f"Seat, {contests[-1]['region']}, fought {years}{gone}", path
