"""Running the command line inside the test's own process, as its entry point runs it."""

import contextlib
import gc
import io
import sys
from typing import NamedTuple
from unittest import mock

from hustings.cli import main


class Ran(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


def run(*arguments: str) -> Ran:
    """Run `hustings` with these arguments: exit code, standard output, standard error."""
    out, err = io.StringIO(), io.StringIO()
    code = 0
    typed = mock.patch.object(sys, "argv", ["hustings", *arguments])
    with typed, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        finally:
            # A command gives everything back as its process ends; the process of the tests goes on.
            gc.enable()
    return Ran(code, out.getvalue(), err.getvalue())
