"""Deposits kept and lost."""

import ibis.expr.types as ir


def deposit_kept(results: ir.Table) -> ir.BooleanColumn:
    """Whether a candidate polled more than a twentieth of the valid votes and so has the deposit back.

    20 x votes > valid votes, in whole numbers: exactly a twentieth is lost, and no share is rounded.
    Null where either is unknown. Authority: Representation of the People Act 1983, schedule 1,
    rule 53, as amended by the Representation of the People Act 1985, section 13.
    """
    return (results.votes.cast("int64") * 20 > results.valid_votes).name("deposit_kept")
