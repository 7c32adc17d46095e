"""The notebook of the docs runs, and prints what it shows."""

from typing import Any

import nbformat
from nbclient import NotebookClient

from root import ROOT

NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


def outputs(notebook: Any) -> list[tuple[list[str], list[str]]]:
    """What each cell of code prints and shows in words, and in which kinds it shows it."""
    told = []
    for cell in notebook.cells:
        shown = cell.get("outputs", [])
        said = [one.get("text") or one.data["text/plain"] for one in shown if one.output_type != "error"]
        kinds = sorted(kind for one in shown for kind in one.get("data", {}))
        told.append((said, kinds))
    return told


def test_the_notebook_prints_what_it_shows() -> None:
    shown = nbformat.read(NOTEBOOK, as_version=4)
    ran = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(ran, timeout=300).execute()
    assert outputs(ran) == outputs(shown)
    pictures = [kinds for _, kinds in outputs(ran) if "image/svg+xml" in kinds]
    assert len(pictures) == 2
