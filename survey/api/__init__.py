"""The read API: a support organisation's own programs read what its networks published and released.

``openapi`` describes it, ``views`` answers, ``caller`` knows who calls. It only reads, keeps no session, and gives out
stored documents, of profiles without the sentences that were typed: no question of a program computes anything
(disclosure rules R2, R9).
"""
