"""The lines of a published text file, refused where the bytes are not the encoding it was published in."""

from collections.abc import Iterator
from pathlib import Path

from hustings.record.readers.cells import MEND, Place


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Each line of a UTF-8 file with its number from 1, without its line ending.

    Raises SourceFault at the first byte that is not UTF-8, and where a file is empty.
    """
    number = 0
    with path.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                place = Place(path.name, number, f"byte {error.start + 1}")
                raise place.fault("not UTF-8 text, so it was re-encoded since it was published", MEND) from None
            yield number, line.rstrip("\r\n")
    if number == 0:
        raise Place(path.name, 1).fault("the file is empty", MEND)
