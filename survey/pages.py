"""Every page: the modules that hang views on a blueprint, and the blueprints themselves."""

from importlib import import_module
from typing import Final

from flask import Flask

#: The modules with views, by package; each hangs them on a blueprint of its package.
MODULES: Final = (
    "public.views",
    "public.lost_link",
    "public.bounces",
    "public.holdings",
    "public.logos",
    "respond.intro",
    "respond.resuming",
    "respond.questions",
    "respond.finishing",
    "respond.leaving",
    "respond.entering",
    "respond.organisation",
    "respond.printing",
    "respond.reports",
    "respond.published_profiles",
    "account.sign_in",
    "account.mailed_links",
    "account.joining",
    "account.overview",
    "account.second_factor",
    "account.passkeys",
    "account.address",
    "account.openid_views",
    "advise.views",
    "advise.network_list",
    "advise.preparing",
    "advise.organisation_list",
    "advise.contact_list",
    "advise.network",
    "advise.network_form",
    "advise.coordinators",
    "advise.hand_overs",
    "advise.organisations",
    "advise.contacts",
    "advise.merging",
    "advise.erasing",
    "advise.api_tokens",
    "advise.research",
    "advise.batches",
    "advise.importing",
    "advise.import_deciding",
    "advise.rounds.page",
    "advise.rounds.planning",
    "advise.rounds.opening",
    "advise.rounds.many",
    "advise.rounds.cancelling",
    "advise.rounds.meeting_screen",
    "advise.rounds.code_pages",
    "advise.rounds.texts",
    "advise.rounds.invited",
    "advise.rounds.replacing",
    "advise.rounds.letters",
    "advise.rounds.reminding",
    "advise.rounds.round_list",
    "advise.rounds.ending",
    "advise.rounds.following_closing",
    "advise.rounds.releasing",
    "advise.rounds.own_words",
    "advise.rounds.reports",
    "advise.rounds.sharing",
    "advise.dashboards.overview",
    "advise.dashboards.comparing",
    "advise.dashboards.saying",
    "advise.actions.listing",
    "advise.actions.printing",
    "advise.actions.suggesting",
    "advise.actions.agreeing",
    "administer.home",
    "administer.account_list",
    "administer.accounts",
    "administer.supports",
    "administer.logos",
    "administer.support_list",
    "administer.event_list",
    "administer.retention",
    "administer.persons",
    "administer.system",
    "administer.questionnaires",
    "administer.quality",
    "api.views",
)

#: The modules that make the blueprints.
BLUEPRINTS: Final = (
    "public.views",
    "respond.blueprint",
    "account.blueprint",
    "account.openid_views",
    "advise.views",
    "advise.importing",
    "advise.rounds.blueprint",
    "advise.actions.blueprint",
    "advise.dashboards.blueprint",
    "administer.blueprint",
    "api.blueprint",
    "preview.staff",
)


def init_app(app: Flask) -> None:
    """Give the application its pages."""
    for module in MODULES:
        import_module(f"survey.{module}")
    for module in BLUEPRINTS:
        app.register_blueprint(import_module(f"survey.{module}").blueprint)
