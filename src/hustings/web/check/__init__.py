"""Checking a story: whoever pastes one sees which of its figures are wrong, and nothing of it is kept."""
