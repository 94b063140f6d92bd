"""The tables, one aggregate per file; what we promise is a named constraint. No queries here."""

from survey.models.account import Account, AccountMail, AccountSession, OpenIdIdentity, Passkey
from survey.models.action import Action
from survey.models.alert import AlertChoice, AlertLook, AlertTold
from survey.models.api import ApiToken
from survey.models.audit import AuditEvent
from survey.models.base import Base
from survey.models.batch import ReportBatch, ReportBatchItem
from survey.models.benchmark import BenchmarkEdition, BenchmarkMember
from survey.models.campaign import Reminding, RoundMail, WeeklyOverview
from survey.models.code import RoundCode, Throttle
from survey.models.instance import Instance
from survey.models.invitation import Invitation
from survey.models.link_request import LinkRequest
from survey.models.network import (
    Contact,
    HandOver,
    Municipality,
    Network,
    NetworkCoordinator,
    NetworkMunicipality,
    PartnerOrganisation,
)
from survey.models.profile import OrganisationProfile, PublishedProfile
from survey.models.quality import StoredQualityStudy
from survey.models.report import ReportEdition, ReportShare
from survey.models.response import OwnWords, Response, SealedResponse
from survey.models.results import PublishedCell, PublishedResults
from survey.models.round import PlannedRound, Round
from survey.models.staged import StagedImport, WorkerSign
from survey.models.standing import RoundStanding, StandingFact, StandingGap, StandingTheme
from survey.models.support import Logo, SupportOrganisation
from survey.models.view import SavedView

__all__ = [
    "Account",
    "AccountMail",
    "AccountSession",
    "Action",
    "AlertChoice",
    "AlertLook",
    "AlertTold",
    "ApiToken",
    "AuditEvent",
    "Base",
    "BenchmarkEdition",
    "BenchmarkMember",
    "Contact",
    "HandOver",
    "Instance",
    "Invitation",
    "LinkRequest",
    "Logo",
    "Municipality",
    "Network",
    "NetworkCoordinator",
    "NetworkMunicipality",
    "OpenIdIdentity",
    "OrganisationProfile",
    "OwnWords",
    "PartnerOrganisation",
    "Passkey",
    "PlannedRound",
    "PublishedCell",
    "PublishedProfile",
    "PublishedResults",
    "Reminding",
    "ReportBatch",
    "ReportBatchItem",
    "ReportEdition",
    "ReportShare",
    "Response",
    "Round",
    "RoundCode",
    "RoundMail",
    "RoundStanding",
    "SavedView",
    "SealedResponse",
    "StagedImport",
    "StandingFact",
    "StandingGap",
    "StandingTheme",
    "StoredQualityStudy",
    "SupportOrganisation",
    "Throttle",
    "WeeklyOverview",
    "WorkerSign",
]
