"""Stories in Word files: what is read of them, where it stands, how they are mended, and which are refused."""

import json
import random
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from word_files import W, bytes_of, document_of, repacked, run, with_footnotes

from command_line import run as hustings
from hustings.claims.block import Kind
from hustings.claims.lexemes import lexemes
from hustings.claims.story import Story
from hustings.claims.word_file.story import read_word_file
from hustings.errors import UnusableInput

OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")


def read(document: docx.document.Document) -> Story:
    return read_word_file(bytes_of(document), "story.docx")


def told(story: Story) -> list[tuple[Kind, str]]:
    return [(one.kind, one.text) for one in story.blocks]


def night() -> docx.document.Document:
    """A story of an election night with an error in its second paragraph."""
    document = docx.Document()
    document.add_heading("Labour hold on in Bethnal Green", level=1)
    document.add_paragraph("Rushanara Ali held Bethnal Green and Stepney on 4 July 2024. ")
    story = document.paragraphs[-1]
    story.add_run("She won 15,986 votes").bold = True
    story.add_run(". Her share fell by 39.4%.")
    document.add_paragraph("\u201cWe worked for each of them,\u201d she said.", style="Intense Quote")
    document.add_paragraph()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Candidate", "Votes", "Ajmal Masroor", "14,207"), strict=True):
        cell.text = text
    document.add_paragraph("Mr Masroor at the count", style="Caption")
    return document


def test_the_parts_of_a_story_are_read_as_what_they_are() -> None:
    story = read(night())
    assert told(story) == [
        (Kind.HEADING, "Labour hold on in Bethnal Green"),
        (
            Kind.PARAGRAPH,
            "Rushanara Ali held Bethnal Green and Stepney on 4 July 2024. She won 15,986 votes. "
            "Her share fell by 39.4%.",
        ),
        (Kind.QUOTATION, "\u201cWe worked for each of them,\u201d she said."),
        *((Kind.CELL, cell) for cell in ("Candidate", "Votes", "Ajmal Masroor", "14,207")),
        (Kind.PARAGRAPH, "Mr Masroor at the count"),
    ]
    cells = [(one.table, one.row, one.column) for one in story.blocks if one.kind is Kind.CELL]
    assert cells == [(1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1)]


def test_a_line_is_a_paragraph_and_a_column_a_sign_in_it() -> None:
    story = read(night())
    places = {one.text: story.place(block.places[one.start]) for block in story.blocks for one in lexemes(block.text)}
    # The fourth paragraph is blank, and the four cells are the next.
    assert places["14,207"] == (8, 1)
    assert places["39.4%"] == (2, 102)
    assert story.source.split("\n")[1][101:106] == "39.4%"


def test_a_file_does_not_say_the_day_of_its_story() -> None:
    document = docx.Document()
    document.add_paragraph("date: 2024-07-05")
    assert document.core_properties.created is not None
    assert read(document).dated is None


def test_changes_are_read_as_accepted() -> None:
    document = document_of(
        run("She won ")
        + f'<w:del w:id="1">{run("15,896", "delText")}</w:del><w:ins w:id="2">{run("15,986")}</w:ins>'
        + run(" votes")
        + f'<w:moveFrom w:id="3">{run(" and 4")}</w:moveFrom><w:moveTo w:id="4">{run(" in all")}</w:moveTo>'
    )
    assert told(read(document)) == [(Kind.PARAGRAPH, "She won 15,986 votes in all")]


def test_what_is_not_said_is_not_read() -> None:
    """A field's code, a comment's mark, what is written twice for older programs, a table of contents."""
    fallback = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent><w:p>{run('In a box: 12%')}</w:p></w:txbxContent>"
    document = document_of(
        run("See page ") + run("PAGE 7", "instrText") + run("3"),
        f"{run('Before')}<w:r><mc:AlternateContent {fallback}><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>{run(' after')}",
    )
    document.styles.add_style("toc 1", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("A story\t12", style="toc 1")
    assert [one.text for one in read(document).blocks] == ["See page 3", "Before after", "In a box: 12%"]


def test_links_breaks_tabs_and_hyphens_are_text() -> None:
    document = document_of(
        f"{run('Poplar')}<w:r><w:br/></w:r><w:hyperlink>{run('18,535')}</w:hyperlink><w:r><w:tab/></w:r>"
        f"{run('by')}<w:r><w:noBreakHyphen/></w:r>{run('election')}"
    )
    story = read(document)
    assert told(story) == [(Kind.PARAGRAPH, "Poplar 18,535 by-election")]
    assert story.source == "Poplar 18,535\tby-election"


def test_merged_cells_are_there_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for number, cell in enumerate(table._cells):
        cell.text = str(number)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Across"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Down"
    cells = [(one.text, one.row, one.column) for one in read(document).blocks]
    assert cells == [
        ("Across", 0, 0),
        ("2", 0, 2),
        *(("3", 1, 0), ("4", 1, 1), ("Down", 1, 2)),
        *(("6", 2, 0), ("7", 2, 1)),
    ]


def test_a_cell_of_several_paragraphs_is_one_and_tables_within_are_their_own() -> None:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1).cell(0, 0)
    outer.text = "Share"
    outer.add_paragraph("of votes")
    outer.add_table(rows=1, cols=1).cell(0, 0).text = "34.1%"
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Other"
    cells = [(one.text, one.table) for one in read(document).blocks]
    assert cells == [("Share of votes", 1), ("34.1%", 2), ("Other", 3)]


def test_a_style_based_on_that_of_quotations_is_one() -> None:
    document = docx.Document()
    style = document.styles.add_style("House quote", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Quote"]
    document.add_paragraph("It was 43.1%", style="House quote")
    assert told(read(document)) == [(Kind.QUOTATION, "It was 43.1%")]


def test_footnotes_are_read_last() -> None:
    story = read_word_file(with_footnotes(bytes_of(night())), "story.docx")
    assert story.blocks[-1].text == "Turnout in Ilford North was 59.8%."
    assert story.source.split("\n")[9] == "Turnout in Ilford North was 59.8%."
    assert len(story.blocks) == len(read(night()).blocks) + 1


@pytest.fixture
def place(tmp_path: Path) -> Path:
    file = tmp_path / "story.docx"
    file.write_bytes(bytes_of(night()))
    return file


def test_the_command_reads_them_in_every_form(place: Path) -> None:
    done = hustings("check", str(place))
    assert done.code == 1
    assert "story.docx:2:70 wrong[digits] 15,986 votes" in done.out
    page = hustings("check", str(place), "-f", "html").out
    assert ">15,986 votes</mark>" in page
    assert "Mr Masroor at the count" in page
    (run,) = json.loads(hustings("check", str(place), "-f", "sarif").out)["runs"]
    assert len(run["results"]) == 2
    # A sign of a paragraph is no place of the file, which a program could put a mend at.
    assert not any("fixes" in one for one in run["results"])


def test_a_folder_is_searched_for_them_but_not_for_who_has_one_open(place: Path) -> None:
    place.with_name("~$story.docx").write_bytes(b"\x05Owner")
    assert json.loads(hustings("check", str(place.parent), "-f", "json").out)["file"] == str(place)


def test_a_mended_copy_keeps_its_formatting_and_says_what_was_left(place: Path) -> None:
    document = docx.Document(str(place))
    document.add_paragraph("Her share fell by 39").add_run(".4%").italic = True
    document.save(str(place))
    before = place.read_bytes()
    done = hustings("check", str(place), "--fix")
    copy = place.with_name("story.mended.docx")
    mended = docx.Document(str(copy))
    assert [(one.text, one.bold) for one in mended.paragraphs[1].runs] == [
        ("Rushanara Ali held Bethnal Green and Stepney on 4 July 2024. ", None),
        ("She won 15,896 votes", True),
        (". Her share fell by 39.4 points.", None),
    ]
    assert "15,986 votes is now 15,896 votes [digits]" in done.err
    assert "story.docx:10:19 39.4% is left" in done.err
    assert "write 39.4 points by hand" in done.err
    assert mended.paragraphs[-1].text == "Her share fell by 39.4%"
    assert place.read_bytes() == before
    assert hustings("check", str(place), "--fix").code == 2
    assert "15,896 votes" not in hustings("check", str(copy)).out


def refused() -> Iterator[tuple[str, bytes, str]]:
    whole = bytes_of(night())
    yield "text", b"Turnout was 53.4%\n", "is no Word file, or is damaged"
    yield "empty", b"", "is no Word file, or is damaged"
    yield "cut", whole[: len(whole) // 2], "is no Word file, or is damaged"
    yield "workbook", _zip({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"}), "is no Word file"
    yield "no document", repacked(whole, {"word/document.xml": None}), "is no Word file, or is damaged"
    yield "bad XML", repacked(whole, {"word/document.xml": b"<w:document>"}), "is no Word file, or is damaged"
    yield "bad notes", with_footnotes(whole, b"<notes"), "is no Word file, or is damaged"
    yield "old", OLD_WORD + bytes(600), "is of a Word before 2007; save it as .docx"
    yield "locked", OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "is locked with a password"
    yield "locked part", _locked(whole), "is locked with a password"
    yield "bomb", repacked(whole, {"word/document.xml": b"<w>" + b" " * 40_000_000}), "unpacks to more than any story"
    yield "large", repacked(whole, {"word/media/1.png": bytes(210_000_000)}), "unpacks to more than any story"
    entities = b'<!DOCTYPE w [<!ENTITY a "12%"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    yield "entities", repacked(whole, {"word/document.xml": entities}), "is no Word file, or is damaged"


def _zip(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


def _locked(raw: bytes) -> bytes:
    """The file with the bit set that says that its first part is under a password."""
    at = raw.index(b"PK\x01\x02") + 8
    return raw[:at] + bytes([raw[at] | 1]) + raw[at + 1 :]


@pytest.mark.parametrize(("raw", "said"), [pytest.param(*rest, id=name) for name, *rest in refused()])
def test_what_is_no_story_is_refused_in_one_sentence(tmp_path: Path, raw: bytes, said: str) -> None:
    file = tmp_path / "story.docx"
    file.write_bytes(raw)
    done = hustings("check", str(file))
    assert (done.code, done.out) == (2, "")
    assert f"hustings: {file} {said}" in done.err
    assert done.err.count("\n") == 1


def test_damage_anywhere_is_refused_or_read_and_nothing_else() -> None:
    whole = repacked(with_footnotes(bytes_of(night())), {"docProps/thumbnail.jpeg": b""})
    # Unpacked, so that what is damaged is XML; another seed would do as well.
    plain = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as old, zipfile.ZipFile(plain, "w") as new:
        texts = {name: old.read(name) for name in old.namelist()}
        for name, text in texts.items():
            new.writestr(name, text)
    chance = random.Random(7)  # noqa: S311
    refused = 0
    for number in range(300):
        if number % 2:
            raw = bytearray(plain.getvalue())
            raw[chance.randrange(len(raw))] = chance.randrange(256)
            damaged = bytes(raw)
        else:
            name = chance.choice(sorted(texts))
            at = chance.randrange(max(1, len(texts[name])))
            damaged = repacked(whole, {name: texts[name][:at] + texts[name][at + chance.randrange(40) :]})
        try:
            read_word_file(damaged, "story.docx")
        except UnusableInput:
            refused += 1
    assert 50 < refused < 300


def test_a_very_deep_table_is_refused_or_read_and_no_stack_overflows() -> None:
    deep = f"<w:tbl {W}><w:tr><w:tc>" * 80 + f"<w:p>{run('5')}</w:p>" + "</w:tc></w:tr></w:tbl>" * 80
    raw = repacked(
        bytes_of(night()), {"word/document.xml": f"<w:document {W}><w:body>{deep}</w:body></w:document>".encode()}
    )
    (block,) = read_word_file(raw, "story.docx").blocks
    assert (block.text, block.table) == ("5", 80)
