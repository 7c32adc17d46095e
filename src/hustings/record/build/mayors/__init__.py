"""Elections of mayors: what each publication says of them, their contests and the rounds of their counts."""

from hustings.record.build.mayors.contests import compile_mayors

__all__ = ["compile_mayors"]
