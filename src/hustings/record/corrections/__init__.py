"""Faults in what was published, each a row with a reason; `apply` mends the compiled tables with them."""

from hustings.record.corrections.apply import apply_corrections
from hustings.record.corrections.file import read_corrections

__all__ = ["apply_corrections", "read_corrections"]
