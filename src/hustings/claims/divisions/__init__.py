"""Figures of Commons divisions: which division a story speaks of, and whether its counts are right."""
