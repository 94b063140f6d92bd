"""The publication rules: what may be said about answers, in which words, from how many people.

Pure functions of sizes and sums; nothing here stores anything. ``attacker`` and ``gate`` look at all that would be
published about the same people, and take back what together says too much (R12).
"""

from reports.disclosure.coded import Coded, code_mean, code_share
from reports.disclosure.rules import shown_groups

__all__ = ["Coded", "code_mean", "code_share", "shown_groups"]
