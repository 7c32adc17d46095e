"""What the record must be true to, checked: a fault is a row, and is filed as a correction or fails the build."""

from hustings.record.audit.check import Check, Checked, Fault, Finding, audit_record
from hustings.record.audit.councils import council_checks
from hustings.record.audit.divisions import division_checks
from hustings.record.audit.local import local_checks
from hustings.record.audit.people import people_checks
from hustings.record.audit.place import place_checks
from hustings.record.audit.polls import poll_checks
from hustings.record.audit.publications import publication_checks
from hustings.record.audit.structure import structure_checks
from hustings.record.audit.sums import sum_checks
from hustings.record.audit.totals import total_checks

__all__ = ["Check", "Checked", "Fault", "Finding", "audit_record", "record_checks"]

SUBJECTS = (
    structure_checks,
    sum_checks,
    publication_checks,
    total_checks,
    division_checks,
    place_checks,
    local_checks,
    council_checks,
    people_checks,
    poll_checks,
)


def record_checks() -> list[Check]:
    """The checks that need nothing but the record's own tables."""
    return [check for checks in SUBJECTS for check in checks()]
