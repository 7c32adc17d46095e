"""What the record has of a figure that is no result of a contest: a division, a census, a day, a time in office."""

from __future__ import annotations

from typing import NamedTuple


class Answer(NamedTuple):
    """The record's answer in words.

    `read_as` is what the figure was read as, `right` the figure as it would be printed, `formula` how it is worked
    out; `kept` is the row it is kept as and `source_id` its publication; `others` are what else it may be; `mend`
    is the words to print instead, blank where the writer must choose.
    """

    read_as: str
    right: str
    formula: str = ""
    kept: str = ""
    source_id: str = ""
    others: tuple[str, ...] = ()
    mend: str = ""
