"""Checks of links and of parties: each candidacy's person is the one its link names; who wins a seat has a colour."""

from hustings.record.audit.check import Check, sql_check
from hustings.record.people.model import read_model

LEAST = read_model()["link"]["threshold"]


def people_checks() -> list[Check]:
    """The checks of person_link, of persons' names and of the colours of parties."""
    return [LINKS, SURE, FIRST, NAMED, COLOURS]


LINKS = sql_check(
    "links",
    "a candidacy's person is the one its link names, and none has a person without a link",
    """
    select 'person_link' as "table", coalesce(candidacy.candidacy_id, person_link.candidacy_id) as key,
        'person_id' as field, person_link.person_id as published, candidacy.person_id as "right"
    from candidacy full join person_link using (candidacy_id)
    where candidacy.person_id is not null or person_link.person_id is not null
    """,
    'published is distinct from "right"',
)

SURE = sql_check(
    "sureness of links",
    "a link that is our estimate says its probability, of at least nine in ten, and no other link has one",
    """
    select 'person_link' as "table", candidacy_id as key, 'probability' as field, probability as published,
        how as "right"
    from person_link
    """,
    f"if(\"right\" = 'linked', coalesce(published < {LEAST}, true), published is not null)",
)

FIRST = sql_check(
    "names of linked persons",
    "a person whom no publisher numbers is named after a candidacy of theirs, and has two or more",
    """
    select 'person' as "table", person_id as key, 'person_id' as field, count(candidacy_id)::varchar as published,
        'two of its own' as "right", bool_or(candidacy_id = person_id[3:]) as own, bool_or(how = 'corrected') as filed
    from person left join person_link using (person_id) where starts_with(person_id, 'h:') group by person_id
    """,
    "not coalesce(filed, false) and (published::int < 2 or not coalesce(own, false))",
)

NAMED = sql_check(
    "sources of persons' names",
    "who has stood is called as a candidacy of theirs is printed by the source that the row cites, under its licence",
    """
    select 'person' as "table", person.person_id as key, 'source_id' as field, person.source_id as published,
        bool_or(candidacy.source_id = person.source_id and candidacy.candidate = person.person) as printed,
        'a source that prints the name' as "right"
    from person join candidacy using (person_id) group by all
    """,
    "not printed",
)

COLOURS = sql_check(
    "colours",
    "a party that won a seat of the Commons or a mayoralty has a colour, and a colour is written #rrggbb",
    """
    select 'party_colour' as "table", party_id as key, 'colour' as field, colour as published, '#rrggbb' as "right"
    from (
        select distinct party_id from candidacy join contest using (contest_id)
        where kind in ('general', 'by-election', 'mayor') and basis = 'declared' and elected and party_id is not null
        union select party_id from party_colour
    ) left join party_colour using (party_id)
    """,
    "not coalesce(regexp_full_match(published, '#[0-9a-f]{6}'), false)",
)
