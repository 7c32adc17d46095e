"""The stories that the checker is scored on are labelled right: the twin differs from the true story in one error."""

import re
from collections import Counter
from functools import cache

import pytest
from benchmarks.claims.cases import Case, cases
from benchmarks.claims.developed import PATTERNS as DEVELOPED_FIRST
from benchmarks.claims.developed_lately import PATTERNS as DEVELOPED_LATELY
from benchmarks.claims.developed_later import PATTERNS as DEVELOPED_LATER
from benchmarks.claims.held_back import PATTERNS as HELD_BACK
from benchmarks.claims.judged import judge, place
from benchmarks.claims.mutations import MAKERS
from benchmarks.claims.real import real_counts, slip
from benchmarks.claims.seats import Contest, contests

from hustings import open_record

pytestmark = pytest.mark.xdist_group("stories with errors")
DEVELOPED = DEVELOPED_FIRST + DEVELOPED_LATER + DEVELOPED_LATELY
HALVES = {"developed": DEVELOPED, "held back": HELD_BACK}
EACH = 250
# What an error leaves as printed: the words around it say another thing.
TURNED = {"direction"}


@cache
def contests_known() -> dict[str, Contest]:
    return {contest.id: contest for contest in contests(open_record())}


@cache
def drawn(half: str) -> list[Case]:
    return list(cases(HALVES[half], list(contests_known().values()), EACH))


@pytest.fixture
def known() -> dict[str, Contest]:
    return contests_known()


@pytest.fixture(params=HALVES)
def some(request: pytest.FixtureRequest) -> list[Case]:
    return drawn(request.param)


def test_the_halves_share_no_pattern() -> None:
    names, texts = (Counter(getattr(one, what) for one in (*DEVELOPED, *HELD_BACK)) for what in ("name", "text"))
    assert max(names.values()) == max(texts.values()) == 1
    assert min(len(DEVELOPED), len(HELD_BACK)) >= 30


def test_labels_stand_on_their_figures(some: list[Case]) -> None:
    for case in some:
        for story in (case.true, case.twin):
            assert not re.search(r"[{}<>\[\]]", story.text.replace("](", "")), story.text
            for at, label in enumerate(story.labels):
                line, column = place(story.text, label.start)
                assert story.text.split("\n")[line - 1][column - 1 :].startswith(story.printed(at).split("\n")[0])


def test_a_twin_has_its_error_and_no_other(some: list[Case]) -> None:
    for case in some:
        assert case.true.text != case.twin.text
        assert len(case.true.labels) == len(case.twin.labels)
        spoilt = {label for target in case.error.targets for label in target.labels}
        for at in range(len(case.true.labels)):
            same = case.true.printed(at) == case.twin.printed(at)
            assert same or at in spoilt, case
        for target in case.error.targets:
            changed = any(case.true.printed(at) != case.twin.printed(at) for at in target.labels)
            assert changed or case.error.kind in TURNED, case


def test_every_kind_of_error_is_made(some: list[Case]) -> None:
    assert {case.error.kind for case in some} == set(MAKERS)


def test_true_counts_are_in_the_record_and_mistyped_ones_are_not(some: list[Case], known: dict[str, Contest]) -> None:
    for case in some:
        real = real_counts(known[case.contest])
        for at, label in enumerate(case.true.labels):
            if label.figure.measure in ("votes", "majority"):
                assert _number(case.true.printed(at)) in real
        if case.error.kind in ("digits", "arithmetic"):
            assert _number(case.twin.printed(case.error.targets[0].labels[0])) not in real


@pytest.mark.parametrize("half", HALVES)
def test_a_drawing_is_the_same_every_time(half: str, known: dict[str, Contest]) -> None:
    assert drawn(half)[:20] == list(cases(HALVES[half], list(known.values()), 20))


def test_a_slip_is_one_digit_or_two_that_changed_places() -> None:
    assert slip("19,401", "19,402")
    assert slip("19,401 votes", "91,401")
    assert slip("47.4%", "4.4%")
    assert not slip("19,401", "12,401.9")
    assert not slip("34.1", "39.6")


def test_a_finding_on_the_error_is_right_and_any_other_is_not(some: list[Case]) -> None:
    case = next(case for case in some if case.error.kind == "digits" and len(case.twin.labels) > 1)
    claims = [_claim(case, at, "digits") for at in range(len(case.twin.labels))]
    judged = judge(claims, case.twin, case.error.targets)
    assert [codes for _, codes in judged.hit] == [("digits",)]
    assert len(judged.false) == len(claims) - 1
    assert judged.decided == judged.figures == len(claims)


def _claim(case: Case, at: int, code: str) -> dict[str, object]:
    label = case.twin.labels[at]
    (line, column), (end_line, end_column) = (place(case.twin.text, offset) for offset in (label.start, label.end))
    ends = {"end_line": end_line, "end_column": end_column}
    return {"line": line, "column": column, **ends, "verdict": "wrong", "code": code, "text": case.twin.printed(at)}


def _number(printed: str) -> int:
    return int(re.sub(r"\D", "", printed))
