"""Tables of who: parties and their registrations, persons, members and their first speeches."""

from hustings.record.schema.column import AREA_KEY, SOURCE, Table, date, flag, text, whole

PARTY = Table(
    "party",
    "a party that stood, or that a publisher lists",
    (
        text("party_id", "Its name as a slug. An abbreviation is never a key: three parties are Green."),
        text("party", "Its name."),
        text("abbreviation", "Its usual abbreviation, shared by some.", optional=True),
        text("mnis_id", "Its number in the Members' Names Information Service.", optional=True),
        text(
            "line_id",
            "The party it is compared with across a change of name: parties that share an Electoral "
            "Commission registration share a line.",
            refers="party",
        ),
        flag("parliamentary", "Has had a member of the Commons since 2010, as published."),
        text("note", "The publisher's note on what its figures include.", optional=True),
        SOURCE,
    ),
    ("party_id",),
)

PARTY_COLOUR = Table(
    "party_colour",
    "the colour a party is drawn in: Hustings' choice, near what is customary and apart from its rivals'",
    (
        text("party_id", "The party.", refers="party"),
        text("colour", "Red, green and blue, #rrggbb."),
    ),
    ("party_id",),
)

PARTY_REGISTRATION = Table(
    "party_registration",
    "an entry in the Electoral Commission's register of parties",
    (
        text("registration_id", "The Commission's number, PP and digits."),
        text("party_id", "The party.", refers="party"),
        text("register", "Which register.", values=("Great Britain", "Northern Ireland")),
        date("start_on", "Day of registration."),
        date("end_on", "Day of deregistration; null while registered.", optional=True),
        date("name_updated_on", "Day its name last changed.", optional=True),
        SOURCE,
    ),
    ("registration_id", "party_id", "register", "start_on"),
)

PERSON = Table(
    "person",
    "a person whom a publisher numbers, or whose candidacies Hustings links; person_link says which and how surely",
    (
        text("person_id", "mnis: or dc: and the lowest number known; h: and the first candidacy of one we linked."),
        text("person", "Name at the latest candidacy or speech."),
        text("mnis_id", "Number in the Members' Names Information Service.", optional=True),
        text("democracy_club_id", "Number in Democracy Club's register of candidates.", optional=True),
        SOURCE,
    ),
    ("person_id",),
)

MEMBER = Table(
    "member",
    "a person who has sat in the Commons and is in the Library's list",
    (
        text("mnis_id", "Number in the Members' Names Information Service."),
        text("person_id", "The person.", refers="person"),
        text("given_name", "Given names."),
        text("family_name", "Family name."),
        SOURCE,
    ),
    ("mnis_id",),
)

MAIDEN_SPEECH = Table(
    "maiden_speech",
    "a member's first speech in the Commons",
    (
        text("mnis_id", "The member.", refers="member"),
        date("made_on", "Day of the speech."),
        whole("parliament", "The Parliament.", least=1, refers="parliament"),
        whole("session", "Session of that Parliament.", least=1),
        text("boundary_set_id", "Boundary set of the member's seat.", refers="boundary_set"),
        text("area_id", "The member's seat."),
        text("hansard", "Hansard reference.", optional=True),
        text("address", "Where it can be read.", optional=True),
        SOURCE,
    ),
    ("mnis_id", "made_on"),
    ((AREA_KEY, "area", AREA_KEY),),
)

TABLES = (PARTY, PARTY_COLOUR, PARTY_REGISTRATION, PERSON, MEMBER, MAIDEN_SPEECH)
