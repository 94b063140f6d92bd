"""Who gave (nearly) the same answer all the way down: counted over all networks, never removed.

Someone may mean it, and leaving people out would change the results of a network on a guess.
"""

import numpy as np
from numpy.typing import NDArray

from reports.disclosure.policy import HIGHEST, LOWEST
from reports.scoring import check_answers

#: With fewer answers the same one all the way is nothing unusual.
FEWEST_ANSWERS = 20


def straight_liners(answers: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Return who gave one and the same answer to at least 90% of at least 20 answered items.

    ``10 * max_v count_i(v) >= 9 * a_i`` with ``a_i >= 20`` answered items, in whole numbers.

    Parameters
    ----------
    answers : persons by items
        The items of all themes, as they were answered: 1 to 5 with reversed items *not* recoded, or 0 for no number.

    Returns
    -------
    One flag per person. "Don't know" is no answer here: who knows nothing is not a straight-liner.

    Raises
    ------
    InvalidAnswers
        When a value is not 0 to 5, or the array is not persons by items.

    Notes
    -----
    Source: the project's statistics, section A1.

    Examples
    --------
    Eighteen of twenty answers the same; seventeen of twenty; all the same, but nineteen answers.

    >>> rows = [[4] * 18 + [2] * 2, [4] * 17 + [2] * 3, [4] * 19 + [0]]
    >>> straight_liners(np.array(rows, np.int8)).tolist()
    [True, False, False]
    """
    check_answers(answers)
    answered = np.count_nonzero(answers, axis=1)
    most = np.max([np.count_nonzero(answers == value, axis=1) for value in range(LOWEST, HIGHEST + 1)], axis=0)
    return (answered >= FEWEST_ANSWERS) & (10 * most >= 9 * answered)
