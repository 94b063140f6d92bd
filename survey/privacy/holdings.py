"""Everything that is stored, in kinds: what it is, why, on what ground, how long, who sees it, in which tables.

A test holds that every table is in one kind, and that every column that can hold a text is told apart: does it say
something about a person, or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from survey.i18n import gettext_noop

#: Who can see something; "nobody" is nobody on a page: only who looks after the server could.
Seer = Literal["own_link", "report_link", "coordinator", "adviser", "administrator", "own_account", "nobody"]

SEERS: Final[Mapping[Seer, str]] = {
    "own_link": gettext_noop("the person, by the own link"),
    "report_link": gettext_noop("who has the link of the report"),
    "coordinator": gettext_noop("coordinators of the network"),
    "adviser": gettext_noop("advisers of the support organisation"),
    "administrator": gettext_noop("administrators"),
    "own_account": gettext_noop("the person, after signing in"),
    "nobody": gettext_noop("nobody, on no page"),
}

#: The ground (AVG, article 6); the privacy officer of who runs it has the last word.
_INTEREST: Final = gettext_noop("Justified interest, or a public task where a municipality is responsible")
_LAW: Final = gettext_noop("Duty to account for what happens with personal data")
_NONE: Final = gettext_noop("No personal data")


@dataclass(frozen=True, slots=True)
class Holding:
    """One kind of data."""

    name: str
    what: str
    why: str
    ground: str
    #: A term of ``survey.privacy.terms``.
    term: str
    seers: tuple[Seer, ...]
    #: Table -> the columns that say something about a person; ids that refer to one are not repeated here.
    personal: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    #: Table -> the columns with a text that say nothing about a person.
    plain: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables of this kind."""
        return tuple(dict.fromkeys([*self.personal, *self.plain]))


_STAFF: Final[tuple[Seer, ...]] = ("coordinator", "adviser", "administrator")

HOLDINGS: Final = (
    Holding(
        gettext_noop("Contacts"),
        gettext_noop("Name, e-mail address, job, language and organisation of people who can be invited"),
        gettext_noop("To invite people, and to tell their language and organisation apart"),
        _INTEREST,
        "contacts",
        (*_STAFF, "own_link"),
        {"contact": ("name", "sort_name", "search_text", "address", "address_key", "language", "job")},
    ),
    Holding(
        gettext_noop("Invitations"),
        gettext_noop("Who was invited to which round, and the group in the report. Not whether somebody answered"),
        gettext_noop("To give everybody a link of their own, and to count how many were invited"),
        _INTEREST,
        "contacts",
        _STAFF,
        {"invitation": ("reporting_group", "channel", "token_hash", "device_hash", "resume_hash")},
    ),
    Holding(
        gettext_noop("Mails of a round"),
        gettext_noop(
            "Which mail has to go or went to whom, and whether the address exists. Of reminders only how many, and not "
            "who got one"
        ),
        gettext_noop("To send each mail once, and to say which addresses are wrong"),
        _INTEREST,
        "contacts",
        _STAFF,
        {"round_mail": ("purpose", "message_id", "state")},
        {"round_mail": ("taken_by",), "reminding": ("moment",)},
    ),
    Holding(
        gettext_noop("Answers while a round is open"),
        gettext_noop("What somebody answered so far, when it was kept and sent in, and in which language"),
        gettext_noop("To let people stop, go on, change and erase"),
        _INTEREST,
        "open",
        ("own_link",),
        {"response": ("answers", "choice_times", "language")},
    ),
    Holding(
        gettext_noop("Answers after the closing"),
        gettext_noop(
            "Answers without a name, organisation, language or time, and own words with a tick. They cannot be "
            "searched for a person"
        ),
        gettext_noop("To publish the results, and to look once a year whether the questions work well"),
        _INTEREST,
        "sealed",
        ("nobody",),
        {"sealed_response": ("answers", "reporting_group"), "own_words": ("words", "shown_words")},
        {"own_words": ("question_id", "state")},
    ),
    Holding(
        gettext_noop("What organisations say about themselves, while a round is open"),
        gettext_noop("Answers on behalf of an organisation, and who changed them last"),
        gettext_noop("To let colleagues fill it in together"),
        _INTEREST,
        "open",
        ("own_link",),
        {"organisation_profile": ("answers", "choice_times")},
    ),
    Holding(
        gettext_noop("Published results"),
        gettext_noop(
            "Averages and parts that cannot be led back to one person, and what organisations said about themselves, "
            "by name of the organisation"
        ),
        gettext_noop("To draw the reports from, and to compare rounds and networks"),
        _INTEREST,
        "results",
        ("report_link", "coordinator", "adviser"),
        {"published_profile": ("document",)},
        {
            "published_profile": ("document_hash",),
            "published_results": (
                "document",
                "document_hash",
                "questionnaire_id",
                "questionnaire_version",
                "policy_version",
            ),
            "published_cell": ("measure", "subject", "option", "reporting_group", "kind"),
            "round_standing": (
                "questionnaire_id",
                "questionnaire_version",
                "phase",
                "steering",
                "depth",
                "outcomes",
                "said",
            ),
            "standing_theme": ("theme", "version", "kind", "status", "outcome", "beside"),
            "standing_gap": ("theme", "library_kind", "welfare_kind", "word"),
            "standing_fact": ("measure", "subject", "choice"),
            "benchmark_edition": ("document", "document_hash"),
            "benchmark_member": ("figure",),
            "quality_study": ("questionnaire_id", "questionnaire_version", "document", "document_hash"),
        },
    ),
    Holding(
        gettext_noop("Actions"),
        gettext_noop(
            "What a network agreed to do: which organisation sees to it, who does it and who helps, by name, and when "
            "it is to be ready"
        ),
        gettext_noop("To do what was agreed, and to come back to it in the next round"),
        _INTEREST,
        "actions",
        ("report_link", *_STAFF),
        {"action": ("what", "person", "helpers", "first_step", "proof", "note")},
        {"action": ("theme", "status", "suggestion_id")},
    ),
    Holding(
        gettext_noop("Reports"),
        gettext_noop(
            "Everything that a released report was made of: published results, what organisations said, actions with "
            "the names of who does them, and released texts in own words without a name. And links to pass a report on"
        ),
        gettext_noop("To make the same report again later, to the letter"),
        _INTEREST,
        "reports",
        ("report_link", "coordinator", "adviser"),
        {"report_edition": ("document",)},
        {"report_edition": ("document_hash", "withdrawn_because"), "report_share": ("token_hash",)},
    ),
    Holding(
        gettext_noop("Files with many reports"),
        gettext_noop(
            "Which adviser asked for all reports of the own networks, and how far that is; and the file itself, for as "
            "long as it can be downloaded"
        ),
        gettext_noop("To hand an adviser the reports of all networks at once"),
        _INTEREST,
        "batches",
        ("adviser",),
        {},
        {"report_batch": ("language", "forms", "cause"), "report_batch_item": ("not_made",)},
    ),
    Holding(
        gettext_noop("Networks"),
        gettext_noop(
            "Networks, their municipalities, partner organisations and rounds, the name of the coordinator, and notes "
            "of advisers, which only staff can see"
        ),
        gettext_noop("To look after networks and to plan rounds"),
        _INTEREST,
        "network",
        (*_STAFF, "own_link"),
        {
            "network": ("coordinator_name", "notes", "search_text"),
            "round": ("meeting_place",),
            "planned_round": ("meeting_place",),
            "network_coordinator": (),
        },
        {
            "network": ("name", "sort_name", "province", "region"),
            "partner_organisation": ("name", "sort_name", "kind"),
            "network_municipality": (),
            "municipality": ("code", "name", "sort_name", "province", "region", "region_name"),
            "round": (
                "questionnaire_id",
                "questionnaire_version",
                "questionnaire_hash",
                "left_out",
                "profile_version",
                "profile_hash",
                "profile_left_out",
                "kinds",
                "plan",
                "report_token_hash",
                "languages",
                "sender_name",
                "texts",
                "reminds_on",
            ),
            "planned_round": (
                "questionnaire_id",
                "left_out",
                "languages",
                "plan",
                "sender_name",
                "texts",
                "reminds_on",
                "refused_because",
            ),
            "weekly_overview": (),
            "round_code": ("purpose", "digits_hash", "token_hash"),
        },
    ),
    Holding(
        gettext_noop("Tokens for programs"),
        gettext_noop(
            "What a token of a support organisation is for, who made it and on which day it was last used; the token "
            "itself is not kept"
        ),
        gettext_noop("To let a program of the support organisation read what its networks published"),
        _NONE,
        "network",
        ("adviser", "administrator"),
        {},
        {"api_token": ("name", "token_hash")},
    ),
    Holding(
        gettext_noop("Accounts"),
        gettext_noop(
            "Name, e-mail address, role, language and ways to sign in of coordinators, advisers and administrators, "
            "and who handed which network over"
        ),
        gettext_noop("To let staff sign in and see no more than their role allows"),
        _INTEREST,
        "accounts",
        ("own_account", "adviser", "administrator"),
        {
            "account": (
                "name",
                "sort_name",
                "search_text",
                "address",
                "role",
                "language",
                "password",
                "fs_uniquifier",
                "tf_primary_method",
                "tf_totp_secret",
                "mf_recovery_codes",
                "fs_webauthn_user_handle",
                "us_totp_secrets",
            ),
            "saved_view": ("name", "page", "chosen"),
            "passkey": (
                "credential_id",
                "public_key",
                "transports",
                "device_type",
                "extensions",
                "name",
                "usage",
            ),
            "open_id_identity": ("issuer", "subject"),
            "hand_over": ("answer",),
        },
    ),
    Holding(
        gettext_noop("Alerts by mail"),
        gettext_noop(
            "What an adviser wants to be mailed about networks, and what was told already and is still so: which round "
            "or action, on which day, and how many. No names and no answers"
        ),
        gettext_noop("To tell an adviser the same thing once"),
        _INTEREST,
        "accounts",
        ("own_account",),
        {"alert_choice": ("kind", "pace"), "alert_told": ("kind",), "alert_look": ()},
    ),
    Holding(
        gettext_noop("Sessions"),
        gettext_noop("In which browsers somebody is signed in, since when and from about where"),
        gettext_noop("To let people see and end their sessions"),
        _INTEREST,
        "sessions",
        ("own_account", "administrator"),
        {"account_session": ("place", "browser", "method")},
    ),
    Holding(
        gettext_noop("Mails to accounts that still have to go"),
        gettext_noop("The address, and the text under lock"),
        gettext_noop("To send the mail once more when a mail server was busy"),
        _INTEREST,
        "account_mails",
        ("nobody",),
        {"account_mail": ("to_address", "sealed_text", "message_id")},
    ),
    Holding(
        gettext_noop("Requests for a lost link"),
        gettext_noop("The address that somebody typed"),
        gettext_noop("To mail the link to that address"),
        _INTEREST,
        "link_requests",
        ("nobody",),
        {"link_request": ("address_key", "language", "message_id")},
    ),
    Holding(
        gettext_noop("Files to import"),
        gettext_noop("The rows of a file, until who gave it says yes"),
        gettext_noop("To show what will be added and changed before it is"),
        _INTEREST,
        "imports",
        ("own_account",),
        {"staged_import": ("file_name", "rows", "remarks")},
    ),
    Holding(
        gettext_noop("Counters of tries"),
        gettext_noop("How often something was tried, under a code from which no address can be read"),
        gettext_noop("To keep guessing slow"),
        _INTEREST,
        "throttles",
        ("nobody",),
        {"throttle": ("bucket",)},
    ),
    Holding(
        gettext_noop("Audit log"),
        gettext_noop(
            "Who of the staff did what, when and from about where. No names, no addresses, no answers, and nothing of "
            "participants"
        ),
        gettext_noop("To be able to look back at who saw or changed something"),
        _LAW,
        "audit",
        ("administrator",),
        {"audit_event": ("action", "object_kind", "place", "details")},
    ),
    Holding(
        gettext_noop("Support organisations and the platform itself"),
        gettext_noop("Names, logos, texts and settings; how the platform is doing"),
        gettext_noop("To run the platform"),
        _NONE,
        "system",
        ("adviser", "administrator"),
        {},
        {
            "support_organisation": ("name", "sort_name", "sender_name", "texts", "questionnaires"),
            "logo": ("png", "content_hash"),
            "instance": ("kind",),
            "worker_sign": ("name",),
        },
    ),
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something that is kept outside the database."""

    name: str
    what: str
    term: str


ELSEWHERE: Final = (
    Elsewhere(
        gettext_noop("Mails kept as files"),
        gettext_noop(
            "Only where there is no mail server, and mails that could not be sent. They hold an address and personal "
            "links"
        ),
        "mail_files",
    ),
    Elsewhere(
        gettext_noop("List of work of the worker"),
        gettext_noop("Numbers of rows, no names and no addresses"),
        "work",
    ),
    Elsewhere(
        gettext_noop("Backup copies"),
        gettext_noop("Everything that was in the database when they were made, also what was erased after that"),
        "backups",
    ),
)
