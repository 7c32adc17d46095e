"""Tables of where: boundary sets, areas, how the new are made of the old, and the law that drew them."""

from hustings.record.schema.column import AREA_KEY, SOURCE, Table, date, flag, real, text, whole

COUNTRIES = ("England", "Northern Ireland", "Scotland", "Wales", "Ireland")

BOUNDARY_SET = Table(
    "boundary_set",
    "the constituencies of one country between two redrawings, or the wards of one council as fought on one day",
    (
        text("boundary_set_id", "Country and first year; with a last year where two began together."),
        text("kind", "What it divides a country or a council into.", values=("constituencies", "wards", "councils")),
        text("council_id", "The council whose wards these are.", optional=True, refers="council"),
        text("country", "The country it divides.", values=COUNTRIES),
        date("start_on", "First day in force; of wards, the day they were fought."),
        date("end_on", "Last day in force; null while in force.", optional=True),
        text("parent_id", "The set it is a stage of.", optional=True, refers="boundary_set"),
        text("description", "The publisher's note.", optional=True),
        SOURCE,
    ),
    ("boundary_set_id",),
)

ELECTION_BOUNDARY_SET = Table(
    "election_boundary_set",
    "a boundary set that a general election was fought on",
    (
        text("election_id", "The general election.", refers="election"),
        text("boundary_set_id", "The boundary set.", refers="boundary_set"),
        whole("ordinality", "1 for the first general election on the set, and so on.", least=1),
        SOURCE,
    ),
    ("election_id", "boundary_set_id"),
)

AREA = Table(
    "area",
    "a constituency, a ward or a council in one boundary set",
    (
        text("boundary_set_id", "The set it belongs to.", refers="boundary_set"),
        text(
            "area_id",
            "GSS code where the ONS issued one, else the publisher's code, else the first year of the boundaries "
            "and the name.",
        ),
        text("area", "Its name. A name alone is never a key: 606 recur across sets."),
        text(
            "area_type",
            "As the law names it; null where the publisher does not say.",
            optional=True,
            values=("County", "Borough", "Burgh", "University", "Ward", "Electoral division", "Council area"),
        ),
        text("council_id", "The council, of a ward or of a council's own area.", optional=True, refers="council"),
        text("region", "Region of England; the country elsewhere; Universities for seats of English ones."),
        text("region_id", "GSS code of the region or country; null where it has none.", optional=True),
        text("country", "Country of the United Kingdom.", values=COUNTRIES),
        text("gss", "GSS code; null where the ONS issued none.", optional=True),
        text("mnis_id", "Its number in the Members' Names Information Service.", optional=True),
        SOURCE,
    ),
    AREA_KEY,
)

OVERLAP = Table(
    "overlap",
    "a part shared by a constituency and one of its predecessors",
    (
        text("old_boundary_set_id", "The older set.", refers="boundary_set"),
        text("old_area_id", "The older constituency."),
        text("new_boundary_set_id", "The newer set.", refers="boundary_set"),
        text("new_area_id", "The newer constituency."),
        real("addresses_of_old", "Part of the old one's residential addresses.", unit="fraction", least=0),
        real("addresses_of_new", "Part of the new one's residential addresses.", unit="fraction", least=0),
        real("population_of_old", "Part of the old one's population.", unit="fraction", least=0),
        real("population_of_new", "Part of the new one's population.", unit="fraction", least=0),
        real("land_of_old", "Part of the old one's land.", unit="fraction", least=0),
        real("land_of_new", "Part of the new one's land.", unit="fraction", least=0),
        flag("formed_from_whole_of", "The new one takes the whole of the old one."),
        flag("forms_whole_of", "The old one makes up the whole of the new one."),
        SOURCE,
    ),
    ("old_boundary_set_id", "old_area_id", "new_boundary_set_id", "new_area_id"),
    (
        (("old_boundary_set_id", "old_area_id"), "area", AREA_KEY),
        (("new_boundary_set_id", "new_area_id"), "area", AREA_KEY),
    ),
)

LEGISLATION = Table(
    "legislation",
    "an Act or Order that provides for constituencies",
    (
        text("legislation_id", "Kind, year and number."),
        text("title", "Its short title."),
        text("kind", "What sort of law.", values=("Act of Parliament", "Order in Council")),
        date("made_on", "Day an Order was made.", optional=True),
        date("royal_assent_on", "Day an Act received Royal Assent.", optional=True),
        date("statute_book_on", "Day it entered the statute book."),
        text("address", "Where it can be read.", optional=True),
        SOURCE,
    ),
    ("legislation_id",),
)

BOUNDARY_SET_LEGISLATION = Table(
    "boundary_set_legislation",
    "a law that drew a boundary set",
    (
        text("boundary_set_id", "The set.", refers="boundary_set"),
        text("legislation_id", "The law.", refers="legislation"),
        SOURCE,
    ),
    ("boundary_set_id", "legislation_id"),
)

ENABLING = Table(
    "enabling",
    "an Act and an Order made under it",
    (
        text("enabling_id", "The law that gives the power.", refers="legislation"),
        text("enabled_id", "The law made under it.", refers="legislation"),
        SOURCE,
    ),
    ("enabling_id", "enabled_id"),
)

TABLES = (
    BOUNDARY_SET,
    ELECTION_BOUNDARY_SET,
    AREA,
    OVERLAP,
    LEGISLATION,
    BOUNDARY_SET_LEGISLATION,
    ENABLING,
)
