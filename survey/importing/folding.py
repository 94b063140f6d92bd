"""Texts without what people write differently: capitals, accents, spaces, punctuation."""

import unicodedata


def folded(text: str) -> str:
    """Return only the letters and digits of a text, small and without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if char.isalnum())
