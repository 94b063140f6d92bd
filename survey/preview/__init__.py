"""A preview of a definition file, for who writes it: every language and kind, conditions live, nothing stored.

It is an application of its own, without a database: what was filled in travels in the page.
"""

from survey.preview.application import create_preview, serve

__all__ = ["create_preview", "serve"]
