"""What answers to a text, as rows of the API: what it is, its key there, and its page."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from hustings.publish.exports.fields import computed, published
from hustings.publish.pages import links
from hustings.record.find import KINDS, Named, find
from hustings.record.open import Record
from hustings.record.schema.column import real, text, whole

FIELDS = (
    computed(whole("place", "Its place among what answers, best first.", least=1)),
    published(text("kind", "What it is.", values=KINDS)),
    published(text("name", "Its name.")),
    published(text("about", "What tells it from others of that name.")),
    published(
        text(
            "key",
            "Its key in the API: of a seat boundary_set_id / area_id, of a party party_id, of a person person_id or, "
            "where nobody numbers them, the name; of a council its id, of a ward that and its name.",
        )
    ),
    computed(
        real("score", "How well it answers, of 100: 95 where its name holds every word, less for a misspelling."),
    ),
    published(text("page", "The address of its page on this desk; null where it has none.", optional=True)),
)
Row = dict[str, Any]


def found_rows(record: Record, wanted: str, kind: str | None, pages: Container[str]) -> list[Row]:
    """Everything of that kind, or of any, that answers to a text, best first."""
    named = [one for one in find(record, wanted) if kind is None or one.kind == kind]
    return [
        {
            "place": place,
            "kind": one.kind,
            "name": one.name,
            "about": one.about,
            "key": one.key,
            "score": one.score,
            "page": f"/{path}" if (path := _page(one)) in pages else None,
        }
        for place, one in enumerate(named, 1)
    ]


def _page(one: Named) -> str | None:
    """Where its page would stand."""
    if one.kind == "person":
        return links.person(one.key, one.name) if ":" in one.key else None
    if one.kind == "party":
        return links.party(one.key)
    return {"seat": f"{links.SEATS}{links.slug(one.name)}/", "council": links.borough(one.name)}.get(one.kind)
