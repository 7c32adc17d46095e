"""Every kind of chart by its name, and what of a person's words each is made from."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from hustings.errors import UnusableInput
from hustings.publish.charts.arrows import arrows
from hustings.publish.charts.chart import Chart
from hustings.publish.charts.flow import flow
from hustings.publish.charts.history import history
from hustings.publish.charts.result import result
from hustings.publish.charts.scatter import scatter
from hustings.publish.charts.seats import seats
from hustings.publish.charts.swing import swing
from hustings.publish.charts.turnout import majority, turnout
from hustings.publish.charts.waterfall import waterfall
from hustings.record.open import Record


class Asked(NamedTuple):
    """What a chart is asked of: a seat, party, country or election by name, and what narrows it.

    `party` and `against` are the parties of a swing, to and from; `measure` and `against` the figures of a scatter,
    up and across; `within` the country or region whose seats a swing is in.
    """

    name: str | None = None
    election: str | None = None
    party: str | None = None
    against: str | None = None
    measure: str | None = None
    within: str | None = None


def chart(record: Record, kind: str, asked: Asked) -> Chart:
    """The chart of a kind; raises UnusableInput, or its kinds, for what it cannot be drawn of."""
    if asked.name is None and kind in NAMED:
        raise UnusableInput(
            f"a chart of {kind} is of {NAMED[kind][0]}; name one: hustings chart {kind} {NAMED[kind][1]}"
        )
    unused = [key for key, value in asked._asdict().items() if value is not None and key not in ("name", *USED[kind])]
    if unused:
        raise UnusableInput(f"a chart of {kind} takes no --{unused[0]}; leave it out")
    return KINDS[kind](record, asked)


# What narrows each kind besides its name.
USED = {
    "result": ("election",),
    "arrows": ("election",),
    "history": (),
    "swing": ("election", "party", "against", "within"),
    "turnout": ("election",),
    "majority": ("election",),
    "scatter": ("election", "measure", "against"),
    "seats": (),
    "waterfall": ("election",),
    "flow": ("election",),
}


# What the name is of, where a kind cannot do without one, and an example.
NAMED = {
    "result": ("one seat", '"Ilford North"'),
    "arrows": ("one seat", '"Ilford North"'),
    "history": ("one seat", '"Ilford North"'),
    "turnout": ("one seat", '"Ilford North"'),
    "majority": ("one seat", '"Ilford North"'),
    "waterfall": ("one party", "Labour"),
}


def _swing(record: Record, asked: Asked) -> Chart:
    if (asked.party is None) != (asked.against is None):
        raise UnusableInput("a swing is to one party from another; name both, with --party and --against, or neither")
    parties = (asked.party, asked.against) if asked.party and asked.against else None
    return swing(record, asked.name, asked.election, parties, asked.within)


def _scatter(record: Record, asked: Asked) -> Chart:
    if asked.measure is None or asked.against is None:
        raise UnusableInput('a scatter is of two figures; name them: --measure "Labour change" --against Muslim')
    return scatter(record, asked.name, asked.election, (asked.against, asked.measure))


KINDS: dict[str, Callable[[Record, Asked], Chart]] = {
    "result": lambda record, asked: result(record, asked.name or "", asked.election),
    "arrows": lambda record, asked: arrows(record, asked.name or "", asked.election),
    "history": lambda record, asked: history(record, asked.name or ""),
    "swing": _swing,
    "turnout": lambda record, asked: turnout(record, asked.name or "", asked.election),
    "majority": lambda record, asked: majority(record, asked.name or "", asked.election),
    "scatter": _scatter,
    "seats": lambda record, asked: seats(record, asked.name),
    "waterfall": lambda record, asked: waterfall(record, asked.name or "", asked.election),
    "flow": lambda record, asked: flow(record, asked.election or asked.name),
}
