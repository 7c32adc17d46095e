"""Checks of polls: their days, their samples, and that their shares can be parts of one whole."""

from hustings.record.audit.check import Check, sql_check


def poll_checks() -> list[Check]:
    """The checks of poll and poll_share."""
    return [DAYS, SAMPLES, SUMS, ADDED]


DAYS = sql_check(
    "days of polls",
    "fieldwork ends on or after the day it starts, and within eight weeks",
    """
    select 'poll' as "table", poll_id as key, 'end_on' as field, end_on as published, start_on as "right" from poll
    """,
    'published < "right" or published - "right" > 56',
)

SAMPLES = sql_check(
    "samples of polls",
    "at least 300 people are asked",
    """
    select 'poll' as "table", poll_id as key, 'sample_size' as field, sample_size as published,
        'some thousand' as "right"
    from poll where sample_size is not null
    """,
    "published < 300",
)

# Eight rounded figures may be four points out together; where others are lumped nowhere, their share is
# missing from the sum.
SUMS = sql_check(
    "sums of polls",
    "where a poll gives others a share, its shares add up to 97 to 102 per cent; elsewhere to no more than 102",
    """
    select 'poll' as "table", poll_id as key, 'total' as field, total as published, 100 as "right",
        bool_or(contains(lower(label), 'others')) as whole
    from poll join poll_share using (poll_id) group by poll_id, total
    """,
    "published > 102 or whole and published < 97",
)

ADDED = sql_check(
    "totals of polls",
    "a poll's total is what its shares add up to",
    """
    select 'poll' as "table", poll_id as key, 'added' as field, total as published,
        round(sum(share), 1) as "right"
    from poll left join poll_share using (poll_id) group by poll_id, total
    """,
    'published is distinct from "right"',
)
