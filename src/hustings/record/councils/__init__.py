"""Councils: the list of them since 2014, and which one a published name or code means."""

from hustings.record.councils.named import Councils, read_councils

__all__ = ["Councils", "read_councils"]
