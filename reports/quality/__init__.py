"""How good the questionnaire itself is: once a year, over all new respondents together (disclosure rule R17).

``study`` is what is kept, ``computing`` makes it (and brings SciPy), ``markdown`` prints it. Nothing per network.
"""
