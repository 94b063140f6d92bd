"""What we promise about the data is a named constraint: each is broken here once, on both engines."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKeyConstraint,
    Table,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from survey import clock
from survey.database import writing
from survey.models import Base
from survey.models.base import UtcDateTime
from survey.services.networks import mark_instance
from tests.factories import make_round

TABLES = Base.metadata.tables
HASH = "0" * 64
#: An invitation of nobody we know.
NOBODY = {"contact_id": None, "reporting_group": None, "device_hash": None}
#: One on paper that joins only the total: where it has a contact, that is all that is wrong with it.
PAPER = {"channel": "paper", "reporting_group": None, "device_hash": None}
LATER = datetime(2100, 1, 1, tzinfo=UTC)

_REMINDED = {"purpose": "reminder", "state": "sent", "done_at_utc": LATER}

#: Constraint -> a table, and values for its rows that break it.
CHECKS: list[tuple[str, str, dict[str, Any]]] = [
    ("ck_instance_known_kind", "instance", {"kind": "test"}),
    ("ck_instance_only_one", "instance", {"one": 2}),
    ("ck_network_has_a_name", "network", {"name": ""}),
    ("ck_partner_organisation_has_a_name", "partner_organisation", {"name": ""}),
    ("ck_contact_address_with_key", "contact", {"address": None}),
    ("ck_contact_address_with_key", "contact", {"address_key": None}),
    ("ck_round_hash_is_sha256", "round", {"questionnaire_hash": "1.0.0"}),
    ("ck_round_numbered_from_one", "round", {"number": 0}),
    ("ck_round_closed_after_opening", "round", {"closed_at_utc": LATER - timedelta(days=40_000)}),
    ("ck_round_meeting_has_a_day", "round", {"meeting_on": None, "meeting_place": "Bibliotheek"}),
    ("ck_round_profile_version_with_hash", "round", {"profile_version": None}),
    ("ck_round_profile_hash_is_sha256", "round", {"profile_hash": "1.0.0"}),
    ("ck_round_nobody_is_less_than_none", "round", {"sent_in_by_code": -1}),
    ("ck_invitation_known_channel", "invitation", {"channel": "post", **NOBODY}),
    ("ck_invitation_only_personal_has_a_contact", "invitation", {"contact_id": None}),
    ("ck_invitation_only_personal_has_a_contact", "invitation", PAPER),
    ("ck_invitation_only_a_meeting_has_a_device", "invitation", {"device_hash": HASH}),
    ("ck_invitation_by_code_joins_the_total_only", "invitation", {"channel": "paper", "contact_id": None}),
    ("ck_organisation_profile_kept_by_somebody", "organisation_profile", {"editor_id": None}),
    ("ck_published_profile_hash_is_sha256", "published_profile", {"document_hash": ""}),
    ("ck_round_code_known_purpose", "round_code", {"purpose": "poster"}),
    ("ck_round_code_secrets_are_hashed", "round_code", {"digits_hash": "123456"}),
    ("ck_round_code_generation_from_one", "round_code", {"generation": 0}),
    ("ck_throttle_tried_at_least_once", "throttle", {"tries": 0}),
    ("ck_link_request_has_an_address", "link_request", {"address_key": ""}),
    ("ck_invitation_generation_from_one", "invitation", {"generation": 0}),
    ("ck_invitation_token_is_hashed", "invitation", {"token_hash": "A" * 43}),
    ("ck_response_has_a_language", "response", {"language": ""}),
    ("ck_own_words_not_empty", "own_words", {"words": ""}),
    ("ck_benchmark_edition_hash_is_sha256", "benchmark_edition", {"document_hash": ""}),
    ("ck_benchmark_member_figure_is_sha256", "benchmark_member", {"figure": "roles"}),
    ("ck_published_results_hash_is_sha256", "published_results", {"document_hash": ""}),
    ("ck_published_cell_known_kind", "published_cell", {"kind": "about"}),
    ("ck_published_cell_withheld_has_no_value", "published_cell", {"kind": "withheld", "n": None}),
    ("ck_published_cell_withheld_has_no_value", "published_cell", {"low_thousandths": None, "high_thousandths": None}),
    ("ck_published_cell_only_averages_have_a_number", "published_cell", {"n": None}),
    ("ck_published_cell_only_averages_have_a_number", "published_cell", {"measure": "share"}),
    ("ck_quality_study_hash_is_sha256", "quality_study", {"document_hash": ""}),
    ("ck_quality_study_year_of_our_time", "quality_study", {"year": 27}),
    ("ck_support_organisation_has_a_name", "support_organisation", {"name": ""}),
    ("ck_support_organisation_contacts_kept_for_a_time", "support_organisation", {"contact_months": 0}),
    ("ck_support_organisation_audit_kept_for_a_time", "support_organisation", {"audit_months": 5}),
    ("ck_logo_fits_a_page", "logo", {"width": 801}),
    ("ck_account_known_role", "account", {"role": "owner"}),
    ("ck_account_has_a_name", "account", {"name": ""}),
    ("ck_account_closed_at_a_time", "account", {"active": False}),
    ("ck_account_closed_at_a_time", "account", {"closed_at_utc": LATER}),
    ("ck_account_hard_to_guess", "account", {"fs_uniquifier": "1"}),
    ("ck_account_second_factor_with_secret", "account", {"tf_primary_method": "authenticator"}),
    ("ck_account_second_factor_with_secret", "account", {"tf_totp_secret": "x"}),
    ("ck_passkey_known_usage", "passkey", {"usage": "third"}),
    ("ck_audit_event_kept_for_a_time", "audit_event", {"kept_until_utc": LATER - timedelta(days=40_000)}),
    ("ck_audit_event_says_what", "audit_event", {"action": ""}),
    ("ck_municipality_code_of_a_municipality", "municipality", {"code": "0344"}),
    ("ck_hand_over_answered_at_a_time", "hand_over", {"answer": "accepted"}),
    ("ck_hand_over_known_answer", "hand_over", {"answer": "maybe", "answered_at_utc": LATER}),
    ("ck_contact_erased_is_nobody", "contact", {"erased_at_utc": LATER}),
    ("ck_contact_has_a_name", "contact", {"name": ""}),
    ("ck_round_cancelled_is_closed", "round", {"cancelled_at_utc": LATER}),
    ("ck_round_released_after_closing", "round", {"released_at_utc": LATER}),
    (
        "ck_round_cancelled_is_never_released",
        "round",
        {"closed_at_utc": LATER, "cancelled_at_utc": LATER, "released_at_utc": LATER},
    ),
    ("ck_planned_round_asked_for_with_its_dates", "planned_round", {"asked_at_utc": LATER}),
    ("ck_planned_round_meeting_has_a_day", "planned_round", {"meeting_place": "Bibliotheek"}),
    ("ck_invitation_resume_code_is_hashed", "invitation", {"through_staff": True, "resume_hash": "12345678"}),
    ("ck_invitation_resume_code_where_staff_held_the_link", "invitation", {"resume_hash": HASH}),
    ("ck_own_words_known_state", "own_words", {"state": "shown"}),
    ("ck_own_words_shown_is_not_empty", "own_words", {"shown_words": ""}),
    ("ck_round_mail_known_purpose", "round_mail", {"purpose": "news"}),
    ("ck_round_mail_known_state", "round_mail", {"state": "lost", "done_at_utc": LATER}),
    ("ck_round_mail_done_at_a_time", "round_mail", {"state": "sent"}),
    ("ck_round_mail_no_trace_of_a_reminder", "round_mail", _REMINDED),
    ("ck_round_mail_counted_from_one", "round_mail", {"number": 0}),
    ("ck_reminding_at_most_three", "reminding", {"number": 4}),
    ("ck_reminding_nobody_is_less_than_none", "reminding", {"told": -1}),
    ("ck_action_says_what", "action", {"what": ""}),
    ("ck_action_known_status", "action", {"status": "late", "slot": None}),
    ("ck_action_slot_while_it_is_to_be_done", "action", {"slot": None}),
    ("ck_action_slot_while_it_is_to_be_done", "action", {"status": "done", "settled_at_utc": LATER}),
    ("ck_action_one_of_three_slots", "action", {"slot": 4}),
    ("ck_action_settled_at_a_time", "action", {"settled_at_utc": LATER}),
    ("ck_action_settled_at_a_time", "action", {"status": "stopped", "slot": None}),
    ("ck_action_one_person", "action", {"person": "Hanna Bos"}),
    ("ck_report_edition_numbered_from_one", "report_edition", {"number": 0}),
    ("ck_report_edition_hash_is_sha256", "report_edition", {"document_hash": ""}),
    ("ck_report_edition_withdrawn_for_a_reason", "report_edition", {"document": None}),
    ("ck_report_edition_withdrawn_for_a_reason", "report_edition", {"withdrawn_because": "term"}),
    ("ck_report_edition_known_reason", "report_edition", {"document": None, "withdrawn_because": "tired"}),
    ("ck_report_share_generation_from_one", "report_share", {"generation": 0}),
    ("ck_report_share_token_is_hashed", "report_share", {"token_hash": "A" * 43}),
    ("ck_round_standing_numbered_from_one", "round_standing", {"number": 0}),
    ("ck_round_standing_nobody_is_less_than_none", "round_standing", {"sent_in": -1}),
    ("ck_standing_theme_known_kind", "standing_theme", {"kind": "about"}),
    ("ck_standing_theme_withheld_has_no_value", "standing_theme", {"kind": "withheld", "n": None}),
    ("ck_standing_theme_shown_has_a_number", "standing_theme", {"n": None}),
    ("ck_saved_view_has_a_name", "saved_view", {"name": ""}),
    ("ck_alert_choice_known_kind", "alert_choice", {"kind": "score"}),
    ("ck_alert_choice_known_pace", "alert_choice", {"pace": "hourly"}),
    ("ck_alert_told_known_kind", "alert_told", {"kind": "score"}),
    ("ck_alert_told_counted_from_one", "alert_told", {"number": 0}),
    ("ck_report_batch_known_cause", "report_batch", {"finished_at_utc": LATER, "cause": "tired"}),
    ("ck_report_batch_known_audience", "report_batch", {"audience": "everybody"}),
    ("ck_report_batch_cause_at_the_end", "report_batch", {"finished_at_utc": None, "cause": "failed"}),
    ("ck_api_token_has_a_name", "api_token", {"name": ""}),
    ("ck_api_token_token_is_hashed", "api_token", {"token_hash": "A" * 43}),
]

#: Constraint -> a table, and what a second row must have of its own so that it breaks this one alone.
TWICE: dict[str, tuple[str, dict[str, Callable[[], Any]]]] = {
    "uq_instance_one": ("instance", {}),
    "uq_support_organisation_name": ("support_organisation", {}),
    "uq_logo_support_organisation_id": ("logo", {}),
    "uq_account_address": ("account", {"fs_uniquifier": lambda: "9" * 32, "fs_webauthn_user_handle": lambda: None}),
    "uq_account_fs_uniquifier": (
        "account",
        {"address": lambda: "else@x.example", "fs_webauthn_user_handle": lambda: None},
    ),
    "uq_account_fs_webauthn_user_handle": (
        "account",
        {"address": lambda: "else@x.example", "fs_uniquifier": lambda: "9" * 32},
    ),
    "uq_passkey_account_id_name": ("passkey", {"credential_id": lambda: b"2"}),
    "uq_passkey_credential_id": ("passkey", {"name": lambda: "Laptop"}),
    "uq_open_id_identity_issuer_subject": ("open_id_identity", {}),
    "uq_network_coordinator_network_id_account_id": ("network_coordinator", {}),
    "uq_municipality_code": ("municipality", {}),
    "uq_network_municipality_network_id_municipality_id": ("network_municipality", {}),
    "uq_hand_over_one_open_per_network": ("hand_over", {}),
    "uq_worker_sign_name": ("worker_sign", {}),
    "uq_network_support_organisation_id_name": ("network", {}),
    "uq_partner_organisation_network_id_name": ("partner_organisation", {}),
    "uq_contact_own_address_per_network": ("contact", {}),
    "uq_round_network_id_number": (
        "round",
        {"report_token_hash": lambda: "1" * 64, "closed_at_utc": lambda: LATER},
    ),
    "uq_round_report_token_hash": ("round", {"number": lambda: 2, "closed_at_utc": lambda: LATER}),
    "uq_round_one_open_per_network": ("round", {"number": lambda: 2, "report_token_hash": lambda: "1" * 64}),
    "uq_planned_round_network_id": ("planned_round", {}),
    "uq_invitation_round_id_contact_id": ("invitation", {"token_hash": lambda: "1" * 64}),
    "uq_invitation_token_hash": ("invitation", {"contact_id": uuid4}),
    "uq_invitation_one_device_one_response": (
        "invitation",
        {
            "token_hash": lambda: "1" * 64,
            "channel": lambda: "meeting",
            "contact_id": lambda: None,
            "reporting_group": lambda: None,
            "device_hash": lambda: HASH,
        },
    ),
    "uq_response_invitation_id": ("response", {}),
    "uq_organisation_profile_one_per_round": ("organisation_profile", {}),
    "uq_published_profile_round_id": ("published_profile", {}),
    "uq_round_code_round_id_purpose": ("round_code", {"digits_hash": lambda: "1" * 64, "token_hash": lambda: "1" * 64}),
    "uq_round_code_digits_hash": ("round_code", {"purpose": lambda: "paper", "token_hash": lambda: "1" * 64}),
    "uq_round_code_token_hash": ("round_code", {"purpose": lambda: "paper", "digits_hash": lambda: "1" * 64}),
    "uq_throttle_bucket": ("throttle", {}),
    "uq_benchmark_edition_cut_off": ("benchmark_edition", {}),
    "uq_benchmark_member_edition_id_figure_round_id": ("benchmark_member", {}),
    "uq_published_results_round_id": ("published_results", {}),
    "uq_published_cell_one_statement": ("published_cell", {}),
    "uq_quality_study_questionnaire_id_questionnaire_version_year": ("quality_study", {}),
    "uq_round_mail_invitation_id_purpose_number": ("round_mail", {"message_id": lambda: "<2@x.example>"}),
    "uq_round_mail_message_id": ("round_mail", {"number": lambda: 2}),
    "uq_reminding_round_id_number": ("reminding", {}),
    "uq_weekly_overview_week": ("weekly_overview", {}),
    "uq_action_three_open_at_most": ("action", {}),
    "uq_report_edition_round_id_number": ("report_edition", {}),
    "uq_report_share_token_hash": ("report_share", {"withdrawn_at_utc": lambda: LATER}),
    "uq_report_batch_one_at_a_time": ("report_batch", {}),
    "uq_report_batch_item_batch_id_edition_id": ("report_batch_item", {}),
    "uq_api_token_token_hash": ("api_token", {}),
    "uq_round_standing_round_id": ("round_standing", {"number": lambda: 2}),
    "uq_round_standing_network_id_number": ("round_standing", {"round_id": uuid4}),
    "uq_standing_theme_standing_id_theme": ("standing_theme", {}),
    "uq_standing_gap_standing_id_theme": ("standing_gap", {}),
    "uq_saved_view_account_id_name": ("saved_view", {}),
    "uq_alert_choice_account_id_kind": ("alert_choice", {}),
    "uq_alert_told_account_id_kind_subject_id_day": ("alert_told", {}),
    "uq_alert_look_account_id": ("alert_look", {}),
    "uq_report_share_one_open_per_round": ("report_share", {"token_hash": lambda: "1" * 64}),
}


def constraints(kind: type) -> Iterator[tuple[str, Table]]:
    for table in TABLES.values():
        yield from ((str(each.name), table) for each in table.constraints if isinstance(each, kind))


#: Sorted: a table keeps its constraints in a set, and all workers must collect the same tests.
FOREIGN = sorted(
    (str(each.name), table.name, each.column_keys[0])
    for table in TABLES.values()
    for each in table.constraints
    if isinstance(each, ForeignKeyConstraint)
)


@pytest.fixture
def rows(app: Flask, connection: Connection) -> Connection:
    """One row or more in every table."""
    opened = make_round(app)
    with writing() as session:
        mark_instance(session, kind="production", at=clock.now())
    plan = {"id": uuid4(), "network_id": opened.network_id, "questionnaire_id": "x", "left_out": []}
    connection.execute(insert(TABLES["planned_round"]).values(plan))
    results = uuid4()
    of_round = {"id": uuid4(), "round_id": opened.id}
    connection.execute(insert(TABLES["sealed_response"]).values(**of_round, answers={}))
    connection.execute(insert(TABLES["own_words"]).values(**of_round, question_id="op-keep", words="De koffie."))
    edition = {"id": uuid4(), "document": "{}", "document_hash": HASH, "made_at_utc": clock.now()}
    connection.execute(insert(TABLES["benchmark_edition"]).values(**edition, cut_off=date(2026, 7, 1)))
    connection.execute(insert(TABLES["benchmark_member"]).values(**of_round, edition_id=edition["id"], figure=HASH))
    connection.execute(insert(TABLES["published_results"]).values(_results(results, opened.id, edition["id"])))
    connection.execute(insert(TABLES["published_cell"]).values(_cell(results)))
    connection.execute(insert(TABLES["quality_study"]).values(_study()))
    _add_what_comes_with_answering(connection, opened.id)
    _add_accounts(connection)
    _add_what_staff_leave(connection, opened.network_id)
    _add_mails(connection, opened.id)
    _add_reports(connection, opened.id, opened.network_id)
    return connection


def _add_reports(connection: Connection, round_id: UUID, network_id: UUID) -> None:
    """An action that somebody does, what a report was made of, and a link to it."""
    contacts, now = TABLES["contact"], clock.now()
    contact, owner = connection.execute(select(contacts.c.id, contacts.c.partner_organisation_id)).first() or ()
    agreed = {"network_id": network_id, "owner_id": owner, "contact_id": contact, "round_id": round_id}
    texts = {"what": "Bel de taalaanbieder.", "person": "", "helpers": "", "first_step": "", "proof": "", "note": ""}
    action = {**agreed, **texts, "status": "open", "slot": 1, "agreed_at_utc": now, "version": 1}
    connection.execute(insert(TABLES["action"]).values(id=uuid4(), **action))
    kept = uuid4()
    edition = {"round_id": round_id, "number": 1, "document": "{}", "document_hash": HASH, "made_at_utc": now}
    connection.execute(insert(TABLES["report_edition"]).values(id=kept, **edition))
    maker = connection.execute(select(TABLES["account"].c.id)).scalars().first()
    batch = {
        "id": uuid4(),
        "asked_by_id": maker,
        "asked_at_utc": now,
        "language": "nl",
        "forms": ["pdf"],
        "audience": "adviser",
    }
    connection.execute(insert(TABLES["report_batch"]).values(batch))
    item = {"batch_id": batch["id"], "edition_id": kept, "not_made": []}
    connection.execute(insert(TABLES["report_batch_item"]).values(id=uuid4(), **item))
    link = {"round_id": round_id, "generation": 1, "token_hash": HASH, "made_at_utc": now, "made_by_id": maker}
    connection.execute(insert(TABLES["report_share"]).values(id=uuid4(), **link))
    support = connection.execute(select(TABLES["support_organisation"].c.id)).scalars().first()
    token = {"support_organisation_id": support, "name": "Kaart", "token_hash": HASH, "made_at_utc": now}
    connection.execute(insert(TABLES["api_token"]).values(id=uuid4(), **token, made_by_id=maker))
    view = {"account_id": maker, "name": "Noord", "page": "compare", "chosen": "", "saved_at_utc": now}
    connection.execute(insert(TABLES["saved_view"]).values(id=uuid4(), **view))
    _add_alerts(connection, {"account_id": maker}, round_id)
    _add_standing(connection, round_id, network_id)


def _add_alerts(connection: Connection, of_account: dict[str, Any], round_id: UUID) -> None:
    """What somebody wants to be told, what was told, and until when was looked."""
    connection.execute(insert(TABLES["alert_choice"]).values(id=uuid4(), **of_account, kind="late", pace="weekly"))
    told = {"kind": "too_few", "subject_id": round_id, "day": date(2026, 11, 23), "number": 1}
    connection.execute(insert(TABLES["alert_told"]).values(id=uuid4(), **of_account, **told))
    looked = {"hour_utc": clock.now(), "week": date(2026, 11, 23)}
    connection.execute(insert(TABLES["alert_look"]).values(id=uuid4(), **of_account, **looked))


def _add_standing(connection: Connection, round_id: UUID, network_id: UUID) -> None:
    """How the network stands by the round, with one theme, one gap and one fact."""
    standing, asked = uuid4(), {"questionnaire_id": "x", "questionnaire_version": "1.0.0"}
    stood = {"round_id": round_id, "network_id": network_id, "number": 1, "closed_on": date(2026, 10, 23), **asked}
    connection.execute(insert(TABLES["round_standing"]).values(id=standing, **stood, invited=8, sent_in=6))
    value = {"low_thousandths": 3700, "high_thousandths": 3700, "n": 6}
    theme = {"standing_id": standing, "theme": "roles", "place": 0, "version": HASH, "kind": "exact", **value}
    connection.execute(insert(TABLES["standing_theme"]).values(id=uuid4(), **theme, status="on_the_way"))
    withheld = {"library_kind": "withheld", "welfare_kind": "withheld", "word": "not_shown"}
    gap = {"standing_id": standing, "theme": "roles", **withheld}
    connection.execute(insert(TABLES["standing_gap"]).values(id=uuid4(), **gap))
    fact = {"standing_id": standing, "place": 0, "measure": "task", "subject": "find", "choice": "open"}
    connection.execute(insert(TABLES["standing_fact"]).values(id=uuid4(), **fact))


def _add_mails(connection: Connection, round_id: UUID) -> None:
    """A mail that has to go, a reminding that went, and the overview of a week."""
    invitations = TABLES["invitation"]
    invited = connection.execute(select(invitations.c.id).where(invitations.c.channel == "personal")).scalars().first()
    mail = {"round_id": round_id, "invitation_id": invited, "batch_id": uuid4(), "purpose": "invitation", "number": 1}
    mail |= {"message_id": "<1@x.example>", "state": "waiting", "tries": 0, "due_at_utc": clock.now()}
    connection.execute(insert(TABLES["round_mail"]).values(id=uuid4(), **mail))
    reminded = {"round_id": round_id, "number": 1, "at_utc": clock.now(), "told": 2, "failed": 0}
    connection.execute(insert(TABLES["reminding"]).values(id=uuid4(), **reminded))
    connection.execute(insert(TABLES["weekly_overview"]).values(id=uuid4(), week=date(2026, 11, 23)))


def _add_accounts(connection: Connection) -> None:
    """Two accounts, of which one has every way to sign in that there is."""
    accounts, now = TABLES["account"], clock.now()
    first = dict(connection.execute(select(accounts)).mappings().one())
    connection.execute(update(accounts).values(fs_webauthn_user_handle="1"))
    own = {"address": "ida@x.example", "fs_uniquifier": "2" * 32, "fs_webauthn_user_handle": "2"}
    connection.execute(insert(accounts).values(**first | own | {"id": uuid4()}))
    of_account = {"account_id": first["id"]}
    key = {"credential_id": b"1", "public_key": b"1", "sign_count": 0, "backup_state": False, "device_type": "x"}
    key |= {"lastuse_datetime": now, "name": "Telefoon", "usage": "first"}
    connection.execute(insert(TABLES["passkey"]).values(id=uuid4(), **of_account, **key))
    signs = {"begun_at_utc": now, "seen_at_utc": now, "place": "nowhere", "browser": "", "method": "password"}
    connection.execute(insert(TABLES["account_session"]).values(id=uuid4(), **of_account, **signs))
    elsewhere = {"issuer": "https://x.example", "subject": "1"}
    connection.execute(insert(TABLES["open_id_identity"]).values(id=uuid4(), **of_account, **elsewhere))
    mail = {"to_address": "ida@x.example", "sealed_text": b"1", "asked_at_utc": now, "message_id": "<1@x.example>"}
    connection.execute(insert(TABLES["account_mail"]).values(id=uuid4(), **mail))
    picture = {"png": b"1", "width": 8, "height": 8, "content_hash": HASH}
    support = {"support_organisation_id": first["support_organisation_id"]}
    connection.execute(insert(TABLES["logo"]).values(id=uuid4(), **support, **picture))


def _add_what_staff_leave(connection: Connection, network_id: UUID) -> None:
    """What is kept of a network's coordinator, its place, its hand-over, its import; and of the worker."""
    now, of_network = clock.now(), {"network_id": network_id}
    one, other = connection.execute(select(TABLES["account"].c.id)).scalars()
    municipality = {"id": uuid4(), "code": "GM0344", "name": "Utrecht", "year": 2026}
    connection.execute(insert(TABLES["municipality"]).values(municipality))
    place = {**of_network, "municipality_id": municipality["id"]}
    connection.execute(insert(TABLES["network_municipality"]).values(id=uuid4(), **place))
    connection.execute(insert(TABLES["network_coordinator"]).values(id=uuid4(), **of_network, account_id=one))
    offer = {**of_network, "from_account_id": one, "to_account_id": other, "offered_at_utc": now}
    connection.execute(insert(TABLES["hand_over"]).values(id=uuid4(), **offer))
    given = {**of_network, "account_id": one, "file_name": "x.csv", "rows": [], "given_at_utc": now}
    connection.execute(insert(TABLES["staged_import"]).values(id=uuid4(), **given))
    connection.execute(insert(TABLES["worker_sign"]).values(id=uuid4(), name="worker", seen_at_utc=now))
    event = {"action": "x.done", "place": "nowhere", "details": {}, "at_utc": now, "kept_until_utc": LATER}
    connection.execute(insert(TABLES["audit_event"]).values(id=uuid4(), **event))


def _add_what_comes_with_answering(connection: Connection, round_id: UUID) -> None:
    """A round with a profile and a code, and somebody who came in by it."""
    now, secrets = clock.now(), {"digits_hash": HASH, "token_hash": HASH}
    rounds, contacts = TABLES["round"], TABLES["contact"]
    connection.execute(update(rounds).values(profile_version="1.0.0", profile_hash=HASH))
    contact, organisation = connection.execute(select(contacts.c.id, contacts.c.partner_organisation_id)).first() or ()
    about = {"round_id": round_id, "partner_organisation_id": organisation, "answers": {}, "choice_times": {}}
    kept = {"id": uuid4(), "kept_at_utc": now, "editor_id": contact}
    connection.execute(insert(TABLES["organisation_profile"]).values(**about, **kept))
    profile = {"id": uuid4(), "round_id": round_id, "document": "{}", "document_hash": HASH, "published_at_utc": now}
    connection.execute(insert(TABLES["published_profile"]).values(profile))
    code = {"id": uuid4(), "round_id": round_id, "purpose": "meeting", "generation": 1, "ends_at_utc": now, **secrets}
    connection.execute(insert(TABLES["round_code"]).values(code))
    connection.execute(insert(TABLES["throttle"]).values(id=uuid4(), bucket=HASH, tries=1, ends_at_utc=now))
    request = {"id": uuid4(), "address_key": "a@b.example", "language": "nl", "asked_at_utc": now}
    connection.execute(insert(TABLES["link_request"]).values(request))
    by_code = {"round_id": round_id, "channel": "meeting", "generation": 1, "token_hash": "2" * 64, "device_hash": HASH}
    connection.execute(insert(TABLES["invitation"]).values(id=uuid4(), **by_code))


def _results(results_id: UUID, round_id: UUID, edition_id: UUID) -> dict[str, Any]:
    versions = {"questionnaire_id": "x", "questionnaire_version": "1.0.0", "policy_version": "1"}
    document = {"document": "{}", "document_hash": HASH, "published_at_utc": clock.now()}
    return {"id": results_id, "round_id": round_id, "edition_id": edition_id, **versions, **document}


def _cell(results_id: UUID) -> dict[str, Any]:
    about = {"measure": "theme_mean", "subject": "roles", "reporting_group": "total"}
    value = {"kind": "exact", "low_thousandths": 3000, "high_thousandths": 3000, "n": 5}
    return {"id": uuid4(), "results_id": results_id, **about, **value}


def _study() -> dict[str, Any]:
    about = {"questionnaire_id": "x", "questionnaire_version": "1.0.0", "year": 2027}
    return {"id": uuid4(), **about, "document": "{}", "document_hash": HASH, "made_at_utc": clock.now()}


def refused(connection: Connection, name: str, statement: Any) -> None:
    """Check that a statement is refused by the constraint of this name, as far as the engine names it."""
    with pytest.raises(IntegrityError) as caught, connection.begin_nested():
        connection.execute(statement)
    orig: Any = caught.value.orig
    if connection.dialect.name == "postgresql":
        assert orig.diag.constraint_name == name
    elif name.startswith("ck_"):
        assert name in str(orig)


def test_every_table_has_a_row_to_try_on(rows: Connection) -> None:
    assert [name for name, table in TABLES.items() if rows.execute(select(table)).first() is None] == []


def test_every_promise_is_tried() -> None:
    unique_indexes = {str(index.name) for table in TABLES.values() for index in table.indexes if index.unique}

    assert {name for name, *_ in CHECKS} == {name for name, _ in constraints(CheckConstraint)}
    assert set(TWICE) == {name for name, _ in constraints(UniqueConstraint)} | unique_indexes


@pytest.mark.parametrize(
    ("name", "table", "values"), CHECKS, ids=[f"{name} {next(iter(values))}" for name, _, values in CHECKS]
)
def test_a_row_that_breaks_a_promise_is_refused(
    rows: Connection, name: str, table: str, values: dict[str, Any]
) -> None:
    refused(rows, name, breaking(rows, TABLES[table], values))


def breaking(rows: Connection, table: Table, values: dict[str, Any]) -> Any:
    """Return what writes these values: a change, or where nothing may change (the audit log) a new row."""
    if table.name != "audit_event":
        return update(table).values(values)
    first = dict(rows.execute(select(table)).mappings().first() or {})
    return insert(table).values(**first | values | {"id": uuid4()})


@pytest.mark.parametrize("name", TWICE)
def test_what_is_there_once_cannot_come_twice(rows: Connection, name: str) -> None:
    table, own = TWICE[name]
    first = dict(rows.execute(select(TABLES[table])).mappings().first() or {})

    second = {**first, "id": uuid4(), **{column: make() for column, make in own.items()}}

    refused(rows, name, insert(TABLES[table]).values(second))


@pytest.mark.parametrize(("name", "table", "column"), FOREIGN)
def test_nothing_points_to_what_is_not_there(rows: Connection, name: str, table: str, column: str) -> None:
    one = rows.execute(select(TABLES[table].c.id)).scalars().first()

    refused(rows, name, update(TABLES[table]).where(TABLES[table].c.id == one).values({column: uuid4()}))


def test_what_others_point_to_cannot_be_deleted(rows: Connection) -> None:
    others = ("support_organisation", "account", "municipality")
    for name in ("network", "contact", "round", "invitation", "published_results", "benchmark_edition", *others):
        with pytest.raises(IntegrityError), rows.begin_nested():
            rows.execute(delete(TABLES[name]))


def test_a_point_in_time_without_a_zone_is_refused(rows: Connection) -> None:
    naive = datetime(2026, 1, 1)

    with pytest.raises(Exception, match="needs a time zone"):
        rows.execute(update(TABLES["round"]).values(opened_at_utc=naive))


def test_a_point_in_time_is_utc_whatever_zone_it_came_in(rows: Connection) -> None:
    moment = datetime(2026, 7, 1, 14, 32, tzinfo=clock.DUTCH_TIME)
    if rows.dialect.name == "postgresql":
        rows.exec_driver_sql("SET LOCAL TIME ZONE 'Asia/Tokyo'")

    rows.execute(update(TABLES["round"]).values(opened_at_utc=moment))

    (kept,) = rows.execute(select(TABLES["round"].c.opened_at_utc)).scalars()
    assert (kept, kept.tzinfo, kept.hour) == (moment, UTC, 12)


def test_times_are_in_columns_that_say_utc() -> None:
    columns = [column for table in TABLES.values() for column in table.columns]
    times = [c for c in columns if re.search("_at(_utc)?$", c.name)]

    assert times
    assert [c.name for c in times if not c.name.endswith("_utc") or not isinstance(c.type, UtcDateTime)] == []
