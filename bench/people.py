"""Who is in the networks that are measured on."""

from questionnaires.kinds import partner_kinds
from questionnaires.respondent import Respondent

#: The organisations of each network, by their kinds, and how many people work at each.
KINDS = ("library", "welfare", "municipality", "library", "welfare", "formal-provider", "volunteer-provider", "work")
PER_ORGANISATION = 5

#: Anyone of them: what a page offers depends on the kinds of partner in the network.
RESPONDENT = Respondent("nl", "library", tuple(kind for kind in partner_kinds() if kind in KINDS))
