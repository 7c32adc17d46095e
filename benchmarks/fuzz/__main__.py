"""Feeds the readers and the grammar texts that atheris makes up, guided by what of the code they reach.

    python -m benchmarks.fuzz [--seconds 600] [--folder .fuzz]

Starts from the stories in tests/claims/stories and the grammar's own words. A text of which something does not hold
(see benchmarks/fuzz/sound.py) is kept in the folder's crashes, one for each place in the code that failed; put it into
tests/claims/test_found_by_fuzzing.py. One text in twenty is checked against the record, all others are read only.
Exit code 1 where anything was found.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["hustings.claims"]):
    from hustings.claims.check import Checker

import hustings
from benchmarks.fuzz.fragments import ALL, TAGS
from benchmarks.fuzz.sound import sound, sound_blocks

STORIES = Path(__file__).parents[2] / "tests" / "claims" / "stories"
MOST, LONGEST = 60, 1000
WHOLE_ONE_IN = 20
# Two texts are as good as any that fail at one place.
KEPT = 2


def made(data: bytes) -> str:
    """A text of some bytes: as they are, or as a row of the grammar's fragments with some signs between."""
    provider = atheris.FuzzedDataProvider(data)
    way = provider.ConsumeIntInRange(0, 3)
    if way == 0:
        return provider.ConsumeUnicode(provider.remaining_bytes())
    if way == 1:
        return data[1:].decode("utf-8", errors="surrogateescape")
    parts = [provider.PickValueInList(["", "<html>"])]
    while provider.remaining_bytes() and len(parts) < MOST:
        parts.append(provider.PickValueInList(list(TAGS if way == 3 and len(parts) % 3 == 0 else ALL)))
        if provider.ConsumeIntInRange(0, 9) == 0:
            parts.append(provider.ConsumeUnicode(3))
    return "".join(parts)


class Fuzzing:
    """Texts tried, and what failed on the way, kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self.checker = Checker(hustings.open_record())
        self.folder = folder
        self.tried = self.checked = 0
        self.failed: dict[str, int] = {}

    def one(self, data: bytes) -> None:
        """Try one text."""
        source = made(data)
        self.tried += 1
        try:
            if self.tried % WHOLE_ONE_IN:
                sound_blocks(source)
            else:
                self.checked += 1
                sound(self.checker, source)
        except Exception as error:  # noqa: BLE001 whatever is raised is what is looked for
            self.keep(source, error)

    def keep(self, source: str, error: Exception) -> None:
        """Keep a text that failed, unless enough that failed at that place are kept."""
        last = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).stem}-{last.lineno}-{type(error).__name__}"
        self.failed[place] = self.failed.get(place, 0) + 1
        if self.failed[place] <= KEPT:
            file = self.folder / f"{place}-{self.failed[place]}.txt"
            file.write_bytes(source.encode("utf-8", errors="surrogatepass"))
            print(f"\nFOUND {file}: {error!r}"[:600], flush=True)


def _seeds(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in STORIES.glob("[0-9]*"):
        for number, part in enumerate(file.read_text(encoding="utf-8").split("\n\n")):
            (folder / f"{file.stem}-{number}").write_bytes(b"\x01" + part.encode()[:LONGEST])


def _dictionary(file: Path) -> None:
    words = sorted({one for one in ALL if one.isprintable() and one.isascii()})
    escaped = (one.replace("\\", "\\\\").replace('"', '\\"') for one in words if one)
    file.write_text("".join(f'"{one}"\n' for one in escaped), encoding="ascii")


def main() -> None:
    """Fuzz for some seconds, and say how many texts were tried."""
    options = argparse.ArgumentParser(description="Feeds the checker texts made to break it.")
    options.add_argument("--seconds", type=int, default=600)
    options.add_argument("--folder", type=Path, default=Path(".fuzz"))
    wanted = options.parse_args()
    crashes, corpus = wanted.folder / "crashes", wanted.folder / "corpus"
    crashes.mkdir(parents=True, exist_ok=True)
    _seeds(wanted.folder / "seeds")
    corpus.mkdir(exist_ok=True)
    _dictionary(wanted.folder / "words.dict")
    fuzzing, start = Fuzzing(crashes), time.monotonic()

    def one(data: bytes) -> None:
        fuzzing.one(data)
        if time.monotonic() - start > wanted.seconds:
            print(f"\n{fuzzing.tried:,} texts read, {fuzzing.checked:,} checked; failed: {fuzzing.failed}")
            sys.stdout.flush()
            os._exit(bool(fuzzing.failed))

    arguments = [f"-dict={wanted.folder / 'words.dict'}", f"-max_len={LONGEST}", "-timeout=60", "-rss_limit_mb=4000"]
    arguments += [f"-artifact_prefix={crashes}/", str(corpus), str(wanted.folder / "seeds")]
    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
