"""Progress on a terminal, silence in a pipe."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def rows() -> Iterator[Callable[[int, int], None]]:
    """A bar of rows; the function given is called with how many are done, and of how many."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=None)
        yield lambda done, total: progress.update(bar, completed=done, total=total)


@contextmanager
def steps(names: Sequence[str]) -> Iterator[Callable[[str], None]]:
    """A bar of so many steps; the function given is called with the name of each as it begins."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<22}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=len(names))

        def begin(name: str) -> None:
            done = names.index(name) if name in names else 0
            progress.update(bar, description=name, completed=done)

        yield begin
        progress.update(bar, completed=len(names))
