"""How to count: each measure one function from results to an Ibis expression, on whatever engine holds them."""

from hustings.measures.change import change
from hustings.measures.deposit import deposit_kept
from hustings.measures.disproportionality import gallagher
from hustings.measures.final_round import final_round
from hustings.measures.fragmentation import effective_parties
from hustings.measures.majority import majority
from hustings.measures.outcome import outcome
from hustings.measures.party_change import party_change
from hustings.measures.party_totals_change import party_totals_change
from hustings.measures.rank import rank, rank_among
from hustings.measures.seat_flow import seat_flow
from hustings.measures.seats import party_totals, seats
from hustings.measures.share import share
from hustings.measures.split_opposition import split_opposition
from hustings.measures.standing import candidates
from hustings.measures.swing import butler_swing, leading_swing, steed_swing
from hustings.measures.top_share import top_share
from hustings.measures.turnout import ballots, national_turnout, turnout
from hustings.measures.undecided_seats import undecided_seats
from hustings.measures.votes_to_change import votes_to_change

__all__ = [
    "ballots",
    "butler_swing",
    "candidates",
    "change",
    "deposit_kept",
    "effective_parties",
    "final_round",
    "gallagher",
    "leading_swing",
    "majority",
    "national_turnout",
    "outcome",
    "party_change",
    "party_totals",
    "party_totals_change",
    "rank",
    "rank_among",
    "seat_flow",
    "seats",
    "share",
    "split_opposition",
    "steed_swing",
    "top_share",
    "turnout",
    "undecided_seats",
    "votes_to_change",
]
