"""Tables of how we know: the files read, and what was wrong in them."""

from hustings.record.schema.column import Table, date, flag, real, text, whole

STATUSES = ("corrected", "disputed", "noted")

SOURCE_TABLE = Table(
    "source",
    "a published file that the record is compiled from",
    (
        text("source_id", "Short name of the file."),
        text("publisher", "Who published it."),
        text("title", "What it is."),
        text("file", "Its place under the folder of sources."),
        text("address", "Where its publisher offers it.", optional=True),
        text("licence", "The licence it is published under."),
        date("as_of", "Day its contents speak of, where the publisher says.", optional=True),
        date("retrieved_on", "Day it was fetched; null: not recorded.", optional=True),
        text("sha256", "SHA-256 of the file as read."),
        whole("size", "Its size.", unit="bytes", least=1),
        text("note", "What to take care of.", optional=True),
    ),
    ("source_id",),
)

CORRECTION = Table(
    "correction",
    "a fault found in what was published, and what was done about it",
    (
        text("correction_id", "Table, key and field: what is corrected."),
        text("contest_id", "The contest it touches, where it is one.", optional=True, refers="contest"),
        text("table", "The table of the record it is about."),
        text("key", "The key of the row, its parts joined by |."),
        text("field", "The column, or the derived figure."),
        text("published", "What was published; (no row) where a row is missing, (blank) where null."),
        text("right", "What is right; null where nobody has settled it.", optional=True),
        text(
            "status",
            "corrected: mended here; disputed: left as published and flagged; noted: explains a "
            "difference, changes nothing.",
            values=STATUSES,
        ),
        text("reason", "Why, with the evidence."),
        text("authority", "On whose word."),
        date("filed_on", "Day it was filed."),
    ),
    ("correction_id",),
)

RECONCILIATION = Table(
    "reconciliation",
    "one figure that two publications state, and whether they agree",
    (
        text("contest_id", "The contest it is about.", refers="contest"),
        text("key", "The row it is about: a contest, or a candidacy."),
        text("field", "Which figure."),
        text("source_id", "The publication the record uses.", refers="source"),
        text("value", "What it says.", optional=True),
        text("other_source_id", "The publication it is held against.", refers="source"),
        text("other_value", "What that one says.", optional=True),
        real("difference", "The other number less the one used; null where either is no number.", optional=True),
        flag("agrees", "The two say the same."),
    ),
    ("key", "field", "other_source_id"),
)

EXPLAINED_DIFFERENCE = Table(
    "explained_difference",
    "a field of one election in which two publications differ throughout for one reason, so that it is filed once",
    (
        text("election_id", "The election.", refers="election"),
        text("field", "Which figure."),
        text("source_id", "The publication the record uses.", refers="source"),
        text("other_source_id", "The publication it is held against.", refers="source"),
        whole("rows", "In how many contests they differ; another number is a fault.", unit="contests", least=1),
        text("reason", "Why, with the evidence."),
        text("authority", "On whose word."),
    ),
    ("election_id", "field", "source_id", "other_source_id"),
)

TABLES = (SOURCE_TABLE, CORRECTION, RECONCILIATION, EXPLAINED_DIFFERENCE)
