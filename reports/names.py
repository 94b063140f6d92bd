"""The order in which organisations are listed: by name, as a Dutch reader looks one up."""

import unicodedata


def dutch_order(name: str) -> tuple[str, str]:
    """Return a key to sort names by: letters and digits only, without accents or capitals; then as written.

    Examples
    --------
    >>> sorted(["Élan", "’t Web", "Zorgplein", "de Brug", "Eigen Kracht"], key=dutch_order)
    ['de Brug', 'Eigen Kracht', 'Élan', '’t Web', 'Zorgplein']
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(char for char in plain if char.isalnum() or char.isspace())
    return " ".join(kept.split()), name
