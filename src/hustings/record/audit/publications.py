"""Checks of what two publications state: alike, or filed one by one, or explained once for a whole election."""

from hustings.record.audit.check import Check, sql_check


def publication_checks() -> list[Check]:
    """The differences between publications, and the explanations that cover many of them."""
    return [AGREE, EXPLAINED]


# An explanation covers a field of an election in one pair of publications.
EXPLAINED_ROWS = """
    select reconciliation.*, contest.election_id from reconciliation
    join contest using (contest_id)
    semi join explained_difference as one
        on one.election_id = contest.election_id and one.field = reconciliation.field
        and one.source_id = reconciliation.source_id and one.other_source_id = reconciliation.other_source_id
"""
AGREE = sql_check(
    "publications",
    "two publications that state one figure state the same, but where one reason is filed for a whole election",
    f"""
    with explained as ({EXPLAINED_ROWS})
    select case when key = contest_id then 'contest' else 'candidacy' end as "table", key, field,
        value as published, other_value as "right", agrees
    from reconciliation anti join explained using (key, field, other_source_id)
    """,
    "not agrees",
)

EXPLAINED = sql_check(
    "explained differences",
    "as many figures differ as the reason filed for them says",
    f"""
    with explained as ({EXPLAINED_ROWS}), differing as (
        select election_id, field, source_id, other_source_id, count(*) as found from explained
        where not agrees group by all
    )
    select 'explained_difference' as "table", concat_ws('|', election_id, field, source_id, other_source_id) as key,
        'rows' as field, rows as published, coalesce(found, 0) as "right"
    from explained_difference left join differing using (election_id, field, source_id, other_source_id)
    """,
    'published != "right"',
)
