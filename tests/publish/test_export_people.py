"""People as Popolo-like JSON: who stood in what, and how each candidacy is known to be theirs."""

import json
from pathlib import Path
from typing import Any

import pytest

from hustings.errors import UnknownName, UnusableInput
from hustings.publish.exports.wanted import Wanted
from hustings.publish.exports.write import Target, export_people
from hustings.record.open import Record


def people(record: Record, wanted: Wanted, named: str | None, folder: Path) -> dict[str, Any]:
    out = folder / "people.json"
    count = export_people(record, wanted, named, Target(out))
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert count == found["people"] == len(found["persons"])
    return found


def test_a_member_is_one_person_by_published_numbers(tmp_path: Path, record: Record) -> None:
    found = people(record, Wanted(), "Rushanara Ali", tmp_path)
    (person,) = found["persons"]
    assert (person["id"], person["name"]) == ("mnis:4138", "Rushanara Ali")
    assert {one["identifier"] for one in person["identifiers"]} == {"4138", "143"}
    stood = [(one["polling_on"], one["votes"], one["elected"], one["known_by"]) for one in found["memberships"]]
    assert stood == [
        ("2010-05-06", 21784, True, "published"),
        ("2015-05-07", 32387, True, "published"),
        ("2017-06-08", 42969, True, "published"),
        ("2019-12-12", 44052, True, "published"),
        ("2024-07-04", 15896, True, "published"),
    ]


def test_an_estimated_link_says_its_probability(tmp_path: Path, record: Record) -> None:
    found = people(record, Wanted("2024", area="Ilford North"), None, tmp_path)
    links = {row["candidacy_id"]: row for row in record.query("from person_link")}
    assert {one["known_by"] for one in found["memberships"]} > {"published"}
    for one in found["memberships"]:
        link = links.get(one["id"], {"how": None, "probability": None})
        assert (one["known_by"], one["probability"]) == (link["how"], link["probability"])
        assert (one["known_by"] == "linked") == (one["probability"] is not None)
    # Everyone who stood there, with all they ever stood in, not only that.
    assert {row["candidate"] for row in record.rows(record.results(2024, area="Ilford North"))} <= {
        one["label"] for one in found["memberships"]
    }
    assert len(found["memberships"]) > len(found["persons"])
    assert "under CC BY-SA 3.0" in found["share_alike"]


def test_every_id_leads_somewhere(tmp_path: Path, record: Record) -> None:
    found = people(record, Wanted("2022", council="Tower Hamlets"), None, tmp_path)
    ids = {
        name: [one["id"] for one in found[name]] for name in ("persons", "organizations", "posts", "areas", "events")
    }
    assert all(len(known) == len(set(known)) for known in ids.values())
    sources = {one["source_id"] for one in found["sources"]}
    for one in found["memberships"]:
        assert one["person_id"] in ids["persons"]
        assert one["post_id"] in ids["posts"]
        assert one["event_id"] in ids["events"]
        assert one["source_id"] in sources
        assert one["on_behalf_of_id"] is None or one["on_behalf_of_id"] in ids["organizations"]
    for post in found["posts"]:
        assert post["area_id"] in ids["areas"]
        assert post["organization_id"] in ids["organizations"]
    assert {one["person_id"] for one in found["memberships"]} == set(ids["persons"])


def test_a_name_nobody_bears_and_results_without_names_are_refused(tmp_path: Path, record: Record) -> None:
    with pytest.raises(UnknownName, match="nobody called 'Nobody Atall'"):
        people(record, Wanted(), "Nobody Atall", tmp_path)
    with pytest.raises(UnusableInput, match="nobody's name was published"):
        people(record, Wanted("1951"), None, tmp_path)
    assert list(tmp_path.iterdir()) == []
