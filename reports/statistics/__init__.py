"""Statistics by the names of the field: NumPy in, floats and frozen dataclasses out; one file per family.

Only the worker and the quality study import this package, because it brings SciPy; what a page shows never needs it.
Nothing here may be published per network: the rules in ``reports/disclosure`` say what may.
"""

from reports.statistics.aggregation import IntraclassCorrelation, intraclass_correlation
from reports.statistics.agreement import average_deviation, ordinal_agreement, within_group_agreement
from reports.statistics.errors import InvalidValues, NoSpread, StatisticsError, TooFew
from reports.statistics.factor import mcdonald_omega
from reports.statistics.mean_interval import MeanInterval, moderated_interval
from reports.statistics.multiplicity import adjust_p
from reports.statistics.network import degree_centralisation, density, reciprocity
from reports.statistics.partial_pooling import RandomIntercept, random_intercept
from reports.statistics.permutation import permutation_p
from reports.statistics.raters import krippendorff_alpha
from reports.statistics.reliability import CronbachAlpha, cronbach_alpha, item_rest_correlations
from reports.statistics.shrinkage import ShrunkenMeans, shrunken_means
from reports.statistics.two_groups import cliffs_delta, hedges_g
from reports.statistics.variances import SqueezedVariances, squeeze_variances

__all__ = [
    "CronbachAlpha",
    "IntraclassCorrelation",
    "InvalidValues",
    "MeanInterval",
    "NoSpread",
    "RandomIntercept",
    "ShrunkenMeans",
    "SqueezedVariances",
    "StatisticsError",
    "TooFew",
    "adjust_p",
    "average_deviation",
    "cliffs_delta",
    "cronbach_alpha",
    "degree_centralisation",
    "density",
    "hedges_g",
    "intraclass_correlation",
    "item_rest_correlations",
    "krippendorff_alpha",
    "mcdonald_omega",
    "moderated_interval",
    "ordinal_agreement",
    "permutation_p",
    "random_intercept",
    "reciprocity",
    "shrunken_means",
    "squeeze_variances",
    "within_group_agreement",
]
