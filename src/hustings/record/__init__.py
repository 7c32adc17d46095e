"""What happened: the record, read from what was published, corrected, audited, opened."""
