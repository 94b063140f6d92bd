"""What it means: answers in; results, figures and documents out.

Pure: no Flask, no database, no clock. What is published obeys the rules in ``reports/disclosure``.
"""
