"""Local elections: every publisher's rows made one shape, then contests, candidacies, wards and parties."""
