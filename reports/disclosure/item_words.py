"""On which side a statement's average lies: all that 5 to 9 answers may say, where themes have no averages (R3)."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from reports.disclosure.coded import Coded
from reports.disclosure.policy import K_ITEM, K

#: Below the first people rather disagree, from the second on they rather agree.
DISAGREE: Final = Decimal("2.5")
AGREE: Final = Decimal("3.5")


def code_item(total: int, n: int) -> Coded | None:
    """Say on which side the average of ``n`` answers with this sum lies, by the exact average.

    ``None`` from fewer than 5 answers, and from 10 on: then their shares are published instead.

    Examples
    --------
    >>> code_item(12, 5), code_item(18, 5).kind, code_item(15, 5).kind, code_item(12, 4)
    (Coded(kind='at_most', value=Decimal('2.5'), upper=None), 'at_least', 'between', None)
    """
    if not K <= n < K_ITEM:
        return None
    mean = Fraction(total, n)
    if mean < Fraction(DISAGREE):
        return Coded("at_most", DISAGREE)
    return Coded("at_least", AGREE) if mean >= Fraction(AGREE) else Coded("between", DISAGREE, AGREE)
