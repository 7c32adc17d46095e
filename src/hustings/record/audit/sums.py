"""Checks that figures fit each other: votes and totals, ballots and electors, winners, persons, dates, publications."""

from hustings.record.audit.check import Check, sql_check


def sum_checks() -> list[Check]:
    """The checks of contests and candidacies against each other."""
    return [
        VOTES,
        BALLOTS,
        REJECTED,
        WINNERS,
        PARTIES,
        NAMES,
        PERSONS,
        DEPOSITS,
        LABELS,
        DAYS,
        TIMES,
        ORDER,
        LETTERS,
        GENDERS,
        MEMBERS,
        NOTIONAL,
        NOTIONAL_PARTIES,
        AGREE,
    ]


VOTES = sql_check(
    "votes",
    "the candidates' votes add up to the valid votes",
    """
    select 'contest' as "table", contest_id as key, 'valid_votes' as field,
        contest.valid_votes as published, sum(votes) as "right"
    from contest join candidacy using (contest_id) group by all
    """,
    'published is distinct from "right"',
)

BALLOTS = sql_check(
    "ballots",
    "no more ballots were cast than there are electors",
    """
    select 'contest' as "table", contest_id as key, 'electorate' as field, electorate as published,
        valid_votes + coalesce(invalid_votes, 0) as "right"
    from contest
    """,
    'published < "right"',
)

REJECTED = sql_check(
    "rejected papers",
    "a count of rejected papers is not 0: in any contest of thousands there are some, so 0 means unknown",
    """
    select 'contest' as "table", contest_id as key, 'invalid_votes' as field,
        invalid_votes as published, 'unknown' as "right"
    from contest where basis = 'declared'
    """,
    "published = 0",
)

WINNERS = sql_check(
    "winners",
    "as many are elected as there are seats, and nobody not elected polled more",
    """
    select 'contest' as "table", contest_id as key, 'seats' as field,
        count(*) filter (elected) as published, contest.seats as "right",
        min(votes) filter (elected) >= max(votes) filter (not elected) as ahead
    from contest join candidacy using (contest_id) group by contest_id, contest.seats
    """,
    'published != "right" or not ahead',
)

PARTIES = sql_check(
    "one candidate a party",
    "no party stands more candidates than there are seats",
    """
    select 'candidacy' as "table", candidacy_id as key, 'party_id' as field, party_id as published,
        'a party of its own' as "right",
        count(*) over (partition by contest_id, party_id) > contest.seats as crowded
    from candidacy join contest using (contest_id) where standing_as = 'party'
    """,
    "crowded",
)

NAMES = sql_check(
    "one candidacy a name",
    "no name stands twice in a contest",
    """
    select 'candidacy' as "table", candidacy_id as key, 'candidate' as field, candidate as published,
        'a name of its own' as "right", count(*) over (partition by contest_id, candidate) > 1 as twice
    from candidacy where candidate is not null
    """,
    "twice",
)

PERSONS = sql_check(
    "one candidacy a person a day",
    "no person stands in two contests on one day, or twice in one",
    """
    select 'candidacy' as "table", candidacy_id as key, 'person_id' as field, person_id as published,
        'a person of its own' as "right", count(*) over (partition by polling_on, person_id) > 1 as twice
    from candidacy join contest using (contest_id) where person_id is not null
    """,
    "twice",
)

DEPOSITS = sql_check(
    "deposits",
    "a deposit is lost by whole numbers, not by a share rounded to one decimal as the Library's site rounds",
    """
    select 'candidacy' as "table", candidacy_id as key, 'deposit' as field,
        if(round(100.0 * votes / valid_votes, 1) < 5, 'lost', 'kept') as published,
        if(20 * votes > valid_votes, 'kept', 'lost') as "right"
    from candidacy join contest using (contest_id)
    where basis = 'declared' and polling_on >= date '2010-01-01'
    """,
    'published != "right"',
)

LABELS = sql_check(
    "labels",
    "every candidacy has a party, or stands as an independent or the Speaker",
    """
    select 'election' as "table", election_id as key, 'standing_as' as field,
        count(*) filter (standing_as = 'other') || ' rows' as published, '0 rows' as "right"
    from candidacy join contest using (contest_id) group by all
    """,
    'published != "right"',
)

DAYS = sql_check(
    "days",
    "writ, poll and declaration follow each other, within the life of the boundaries",
    """
    select 'contest' as "table", contest_id as key, 'polling_on' as field, polling_on as published,
        'a day between writ and declaration, while the boundaries stood' as "right",
        contest.basis = 'notional' or (coalesce(writ_on <= polling_on, true)
            and coalesce(declared_at::date between polling_on and polling_on + 2, true)
            and polling_on between start_on and coalesce(end_on, polling_on)) as fits
    from contest join boundary_set using (boundary_set_id)
    """,
    "not fits",
)

ORDER = sql_check(
    "times of recording",
    "nothing is recorded before it is declared",
    """
    select 'contest' as "table", contest_id as key, 'declared_at' as field, declared_at as published,
        'not after ' || recorded_at as "right", recorded_at >= declared_at as fits
    from contest where recorded_at is not null and declared_at is not null
    """,
    "not fits",
)

LETTERS = sql_check(
    "letters of names",
    "a name has no stray space or hyphen, no invisible character, and was read in one character set",
    """
    select 'candidacy' as "table", candidacy_id as key, unnest(['given_name', 'family_name', 'candidate']) as field,
        unnest([given_name, family_name, candidate]) as published, 'a clean name' as "right"
    from candidacy where candidate is not null
    """,
    r"""regexp_matches(published, 'Ã|[\x00-\x1f\x7f-\xa0\xad]|  |^ | $|- | -$|-$')""",
)

GENDERS = sql_check(
    "one gender a person",
    "a person is published under one gender",
    """
    select 'candidacy' as "table", candidacy_id as key, 'gender' as field, gender as published,
        'the gender of the later candidacy' as "right",
        gender != last_value(gender) over (
            partition by person_id order by polling_on rows between unbounded preceding and unbounded following
        ) as differs
    from candidacy join contest using (contest_id) where person_id is not null and gender is not null
    """,
    "differs",
)

MEMBERS = sql_check(
    "numbers of members",
    "whoever is flagged as having sat has a member's number",
    """
    select 'candidacy' as "table", candidacy_id as key, 'person_id' as field, person_id as published,
        'a member' as "right"
    from candidacy join contest using (contest_id)
    where (sitting_mp or former_mp) and polling_on >= date '2010-01-01'
    """,
    "published is null or not starts_with(published, 'mnis:')",
)

NOTIONAL_PARTIES = sql_check(
    "notional party totals",
    "a notional result gives each party in each country the votes it was declared to have",
    """
    with total as (
        select polling_on, kind, basis, country, coalesce(line_id, standing_as) as line, sum(votes) as votes
        from results group by all
    ), both_held as (
        select polling_on, country from total where kind = 'general'
        group by all having count(distinct basis) = 2
    )
    select 'election' as "table", 'parl.' || polling_on || '.notional|' || country || '|' || line as key,
        'votes' as field, coalesce(notional.votes, 0) as published, coalesce(declared.votes, 0) as "right"
    from (from total where basis = 'notional') as notional
    full join (from total where basis = 'declared' and kind = 'general'
        and polling_on in (select polling_on from total where basis = 'notional')) as declared
        using (polling_on, country, line)
    join both_held using (polling_on, country)
    """,
    'published != "right"',
)

TIMES = sql_check(
    "declaration times",
    "every seat at a general election has a declaration time",
    """
    select 'contest' as "table", contest_id as key, 'declared_at' as field, declared_at as published,
        'a time' as "right"
    from contest where kind = 'general' and basis = 'declared' and polling_on >= date '2010-01-01'
    """,
    "published is null",
)

NOTIONAL = sql_check(
    "notional totals",
    "a notional result has the electorate and valid votes of the election it redraws",
    """
    with total as (
        select election_id, polling_on, basis, kind, sum(electorate) as electorate,
            sum(valid_votes) as valid_votes, count(distinct region || country) as regions
        from contest join area using (boundary_set_id, area_id) group by all
    ), pair as (
        select notional.election_id as key, unnest(['electorate', 'valid_votes']) as field,
            unnest([notional.electorate, notional.valid_votes]) as published,
            unnest([declared.electorate, declared.valid_votes]) as "right"
        from total as notional join total as declared using (polling_on, kind, regions)
        where notional.basis = 'notional' and declared.basis = 'declared'
    )
    select 'election' as "table", * from pair
    """,
    'published != "right"',
)

AGREE = sql_check(
    "publications",
    "two publications that state one figure state the same",
    """
    select case when key = contest_id then 'contest' else 'candidacy' end as "table", key, field,
        value as published, other_value as "right", agrees
    from reconciliation
    """,
    "not agrees",
)
