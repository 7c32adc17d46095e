"""Tables of what a constituency is like and how it is drawn: people by age, birth, deprivation, spending, shapes."""

from datetime import date as day

from hustings.record.schema.column import AREA_KEY, SOURCE, Table, date, real, text, whole

BOUNDARY_SET = text("boundary_set_id", "The constituency's boundary set.", refers="boundary_set")
AREA = text("area_id", "The constituency.")
IN_AREA = ((AREA_KEY, "area", AREA_KEY),)
LAST_AGE = 90
# The estimates are of the middle of a year.
POPULATION_DAY = day(2022, 6, 30)
BORN_IN = ("United Kingdom", "European Union", "Rest of world")

HEX = Table(
    "hex",
    "the hexagon that stands for a constituency on a map where each is of one size",
    (
        BOUNDARY_SET,
        AREA,
        whole("q", "Its column: of odd rows half a hexagon further right.", least=None),
        whole("r", "Its row, counted upwards.", least=None),
        text("layout", "How columns and rows are counted.", values=("odd-r",)),
        SOURCE,
    ),
    AREA_KEY,
    IN_AREA,
)

OUTLINE = Table(
    "outline",
    "the shape of a constituency, so far simplified that it is fit only to be seen",
    (
        BOUNDARY_SET,
        AREA,
        text("geometry", "GeoJSON geometry: longitude and latitude (WGS 84), to four decimals."),
        SOURCE,
    ),
    AREA_KEY,
    IN_AREA,
)

NEIGHBOUR = Table(
    "neighbour",
    "two constituencies of one map that lie beside each other: worked out by Hustings from the outlines, so a border "
    "too short for them is not in it",
    (
        BOUNDARY_SET,
        AREA,
        text("neighbour_boundary_set_id", "The neighbour's boundary set.", refers="boundary_set"),
        text("neighbour_area_id", "The neighbour."),
    ),
    (*AREA_KEY, "neighbour_boundary_set_id", "neighbour_area_id"),
    (*IN_AREA, (("neighbour_boundary_set_id", "neighbour_area_id"), "area", AREA_KEY)),
)

POPULATION = Table(
    "population",
    "the people of one age in a constituency, an official estimate",
    (
        BOUNDARY_SET,
        AREA,
        whole("age", f"Years of age at last birthday; {LAST_AGE} is {LAST_AGE} and over.", unit="years"),
        whole("people", "People who usually live there.", unit="people"),
        date("as_of", "The day estimated."),
        SOURCE,
    ),
    (*AREA_KEY, "age"),
    IN_AREA,
)

COUNTRY_OF_BIRTH = Table(
    "country_of_birth",
    "the part of a constituency's people born in one part of the world; the counts are not published here",
    (
        BOUNDARY_SET,
        AREA,
        text("born_in", "Where born.", values=BORN_IN),
        real("share", "Part of the people, as published, to three decimals.", unit="fraction", least=0),
        text("compared_with", "The nation whose census it was, as published."),
        SOURCE,
    ),
    (*AREA_KEY, "born_in"),
    IN_AREA,
)

DEPRIVATION = Table(
    "deprivation",
    "how deprived a constituency is by a composite index of the United Kingdom",
    (
        BOUNDARY_SET,
        AREA,
        real("score", "The score, higher for more deprived: comparable across nations only in this index.", least=0),
        whole("rank", "Its place among all 650, 1 for the most deprived.", least=1),
        whole("decile", "Tenth of the population it is in, 1 for the most deprived, as published.", least=1),
        real("high", "Part of its people in the more deprived areas, as published.", unit="fraction", least=0),
        real("medium", "Part of its people in the middle areas.", unit="fraction", least=0),
        real("low", "Part of its people in the less deprived areas.", unit="fraction", least=0),
        SOURCE,
    ),
    AREA_KEY,
    IN_AREA,
)


POUNDS: tuple[tuple[str, str], ...] = (
    ("spent", "All spending reported."),
    ("spending_limit", "The most that might be spent, as the return says."),
    ("advertising", "Of it on advertising."),
    ("unsolicited_material", "Of it on material sent to electors unasked."),
    ("transport", "Of it on transport."),
    ("public_meetings", "Of it on public meetings."),
    ("agent_and_staff", "Of it on the agent and other staff."),
    ("accommodation", "Of it on accommodation and administration."),
    ("personal", "Personal expenses of the candidate."),
    ("donations", "Donations accepted."),
    ("unpaid_claims", "Claims not paid."),
    ("disputed_claims", "Claims disputed."),
)

SPENDING = Table(
    "spending",
    "what one candidate reported to have spent and been given before a general election",
    (
        text("contest_id", "The contest.", refers="contest"),
        text("name", "The candidate's name, as on the return."),
        text(
            "candidacy_id", "The candidacy; null: none in the contest answers to it.", optional=True, refers="candidacy"
        ),
        text("party", "The party, as the publisher has it."),
        *(real(name, f"{what} Null: not reported.", unit="pounds", optional=True, least=0) for name, what in POUNDS),
        SOURCE,
    ),
    ("contest_id", "name", "party"),
)

TABLES = (HEX, OUTLINE, NEIGHBOUR, POPULATION, COUNTRY_OF_BIRTH, DEPRIVATION, SPENDING)
