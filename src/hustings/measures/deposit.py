"""Deposits kept and lost."""

from datetime import date

import ibis
import ibis.expr.types as ir

# The Representation of the People Act 1985, section 13, came into force for polls from this day.
TWENTIETH_FROM = date(1985, 10, 1)
TWENTIETH, EIGHTH = 20, 8


def deposit_kept(results: ir.Table) -> ir.BooleanColumn:
    """Whether a candidate polled more than a twentieth of the valid votes and so has the deposit back.

    20 x votes > valid votes, in whole numbers: exactly a twentieth is lost, and no share is rounded.
    An eighth before 1 October 1985. Null where either is unknown, where a row is no candidate but a
    party or candidates lumped together, and in elections of councils, which ask no deposit.
    Authority: Representation of the People Act 1918, sections 26 and 27; Representation of the
    People Act 1983, schedule 1, rule 53, as amended by the Representation of the People Act 1985,
    section 13.
    """
    part = ibis.ifelse((results.polling_on < ibis.date(TWENTIETH_FROM)).fill_null(False), EIGHTH, TWENTIETH)
    kept = results.votes.cast("int64") * part > results.valid_votes
    candidate = (results.detail.fill_null("candidate") == "candidate") & (results.kind.fill_null("general") != "local")
    return ibis.ifelse(candidate, kept, ibis.null("boolean")).name("deposit_kept")
