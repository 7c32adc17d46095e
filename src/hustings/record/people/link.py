"""Candidacies of one person known as one: the tables person_link and person, and candidacy.person_id."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from hustings.errors import RecordFault
from hustings.record.corrections.apply import BLANK, NO_ROW
from hustings.record.people.cluster import Cluster, cluster
from hustings.record.people.evidence import as_arrow, gather_evidence, name_of
from hustings.record.people.model import read_model, read_weights
from hustings.record.people.places import Gazetteer
from hustings.record.people.predict import predict
from hustings.record.readers.cells import Row, Value

# A person no publisher numbers is known by their first candidacy.
OURS = "h:"
Tables = dict[str, list[Row]]


def link_people(tables: Tables, gazetteer: Gazetteer, corrections: Iterable[Row]) -> None:
    """Fill person_link, person and candidacy.person_id of compiled tables, in place.

    Published numbers hold; then candidacies that the model finds to be one person's; then the
    corrections of person_link, which split a wrong person (a row a candidacy, `right` another person
    or (blank)) or join what was missed (`published` is (no row)).
    """
    evidence = gather_evidence(tables, gazetteer)
    rows = {row["candidacy_id"]: row for row in tables["candidacy"]}
    names = {str(row["candidacy_id"]): name_of(rows[row["candidacy_id"]]) for row in evidence}
    rule = read_model()["link"]
    pairs = predict(as_arrow(evidence), read_weights(), rule)
    persons = cluster(evidence, names, pairs, rule["margin"])
    order = {str(row["candidacy_id"]): at for at, row in enumerate(evidence)}
    links = [link for one in persons for link in _links(one, rows, order)]
    tables["person_link"] = correct_links(links, rows, corrections)
    _call(tables)


def correct_links(links: list[Row], candidacies: Mapping[Value, Row], corrections: Iterable[Row]) -> list[Row]:
    """The links with the filed corrections of person_link made: one put right or made is `corrected`.

    Raises RecordFault where a correction names a candidacy that is not there, or another person than
    the one it was linked to: the links changed, and the correction must be looked at again.
    """
    linked = {row["candidacy_id"]: row for row in links}
    for filed in corrections:
        if filed["table"] != "person_link" or filed["status"] != "corrected":
            continue
        key, right = filed["key"], filed["right"]
        found = linked.pop(key)["person_id"] if key in linked else NO_ROW
        if key not in candidacies:
            raise RecordFault(f"correction {filed['correction_id']} is about a candidacy that is not there")
        if filed["published"] != found:
            what = f"says {filed['published']!r} was linked but {found!r} was"
            raise RecordFault(f"correction {filed['correction_id']} {what}")
        if right != BLANK:
            linked[key] = _link(candidacies[key], right, None) | {"how": "corrected", "probability": None}
    return _still_linked(list(linked.values()))


def _still_linked(links: list[Row]) -> list[Row]:
    """The links without those of one candidacy whom nothing but a link now undone made a person."""
    together = Counter(row["person_id"] for row in links)
    return [row for row in links if row["how"] != "linked" or together[row["person_id"]] > 1]


def _links(person: Cluster, rows: Mapping[Value, Row], order: Mapping[str, int]) -> list[Row]:
    """The rows of one person: none for a single candidacy that no publisher numbers."""
    numbers = Counter(rows[member]["person_id"] for member in person.members if rows[member]["person_id"])
    if len(person.members) == 1 and not numbers:
        return []
    members = sorted(person.members, key=order.__getitem__)
    # The register of members before Democracy Club's, as everywhere.
    known = min(numbers, key=lambda one: (not str(one).startswith("mnis:"), str(one)), default=f"{OURS}{members[0]}")
    return [_link(rows[member], known, person.joined.get(member)) for member in members]


def _link(candidacy: Row, person: Value, probability: float | None) -> Row:
    published = candidacy["person_id"] == person
    return {
        "candidacy_id": candidacy["candidacy_id"],
        "person_id": person,
        "how": "published" if published else "linked",
        "probability": None if published else probability,
        "source_id": candidacy["source_id"],
    }


def _call(tables: Tables) -> None:
    """Give each candidacy its person, and each person the name and the numbers of their candidacies."""
    links = {row["candidacy_id"]: row["person_id"] for row in tables["person_link"]}
    persons = {row["person_id"]: row for row in tables["person"]}
    polled = {row["contest_id"]: row["polling_on"] for row in tables["contest"]}
    theirs: dict[Value, list[Row]] = defaultdict(list)
    for row in tables["candidacy"]:
        before, row["person_id"] = row["person_id"], links.get(row["candidacy_id"])
        if row["person_id"]:
            theirs[row["person_id"]].append(row)
            _number(persons, before, row["person_id"])
    for person, rows in theirs.items():
        rows.sort(key=lambda row: (str(polled[row["contest_id"]]), str(row["candidacy_id"])))
        # Called by the latest name that is more than initials.
        latest = ([row for row in rows if name_of(row).spelled] or rows)[-1]
        persons.setdefault(person, {"mnis_id": None, "democracy_club_id": None, "source_id": latest["source_id"]})
        # Under the licence of whoever printed the name.
        persons[person] |= {"person_id": person, "person": latest["candidate"], "source_id": latest["source_id"]}
    tables["person"] = list(persons.values())


def _number(persons: dict[Value, Row], before: Value, after: Value) -> None:
    """A published person found to be another: that one takes the number."""
    if before and before != after and before in persons and after in persons:
        gone = persons.pop(before)
        for number in ("mnis_id", "democracy_club_id"):
            persons[after][number] = persons[after][number] or gone[number]
