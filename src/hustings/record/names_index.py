"""Every name by which something in the record is found: what the table `name` is made of, and what additions change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hustings.record.names import plain

if TYPE_CHECKING:
    from hustings.record.open import Record

Row = dict[str, Any]

# Each gives a row a thing: `names` are all it goes by, `whole` its abbreviation, `sources` those of its rows.
# `{those}` is where it is said which things are wanted.
SEATS = """
    select area as name, [area] as names, null as whole, boundary_set_id || '/' || area_id as key,
        any_value(region || if(region = area.country, '', ', England')) || ', fought '
        || string_agg(distinct year(polling_on)::varchar, ', ' order by year(polling_on)::varchar) as about,
        bool_and(coalesce(
            end_on < (select max(end_on) from boundary_set as own where own.kind = 'constituencies'), false
        )) as older,
        [any_value(area.source_id)] as sources
    from area join boundary_set using (boundary_set_id) join contest using (boundary_set_id, area_id)
    where basis = 'declared' and contest.kind in ('general', 'by-election') and {those}
    group by area, boundary_set_id, area_id order by max(polling_on) desc, area, key
"""
COUNCILS = """
    with called as (
        select council_id, name from council_name
        union select council_id, local_authority from local_authority join council_code on gss = local_authority_id
    )
    select council as name, list_prepend(council, list(distinct called.name order by called.name)
            filter (called.name is not null)) as names,
        null as whole, council.council_id as key,
        council_type || if(council.region = council.country, '', ', ' || council.region) || ', ' || council.country
        || coalesce(', councillors elected ' || string_agg(distinct year(polling_on)::varchar, ', '
            order by year(polling_on)::varchar) filter (contest.kind = 'local'), '')
        || coalesce('; abolished ' || year(end_on), '') as about,
        end_on is not null as older, list(distinct contest.source_id order by contest.source_id) as sources
    from council left join called using (council_id) left join contest using (council_id)
    where {those} group by council.council_id, council, council_type, council.region, council.country, end_on
    order by council, key
"""
PARTIES = """
    select party.party as name, [party.party] as names, abbreviation as whole, party.party_id as key,
        coalesce(abbreviation || ', ', '') || format('{{:,}}', count(candidacy_id))
        || if(count(candidacy_id) = 1, ' candidacy in the record', ' candidacies in the record') as about,
        false as older, [party.source_id] as sources
    from party left join candidacy on candidacy.party_id = party.party_id and candidate is not null
    where {those}
    group by party.party, party.party_id, abbreviation, party.source_id order by count(candidacy_id) desc, name, key
"""
# A ward is one through the years while its council calls it the same, whatever its signs.
WARD = "regexp_replace(replace(replace(lower(strip_accents(ward)), '&', 'and'), '''', ''), '[^a-z0-9]+', '-', 'g')"
WARDS = f"""
    with fought as (
        select contest.council_id, area as ward, polling_on, contest.source_id
        from contest join area using (boundary_set_id, area_id) where contest.kind = 'local'
    ),
    listed as (
        from fought union all
        select council_id, ward, null, source_id from lookup join council_code on gss = local_authority_id
    )
    select first(ward order by polling_on desc nulls last, ward) as name,
        list(distinct ward order by ward) as names, null as whole, council_id || '/' || {WARD} as key,
        any_value(council) || coalesce(', fought ' || string_agg(distinct year(polling_on)::varchar, ', '
            order by year(polling_on)::varchar), '') as about,
        false as older, list(distinct source_id order by source_id) as sources
    from listed join council using (council_id) where {{those}}
    group by council_id, {WARD} order by max(polling_on) desc nulls last, name, key
"""
# Candidacies that no publisher numbers are a person each by name alone, and are counted together.
# A person is called by the latest name, and found by any.
PEOPLE = """
    select last(candidate order by polling_on, candidacy_id) as name,
        list(distinct candidate order by candidate) as names, null as whole, coalesce(person_id, candidate) as key,
        last(party || ', ' || area || ' ' || year(polling_on) order by polling_on, candidacy_id)
        || if(count(*) > 1, ' and ' || (count(*) - 1) || ' more', '') as about,
        false as older, list(source_id order by polling_on desc, candidacy_id desc) as sources
    from results where candidate is not null and {those}
    group by coalesce(person_id, candidate) order by max(polling_on) desc, name, key
"""
QUERIES = {"seat": SEATS, "council": COUNCILS, "party": PARTIES, "ward": WARDS, "person": PEOPLE}
# What the contests given are about, each kind's things by the column that `{those}` may name.
TOUCHED = {
    "seat": ("(boundary_set_id, area_id)", "(boundary_set_id, area_id) from contest"),
    "council": ("council.council_id", "council_id from contest"),
    "party": ("party.party_id", "party_id from candidacy"),
    "ward": ("council_id", "council_id from contest"),
    "person": ("coalesce(person_id, candidate)", "coalesce(person_id, candidate) from candidacy"),
}


def index_rows(record: Record, contests: list[str] | None = None) -> list[Row]:
    """A row a name of everything that has one, or of what the contests given touch, as the table `name` has them.

    `sources` stands for `source_id`: of whose rows a name may be shared, the table's builder decides.
    """
    return [row for kind in QUERIES for row in _of_kind(record, kind, contests)]


def _of_kind(record: Record, kind: str, contests: list[str] | None) -> list[Row]:
    column, touched = TOUCHED[kind]
    those = "true" if contests is None else f"{column} in (select {touched} where contest_id in (select unnest(?)))"
    things = record.query(QUERIES[kind].format(those=those), [] if contests is None else [contests])
    return [row for place, thing in enumerate(things, start=1) for row in _names(kind, place, thing)]


def _names(kind: str, place: int, thing: Row) -> list[Row]:
    """A row for each way a thing's names are written plainly, and one for its abbreviation."""
    said = {plain(name): False for name in thing["names"]}
    if short := plain(thing["whole"] or ""):
        said = {short: True} | said
    same = {column: thing[column] for column in ("key", "name", "about", "older", "sources")}
    return [{"kind": kind, "plain": words, "whole": whole, "place": place, **same} for words, whole in said.items()]
