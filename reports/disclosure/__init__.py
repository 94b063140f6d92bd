"""The publication rules: what may be said about answers, in which words, from how many people.

Pure functions of sizes and sums; nothing here knows questionnaires or stores anything.
"""
