"""The organisation profile's results: facts that organisations give of themselves, by name, frozen at closing.

``freezing`` makes the document, once; everything else is a function of it, or lies beside the published results.
"""

from reports.profile.by_organisation import SaidLine, SaidPart, Speaker, by_organisation
from reports.profile.chances import Chance
from reports.profile.counts import Count
from reports.profile.document import InvalidProfileResults, ProfileResults
from reports.profile.facts import Contact, Organisation, ReachNumber, Said, SeenGroup, Task, Voice, Wanted
from reports.profile.form import Direction, direction, nobody_steers
from reports.profile.freezing import freeze
from reports.profile.given import InvalidProfile, Partner, Profile
from reports.profile.municipality import MunicipalLine, municipal_check
from reports.profile.opinions import TaskOpinion, opinions
from reports.profile.reach import GroupReach, ReachWord, group_reach
from reports.profile.reach_numbers import Exchange, ReachSum, exchange, funnel, reach_sums
from reports.profile.relations import LibraryWelfare, RelationMap, relation_map
from reports.profile.roles import PairPicture, RoleCard, RoleStatus, role_cards
from reports.profile.ties import Referral, Tie
from reports.profile.verdicts import Verdict
from reports.profile.voices import ThemeVoices, theme_voices

__all__ = [
    "Chance",
    "Contact",
    "Count",
    "Direction",
    "Exchange",
    "GroupReach",
    "InvalidProfile",
    "InvalidProfileResults",
    "LibraryWelfare",
    "MunicipalLine",
    "Organisation",
    "PairPicture",
    "Partner",
    "Profile",
    "ProfileResults",
    "ReachNumber",
    "ReachSum",
    "ReachWord",
    "Referral",
    "RelationMap",
    "RoleCard",
    "RoleStatus",
    "Said",
    "SaidLine",
    "SaidPart",
    "SeenGroup",
    "Speaker",
    "Task",
    "TaskOpinion",
    "ThemeVoices",
    "Tie",
    "Verdict",
    "Voice",
    "Wanted",
    "by_organisation",
    "direction",
    "exchange",
    "freeze",
    "funnel",
    "group_reach",
    "municipal_check",
    "nobody_steers",
    "opinions",
    "reach_sums",
    "relation_map",
    "role_cards",
    "theme_voices",
]
