"""The words that the rules know; a writer may add one here and nowhere else."""

from collections.abc import Mapping
from typing import Final

#: What the jargon looks like in all its forms (a regular expression for a whole word, with no groups that capture),
#: and the plain word for it.
JARGON: Final[Mapping[str, str]] = {
    r"regie\w*|\w+regie|(?:ge)?regiss\w+": '"de leiding" or "leiden"',
    r"commitment\w*|(?:ge)?committe\w+": '"steun" or "meedoen"',
    r"(?:ge)?facilite(?:er|r)\w*": '"helpen" or "mogelijk maken"',
    r"\w*borging|borgen|borgt|borgden?|geborgde?": '"vasthouden" or "zorgen dat het zo blijft"',
    r"integra(?:al|le)": '"alles samen" or "in één keer"',
    r"uitrol\w*|uitgerolde?": '"invoeren" or "overal beginnen"',
    r"\w*afstemming\w*": '"afspraken" or "overleg"',
    r"governance\w*": '"bestuur" or "wie wat beslist"',
}

#: Shortened words end on a point that ends no sentence; they are read, and better written, in full.
SHORTENED: Final[Mapping[str, str]] = {
    "a.u.b.": "alstublieft",
    "bijv.": "bijvoorbeeld",
    "bv.": "bijvoorbeeld",
    "ca.": "ongeveer",
    "d.m.v.": "door middel van",
    "d.w.z.": "dat wil zeggen",
    "e.d.": "en dergelijke",
    "enz.": "enzovoort",
    "etc.": "enzovoort",
    "evt.": "eventueel",
    "excl.": "zonder",
    "i.p.v.": "in plaats van",
    "i.v.m.": "in verband met",
    "incl.": "met",
    "m.b.t.": "over",
    "m.u.v.": "behalve",
    "max.": "hoogstens",
    "min.": "minstens",
    "n.a.v.": "naar aanleiding van",
    "n.v.t.": "niet van toepassing",
    "nr.": "nummer",
    "o.a.": "onder andere",
    "resp.": "of",
    "t.a.v.": "over",
    "t.o.v.": "vergeleken met",
    "z.s.m.": "zo snel mogelijk",
}

#: Shortened words with which a sentence may end, when a capital follows.
MAY_END_A_SENTENCE: Final = frozenset({"a.u.b.", "e.d.", "enz.", "etc.", "z.s.m."})

#: Names that are said letter by letter and often written without capitals.
INITIALS: Final = frozenset({"cao", "ggd", "ggz", "hbo", "mbo", "poi", "roc", "vmbo", "wlz", "wmo", "zzp"})

#: Capitals that need no explanation, because they are words by now.
EVERYDAY_INITIALS: Final = frozenset({"OK", "PC", "TV"})

#: Parts of abstract nouns that our readers use every day.
EVERYDAY_NOUNS: Final = (
    *("organisatie", "vaardighe", "samenwerking", "informatie", "overheid", "gelegenhe"),
    *("leerling", "opleiding", "training", "afdeling", "vereniging", "vergadering", "ervaring", "mening", "stelling"),
)
