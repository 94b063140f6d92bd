"""A file of partners, as somebody made it, into plain rows. Pure: no Flask, no database, nothing is written.

What the rows mean for the networks that are there is decided in ``survey.services.importing``.
"""
