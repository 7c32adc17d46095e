"""Tables of what the House decided: Commons divisions and how each member voted."""

from hustings.record.schema.column import AREA_KEY, SOURCE, Table, date, flag, moment, text, whole

VOTES = ("aye", "no", "teller aye", "teller no", "none recorded")

DIVISION = Table(
    "division",
    "a division of the House of Commons, with the counts that its tellers announced",
    (
        whole("division_id", "Its number in the Commons Votes service, counted over all sessions.", least=1),
        date("divided_on", "Day of the sitting; a division after midnight is under the day the sitting began."),
        moment("divided_at", "When, as published, on that day; null for a deferred division.", optional=True),
        whole("number", "Its number in the session.", least=1),
        text("title", "Title as published, its blanks made single."),
        text("plain_title", "A title in plain words, where the service gives one.", optional=True),
        text("about", "What it was about in plain words, where the service says.", optional=True),
        whole("ayes", "Ayes announced, tellers not counted.", unit="votes"),
        whole("noes", "Noes announced, tellers not counted.", unit="votes"),
        flag("deferred", "Voted on by paper on a later day than it was moved."),
        text(
            "evel",
            "Under English votes for English laws: a majority of both the House and the members of some "
            "countries was needed, or the votes of the members of some countries alone were counted.",
            optional=True,
            values=("Double Majority", "Country"),
        ),
        text("evel_country", "The countries whose members' votes counted.", optional=True),
        whole("evel_ayes", "Ayes of those countries' members.", unit="votes", optional=True),
        whole("evel_noes", "Noes of those countries' members.", unit="votes", optional=True),
        text("address", "Where the division can be read.", optional=True),
        SOURCE,
    ),
    ("division_id",),
)

DIVISION_VOTE = Table(
    "division_vote",
    "a member in the published list of a division",
    (
        whole("division_id", "The division.", refers="division"),
        text("mnis_id", "The member's number in the Members' Names Information Service."),
        text("member", "The member's name as published."),
        text("party_label", "The member's party on the day, as published."),
        text("party_id", "That party; null where the label is of no party.", optional=True, refers="party"),
        text("boundary_set_id", "Boundary set of the member's seat.", optional=True, refers="boundary_set"),
        text("area_id", "The member's seat; null where the record knows none of that name then.", optional=True),
        text("seat", "The member's seat as published."),
        text("vote", "The vote as published; a list without the last kind does not name who had none.", values=VOTES),
        text("proxy", "Who cast it for the member, where it was a proxy vote.", optional=True),
        SOURCE,
    ),
    ("division_id", "mnis_id"),
    ((AREA_KEY, "area", AREA_KEY),),
)

TABLES = (DIVISION, DIVISION_VOTE)
