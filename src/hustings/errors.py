"""What can go wrong, and what each error means to the person who sees it.

Every error Hustings raises on purpose is a `HustingsError`; its text is one sentence
that names the input, the place in it and the mend.

    HustingsError
    ├── UnusableInput          a file or an argument that cannot be used
    │   ├── SourceFault        a published file that is truncated, re-ordered, re-encoded or short
    │   ├── RefusedFile        a file of the user's own that is not added: a sentence for each fault in it
    │   ├── UnknownName        a seat, party or person that is not in the record
    │   │   └── AmbiguousName  a name that several share
    │   └── NoSuchElection     a year or date with no election in scope
    ├── RecordFault            the record breaks one of its own rules (build and audit)
    └── CannotWrite            a folder that cannot be written, or a disk that is full
"""


class HustingsError(Exception):
    """An error with one sentence for the reader; the command line exits with code 2."""


class UnusableInput(HustingsError):
    """A file or an argument that cannot be used as it stands."""


class SourceFault(UnusableInput):
    """A published file that is not what its reader takes; names file, line and column."""


class RefusedFile(UnusableInput):
    """A file of the user's own that is not added; `faults` has a sentence for each thing to mend, by line."""

    def __init__(self, message: str, faults: tuple[str, ...]) -> None:
        super().__init__("\n  ".join((message, *faults)))
        self.faults = faults


class UnknownName(UnusableInput):
    """A name the record does not hold; carries the nearest names as suggestions."""

    def __init__(self, message: str, suggestions: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.suggestions = suggestions


class AmbiguousName(UnknownName):
    """A name that several seats or parties share; the suggestions are what it may mean."""


class NoSuchElection(UnusableInput):
    """A year or a date at which nothing was polled in the place asked for."""


class RecordFault(HustingsError):
    """The record breaks a rule that it states about itself; nothing is published from it."""


class CannotWrite(HustingsError):
    """A place that cannot be written; what stood there before still stands."""
