"""Draw a Report: charts on the page, the PDF.

A form decides about place, type and colour. It never computes, rounds or chooses: that was done in ``reports/report``.
"""
