"""The census of each constituency, ward and local authority, added up from small areas in DuckDB."""

from pathlib import Path

import duckdb
import pyarrow as pa

from hustings.record.build.authority_parts import add_up_authority_parts
from hustings.record.build.lookups import ON_2024, seats_on
from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.build.small_areas import constituency_codes, place_small_areas
from hustings.record.engine import connect
from hustings.record.readers.cells import Row
from hustings.record.readers.csv_file import read_csv
from hustings.record.readers.mysociety import read_constituency_codes
from hustings.record.readers.small_area_census import EVERYBODY, LAYOUTS, read_small_areas
from hustings.record.readers.small_area_lookups import read_rural_urban_classes

FOLDER = Path(__file__).parent
QUESTIONS = {
    "scope": "text",
    "topic": "text",
    "census_on": "date",
    "counted": "text",
    "question": "text",
    "note": "text",
    "source_id": "text",
}
CATEGORIES = {
    "scope": "text",
    "topic": "text",
    "published": "text",
    "category": "text",
    "subtotal": "flag",
    "part_of": "text",
    "harmonised": "text",
}
ANSWERS = """
    create table answer (
        source_id varchar, scope varchar, topic varchar, small_area varchar, published varchar, count int, total int
    )
"""
# Residents of a small area, all under its class.
CLASSES = """
    insert into answer
    select question.source_id, question.scope, question.topic, lsoa21_code, class.classification,
        if(of_area.classification = class.classification, residents.total, 0), residents.total
    from classes as of_area, (select distinct classification from classes) as class, question,
        (select distinct small_area, total from answer where topic = 'religion') as residents
    where residents.small_area = lsoa21_code and question.topic = 'rural or urban'
"""
# Scotland's answers of persons are parts of all people, who stand among the ages.
TOTALS = f"""
    create table total as
    with everybody as (select small_area, count as people from answer where published = '{EVERYBODY}')
    select distinct scope, topic, small_area, coalesce(total, people) as total
    from answer left join everybody using (small_area)
"""
BASES = """
    create table area_base as
    select kind, area_id, scope, topic, round(sum(total * part))::int as base,
        round(sum(if(part < 1, total * part, 0)))::int as split_base,
        case when kind = 'ward' then 'best fit' when bool_or(part < 1) then 'weighted' else 'exact' end as method
    from member join total using (small_area) group by kind, area_id, scope, topic
"""
COUNTS = """
    create table area_count as
    select kind, area_id, answer.source_id, scope, topic, category.category, round(sum(count * part))::int as count
    from member join answer using (small_area) join category using (scope, topic, published) group by all
"""
CENSUS = """
    select kind, area_id, scope, topic, category, count, base, count / nullif(base, 0) as share,
        if(base > 0, rank() over (
            partition by kind, scope, topic, category order by count / nullif(base, 0) desc nulls last
        ), null)::int as rank,
        method, method != 'exact' as estimated, split_base, source_id
    from area_count join area_base using (kind, area_id, scope, topic)
    order by kind, area_id, scope, topic, category
"""


def compile_census(raw: Raw, tables: Tables) -> tuple[Tables, pa.Table]:
    """The tables that go with the census, and table `census` itself, from corrected lookups."""
    seats = seats_on(tables, ON_2024)
    codes = constituency_codes(read_constituency_codes(raw.path("constituency-codes")), seats)
    with connect() as connection:
        place_small_areas(connection, raw, tables["lookup"], codes)
        load_answers(connection, raw)
        rows = {
            "census_question": census_questions(),
            "census_category": census_categories(),
            "authority_part": add_up_authority_parts(connection, raw, codes, seats),
        }
        return rows, add_up_census(connection)


def census_questions() -> list[Row]:
    """The topics of each census: when it was, what was asked, what is counted."""
    return list(read_csv(FOLDER / "census_questions.csv", QUESTIONS))


def census_categories() -> list[Row]:
    """The answers to each topic in their order, with the file that has them."""
    sources = {(row["scope"], row["topic"]): row["source_id"] for row in census_questions()}
    counted: dict[object, int] = {}
    rows = []
    for row in read_csv(FOLDER / "census_categories.csv", CATEGORIES):
        topic = (row["scope"], row["topic"])
        counted[topic] = counted.get(topic, 0) + 1
        rows.append(row | {"ordinality": counted[topic], "source_id": sources[topic]})
    return rows


def load_answers(connection: duckdb.DuckDBPyConnection, raw: Raw) -> None:
    """Make tables `answer` (a row a small area and answer) and `total` (a row a small area and topic)."""
    questions, categories = census_questions(), census_categories()
    connection.execute(ANSWERS)
    for question in questions:
        source = str(question["source_id"])
        if source in LAYOUTS:
            known = [str(row["published"]) for row in categories if row["source_id"] == source]
            known += [EVERYBODY] if source == "census-age-scotland" else []
            connection.register("small", read_small_areas(raw.path(source), LAYOUTS[source], known))
            values = [source, question["scope"], question["topic"]]
            connection.execute("insert into answer select ?, ?, ?, * from small", values)
    connection.register("question", pa.Table.from_pylist(questions))
    connection.register("category", pa.Table.from_pylist(categories))
    connection.register("classes", read_rural_urban_classes(raw.path("rural-urban-classification")))
    connection.execute(CLASSES)
    connection.execute(TOTALS)


def add_up_census(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Table `census` whole, from tables `member`, `answer`, `total` and `category`."""
    connection.execute(BASES)
    connection.execute(COUNTS)
    return connection.sql(CENSUS).to_arrow_table()
