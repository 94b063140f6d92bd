"""How networks stand: written once for each released round, and found again within what somebody may read.

``writing``: a round's standing, once. ``choosing``: which networks, by what somebody chose. ``reading``: their rounds,
themes and facts.
"""
