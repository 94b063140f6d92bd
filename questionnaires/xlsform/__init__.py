"""Exchange with XLSForm, the spreadsheet in which the field writes its surveys: out, and back in.

``exporting`` makes rows of a questionnaire, ``importing`` a definition of rows; both say what gets lost. Spreadsheet
files are known to ``reading`` and ``writing`` only.
"""
