"""Tables of who lives where: the census by area, its questions and answers, and which area lies in which."""

from hustings.record.schema.column import AREA_KEY, SOURCE, Table, date, flag, real, text, whole
from hustings.record.schema.places import COUNTRIES

# What a place is; the GSS code says which.
PLACE_KINDS = ("constituency", "ward", "local authority")
# A census is of one of these at one time by one set of questions; Northern Ireland's is not in the record.
SCOPES = ("England and Wales", "Scotland")
TOPICS = ("religion", "ethnic group", "tenure", "household deprivation", "age", "rural or urban")
SCOPE = text("scope", "Whose census: each asks in its own words, on its own day.", values=SCOPES)
TOPIC = text("topic", "What was asked, or worked out.", values=TOPICS)

CENSUS_QUESTION = Table(
    "census_question",
    "one topic of one census: what was asked of whom, and when",
    (
        SCOPE,
        TOPIC,
        date("census_on", "Day of the census."),
        text("counted", "What the counts are of.", values=("usual residents", "households")),
        text("question", "The question, or how the answer was worked out."),
        text("note", "What to take care of."),
        SOURCE,
    ),
    ("scope", "topic"),
)

CENSUS_CATEGORY = Table(
    "census_category",
    "one answer to one topic of one census, and which answer of the other census it may be held against",
    (
        SCOPE,
        TOPIC,
        text("category", "The answer, as the record calls it."),
        text("published", "The answer as its file has it; a total or a stray column is not an answer."),
        whole("ordinality", "Its place among the answers.", least=1),
        flag("subtotal", "It is the sum of other answers, so must not be added to them."),
        text("part_of", "The subtotal it is in.", optional=True),
        text(
            "harmonised",
            "A wider answer that both censuses can be reduced to; null: it is in a subtotal that has one, "
            "or the other census has none. The questions differ even so.",
            optional=True,
        ),
        SOURCE,
    ),
    ("scope", "topic", "category"),
    ((("scope", "topic"), "census_question", ("scope", "topic")),),
)

CENSUS = Table(
    "census",
    "how many in one area gave one answer",
    (
        text("kind", "What the area is.", values=PLACE_KINDS),
        text("area_id", "Its GSS code: a constituency of 2024, a ward or local authority of December 2024."),
        SCOPE,
        TOPIC,
        text("category", "The answer."),
        whole("count", "Those who gave it; of split small areas by population, to the nearest whole."),
        whole("base", "All who are counted, those who gave no answer too."),
        real("share", "count / base; null where nobody is counted.", unit="fraction", optional=True, least=0),
        whole(
            "rank",
            "Its place by share among areas of its kind and scope, 1 for the highest; ties share it.",
            least=1,
            optional=True,
        ),
        text(
            "method",
            "exact: small areas that nest in it; best fit: whole small areas, as the ONS fits them to wards; "
            "weighted: some small areas split by population.",
            values=("exact", "best fit", "weighted"),
        ),
        flag("estimated", "Not exact, so an estimate."),
        whole("split_base", "The part of the base that comes from split small areas."),
        SOURCE,
    ),
    ("kind", "area_id", "scope", "topic", "category"),
    ((("scope", "topic", "category"), "census_category", ("scope", "topic", "category")),),
)

LOCAL_AUTHORITY = Table(
    "local_authority",
    "a local authority district of December 2024: the lowest tier that covers the whole country",
    (
        text("local_authority_id", "Its GSS code."),
        text("local_authority", "Its name."),
        text("region", "Region of England; the country elsewhere."),
        text("country", "Country of the United Kingdom.", values=COUNTRIES),
        SOURCE,
    ),
    ("local_authority_id",),
)

LOOKUP = Table(
    "lookup",
    "a ward of December 2024, or the part of one, that lies in a constituency",
    (
        text("ward_id", "GSS code of the ward."),
        text("ward", "Its name: wards of many authorities share one."),
        text("ward_welsh", "Its name in Welsh, where it has another.", optional=True),
        text("boundary_set_id", "The constituency's boundary set.", refers="boundary_set"),
        text("area_id", "The constituency."),
        text("local_authority_id", "The ward's local authority.", refers="local_authority"),
        flag("split", "As published: the ward lies in more than one constituency."),
        flag("disputed", "The record contradicts itself here and no authority settles it."),
        SOURCE,
    ),
    ("ward_id", "boundary_set_id", "area_id"),
    ((AREA_KEY, "area", AREA_KEY),),
)

AUTHORITY_PART = Table(
    "authority_part",
    "the people and land that a constituency and a local authority share",
    (
        text("boundary_set_id", "The constituency's boundary set.", refers="boundary_set"),
        text("area_id", "The constituency."),
        text("local_authority_id", "The local authority.", refers="local_authority"),
        whole("people", "People who live in both, on the count named by the source.", unit="people"),
        whole(
            "split_people",
            "Those of them who come from small areas split by population; null: not known.",
            unit="people",
            optional=True,
        ),
        real("population_of_constituency", "Part of the constituency's people.", unit="fraction", least=0),
        real("population_of_authority", "Part of the authority's people.", unit="fraction", least=0),
        real("land_of_constituency", "Part of the constituency's land.", unit="fraction", least=0, optional=True),
        real("land_of_authority", "Part of the authority's land.", unit="fraction", least=0, optional=True),
        text("land_source_id", "The file the parts of land are from.", refers="source", optional=True),
        SOURCE,
    ),
    ("boundary_set_id", "area_id", "local_authority_id"),
    ((AREA_KEY, "area", AREA_KEY),),
)

TABLES = (CENSUS_QUESTION, CENSUS_CATEGORY, CENSUS, LOCAL_AUTHORITY, LOOKUP, AUTHORITY_PART)
