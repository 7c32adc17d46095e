"""Tables of local government: the councils, and who held them."""

from hustings.record.schema.column import SOURCE, Table, date, text
from hustings.record.schema.places import COUNTRIES

COUNCIL_TYPES = (
    "London borough",
    "metropolitan district",
    "unitary",
    "county",
    "non-metropolitan district",
    "Scottish council",
    "Welsh council",
    "Northern Irish district",
    "sui generis",
    "combined authority",
)

COUNCIL = Table(
    "council",
    "a council that is elected, or was",
    (
        text("council_id", "Democracy Club's name for it: tower-hamlets."),
        text("council", "Its name as a reader says it."),
        text("gss", "Its latest GSS code.", optional=True),
        text("council_type", "What sort of council.", values=COUNCIL_TYPES),
        text("region", "Region of England; the country elsewhere.", optional=True),
        text("country", "Country of the United Kingdom.", values=COUNTRIES),
        date("start_on", "First day, where it was made in the years of the record.", optional=True),
        date("end_on", "Last day, of one that was abolished.", optional=True),
        SOURCE,
    ),
    ("council_id",),
)

TABLES = (COUNCIL,)
