"""Every figure that a story may print of a contest, worked out by the measures once and kept beside the record."""
