"""The one shape of results: a row a candidacy, whatever was declared, estimated or imagined."""

from hustings.record.schema import TABLES, Column
from hustings.record.schema.column import text

# Where each column of the shape is declared; what the shape alone has is declared here.
FROM = {
    "contest": (
        "contest_id election_id polling_on kind voting_system seats boundary_set_id area_id "
        "electorate valid_votes valid_ballots invalid_votes basis council_id detail"
    ),
    "area": "area region country",
    "candidacy": "candidacy_id person_id candidate party_id standing_as votes final_votes elected source_id",
}
PARTY = text("party", "The party's name; Independent, Speaker or Other where there is none.")
LINE = text(
    "line_id",
    "What a change compares: the party's line across a change of name, or speaker; null for "
    "candidates who are compared with nobody.",
    optional=True,
)
ORDER = """
    contest_id election_id polling_on kind voting_system seats area_id area boundary_set_id region country
    candidacy_id person_id candidate party_id party line_id standing_as votes final_votes elected
    electorate valid_votes valid_ballots invalid_votes basis council_id detail source_id
"""


def _columns() -> tuple[Column, ...]:
    known = {name: TABLES[table].column(name) for table, names in FROM.items() for name in names.split()}
    known |= {"party": PARTY, "line_id": LINE}
    return tuple(known[name] for name in ORDER.split())


RESULTS: tuple[Column, ...] = _columns()

RESULTS_SQL = """
    select contest.contest_id, contest.election_id, contest.polling_on, contest.kind,
        contest.voting_system, contest.seats, contest.area_id, area.area, contest.boundary_set_id,
        area.region, area.country, candidacy.candidacy_id, candidacy.person_id,
        candidacy.candidate, candidacy.party_id,
        case candidacy.standing_as
            when 'independent' then 'Independent' when 'speaker' then 'Speaker'
            when 'other' then 'Other' else party.party end as party,
        case candidacy.standing_as
            when 'speaker' then 'speaker' when 'party' then party.line_id end as line_id,
        candidacy.standing_as, candidacy.votes, candidacy.final_votes, candidacy.elected, contest.electorate,
        contest.valid_votes, contest.valid_ballots, contest.invalid_votes, contest.basis,
        contest.council_id, contest.detail, candidacy.source_id
    from candidacy
    join contest using (contest_id)
    join area on area.boundary_set_id = contest.boundary_set_id and area.area_id = contest.area_id
    left join party on party.party_id = candidacy.party_id
"""
