"""What a side says when it is done, and how it times itself: as little as can be imported."""

import json
import resource
import sys
import time
from collections.abc import Callable

Rows = list[list[object]]


def report(seconds: float, answer: object) -> None:
    """Print the seconds, the answer and the peak, which is that of the side's own process."""
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"seconds": seconds, "peak_mb": peak_kb / 1024, "answer": answer}))


def report_middle(work: Callable[[], Rows], times: int) -> None:
    """Do the work so many times and report the middle one, after once unmeasured where there are several."""
    took = []
    for _ in range(times + (times > 1)):
        began = time.perf_counter()
        answer = work()
        took.append(time.perf_counter() - began)
    report(sorted(took[-times:])[times // 2], answer)
