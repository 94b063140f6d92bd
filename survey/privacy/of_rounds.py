"""What is kept of rounds: who can be invited, what they answer, and what is published of it."""

from typing import Final

from survey.i18n import gettext_noop
from survey.privacy.holding import INTEREST, STAFF, Holding

OF_ROUNDS: Final = (
    Holding(
        gettext_noop("Contacts"),
        gettext_noop("Name, e-mail address, job, language and organisation of people who can be invited"),
        gettext_noop("To invite people, and to tell their language and organisation apart"),
        INTEREST,
        "contacts",
        (*STAFF, "own_link"),
        {"contact": ("name", "sort_name", "search_text", "address", "address_key", "language", "job")},
    ),
    Holding(
        gettext_noop("Invitations"),
        gettext_noop("Who was invited to which round, and the group in the report. Not whether somebody answered"),
        gettext_noop("To give everybody a link of their own, and to count how many were invited"),
        INTEREST,
        "contacts",
        STAFF,
        {"invitation": ("reporting_group", "channel", "token_hash", "device_hash", "resume_hash")},
    ),
    Holding(
        gettext_noop("Mails of a round"),
        gettext_noop(
            "Which mail has to go or went to whom, and whether the address exists. Of reminders only how many, and not "
            "who got one"
        ),
        gettext_noop("To send each mail once, and to say which addresses are wrong"),
        INTEREST,
        "contacts",
        STAFF,
        {"round_mail": ("purpose", "message_id", "state")},
        {"round_mail": ("taken_by",), "reminding": ("moment",)},
    ),
    Holding(
        gettext_noop("Answers while a round is open"),
        gettext_noop("What somebody answered so far, when it was kept and sent in, and in which language"),
        gettext_noop("To let people stop, go on, change and erase"),
        INTEREST,
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
        INTEREST,
        "sealed",
        ("nobody",),
        {"sealed_response": ("answers", "reporting_group"), "own_words": ("words", "shown_words")},
        {"own_words": ("question_id", "state")},
    ),
    Holding(
        gettext_noop("What organisations say about themselves, while a round is open"),
        gettext_noop("Answers on behalf of an organisation, and who changed them last"),
        gettext_noop("To let colleagues fill it in together"),
        INTEREST,
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
        INTEREST,
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
        INTEREST,
        "actions",
        ("report_link", *STAFF),
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
        INTEREST,
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
        INTEREST,
        "batches",
        ("adviser",),
        {},
        {"report_batch": ("language", "audience", "forms", "cause"), "report_batch_item": ("not_made",)},
    ),
)
