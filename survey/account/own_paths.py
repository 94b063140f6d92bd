"""Where somebody may be sent on to after signing in: only to paths of our own."""

from urllib.parse import urlsplit


def own_path(address: str | None) -> str | None:
    """Return an address if it is a path here, with its query; ``None`` for everything a browser could read otherwise.

    >>> own_path("/netwerken?zoek=waterdam")
    '/netwerken?zoek=waterdam'
    >>> own_path("//elsewhere.example"), own_path("https:/netwerken")
    (None, None)
    """
    if not address or not address.startswith("/") or not address.isascii() or not address.isprintable():
        return None
    if address.startswith("//") or "\\" in address:
        return None
    parts = urlsplit(address)
    return address if not parts.scheme and not parts.netloc else None
