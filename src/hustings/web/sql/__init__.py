"""Anybody's SQL over the record: one statement that reads, within limits, in a process that may be ended."""
