"""A partner answers: the personal link, page by page, sending in, the own mirror, and the report afterwards.

These views keep no session and set no cookie, but for the page behind a meeting's code: who holds the link may do
everything on it, so the secret in the address is also the protection against forged posts.
"""
