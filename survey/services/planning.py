"""The reporting groups of a round, fixed before opening (disclosure rules R2, R3, R13)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reports.disclosure.policy import K
from reports.disclosure.rules import shown_groups
from survey.errors import Refused

Plan = list[dict[str, Any]]

#: Which kinds of partner each group takes; "rest" takes every kind that no other group of the plan names.
GROUPS: dict[str, list[str]] = {"library": ["library"], "welfare": ["welfare"], "rest": []}
REST = "rest"


def default_plan(kinds: Iterable[str]) -> Plan:
    """Return library, welfare, rest where each could have a result of its own; else library, rest."""
    three = make_plan(("library", "welfare", REST))
    sizes = Counter(group_of(three, kind) for kind in kinds)
    return three if all(sizes[group["id"]] >= K for group in three) else make_plan(("library", REST))


def make_plan(names: Sequence[str]) -> Plan:
    """Return the plan with these groups, in this order.

    Raises
    ------
    Refused
        When a name is unknown or given twice, when there are not 2 to 4 groups, or when none takes the rest.
    """
    unknown = [name for name in names if name not in GROUPS]
    if unknown:
        raise Refused(f"'{unknown[0]}' is no reporting group. Choose from: {', '.join(GROUPS)}.")
    if not 2 <= len(names) <= 4 or len(set(names)) != len(names) or REST not in names:
        raise Refused("A plan has 2 to 4 different groups, and one of them is 'rest'.")
    return [{"id": name, "kinds": GROUPS[name]} for name in names]


def group_of(plan: Plan, kind: str) -> str:
    """Return the reporting group that a kind of organisation belongs to."""
    return next((group["id"] for group in plan if kind in group["kinds"]), REST)


def can_be_shown(plan: Plan, invited: Mapping[str | None, int]) -> dict[str, bool]:
    """Say per group whether a result of its own is possible if everybody invited answers (rules R3, R4, R13)."""
    shown = shown_groups({group["id"]: invited.get(group["id"], 0) for group in plan}, K) or ()
    return {group["id"]: group["id"] in shown for group in plan}


def total_can_be_shown(invited: Mapping[str | None, int]) -> bool:
    """Say whether any average is possible at all: only answers that count in a group make it so (rule R3)."""
    return sum(number for group, number in invited.items() if group is not None) >= K
