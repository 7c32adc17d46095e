"""Checks of Commons divisions: counts against lists, numbers in order, members where they sat."""

from hustings.record.audit.check import Check, sql_check


def division_checks() -> list[Check]:
    """The checks of divisions and the votes in them."""
    return [COUNTS, NUMBERS, COUNTRIES, SITTING]


COUNTS = sql_check(
    "divisions",
    "as many members are listed for a side as its tellers announced",
    """
    select 'division' as "table", division_id::varchar as key, side as field, announced as published,
        count(*) filter (vote = side_vote) as "right"
    from (unpivot (select division_id, ayes, noes from division) on ayes, noes into name side value announced)
    join (values ('ayes', 'aye'), ('noes', 'no')) as sides(side, side_vote) using (side)
    join division_vote using (division_id) group by all
    """,
    'published is distinct from "right"',
)

NUMBERS = sql_check(
    "division numbers",
    "a session's divisions are numbered without a gap",
    """
    select 'division' as "table", division_id::varchar as key, 'number' as field, number as published,
        lag(number) over (order by divided_on, number) + 1 as "right"
    from division
    """,
    '"right" is not null and published not in ("right", 1)',
)

COUNTRIES = sql_check(
    "divisions of some countries",
    "under English votes for English laws no more members of those countries are counted than of the House",
    """
    select 'division' as "table", division_id::varchar as key, 'evel_ayes' as field, evel_ayes as published,
        ayes as "right", coalesce(evel_noes, 0) > noes as noes_too
    from division
    """,
    'published > "right" or noes_too',
)

# The member for a seat is who won it last before the day.
SITTING = sql_check(
    "members in divisions",
    "whoever is listed in a division had won that seat last before its day, and nobody is listed for a seat twice",
    """
    select 'division_vote' as "table", division_id || '|' || vote.mnis_id as key, 'area_id' as field,
        vote.area_id as published, arg_max(person.mnis_id, results.polling_on) as winner, vote.mnis_id as listed,
        'a seat that the member had won' as "right",
        count(*) over (partition by division_id, vote.boundary_set_id, vote.area_id) as times
    from division_vote as vote join division using (division_id)
    left join results on results.boundary_set_id = vote.boundary_set_id and results.area_id = vote.area_id
        and results.elected and results.basis = 'declared' and results.polling_on < divided_on
    left join person using (person_id)
    group by division_id, vote.mnis_id, vote.boundary_set_id, vote.area_id
    """,
    "winner is distinct from listed or times > 1",
)
