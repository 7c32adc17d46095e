"""Findings in any editor while a story is written: a server of the Language Server Protocol."""
