"""Hustings: an election desk for UK elections."""
