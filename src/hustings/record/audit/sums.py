"""Checks that figures fit each other: votes and totals, ballots and electors, winners, persons, dates."""

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
    ]


VOTES = sql_check(
    "votes",
    "the candidates' votes add up to the valid votes",
    """
    select 'contest' as "table", contest_id as key, 'valid_votes' as field,
        contest.valid_votes as published, sum(votes) as "right"
    from contest join candidacy using (contest_id)
    -- A row a party of a ward with several seats has its leading candidate's votes, which add up to nothing.
    where detail = 'candidate' or voting_system != 'block' group by all
    """,
    'published is distinct from "right"',
)

BALLOTS = sql_check(
    "ballots",
    "no more ballots were cast than there are electors",
    """
    select 'contest' as "table", contest_id as key, 'electorate' as field, electorate as published,
        coalesce(valid_ballots, if(voting_system = 'block', ceil(valid_votes / seats), valid_votes)::int)
            + coalesce(invalid_votes, 0) as "right"
    from contest
    """,
    'published < "right"',
)

REJECTED = sql_check(
    "rejected papers",
    "a count of rejected papers is not 0: in a constituency of thousands there are some, so 0 means unknown",
    """
    select 'contest' as "table", contest_id as key, 'invalid_votes' as field,
        invalid_votes as published, 'unknown' as "right"
    from contest where basis = 'declared' and kind != 'local'
    """,
    "published = 0",
)

WINNERS = sql_check(
    "winners",
    "where it is known who was elected, as many are as there are seats, and nobody not elected polled more",
    """
    select 'contest' as "table", contest_id as key, 'seats' as field,
        count(*) filter (elected) as published, contest.seats as "right",
        -- First preferences do not decide the Single Transferable Vote, nor the Supplementary one.
        voting_system in ('STV', 'SV') or min(votes) filter (elected) >= max(votes) filter (not elected) as ahead
    from contest join candidacy using (contest_id)
    group by contest_id, contest.seats, voting_system
    having count(*) filter (elected is null) = 0
    """,
    'published != "right" or not ahead',
)

PARTIES = sql_check(
    "one candidate a party",
    "no party stands more candidates than there are seats, but where votes are transferable",
    """
    select 'candidacy' as "table", candidacy_id as key, 'party_id' as field, party_id as published,
        'a party of its own' as "right",
        count(*) over (partition by contest_id, party_id) > contest.seats as crowded
    from candidacy join contest using (contest_id) where standing_as = 'party' and voting_system != 'STV'
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
    "no person stands twice in a contest, or on one day in two contests for one kind of body; in two wards only "
    "where a published number says so",
    """
    select 'candidacy' as "table", candidacy_id as key, 'person_id' as field, candidacy.person_id as published,
        'a person of its own' as "right",
        count(*) over (partition by contest_id, candidacy.person_id) > 1
        or count(*) over day > 1 and (kind != 'local' or bool_or(how = 'linked') over day) as twice
    from candidacy join contest using (contest_id) left join person_link using (candidacy_id)
    where candidacy.person_id is not null
    window day as (
        partition by polling_on, candidacy.person_id, if(kind in ('local', 'mayor'), kind, 'Commons')
    )
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
    where basis = 'declared' and kind in ('general', 'by-election') and polling_on >= date '2010-01-01'
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
    "nobody is published as female on one day and male on another",
    """
    select 'candidacy' as "table", candidacy_id as key, 'gender' as field, gender as published,
        'the gender of the later candidacy' as "right",
        gender != last_value(gender) over (
            partition by person_id order by polling_on rows between unbounded preceding and unbounded following
        ) as differs
    from candidacy join contest using (contest_id) where person_id is not null and gender in ('Female', 'Male')
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
    "a notional result has the electorate and valid votes of the election it redraws, in each country held",
    """
    with total as (
        select polling_on, basis, country, sum(electorate) as electorate, sum(valid_votes) as valid_votes
        from contest join area using (boundary_set_id, area_id)
        where contest.kind = 'general' or basis = 'notional' group by all
    ), pair as (
        select notional.polling_on, unnest(['electorate', 'valid_votes']) as field,
            unnest([notional.electorate, notional.valid_votes]) as notional,
            unnest([declared.electorate, declared.valid_votes]) as declared
        from total as notional join total as declared using (polling_on, country)
        where notional.basis = 'notional' and declared.basis = 'declared'
    )
    select 'election' as "table", 'parl.' || polling_on || '.notional' as key, field,
        sum(notional)::bigint as published, sum(declared)::bigint as "right"
    from pair group by all
    """,
    'published != "right"',
)
