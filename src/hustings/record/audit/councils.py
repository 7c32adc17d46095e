"""Checks of councils and mayors: parties add up to councils, rounds of a count to each other."""

from hustings.record.audit.check import Check, sql_check


def council_checks() -> list[Check]:
    """The checks of how councils were made up and of counts in rounds."""
    return [COMPOSITION, LISTED, TWICE, ROUNDS, FINALS, LEADERS]


COMPOSITION = sql_check(
    "compositions",
    "the parties of a council add up to its councillors",
    """
    select 'council_control' as "table", council_id || '|' || year as key, 'councillors' as field,
        any_value(council_control.councillors) as published, sum(council_composition.councillors) as "right"
    from council_control left join council_composition using (council_id, year) group by council_id, year
    """,
    'published is distinct from "right"',
)

LISTED = sql_check(
    "lists of councillors",
    "a list has as many councillors of a council as its composition that year",
    """
    select 'council_control' as "table", council_id || '|' || year as key, 'councillors' as field,
        council_control.councillors as published, listed.councillors as "right"
    from council_control join (select council_id, year, count(*) as councillors from councillor group by all) as listed
        using (council_id, year)
    """,
    'published is distinct from "right"',
)

TWICE = sql_check(
    "councillors listed twice",
    "a list names a councillor of a ward once",
    """
    select 'councillor' as "table", council_id || '|' || year || '|' || line as key, 'councillor' as field,
        councillor as published, 'another councillor' as "right",
        row_number() over (partition by council_id, year, ward, councillor order by line) as time
    from councillor where councillor is not null and party_name != 'Vacant' and councillor != 'Vacant'
    """,
    "time > 1",
)

ROUNDS = sql_check(
    "rounds",
    "first preferences and transfers are the final total",
    """
    select 'count_round' as "table", candidacy_id || '|2' as key, 'votes' as field,
        second.votes as published, first.votes + second.transfers as "right"
    from count_round as second join count_round as first using (candidacy_id)
    where second.round = 2 and first.round = 1
    """,
    'published is distinct from "right"',
)

FINALS = sql_check(
    "final totals",
    "first preferences are those of the first round, final votes those of the last",
    """
    select 'candidacy' as "table", candidacy_id as key, 'final_votes' as field,
        final_votes as published,
        if(first.fate = 'eliminated', null, last(count_round.votes order by count_round.round)) as "right",
        candidacy.votes is distinct from first.votes as differs
    from candidacy join count_round using (candidacy_id) join count_round as first using (candidacy_id)
    where first.round = 1 group by candidacy_id, final_votes, candidacy.votes, first.votes, first.fate
    """,
    'published is distinct from "right" or differs',
)

LEADERS = sql_check(
    "mayors",
    "the elected led the round that decided",
    """
    select 'contest' as "table", contest_id as key, 'elected' as field,
        max(final_votes) filter (elected) as published, max(final_votes) as "right"
    from candidacy join contest using (contest_id) where voting_system = 'SV' group by contest_id
    """,
    'published is distinct from "right"',
)
