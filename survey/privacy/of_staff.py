"""What is kept of networks, of the accounts of staff, and of the work that the platform does."""

from typing import Final

from survey.i18n import gettext_noop
from survey.privacy.holding import INTEREST, LAW, NONE, STAFF, Holding

OF_STAFF: Final = (
    Holding(
        gettext_noop("Networks"),
        gettext_noop(
            "Networks, their municipalities, partner organisations and rounds, the name of the coordinator, and notes "
            "of advisers, which only staff can see"
        ),
        gettext_noop("To look after networks and to plan rounds"),
        INTEREST,
        "network",
        (*STAFF, "own_link"),
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
        NONE,
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
        INTEREST,
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
        INTEREST,
        "accounts",
        ("own_account",),
        {"alert_choice": ("kind", "pace"), "alert_told": ("kind",), "alert_look": ()},
    ),
    Holding(
        gettext_noop("Sessions"),
        gettext_noop("In which browsers somebody is signed in, since when and from about where"),
        gettext_noop("To let people see and end their sessions"),
        INTEREST,
        "sessions",
        ("own_account", "administrator"),
        {"account_session": ("place", "browser", "method")},
    ),
    Holding(
        gettext_noop("Mails to accounts that still have to go"),
        gettext_noop("The address, and the text under lock"),
        gettext_noop("To send the mail once more when a mail server was busy"),
        INTEREST,
        "account_mails",
        ("nobody",),
        {"account_mail": ("to_address", "sealed_text", "message_id")},
    ),
    Holding(
        gettext_noop("Requests for a lost link"),
        gettext_noop("The address that somebody typed"),
        gettext_noop("To mail the link to that address"),
        INTEREST,
        "link_requests",
        ("nobody",),
        {"link_request": ("address_key", "language", "message_id")},
    ),
    Holding(
        gettext_noop("Files to import"),
        gettext_noop("The rows of a file, until who gave it says yes"),
        gettext_noop("To show what will be added and changed before it is"),
        INTEREST,
        "imports",
        ("own_account",),
        {"staged_import": ("file_name", "rows", "remarks")},
    ),
    Holding(
        gettext_noop("Counters of tries"),
        gettext_noop("How often something was tried, under a code from which no address can be read"),
        gettext_noop("To keep guessing slow"),
        INTEREST,
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
        LAW,
        "audit",
        ("administrator",),
        {"audit_event": ("action", "object_kind", "place", "details")},
    ),
    Holding(
        gettext_noop("Support organisations and the platform itself"),
        gettext_noop("Names, logos, texts and settings; how the platform is doing"),
        gettext_noop("To run the platform"),
        NONE,
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
