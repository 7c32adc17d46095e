"""The whole site built, and the tables of 650 seats as our pages against Datasette serving the same rows."""

from pathlib import Path

from benchmarks.race import Disagreement, Lap, Run, alternate, run_side


def race_site(folder: Path, repeats: int) -> tuple[list[Lap], list[str]]:
    """The race of 650 seat tables, and what the whole site took, first and again; raises Disagreement."""
    database = str(folder / "seats.sqlite")
    run_side(["benchmarks.site_tables", database])
    laps = []
    for what in ("tables", "pages"):
        ours, theirs = alternate(
            ["benchmarks.site_hustings", what, str(folder / what)], ["benchmarks.site_datasette", database], repeats
        )
        if ours.answer != theirs.answer:
            raise Disagreement(f"650 seats: {ours.answer} rows against {theirs.answer}")
        laps.append(Lap(f"650 seat {what}", "datasette", ours, theirs))
    whole = [run_side(["benchmarks.site_whole", str(folder / "site")]) for _ in range(2)]
    return laps, [
        *_told(whole),
        f"650 seat pages, the whole process, start and gathering too: {laps[-1].ours.whole:.1f} s",
    ]


def _told(whole: list[Run]) -> list[str]:
    first, again = whole
    pages = first.answer
    return [
        f"whole site: {pages:,} pages in {first.seconds:.1f} s, {pages / first.seconds:.0f} pages a second, "
        f"peak {first.peak_mb:.0f} MB, one process",
        f"whole site again, nothing changed: {again.seconds:.1f} s",
        "650 seats: ours are the table alone as it is embedded, and the whole page, rendered and written from facts "
        "gathered before; Datasette answers a request a seat for the same rows, made before, over one connection",
    ]
