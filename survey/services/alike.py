"""Which organisations are probably the same one, written in another way."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from survey.models import PartnerOrganisation

#: What stands before or after the name of many organisations, and tells none apart.
_FORMS: Final = frozenset(("stichting", "vereniging", "st", "bv", "nv", "de", "het", "cooperatie", "ov"))


def alike(name: str, among: Iterable[PartnerOrganisation]) -> list[PartnerOrganisation]:
    """Return the organisations whose name has the same words as ``name``, without accents and legal forms."""
    essence = essential(name)
    return [each for each in among if essential(each.name) == essence]


def essential(name: str) -> str:
    """Return what is left of a name: small letters and digits, without accents and legal forms.

    >>> essential("Stichting  Bibliotheek Waterdam"), essential("bibliotheek waterdam B.V.")
    ('bibliotheek waterdam', 'bibliotheek waterdam')
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    words = re.findall(r"\w+", letters)
    return " ".join([word for word in words if word not in _FORMS] or words)
