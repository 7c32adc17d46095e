"""What the census finds notable of a place, in words: its answers among the first or last twentieth."""

from __future__ import annotations

from typing import Any

from hustings.publish import words

Row = dict[str, Any]

MOST_NOTABLE = 6
# Topics whose answers say nothing without their heading: Urban, nearer to a major town or city.
UNDER_HEADINGS = {"rural or urban"}
# Topics whose headings part what a reader would take for one answer.
SEVERAL_HEADINGS = {"ethnic group"}


def notable_words(rows: list[Row], among: str) -> tuple[list[str], str]:
    """A sentence for each answer, the most extreme first, and what they are ranked by and among; blank for none.

    `among` names the places ranked after "the": `constituencies of {}, on the boundaries of 2024`.
    """
    told = rows[:MOST_NOTABLE]
    if not told:
        return [], ""
    estimated = any(row["estimated"] for row in told)
    note = (
        f"Census of {words.day(told[0]['census_on'])}; ranks by share among the {among.format(told[0]['scope'])}."
        + (" Estimated in part by Hustings where small areas lie in several constituencies." if estimated else "")
    )
    return [_notable(row) for row in told], note


def _notable(row: Row) -> str:
    top = row["rank"] <= row["from_bottom"]
    place, end = (row["rank"], "highest") if top else (row["from_bottom"], "lowest")
    rank = end if place == 1 else f"{words.ordinal(place)} {end}"
    return (
        f"{_category(row)} ({row['topic']}): {words.percent(row['share'])} of {row['counted']}, {rank} of {row['of']}."
    )


def _category(row: Row) -> str:
    """An answer without the heading that the census tables put over it: Owned: Owns outright is Owns outright."""
    heading, _, answer = str(row["category"]).partition(": ")
    if row["topic"] in UNDER_HEADINGS and answer:
        return f"{heading}, {answer[0].lower()}{answer[1:]}"
    if answer in ("", "Total"):
        return heading
    # The same words under another heading are another answer: Caribbean or Black: Black, Black British.
    return f"{heading}: {answer}" if row["topic"] in SEVERAL_HEADINGS else answer
