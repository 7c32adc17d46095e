"""Tables of what was fought: Parliaments, elections, contests, candidacies and their baselines."""

from hustings.record.schema.column import (
    AREA_KEY,
    SOURCE,
    Table,
    date,
    flag,
    moment,
    real,
    text,
    whole,
)

BASES = ("declared", "provisional", "notional", "estimated", "projected", "scenario")
# Bases on which people polled, whether or not the count is over; the others are estimates or imagined.
POLLED = ("declared", "provisional")
KINDS = ("general", "by-election", "local", "mayor")
SYSTEMS = ("FPTP", "block", "SV", "STV")
DETAILS = ("candidate", "party")

PARLIAMENT = Table(
    "parliament",
    "a Parliament of the United Kingdom, from its summoning to its dissolution",
    (
        whole("parliament", "Number of the Parliament, counted from the union of 1801.", least=1),
        date("summoned_on", "Day it was summoned to meet."),
        date("state_opening_on", "Day of its first state opening.", optional=True),
        date("dissolved_on", "Day it was dissolved; null while it sits.", optional=True),
        text("wikidata_id", "Its item in Wikidata.", optional=True),
        text("london_gazette", "The issue of the London Gazette that summoned it.", optional=True),
        SOURCE,
    ),
    ("parliament",),
)

ELECTION = Table(
    "election",
    "a general election, a notional one, the by-elections of one day, or a council's or mayor's election",
    (
        text("election_id", "Democracy Club election id; `.notional` is ours for a notional one."),
        date("polling_on", "Day of the poll."),
        text("kind", "What sort of election.", values=KINDS),
        text("basis", "How its results came to be known.", values=BASES),
        text("election", "What a reader calls it."),
        whole(
            "parliament",
            "The Parliament that it elected members to.",
            least=1,
            refers="parliament",
            optional=True,
        ),
        text("coverage", "What part of it the record holds; null: all of it.", optional=True),
        text("briefing", "Address of the Commons Library's briefing on it.", optional=True),
        SOURCE,
    ),
    ("election_id",),
)

CONTEST = Table(
    "contest",
    "one seat, or one ward, fought at one election",
    (
        text(
            "contest_id",
            "Democracy Club ballot id, or ours with `.notional` for a notional result.",
        ),
        text("election_id", "The election it was part of.", refers="election"),
        date("polling_on", "Day of the poll."),
        text("kind", "What sort of election.", values=KINDS),
        text("basis", "How its result came to be known.", values=BASES),
        text(
            "voting_system",
            "The rule by which votes become seats: FPTP, one vote and one seat; block, as many votes as seats; "
            "SV, a first and a second choice; STV, choices in order.",
            values=SYSTEMS,
        ),
        text(
            "detail",
            "What a row of candidacy is: a candidate; or a party, all its candidates together, where only "
            "party votes were published.",
            values=DETAILS,
        ),
        whole("seats", "How many were to be elected.", unit="seats", least=1),
        text("boundary_set_id", "The boundaries it was fought on.", refers="boundary_set"),
        text("area_id", "The area fought for: GSS code, or the code its publisher gave."),
        text("council_id", "The council, of a local or mayoral contest.", optional=True, refers="council"),
        whole("electorate", "People entitled to vote.", unit="electors", least=1, optional=True),
        whole(
            "valid_votes",
            "Votes for candidates: under SV and STV first choices, under block every vote of every voter, but in "
            "the Commons' seats of two members votes as their publisher scaled them, adding up to voters.",
            unit="votes",
            optional=True,
        ),
        whole(
            "valid_ballots",
            "Valid ballot papers, where a voter may mark several candidates; null: unknown, or the valid votes.",
            unit="ballots",
            optional=True,
        ),
        whole("invalid_votes", "Ballots rejected at the count; null: unknown.", unit="ballots", optional=True),
        date("writ_on", "Day the writ was issued.", optional=True),
        moment("declared_at", "When the result was declared.", optional=True),
        text("declared_source_id", "The file the time of declaration is from.", optional=True, refers="source"),
        moment("recorded_at", "When the Commons Library recorded the result.", optional=True),
        text("recorded_source_id", "The file the time of recording is from.", optional=True, refers="source"),
        date("voided_on", "Day an election court declared the election void; null: it stands.", optional=True),
        flag("disputed", "The record contradicts itself here and no authority settles it."),
        SOURCE,
    ),
    ("contest_id",),
    ((AREA_KEY, "area", AREA_KEY),),
)

CANDIDACY = Table(
    "candidacy",
    "one candidate in one contest, or one party where only party votes were published",
    (
        text("candidacy_id", "The contest, a colon, and the candidate's (or party's) name as a slug."),
        text("contest_id", "The contest.", refers="contest"),
        text(
            "person_id",
            "The person, where numbered or linked; see person_link.",
            optional=True,
            refers="person",
        ),
        text("candidate", "Name as a reader says it; null where the row is a party.", optional=True),
        text("given_name", "Given names as published.", optional=True),
        text("family_name", "Family name as published.", optional=True),
        text(
            "gender",
            "As published.",
            optional=True,
            values=("Female", "Male", "Non-binary"),
        ),
        flag("sitting_mp", "Was a member of the Commons at dissolution, as published.", optional=True),
        flag("former_mp", "Had been a member of the Commons before, as published.", optional=True),
        text("party_id", "The party; null for an independent or the Speaker.", optional=True, refers="party"),
        text("adjunct_party_id", "A second party named on the ballot.", optional=True, refers="party"),
        text(
            "standing_as",
            "party, independent, speaker; other: candidates that the publication lumps together.",
            values=("party", "independent", "speaker", "other"),
        ),
        whole("votes", "Votes received, under SV and STV first choices; null: unknown.", unit="votes", optional=True),
        whole(
            "final_votes",
            "Under SV, votes at the end of the round that decided; null: eliminated before, unknown, or no rounds.",
            unit="votes",
            optional=True,
        ),
        flag(
            "elected",
            "Took a seat; in a notional result, would have taken it; null: not published, and votes do not decide it.",
            optional=True,
        ),
        flag("disputed", "The record contradicts itself here and no authority settles it."),
        SOURCE,
    ),
    ("candidacy_id",),
)

BASELINE = Table(
    "baseline",
    "a contest and an earlier one that its change may be measured from",
    (
        text("contest_id", "The contest whose change is measured.", refers="contest"),
        text("baseline_contest_id", "The contest it is measured from.", refers="contest"),
        text(
            "rule",
            "Why the two compare: the same boundaries; a notional result on the new ones; the declared "
            "result that the notional one repeats vote for vote; or only the same name on older boundaries.",
            values=("same-boundaries", "notional", "as-declared", "same-name"),
        ),
        flag("standard", "The comparison every change uses unless another is asked for."),
    ),
    ("contest_id", "baseline_contest_id"),
)

PUBLISHED = Table(
    "published",
    "a derived figure as its publisher printed it, kept to hold our measures against",
    (
        text("contest_id", "The contest the figure is about.", refers="contest"),
        text("candidacy_id", "The candidacy, where it is about one.", optional=True, refers="candidacy"),
        text(
            "figure",
            "Which figure.",
            values=("share", "change", "position", "majority", "outcome", "turnout", "valid turnout", "total"),
        ),
        real("value", "The number printed, a share, change or turnout as a fraction of 1.", optional=True),
        text("words", "The words printed, for an outcome.", optional=True),
        whole("decimals", "Decimal places printed, zeros at the end that were dropped too.", optional=True),
        SOURCE,
    ),
    ("contest_id", "candidacy_id", "figure"),
)

TABLES = (PARLIAMENT, ELECTION, CONTEST, CANDIDACY, BASELINE, PUBLISHED)
