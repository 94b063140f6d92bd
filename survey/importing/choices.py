"""Cells in which one of a few things can stand: a kind of partner, a language, yes or no."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from questionnaires.kinds import PartnerKind, partner_kinds
from survey.importing.folding import folded

#: What people call the kinds, beside our own names and ids.
_CALLED: Final = {
    "library": "bieb, bibliotheken, openbare bibliotheek, bibliotheekorganisatie, public library",
    "municipality": "gemeente, gemeente (beleid), beleid, gemeentebeleid, beleidsmedewerker, council, municipality",
    "municipality-desk": (
        "gemeente (loket), gemeente loket, gemeente (uitvoering), gemeente uitvoering, loket, wijkteam, "
        "sociale dienst, gemeente (loket en uitvoering), burgerzaken, municipality desk"
    ),
    "welfare": "welzijn, welzijnswerk, welzijnsinstelling, sociaal werk, sociale organisatie, welfare",
    "formal-provider": "roc, taalschool, taalaanbieder, formele aanbieder, mbo, taalaanbieder formeel, language school",
    "volunteer-provider": (
        "vrijwilligers, vrijwilligersorganisatie, taalvrijwilligers, non-formele aanbieder, vrijwilligerswerk, "
        "volunteers, volunteer organisation"
    ),
    "refugee-support": (
        "vluchtelingenwerk, vluchtelingen, nieuwkomers, nieuwkomersorganisatie, coa, inburgering, refugee council"
    ),
    "work": "werk, werkgever, werkgevers, uwv, werkbedrijf, sociale werkvoorziening, werk en inkomen, employer",
    "debt-help": "schuldhulp, schuldhulpverlening, geld, schulden, hulp bij geld, schulddienstverlening, debt help",
    "health": "zorg, gezondheid, ggd, huisarts, zorginstelling, ziekenhuis, gezondheidszorg, health, health care",
    "education-family": "school, onderwijs, opvang, kinderopvang, basisschool, schools, childcare",
    "digital-support": "digitaal, digihulp, digitale ondersteuning, digital",
    "housing": "corporatie, wooncorporatie, woningbouw, woningbouwvereniging, wonen, housing",
    "community": (
        "buurt, buurtorganisatie, kerk, moskee, migrantenorganisatie, buurthuis, geloofsgroep, "
        "zelforganisatie, community"
    ),
    "learners": "taalambassadeurs, taalambassadeur, cursisten, ambassadeur, ervaringsdeskundigen, learners",
    "support": "provincie, steun, landelijke steun, regionale steun, landelijk, support, stichting lezen en schrijven",
}
_LANGUAGES: Final = {
    "nl": "nl, nld, ned, nederlands, dutch, nl-nl, hollands",
    "en": "en, eng, engels, english, en-gb, en-us",
}
_YES: Final = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "waar", "v", "wel"})
_NO: Final = frozenset({"", "nee", "n", "no", "0", "false", "onwaar", "niet", "geen"})


@dataclass(frozen=True, slots=True)
class ReadKind:
    """A kind as it was read: one that we know, or the one that it looks like; ``is_guess``: it can be another."""

    kind: str | None
    near: PartnerKind | None = None
    is_guess: bool = False


def read_kind(written: str) -> ReadKind:
    """Return the kind of partner that a cell names."""
    known = _kinds()
    text = folded(written)
    if text in known:
        return ReadKind(known[text], is_guess=text in ("gemeente", "municipality"))
    near = get_close_matches(text, known, n=1, cutoff=0.6)
    return ReadKind(None, partner_kinds()[known[near[0]]] if near else None)


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in partner_kinds().values():
        called = [kind.id, *kind.name.values(), *_CALLED.get(kind.id, "").split(", ")]
        found.update((folded(name), kind.id) for name in called if name)
    return found


def read_language(written: str) -> str | None:
    """Return the language that a cell names, by its code; ``None`` when we do not have it."""
    text = folded(written)
    return next((code for code, names in _LANGUAGES.items() if text in map(folded, names.split(", "))), None)


def read_yes(written: str) -> bool | None:
    """Return whether a cell says yes or no; ``None`` when it says neither."""
    text = folded(written)
    if text in _YES or written.strip() in ("✓", "✔", "☑"):
        return True
    return False if text in _NO else None
