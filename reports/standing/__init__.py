"""How a network stands: what one released round says of each theme and task, spread out for pages over many networks.

Everything here is a function of what was published of that one round (disclosure rules R6 and R9): nothing is added up
over networks, and nothing is in it that the round's report does not say as well.
"""

from reports.standing.facts import Fact, FactMeasure, facts_of
from reports.standing.making import standing_of
from reports.standing.standing import Standing, ThemeStanding

__all__ = ["Fact", "FactMeasure", "Standing", "ThemeStanding", "facts_of", "standing_of"]
