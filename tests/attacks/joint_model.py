"""What one person can have answered to one theme, given everything that is known and printed: exact, by a solver."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from reports.disclosure.policy import HIGHEST, LOWEST
from reports.disclosure.reading import Groups, Reading
from reports.disclosure.theme_answers import Insider
from tests.attacks.joint_system import VALUES, Layout, Numbers, Sum, every_row

#: What the solver says of a system that nothing fits.
INFEASIBLE = 2

NOTHING = np.array([], int)


class JointModel:
    """All that everybody can have answered, for one person that is asked about.

    Parameters
    ----------
    reading
        What is printed, and how many people of each group answered what.
    asked
        The group of the person asked about: any one of its people, but not the insider.
    insider
        One whose answers are known; ``None``: nobody's are.
    """

    def __init__(self, reading: Reading, asked: str, insider: Insider = None) -> None:
        self.theme, self.reading, self.insider, self.group = reading.theme, reading, insider, asked
        self.layout = Layout(reading, [asked, *([insider[0]] if insider else [])])
        self._asked = len(self.theme.plan)
        #: Answers (item, value) that are known to be possible.
        self.seen: set[tuple[int, int]] = set()

    def answers(self, place: int) -> Iterator[int]:
        """Go through the answers to an item that the person asked about can have given, if any was given.

        Those that are known to be possible come first, so that one who needs a few does not wait for all.
        """
        for value in sorted(range(LOWEST, HIGHEST + 1), key=lambda value: (place, value) not in self.seen):
            other = self.layout.counts[self._asked, :, place, value != VALUES]
            if (place, value) in self.seen or self._fits(other.ravel()):
                yield value

    def scores(self) -> tuple[int, int] | None:
        """Return the lowest and the highest score of the person asked about, in parts of ``unit``, if there is one."""
        has_none = self.layout.people[self._asked, ~self.layout.has_score]
        return self._range(self.layout.scores([self._asked]), has_none) if self._fits(has_none) else None

    def spread(self, groups: Groups, place: int | None) -> tuple[int, int]:
        """Return the least and the most that the answers to an item (``None``: the scores) of groups add up to."""
        blocks = self.layout.blocks(groups)
        return self._range(self.layout.scores(blocks) if place is None else self.layout.answers(blocks, place))

    # --- solving ----------------------------------------------------------------------------------------------

    def _fits(self, absent: Numbers) -> bool:
        return self._solve(self._no_goal(), absent) is not None

    def _range(self, of: Sum, absent: Numbers = NOTHING) -> tuple[int, int]:
        goal = self._no_goal()
        goal[of.variables] = of.weights
        lowest, highest = self._solve(goal, absent), self._solve(-goal, absent)
        assert lowest is not None
        assert highest is not None
        return int(goal @ lowest), int(goal @ highest)

    def _solve(self, goal: Numbers, absent: Numbers) -> Numbers | None:
        """Return the solution with the least ``goal`` in which some variables are 0; ``None``: there is none."""
        (matrix, low, high), most = self._system, self._most.copy()
        most[absent] = 0
        rows, variables = LinearConstraint(matrix, low, high), Bounds(0, most)
        # The gap: of the very best, not of nearly so.
        options = {"mip_rel_gap": 0}
        found = milp(goal, integrality=np.ones(goal.size), bounds=variables, constraints=rows, options=options)
        if found.status == INFEASIBLE:
            return None
        assert found.status == 0, found.message
        solution = np.rint(found.x).astype(int)
        # The solver counts with fractions; what it found is checked in whole numbers.
        assert (low <= matrix @ solution).all()
        assert (matrix @ solution <= high).all()
        assert ((solution >= 0) & (solution <= most)).all()
        self._see(solution)
        return solution

    def _see(self, solution: Numbers) -> None:
        """People of one group can change places: what one has in a solution, another can have."""
        blocks = [block for block in self.layout.blocks([self.group]) if block <= self._asked]
        self.seen |= set(zip(*solution[self.layout.counts[blocks]].sum(axis=(0, 1)).nonzero(), strict=True))

    def _no_goal(self) -> Numbers:
        return np.zeros(self.layout.size, int)

    @cached_property
    def _system(self) -> tuple[csr_array, Numbers, Numbers]:
        sums, low, high = zip(*every_row(self.layout, self.reading), strict=True)
        row = np.repeat(np.arange(len(sums)), [each.variables.size for each in sums])
        column = np.concatenate([each.variables for each in sums])
        weights = np.concatenate([each.weights for each in sums])
        matrix = csr_array((weights, (row, column)), shape=(len(sums), self.layout.size))
        return matrix, np.array(low), np.array(high)

    @cached_property
    def _most(self) -> Numbers:
        """Bound each variable: by how many people there are, and the insider has no answers but the known ones."""
        counts, people = self.layout.counts, self.layout.people
        most = np.concatenate([np.repeat(self.layout.sizes, each[0].size) for each in (counts, people)])
        if self.insider:
            answers = np.array(self.insider[1][0])
            own = self.layout.answered == np.count_nonzero(answers)
            most[counts[-1]], most[people[-1]] = 0, 0
            most[people[-1, own]] = most[counts[-1, own][:, range(answers.size), answers]] = 1
        return most
