"""A change as a part of what it is a change of."""

import ibis
import ibis.expr.types as ir


def relative_change(now: ir.NumericValue, before: ir.NumericValue) -> ir.FloatingValue:
    """How much a figure changed, as a part of what it was: -0.536 for a share that fell from 73.5% to 34.1%.

    (now - before) / before, a fraction of 1 to be printed in per cent, positive for a rise; null where it was 0.
    Not the change in points, which is now - before. Authority: Office for National Statistics, style guide,
    percentages and percentage points.
    """
    return (now - before) / before.cast("float64").nullif(ibis.literal(0.0))
