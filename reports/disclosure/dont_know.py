"""How much of a theme is not known: three classes of the share of "don't know" among its answers."""

from decimal import Decimal
from fractions import Fraction

from reports.disclosure.coded import Coded
from reports.disclosure.policy import K

#: Below the first it is few, above the second many.
FEW, MANY = Decimal("0.10"), Decimal("0.30")


def code_unknown(persons: int, unknown: int, answers: int) -> Coded | None:
    """Say which part of a theme's answers is "don't know", in one of three classes; ``None`` from too few people.

    Parameters
    ----------
    persons
        How many people answered at least one item of the theme, "don't know" included; at least 5.
    unknown, answers
        How many answers are "don't know", out of how many; what was skipped is no answer.

    Notes
    -----
    Source: the project's statistics, section A1: few below 10%, some from 10% to 30%, many above.

    Examples
    --------
    >>> code_unknown(10, 4, 50), code_unknown(10, 5, 50).kind, code_unknown(10, 16, 50).kind
    (Coded(kind='at_most', value=Decimal('0.10'), upper=None), 'between', 'at_least')
    """
    if persons < K:
        return None
    share = Fraction(unknown, answers)
    if share < Fraction(FEW):
        return Coded("at_most", FEW)
    return Coded("at_least", MANY) if share > Fraction(MANY) else Coded("between", FEW, MANY)
