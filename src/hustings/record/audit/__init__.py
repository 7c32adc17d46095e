"""What the record must be true to, checked: a fault is a row, and is filed as a correction or fails the build."""

from hustings.record.audit.check import Check, Checked, Fault, Finding, audit_record
from hustings.record.audit.structure import structure_checks
from hustings.record.audit.sums import sum_checks
from hustings.record.audit.totals import total_checks

__all__ = ["Check", "Checked", "Fault", "Finding", "audit_record", "record_checks"]


def record_checks() -> list[Check]:
    """The checks that need nothing but the record's own tables."""
    return [*structure_checks(), *sum_checks(), *total_checks()]
