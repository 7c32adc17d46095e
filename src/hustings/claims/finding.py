"""What is found of one figure."""

from __future__ import annotations

from typing import NamedTuple

from hustings.claims.answer import Answer
from hustings.claims.expected import Held
from hustings.claims.reading import Reading
from hustings.claims.verdict import Verdict


class Finding(NamedTuple):
    """The verdict on a figure.

    `code` is blank where there is nothing to say; `right` the fact that it is, or should be; `taken` what a wrong
    figure is a figure of; `others` other facts that it may be. `answer` stands for them all where the figure is no
    result of a contest.
    """

    reading: Reading
    verdict: Verdict
    code: str = ""
    right: Held | None = None
    taken: Held | None = None
    others: tuple[Held, ...] = ()
    answer: Answer | None = None
