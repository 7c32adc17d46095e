"""Hustings: an election desk for UK elections.

    import hustings
    from hustings import measures

    record = hustings.open_record()
    results = record.results(election=2024, area="Ilford North")
    results.mutate(share=measures.share(results)).to_pandas()
"""

from importlib.metadata import version

from hustings.errors import HustingsError
from hustings.record.open import Record, open_record

__version__ = version("hustings")

__all__ = ["HustingsError", "Record", "__version__", "open_record"]
