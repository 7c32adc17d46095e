"""The table of names: what answers to what a person types."""

from hustings.record.schema.column import Table, flag, text, whole

NAMED_KINDS = ("seat", "council", "party", "ward", "person")

NAME = Table(
    "name",
    "a name that a seat, council, party, ward or person of the record goes by: an index, made from the other tables",
    (
        text("kind", "What bears the name.", values=NAMED_KINDS),
        text(
            "key",
            "Of a seat its set and code, of a council or party its id, of a ward its council and name, of a person "
            "the id, or the name where no id is known.",
        ),
        text("plain", "The name in lower case without accents or signs, & written out."),
        text("name", "What it is called: of a person, the latest name."),
        text("about", "What tells it from others of that name."),
        flag("older", "A seat of boundaries before the last, or a council that is no more."),
        flag("whole", "Answers to the whole of this name alone: an abbreviation."),
        whole("place", "Its place among its kind: what was polled last, or stood most, comes first.", least=1),
        text(
            "source_id",
            "A source of it: one that may only be shared alike, where any is; null where we list it ourselves.",
            optional=True,
            refers="source",
        ),
    ),
    ("kind", "key", "plain"),
)

TABLES = (NAME,)
