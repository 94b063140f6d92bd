"""The tables, one aggregate per file; what we promise is a named constraint. No queries here."""

from survey.models.base import Base
from survey.models.benchmark import BenchmarkEdition, BenchmarkMember
from survey.models.code import RoundCode, Throttle
from survey.models.instance import Instance
from survey.models.invitation import Invitation
from survey.models.link_request import LinkRequest
from survey.models.network import Contact, Network, PartnerOrganisation
from survey.models.profile import OrganisationProfile, PublishedProfile
from survey.models.quality import StoredQualityStudy
from survey.models.response import OwnWords, Response, SealedResponse
from survey.models.results import PublishedCell, PublishedResults
from survey.models.round import PlannedRound, Round
from survey.models.support import Adviser, SupportOrganisation

__all__ = [
    "Adviser",
    "Base",
    "BenchmarkEdition",
    "BenchmarkMember",
    "Contact",
    "Instance",
    "Invitation",
    "LinkRequest",
    "Network",
    "OrganisationProfile",
    "OwnWords",
    "PartnerOrganisation",
    "PlannedRound",
    "PublishedCell",
    "PublishedProfile",
    "PublishedResults",
    "Response",
    "Round",
    "RoundCode",
    "SealedResponse",
    "StoredQualityStudy",
    "SupportOrganisation",
    "Throttle",
]
