"""Small .xlsx workbooks for trap tests: sheets of rows, written as the format's own XML."""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

Sheets = dict[str, list[list[object]]]
NAMESPACE = "http://schemas.openxmlformats.org"
TYPES = f'<Types xmlns="{NAMESPACE}/package/2006/content-types"><Default Extension="xml" ContentType="{{}}"/></Types>'
OFFICE = f"{NAMESPACE}/officeDocument/2006/relationships"
RELATIONS = f'<Relationships xmlns="{NAMESPACE}/package/2006/relationships">{{}}</Relationships>'


def write_workbook(path: Path, sheets: Sheets) -> Path:
    """A workbook of those sheets, in that order."""
    main = f'xmlns="{NAMESPACE}/spreadsheetml/2006/main" xmlns:r="{OFFICE}"'
    names = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
    parts = "".join(_relation(n, "worksheet", f"sheet{n}.xml") for n in range(1, len(sheets) + 1))
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("[Content_Types].xml", TYPES.format("application/xml"))
        book.writestr("_rels/.rels", RELATIONS.format(_relation(1, "officeDocument", "xl/workbook.xml")))
        book.writestr("xl/workbook.xml", f"<workbook {main}><sheets>{names}</sheets></workbook>")
        book.writestr("xl/_rels/workbook.xml.rels", RELATIONS.format(parts))
        for n, rows in enumerate(sheets.values(), 1):
            body = "".join(f'<row r="{row}">{_cells(row, cells)}</row>' for row, cells in enumerate(rows, 1))
            book.writestr(f"xl/sheet{n}.xml", f"<worksheet {main}><sheetData>{body}</sheetData></worksheet>")
    return path


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _cells(row: int, cells: list[object]) -> str:
    return "".join(_cell(f"{_letters(column)}{row}", cell) for column, cell in enumerate(cells))


def _cell(place: str, cell: object) -> str:
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{place}"><v>{cell}</v></c>'


def _letters(column: int) -> str:
    return chr(65 + column) if column < 26 else _letters(column // 26 - 1) + chr(65 + column % 26)
