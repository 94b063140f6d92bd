"""The command line: the whole main job, so far as it has no screens yet.

Every command opens one transaction, does one thing by a service, and says in a sentence what it did.
"""

from flask import Flask

from survey.cli import (
    accounts,
    audit,
    benchmarks,
    bounces,
    codes,
    contacts,
    database,
    demo,
    municipalities,
    networks,
    quality,
    questionnaires,
    reports,
    results,
    retention,
    rounds,
    system,
    work,
)


def init_app(app: Flask) -> None:
    """Add our commands to ``flask --app wsgi``."""
    rounds.round_.add_command(codes.code)
    for group in (
        networks.network,
        contacts.organisation,
        contacts.contact,
        municipalities.municipality,
        rounds.round_,
        rounds.invitation,
        questionnaires.questionnaire,
        results.results,
        reports.report,
        quality.quality,
        benchmarks.benchmark,
        bounces.bounce,
        demo.demo,
        database.database,
        system.system,
        work.work,
        accounts.account,
        audit.audit,
        retention.retention,
    ):
        app.cli.add_command(group)
