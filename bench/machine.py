"""What a measurement says of the machine: its load and its speed; and the memory as the real server has it."""

import gc
import time
from os import cpu_count, getloadavg
from statistics import median
from typing import Final

_STEPS: Final = 1_000_000
_TIMES: Final = 5


def as_served() -> None:
    """Leave what is loaded out of the search for garbage, as gunicorn's processes do (:mod:`survey.serving`)."""
    gc.collect()
    gc.freeze()


def speed() -> float:
    """Return the milliseconds of processor that a million multiplications take: records are compared by it."""
    return median(_loop() for _ in range(_TIMES))


def _loop() -> float:
    begun, total = time.process_time(), 0
    for number in range(_STEPS):
        total += number * number
    return 1000 * (time.process_time() - begun)


def state(load_before: float, speed_before: float) -> str:
    """Say how busy and how fast the machine was, before and after."""
    return (
        f"{cpu_count()} cores, load {load_before:.1f} before it began, {getloadavg()[0]:.1f} after; a million "
        f"multiplications took {speed_before:.0f} ms before, {speed():.0f} ms after"
    )
