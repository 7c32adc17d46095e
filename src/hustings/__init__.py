"""Hustings: an election desk for UK elections.

import hustings
from hustings import measures

record = hustings.open_record()
results = record.results(election=2024, area="Ilford North")
results.mutate(share=measures.share(results)).to_pandas()
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hustings.errors import HustingsError
    from hustings.record.open import Record, open_record

# Public names, and where each lives: looked up when first used, so that the command line can
# answer --help without loading the engines.
_PUBLIC = {
    "HustingsError": "hustings.errors",
    "Record": "hustings.record.open",
    "open_record": "hustings.record.open",
}

__version__ = "0.1.0"

__all__ = ["HustingsError", "Record", "__version__", "open_record"]


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'hustings' has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
