"""Is it so: the figures of a story, read as they are printed, to be held against the record."""
