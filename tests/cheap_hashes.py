"""Passwords are hashed cheaply in tests: as production does it, each takes a tenth of a second, thousands of times.

Servers and commands that a test starts as programs of their own hash as production does.
"""

from typing import Any, Final

from passlib.hash import argon2

_CLASS: Final[Any] = argon2
#: What one hash costs in production: rounds, and KiB of memory.
IN_PRODUCTION: Final = (_CLASS.default_rounds, _CLASS.memory_cost)


def use_cheap_hashes() -> None:
    """Let every hash that is made in this process from now on cost next to nothing."""
    _CLASS.default_rounds, _CLASS.memory_cost, _CLASS.parallelism = 1, 8, 1
