"""What may be asked of a resource: which fields, in which order, which rows, how many; typed from its fields."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, NaiveDatetime, create_model

from hustings.publish.exports.fields import Field as OfExport
from hustings.web.api.resources import Resource

# What a column of 32 bits holds.
MOST, LONGEST = 2**31 - 1, 500
LIMIT = 100
MOST_VALUES = 200
Text = Annotated[str, Field(max_length=LONGEST)]
Names = Annotated[str, Field(max_length=4 * LONGEST)]
Whole = Annotated[int, Field(ge=-MOST - 1, le=MOST)]
Real = Annotated[float, Field(allow_inf_nan=False)]
TYPES: dict[str, Any] = {
    "text": Text,
    "whole": Whole,
    "real": Real,
    "flag": bool,
    "date": datetime.date,
    # By the clock in the United Kingdom, as the record has them: an offset would be of another clock.
    "moment": NaiveDatetime,
}
# What may follow a field's name: at least, at most, holding these letters, known at all.
LEAST, HIGHEST, HAS, KNOWN = ".min", ".max", ".has", ".known"
ORDERED = ("whole", "real", "date", "moment")


class Asked(BaseModel):
    """What every resource may be asked."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)

    fields: Annotated[Names | None, Field(description="The fields wanted, parted by commas; else all.")] = None
    sort: Annotated[
        Text | None,
        Field(
            description="The fields to sort by, parted by commas, a minus before one for the largest first. What is "
            "unknown stands last."
        ),
    ] = None
    limit: Annotated[
        Annotated[int, Field(ge=1, le=MOST)] | Literal["all"],
        Field(description="How many rows, or all; there is no cap."),
    ] = LIMIT
    cursor: Annotated[
        Annotated[str, Field(max_length=20_000)] | None,
        Field(description="Where to go on: as the answer before gave it in `next`."),
    ] = None


def asked_model(resource: Resource) -> type[Asked]:
    """The query parameters of a resource, as a model that refuses any other."""
    given: dict[str, Any] = {}
    if resource.since:
        given["since"] = (
            datetime.date | None,
            Field(None, description=f"Only rows whose {resource.since} is this day or later."),
        )
    for field in resource.fields:
        given |= _filters(field)
    return create_model(f"Asked{resource.name.title()}", __base__=Asked, **given)


def _filters(field: OfExport) -> dict[str, Any]:
    """The filters of a field, each under a name that Python takes and an alias that is the parameter's."""
    column, name = field.column, field.name
    kind = Literal[column.values] if column.values else TYPES[column.kind]
    said = column.description.rstrip(".")
    several: Any = Annotated[list[kind], Field(max_length=MOST_VALUES)]  # type: ignore[valid-type]
    found = {f"{name}_is": _filter(several, name, f"{said}: any of these.")}
    if column.kind in ORDERED:
        found[f"{name}_min"] = _filter(kind, name + LEAST, f"{said}: at least.")
        found[f"{name}_max"] = _filter(kind, name + HIGHEST, f"{said}: at most.")
    if column.kind == "text" and not column.values:
        found[f"{name}_has"] = _filter(Text, name + HAS, f"{said}: holds these letters, large or small.")
    if column.optional:
        found[f"{name}_known"] = _filter(bool, name + KNOWN, f"{said}: known (true), or unknown (false).")
    return found


def _filter(kind: Any, alias: str, said: str) -> tuple[Any, Any]:
    return kind | None, Field(None, alias=alias, description=said)
