"""Which groups may be shown in one table (R3, R4)."""

from collections.abc import Mapping


def shown_groups(sizes: Mapping[str, int], k: int) -> tuple[str, ...] | None:
    """Choose the groups that may be shown in one table, from their sizes alone (R3, R4).

    Every shown group has at least ``k`` valid answers, and the groups that are not shown have together none or
    at least ``k``: otherwise the smallest shown group goes too (of equals the later in plan order). One drop is
    enough, because what is dropped has at least ``k``.

    Parameters
    ----------
    sizes
        Valid personal answers per group, in plan order.
    k
        The minimum.

    Returns
    -------
    tuple of str, or None
        The shown groups in plan order, perhaps none; ``None`` when not even the total may be shown.

    Raises
    ------
    ValueError
        When a size is below zero.

    Examples
    --------
    Eight in the library and four elsewhere: the four would follow from the total.

    >>> shown_groups({"library": 8, "rest": 4}, 5)
    ()
    >>> shown_groups({"library": 8, "welfare": 5, "rest": 3}, 5)
    ('library',)
    """
    if min(sizes.values(), default=0) < 0:
        raise ValueError("A group cannot have fewer than no answers.")
    if sum(sizes.values()) < k:
        return None
    shown = [group for group, size in sizes.items() if size >= k]
    rest = sum(size for size in sizes.values() if size < k)
    if shown and 0 < rest < k:
        # reversed: min() keeps the first of equals, and the later in plan order has to go.
        shown.remove(min(reversed(shown), key=lambda group: sizes[group]))
    return tuple(shown)
