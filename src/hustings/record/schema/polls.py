"""Tables of polls of voting intention, and of what of their publication was left out."""

from hustings.record.schema.column import SOURCE, Table, date, flag, real, text, whole

AREAS = ("GB", "UK", "England and Wales")

POLL = Table(
    "poll",
    "a poll of how people would vote in a general election",
    (
        text("poll_id", "poll, the pollster and the last day of fieldwork; -2, -3 for another of that day."),
        text("pollster", "The pollster, under one name; null: not published.", optional=True),
        text("pollster_published", "The pollster as printed.", optional=True),
        text("client", "Whoever paid for it or printed it, as published.", optional=True),
        text(
            "area", "Where people were asked; null: not said.", optional=True, values=("GB", "UK", "England and Wales")
        ),
        date("start_on", "First day of fieldwork."),
        date("end_on", "Last day of fieldwork."),
        whole("sample_size", "People asked; null: unknown.", unit="people", least=1, optional=True),
        text(
            "method",
            "MRP: multilevel regression and post-stratification; SRP: a regression of another kind; null: a poll "
            "of the usual kind.",
            optional=True,
            values=("MRP", "SRP"),
        ),
        real("total", "What its shares add up to; what it does not name is missing from it.", unit="percent", least=0),
        flag("unpublished", "Was not published before the vote."),
        flag("disputed", "Its figures do not fit each other and nothing settles which is wrong."),
        SOURCE,
    ),
    ("poll_id",),
)

POLL_SHARE = Table(
    "poll_share",
    "the share that a poll gives a party, or several that it prints as one",
    (
        text("poll_id", "The poll.", refers="poll"),
        text("label", "The party as polls call it; several where one figure is of them together."),
        text(
            "party_id", "The party of the record, where the label is one of its parties.", optional=True, refers="party"
        ),
        real("share", "Per cent of those who named a party, as published.", unit="percent", least=0),
        SOURCE,
    ),
    ("poll_id", "label"),
)

POLL_LEFT_OUT = Table(
    "poll_left_out",
    "a row of the published list of polls that is no poll",
    (
        whole("line", "Its line in the published file.", least=2),
        text("pollster_published", "What stands for the pollster.", optional=True),
        date("end_on", "The day given."),
        text("reason", "Why it was left out.", values=("a result, not a poll", "no figures")),
        SOURCE,
    ),
    ("line",),
)

TABLES = (POLL, POLL_SHARE, POLL_LEFT_OUT)
