"""Word files made for tests: with python-docx, and by hand where it has no words for what Word writes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from docx.oxml.parser import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def bytes_of(document: Document) -> bytes:
    """The file of a document."""
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def document_of(*bodies: str) -> Document:
    """A document whose body is those elements of WordprocessingML."""
    document = docx.Document()
    for body in bodies:
        document.element.body.insert_element_before(parse_xml(f"<w:p {W}>{body}</w:p>"), "w:sectPr")
    return document


def run(text: str, tag: str = "t") -> str:
    """A run of text."""
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def repacked(raw: bytes, changed: dict[str, bytes | None]) -> bytes:
    """The file with parts put in, put in place of others, or (None) left out."""
    made = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, content in changed.items():
            if content is not None:
                new.writestr(name, content)
    return made.getvalue()


NOTES = f"""<w:footnotes {W}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>1</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p>{run("Turnout in Ilford North was 59.8%.")}</w:p></w:footnote></w:footnotes>""".encode()


def with_footnotes(raw: bytes, notes: bytes = NOTES) -> bytes:
    """The file with footnotes."""
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with ZipFile(BytesIO(raw)) as packed:
        types = packed.read("[Content_Types].xml").decode()
        related = packed.read("word/_rels/document.xml.rels").decode()
    types = types.replace("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{base}"/></Types>')
    related = related.replace(
        "</Relationships>", f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'
    )
    return repacked(
        raw,
        {
            "[Content_Types].xml": types.encode(),
            "word/_rels/document.xml.rels": related.encode(),
            "word/footnotes.xml": notes,
        },
    )
