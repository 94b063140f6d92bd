"""The constants of the publication rules.

They belong together under one version, which every report prints; no network can lower them. Another value is
another policy: change the version with it, and let the attack suite judge it first.
"""

from typing import Final

VERSION: Final = "2"

#: Fewest valid answers behind an average (disclosure rule R3), and behind everything else that is shown.
K: Final = 5

#: Fewest valid answers behind the shares of one item or option (disclosure rule R3).
K_ITEM: Final = 10

#: Fewest items of a theme that gets an average (disclosure rule R6).
MIN_ITEMS: Final = 3

#: The ends of the answer scale, and so of every average.
LOWEST: Final = 1
HIGHEST: Final = 5

#: How far the sum of an exactly printed average stays from its extremes, in points (disclosure rule R5):
#: with less, a participant who gave one extreme answer could exclude three of five answers of another.
EDGE: Final = 6

#: How many people an exactly printed share leaves on either side (disclosure rule R5): with one exception, the one
#: who is it would know what everybody else answered.
EXCEPTIONS: Final = 2

#: Fewest respondents of a round before anybody reads its own words (disclosure rule R8).
K_OWN_WORDS: Final = 10

#: Fewest released texts to a question before a report shows any, and fewest people who wrote in a language before a
#: text stays in it (disclosure rule R8).
SHOWN_TEXTS: Final = 3
WRITERS: Final = 3

#: What must stay open about everybody (disclosure rule R12): of the five answers to an item, and of a theme score, in
#: points.
OPEN_ANSWERS: Final = 3
OPEN_POINTS: Final = 2
