"""How each candidacy came to be known as a person's."""

from hustings.record.schema.column import SOURCE, Table, real, text

PERSON_LINK = Table(
    "person_link",
    "a candidacy known or estimated to be a person's",
    (
        text("candidacy_id", "The candidacy.", refers="candidacy"),
        text("person_id", "The person.", refers="person"),
        text(
            "how",
            "published: its publisher gives the person's number; linked: our estimate, by name, place, party "
            "and gender; corrected: filed by hand.",
            values=("published", "linked", "corrected"),
        ),
        real(
            "probability",
            "Of the surest link that joins it to another candidacy of the person, as the model has it; null "
            "unless linked.",
            unit="fraction",
            optional=True,
            least=0,
        ),
        SOURCE,
    ),
    ("candidacy_id",),
)

TABLES = (PERSON_LINK,)
