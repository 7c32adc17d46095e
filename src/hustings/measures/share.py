"""Share of the vote."""

import ibis.expr.types as ir


def share(results: ir.Table) -> ir.FloatingValue:
    """A candidate's votes as a part of the contest's valid votes.

    votes / valid votes, a fraction of 1; null where either is unknown or no vote was valid.
    Rejected papers are in neither. Authority: House of Commons Library, general election briefings.
    """
    return (results.votes / results.valid_votes.nullif(0)).name("share")
