"""One whole answer of the Commons Votes API about a division: its counts and how every member voted."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from hustings.errors import SourceFault
from hustings.record.readers.cells import Row

MEND = "save the answer whole from https://commonsvotes-api.parliament.uk/data/division/NUMBER.json"
# The kind of each value that is read, and whether it may be null. What else an answer holds is left alone.
DIVISION: dict[str, tuple[type, bool]] = {
    "DivisionId": (int, False),
    "Date": (str, False),
    "Number": (int, False),
    "IsDeferred": (bool, False),
    "EVELType": (str, True),
    "EVELCountry": (str, True),
    "Title": (str, False),
    "AyeCount": (int, False),
    "NoCount": (int, False),
    "DoubleMajorityAyeCount": (int, True),
    "DoubleMajorityNoCount": (int, True),
    "FriendlyTitle": (str, True),
    "FriendlyDescription": (str, True),
}
MEMBER: dict[str, tuple[type, bool]] = {
    "MemberId": (int, False),
    "Name": (str, False),
    "Party": (str, False),
    "MemberFrom": (str, False),
    "ProxyName": (str, True),
}
# The lists of members, and the vote that a place in each records.
LISTS = {
    "Ayes": "aye",
    "Noes": "no",
    "AyeTellers": "teller aye",
    "NoTellers": "teller no",
    "NoVoteRecorded": "none recorded",
}
KINDS = {int: "a whole number", str: "text", bool: "true or false"}
LARGEST = 2**31 - 1


class Answer(NamedTuple):
    """A division as the API gives it, and a row a member with `list`, the vote it records."""

    division: Row
    members: list[Row]


def read_commons_vote(path: Path) -> Answer:
    """The division and its members.

    Raises SourceFault where the file is cut short or not JSON, is a list of divisions, lacks a value,
    holds one of another kind, or names a member twice.
    """
    answer = _json(path)
    if not isinstance(answer, dict):
        what = "a list, where one division with its members is wanted" if isinstance(answer, list) else "no division"
        raise SourceFault(f"{path.name}: {what}; {MEND}")
    division = _values(path.name, "", answer, DIVISION)
    try:
        division["Date"] = datetime.fromisoformat(str(division["Date"]))
    except ValueError:
        raise _fault(path.name, "Date", f"{division['Date']!r} is no date and time") from None
    members = [member for name in LISTS for member in _members(path.name, name, answer)]
    _check_members(path.name, members)
    return Answer(division, members)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceFault(f"{path.name}, byte {error.start + 1}: not UTF-8 text; {MEND}") from None
    except json.JSONDecodeError as error:
        what = f"{path.name}, line {error.lineno}, column {error.colno}: not whole JSON ({error.msg})"
        raise SourceFault(f"{what}; {MEND}") from None
    except (RecursionError, ValueError) as error:
        raise SourceFault(f"{path.name}: not an answer of the Commons Votes API ({error}); {MEND}") from None


def _members(name: str, listed: str, answer: dict[str, Any]) -> list[Row]:
    if not isinstance(answer.get(listed), list):
        raise _fault(name, listed, "no list of members")
    found = []
    for position, member in enumerate(answer[listed]):
        where = f"{listed}[{position}]"
        if not isinstance(member, dict):
            raise _fault(name, where, f"{_brief(member)} is no member")
        found.append(_values(name, where, member, MEMBER) | {"vote": LISTS[listed], "where": where})
    return found


def _values(name: str, where: str, found: Mapping[str, Any], wanted: Mapping[str, tuple[type, bool]]) -> Row:
    return {key: _value(name, f"{where}.{key}".lstrip("."), found, kind) for key, kind in wanted.items()}


def _value(name: str, where: str, found: Mapping[str, Any], wanted: tuple[type, bool]) -> Any:
    kind, may_be_null = wanted
    key = where.rsplit(".", maxsplit=1)[-1]
    if key not in found:
        raise _fault(name, where, "missing")
    value = found[key]
    if value is None or (may_be_null and value == ""):
        if may_be_null:
            return None
        raise _fault(name, where, f"null where {KINDS[kind]} is wanted")
    # In Python a truth is a whole number too, in JSON it is not; half a letter can be escaped in JSON.
    if type(value) is not kind or (isinstance(value, str) and (not value.strip() or not _is_text(value))):
        raise _fault(name, where, f"{_brief(value)} is not {KINDS[kind]}")
    if isinstance(value, int) and not 0 <= value <= LARGEST:
        raise _fault(name, where, f"{value} is no number of members or of a division")
    return value


def _check_members(name: str, members: list[Row]) -> None:
    if not any(member["vote"] in ("aye", "no") for member in members):
        raise _fault(name, "Ayes and Noes", "nobody is named")
    seen: dict[Any, Any] = {}
    for member in members:
        if member["MemberId"] in seen:
            first = seen[member["MemberId"]]
            raise _fault(name, str(member["where"]), f"member {member['MemberId']} is in {first} already")
        seen[member["MemberId"]] = member["where"]


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _brief(value: object) -> str:
    text = repr(value)
    return text if len(text) < 40 else f"{text[:40]}..."


def _fault(name: str, where: str, what: str) -> SourceFault:
    return SourceFault(f"{name}, at {where}: {what}; {MEND}")
