"""What may be found of a figure: verdicts, and the codes that say why, each explained."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """How a figure stands to the record; the first two are findings, and make exit code 1."""

    WRONG = "wrong"
    MISLEADING = "misleading"
    NOTE = "note"
    CORRECT = "correct"
    CANNOT_TELL = "cannot-tell"
    NOT_IN_RECORD = "not-in-record"


FINDINGS = (Verdict.WRONG, Verdict.MISLEADING)


class Code(NamedTuple):
    """Why a figure is wrong, misleads or is worth a note: its name, the verdict, a sentence and the whole of it."""

    name: str
    verdict: Verdict
    says: str
    explained: str


CODES = {
    code.name: code
    for code in (
        Code(
            "figure",
            Verdict.WRONG,
            "the record has another figure",
            "The words say what the figure is of, and the record has another. The right one is given with what it is "
            "worked out from. A figure that rounds to what is printed is right: 34.1% stands for 34.05% to 34.15%.",
        ),
        Code(
            "digits",
            Verdict.WRONG,
            "a digit is out of place",
            "The figure differs from the record's by one digit, by two that changed places or by one left out or put "
            "in. It was most likely mistyped.",
        ),
        Code(
            "direction",
            Verdict.WRONG,
            "it went the other way",
            "The change is as large as printed, but it went the other way: a fall is printed as a rise, or a rise as "
            "a fall.",
        ),
        Code(
            "wrong-candidate",
            Verdict.WRONG,
            "the figure is another candidate's",
            "The figure is of the contest, but of somebody else in it. Check who is meant, or whether two figures "
            "changed places.",
        ),
        Code(
            "wrong-year",
            Verdict.WRONG,
            "the figure is of another election",
            "The figure is right for the same seat and measure, but of another election than the words name.",
        ),
        Code(
            "wrong-seat",
            Verdict.WRONG,
            "the figure is of another seat",
            "The figure is right for the same measure and election, but of another seat than the words name.",
        ),
        Code(
            "wrong-measure",
            Verdict.WRONG,
            "the figure is of another measure",
            "The figure is of the right contest, but measures something else: a winner's votes given as the majority, "
            "or a change of vote share given as a change of the majority. A majority is the winner's votes less those "
            "of the second.",
        ),
        Code(
            "swing-is-change",
            Verdict.WRONG,
            "a change of share is called a swing",
            "A swing is between two parties: half of one's rise and the other's fall in vote share (Butler). One "
            "party's fall alone is a change of its share.",
        ),
        Code(
            "rank",
            Verdict.WRONG,
            "the place is another",
            "The candidate or party came in another place by votes. Candidates with as many votes share a place.",
        ),
        Code(
            "wrong-side",
            Verdict.WRONG,
            "the count is the other side's",
            "The count is of the division, but the ayes are printed as noes, or the noes as ayes. Ayes are for the "
            "motion or amendment that was put, which may itself be against something.",
        ),
        Code(
            "date",
            Verdict.WRONG,
            "it was on another day, or in another year",
            "The record has another date of the poll or division that the words name, or another year in which a "
            "member was first elected or a party first won the seat that it has held since.",
        ),
        Code(
            "weekday",
            Verdict.WRONG,
            "the date was on another day of the week",
            "The day of the week and the date that are printed do not belong together. General elections have been on "
            "Thursdays since 1935.",
        ),
        Code(
            "arithmetic",
            Verdict.WRONG,
            "the story's own figures do not add up",
            "Two figures that the story prints give another result than the third that it prints beside them. No "
            "record is needed to see it; at least one of the three is wrong, or they are not of one thing.",
        ),
        Code(
            "percent-for-points",
            Verdict.MISLEADING,
            "a change in percentage points is printed as per cent",
            "The difference between two percentages is in percentage points, not per cent. A share that falls from "
            "73.5% to 34.1% falls by 39.4 percentage points; that is a fall of 53.6 per cent. The Office for National "
            "Statistics' style is the same: a percentage point is the difference between percentages.",
        ),
        Code(
            "mixed-baseline",
            Verdict.MISLEADING,
            "the change is from another baseline than the figure printed beside it",
            "Where boundaries changed, the last election has two results: what was declared in the old seat, and the "
            "notional result, an estimate on the new boundaries. The story prints a share or majority from one and a "
            "change from the other, so that a reader who subtracts gets another answer. Name the baseline and use one.",
        ),
        Code(
            "measure-unstated",
            Verdict.MISLEADING,
            "how the part of a seat is measured is not said",
            "How much of a seat a new one took can be measured by addresses, by population or by land, and the three "
            "differ. Say which: 76.1% of the addresses, 79.3% of the people.",
        ),
        Code(
            "baseline-unstated",
            Verdict.NOTE,
            "the baseline is not named",
            "Boundaries changed since the last election, so a change may be from the notional result, an estimate on "
            "the new boundaries, or from the declared result of the old seat. Both are legitimate when named.",
        ),
        Code(
            "false-precision",
            Verdict.NOTE,
            "more decimals are printed than are known to be right",
            "A figure rounded to one decimal is printed with two: 34.10% where the record has 34.08%.",
        ),
        Code(
            "relative",
            Verdict.NOTE,
            "the figure is right as a change in per cent of what was",
            "The figure is the relative change, not the difference in percentage points.",
        ),
    )
}
