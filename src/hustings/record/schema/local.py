"""Tables of councils: which there are, who held their seats each year, and counts in rounds."""

from hustings.record.schema.column import SOURCE, Table, date, text, whole
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
    "combined authority",
    "sui generis",
)

COUNCIL = Table(
    "council",
    "a council that has sat since 2014, or an authority that elects a mayor",
    (
        text("council_id", "Democracy Club's name for it; with -county where a later council took the name."),
        text("slug", "As Democracy Club's election ids write it: two councils of one name share it."),
        text("council", "Its name as a reader says it."),
        text("gss", "Its GSS code, the latest in the published files."),
        text("council_type", "What kind of council it is, or last was.", values=COUNCIL_TYPES),
        text("region", "Region of England, or the country."),
        text("country", "The country.", values=COUNTRIES),
        date("start_on", "Its first day; null: before 2014 and not recorded.", optional=True),
        date("end_on", "Its last day; null while it sits.", optional=True),
        text("authority", "Who lists it under that code, or the Act or Order that made or abolished it."),
    ),
    ("council_id",),
)

COUNCIL_NAME = Table(
    "council_name",
    "another name that publishers or readers use for a council",
    (
        text("council_id", "The council.", refers="council"),
        text("name", "The name."),
    ),
    ("council_id", "name"),
)

COUNCIL_CODE = Table(
    "council_code",
    "a GSS code that a council has or had: the code changes with a boundary, the council does not",
    (
        text("gss", "The code."),
        text("council_id", "The council.", refers="council"),
    ),
    ("gss",),
)

COUNCIL_COMPOSITION = Table(
    "council_composition",
    "the councillors of one party, as its publisher groups parties, on one council in one year",
    (
        text("council_id", "The council.", refers="council"),
        whole("year", "The year; the publisher does not say what day of it.", least=1),
        text("party_label", "The publisher's column: other is every party and independent without one."),
        whole("councillors", "How many.", unit="councillors"),
        SOURCE,
    ),
    ("council_id", "year", "party_label"),
)

COUNCIL_CONTROL = Table(
    "council_control",
    "who controlled one council in one year, in its publisher's words",
    (
        text("council_id", "The council.", refers="council"),
        whole("year", "The year; the publisher does not say what day of it.", least=1),
        whole("councillors", "All its councillors.", unit="councillors", least=1),
        text("control", "Control as published: a party has a majority, a plurality, a minority or a mayor."),
        SOURCE,
    ),
    ("council_id", "year"),
)

COUNCILLOR = Table(
    "councillor",
    "a councillor in one published list",
    (
        text("council_id", "The council.", refers="council"),
        whole("year", "The year of the list.", least=1),
        whole("line", "The line of the file.", least=2),
        text("ward", "The ward or division as published.", optional=True),
        text("councillor", "The name as published.", optional=True),
        text("party_name", "The party as published."),
        text("party_id", "The party, where its number or name is one the record knows.", optional=True, refers="party"),
        text("registration_id", "The party's number at the Electoral Commission.", optional=True),
        date("next_election_on", "Day the seat is next fought, as published.", optional=True),
        SOURCE,
    ),
    ("council_id", "year", "line"),
)

COUNT_ROUND = Table(
    "count_round",
    "one candidate in one round of a count under the Supplementary Vote",
    (
        text("contest_id", "The contest.", refers="contest"),
        text("candidacy_id", "The candidate.", refers="candidacy"),
        whole("round", "1: first preferences; 2: the two leaders with the second preferences.", least=1),
        text("stage", "What was counted.", values=("first preferences", "second preferences added")),
        whole("transfers", "Votes received from others in this round; null: unknown.", unit="votes", optional=True),
        whole("votes", "Votes held at the end of the round; null: unknown.", unit="votes", optional=True),
        text(
            "fate",
            "What became of the candidate in this round.",
            values=("elected", "continuing", "eliminated", "not elected"),
        ),
        text("address", "Where the figures were published.", optional=True),
        SOURCE,
    ),
    ("candidacy_id", "round"),
)

TABLES = (
    COUNCIL,
    COUNCIL_NAME,
    COUNCIL_CODE,
    COUNCIL_COMPOSITION,
    COUNCIL_CONTROL,
    COUNCILLOR,
    COUNT_ROUND,
)
