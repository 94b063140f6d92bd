"""Whether a reporting group can have a result of its own with what was sent in so far: one word, for the adviser."""

from collections.abc import Mapping, Sequence

from reports.disclosure.policy import K
from survey.queries.response_totals import GroupCount


def feasible_groups(plan: Sequence[str], counts: Mapping[str, GroupCount]) -> dict[str, bool]:
    """Return for each group with five or more invited whether its own result is feasible, in plan order.

    It is, when five or more sent in, and the groups that did not get that far are no remainder of one to four people
    (disclosure rule R4). That remainder is counted in people invited, not sent in: otherwise one answer in a small
    group would change another group's word, and tell whose it was (R10). So every word follows from which of the
    groups with a word have five, which is what each word says, and from numbers that staff know.
    """
    sizes = {group: counts[group].invited for group in plan if group in counts}
    reached = [group for group, size in sizes.items() if size >= K and counts[group].sent_in >= K]
    rest = sum(sizes.values()) - sum(sizes[group] for group in reached)
    if reached and 0 < rest < K:
        reached.remove(min(reversed(reached), key=lambda group: sizes[group]))
    return {group: group in reached for group, size in sizes.items() if size >= K}
