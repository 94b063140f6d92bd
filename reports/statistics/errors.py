"""Why a statistic was refused. Each message says what is wrong with the numbers that were given."""


class StatisticsError(ValueError):
    """A statistic that these numbers do not define."""


class InvalidValues(StatisticsError):
    """Not numbers, off the scale, of the wrong shape, missing where nothing may be missing, or an unknown option."""


class TooFew(StatisticsError):
    """Fewer persons, items or groups than the formula needs."""


class NoSpread(StatisticsError):
    """Everybody gave the same, where the formula divides by the spread."""
