"""Where somebody may be sent on to after signing in: only to paths of our own."""

from typing import Final

#: Longer than any address of ours with its query.
_LONGEST: Final = 500


def own_path(address: str | None) -> str | None:
    """Return an address if it is a path here, with its query; ``None`` for everything a browser could read otherwise.

    >>> own_path("/netwerken?zoek=waterdam")
    '/netwerken?zoek=waterdam'
    >>> own_path("//elsewhere.example"), own_path("https:/netwerken")
    (None, None)
    """
    if not address or len(address) > _LONGEST or not address.isprintable():
        return None
    is_path = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if is_path else None
