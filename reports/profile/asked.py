"""What the profile reads: the questions of ``organisatieprofiel``, and those of the personal part that lie beside them.

A round may leave blocks out; what was not asked has no place in the results.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: The blocks, by which an organisation's answer is told from a part that it never opened.
ROLES, GROUPS, RELATIONS = "roles-facts", "reach-groups", "relation-map"

TASKS: Final = "rf-tasks"
SEES: Final = "we-see"

FOUND, INTAKE, STARTED, FINISHED = "rn-found", "rn-intake", "rn-started", "rn-finished"
REFERRED_OUT, REFERRED_IN = "rn-referred-out", "rn-referred-in"
#: Of the people who started, how many grew up with Dutch.
OF_STARTED: Final = "rn-nt1-share"
#: What is, or may be, part of those who started: who finished did start, in the same year or the one before. Of the
#: other numbers none speaks of the people of another.
PARTS_OF_STARTED: Final = (FINISHED, OF_STARTED)
VOLUNTEERS: Final = "rn-volunteers"
NUMBERS: Final = (FOUND, REFERRED_OUT, REFERRED_IN, INTAKE, STARTED, FINISHED, OF_STARTED, VOLUNTEERS)
COUNTED_TWICE: Final = "rn-double"

PARTNERS, CONTACT, WANTED = "rel-partners", "rel-map", "rel-wanted"
#: What is asked about each contact: how often, who refers to whom, what is done together, how much is needed.
DETAILS: Final = ("rel-freq", "rel-refer", "rel-joint", "rel-wish")

#: Asked of the municipality by name and of everybody without names, with the same ids (disclosure rule R11).
CHECK, LEVEL = "mc-lines", "mc-level"

#: The organisation's voice: one question per theme, each with a sentence beside it.
VOICES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "vo-1": "shared-purpose",
        "vo-2": "roles",
        "vo-3": "municipality",
        "vo-4": "joint-reach",
        "vo-5": "contact-trust",
        "vo-6": "conditions",
        "vo-7": "differences",
        "vo-8": "learning-action",
    }
)
WHY: Final = "{voice}-why"

#: The kinds of organisation whose ties and tasks are laid side by side, and the kind that answers for a municipality.
LIBRARY, WELFARE = "library", "welfare"
