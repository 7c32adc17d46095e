"""The queries that give Popolo's lists, each of the candidacies named by one bound list."""

# A candidacy that is linked to no other is a person of its own, under its own id, as in `hustings person`.
PERSON = "coalesce(candidacy.person_id, candidacy.candidacy_id)"
POLLED = "basis in ('declared', 'provisional') and candidate is not null"
PEOPLE_OF = f"""
    select distinct {PERSON} as person_id from candidacy join contest using (contest_id)
    where contest_id in (select unnest(?)) and {POLLED} order by 1
"""
STANDING = f"""
    select candidacy_id from candidacy join contest using (contest_id)
    where {PERSON} in (select unnest(?)) and {POLLED} order by 1
"""
STOOD = f"""
    with stood as (
        select {PERSON} as person_key, candidacy.*, contest.election_id, contest.kind, contest.basis, contest.seats,
            contest.polling_on, contest.boundary_set_id, contest.area_id, contest.council_id,
            contest.voided_on, contest.boundary_set_id || '/' || contest.area_id as place
        from candidacy join contest using (contest_id) where candidacy_id in (select unnest(?))
    )
"""
PERSONS = f"""
    {STOOD}
    select person_key as id, last(candidate order by polling_on, length(candidate), candidate) as name,
        list_transform(
            list_filter(
                list(distinct candidate order by candidate),
                lambda one: one != last(candidate order by polling_on, length(candidate), candidate)
            ),
            lambda one: {{'name': one}}
        ) as other_names,
        last(given_name order by polling_on, given_name) as given_name,
        last(family_name order by polling_on, family_name) as family_name,
        lower(max(gender)) as gender,
        list_filter(
            [
                {{'scheme': 'Members'' Names Information Service', 'identifier': max(person.mnis_id)}},
                {{'scheme': 'Democracy Club', 'identifier': max(person.democracy_club_id)}}
            ],
            lambda one: one.identifier is not null
        ) as identifiers
    from stood left join person on person.person_id = person_key group by person_key order by person_key
"""
MEMBERSHIPS = f"""
    {STOOD}
    select stood.candidacy_id as id, person_key as person_id, 'candidate' as role, candidate as label,
        place as post_id, stood.party_id as on_behalf_of_id, standing_as, election_id as event_id, contest_id,
        polling_on, basis, votes, elected, voided_on, how as known_by, probability, stood.source_id
    from stood left join person_link using (candidacy_id) order by person_key, polling_on, stood.candidacy_id
"""
POSTS = f"""
    {STOOD}
    select distinct place as id,
        case kind when 'local' then 'Councillor for ' || area.area when 'mayor' then 'Mayor of ' || area.area
            else 'Member of Parliament for ' || area.area end as label,
        coalesce('council:' || stood.council_id, 'house-of-commons') as organization_id, place as area_id
    from stood join area on area.boundary_set_id = stood.boundary_set_id and area.area_id = stood.area_id order by id
"""
AREAS = f"""
    {STOOD}
    select distinct place as id, area.area as name, gss as identifier, area_type as classification,
        stood.boundary_set_id, region, country
    from stood join area on area.boundary_set_id = stood.boundary_set_id and area.area_id = stood.area_id order by id
"""
EVENTS = f"""
    {STOOD}
    select distinct election_id as id, election as name, election.kind as classification,
        election.polling_on as start_date, election.polling_on as end_date
    from stood join election using (election_id) order by id
"""
LISTED_PARTIES = f"""
    {STOOD}
    select party.party_id as id, party as name, 'party' as classification,
        list_transform(
            list_sort(list(distinct registration_id) filter (registration_id is not null)),
            lambda one: {{'scheme': 'Electoral Commission', 'identifier': one}}
        ) as identifiers
    from (select distinct party_id from stood) join party using (party_id)
    left join party_registration on party_registration.party_id = party.party_id group by all order by id
"""
COUNCILS = f"""
    {STOOD}
    select distinct 'council:' || council_id as id, council as name, 'council' as classification,
        [{{'scheme': 'Office for National Statistics', 'identifier': gss}}] as identifiers
    from stood join council using (council_id) order by id
"""
SOURCES = f"""
    {STOOD}
    select source_id, publisher, title, licence, address, count(*)::integer as rows
    from stood join source using (source_id) group by all order by source_id
"""
