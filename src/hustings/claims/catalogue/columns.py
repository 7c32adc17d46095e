"""The columns of the catalogue, filled from a measure's table."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from hustings.claims.catalogue.fact import Measure

Operands = tuple[ir.NumericValue, ir.NumericValue]


def fact(
    table: ir.Table, measure: Measure, value: ir.NumericValue, operands: Operands | None = None, **named: ir.Value | str
) -> ir.Table:
    """The rows of a measure's table as facts of the contests they are of.

    `named` may give the subject, the basis, what it is against and another scope than the contest, each a column
    or a text for all rows.
    """
    columns = {"scope": table.contest_id if "contest_id" in table.columns else "", "subject": "", "basis": ""}
    columns |= {"against": ""} | named
    texts = {name: _text(column) for name, column in columns.items()}
    first, second = operands or (ibis.null("float64"), ibis.null("float64"))
    return table.select(
        **texts,
        measure=ibis.literal(measure.value),
        value=value.cast("float64"),
        first=first.cast("float64"),
        second=second.cast("float64"),
    )


def _text(column: ir.Value | str) -> ir.Value:
    return ibis.literal(column) if isinstance(column, str) else column.cast("string").fill_null("")
