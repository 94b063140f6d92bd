"""Signing in by another provider: the way there, the way back, and a clear page where that does not work."""

import logging
from typing import Final

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from survey import clock
from survey.access import access, config
from survey.account import openid
from survey.account.openid_client import ProviderFailed
from survey.account.own_paths import own_path
from survey.account.signing_in import begin, proceed
from survey.database import reading, writing
from survey.i18n import _, gettext_noop
from survey.models import Account
from survey.openid_settings import OpenIdProvider
from survey.services import openid as services
from survey.services.openid import Refusal, Vouched
from survey.services.throttling import neighbourhood

_logger = logging.getLogger("netwerkspiegel")

blueprint = Blueprint("openid", __name__)

_REFUSALS: Final[dict[Refusal, str]] = {
    "closed": gettext_noop("Your account was closed. Ask an administrator of your organisation."),
    "unverified": gettext_noop(
        "%(name)s does not say that your e-mail address is really yours. Have it verified there."
    ),
    "unknown": gettext_noop("There is no account with your e-mail address at %(name)s. Ask for an invitation first."),
    "taken": gettext_noop("Somebody else of %(name)s signs in to the account with your address. Ask an administrator."),
}


@blueprint.get("/inloggen/organisatie")
@access("public")
def go() -> ResponseReturnValue:
    """Send somebody to the provider to sign in."""
    provider = _provider()
    then = own_path(request.args.get("next")) or url_for("advise.enter")
    try:
        return redirect(openid.ask(provider, back=_back(), then=then), 303)
    except ProviderFailed as failure:
        return _failed(provider, failure)


@blueprint.get("/inloggen/organisatie/terug")
@access("public")
def come_back() -> ResponseReturnValue:
    """Sign in whom the provider vouches for."""
    provider = _provider()
    try:
        answer = openid.hear(provider, request.args, back=_back())
        found = _account_of(provider, answer)
    except ProviderFailed as failure:
        return _failed(provider, failure)
    except openid.AnswerUnasked:
        return _refused(400, _("This took too long, or was done before. Begin once more."))
    except openid.SignInStopped:
        return _refused(403, _("You did not sign in at %(name)s. Nothing happened here.", name=provider.name))
    if not isinstance(found, Account):
        return _refused(403, _(_REFUSALS[found], name=provider.name))
    if provider.second_factor == "trust":
        begin(found, method="openid+trusted")
        return redirect(answer.then, 303)
    return proceed(found, method="openid", leads_to=answer.then)


def _provider() -> OpenIdProvider:
    provider = config().openid
    if provider is None:
        abort(404)
    return provider


def _back() -> str:
    """Return our own address as the provider knows it; never as a request says it."""
    return config().base_url + url_for("openid.come_back")


def _account_of(provider: OpenIdProvider, answer: openid.Answer) -> Account | Refusal:
    """Find the account; the provider is asked for the address before anything is locked, and only when that counts."""
    with reading() as db_session:
        known = services.find_linked(db_session, issuer=provider.issuer, subject=answer.subject)
    vouched = Vouched(provider.issuer, answer.subject, None if known else answer.verified_address())
    at, place = clock.now(), neighbourhood(request.remote_addr)
    try:
        with writing() as db_session:
            return services.account_of(db_session, vouched=vouched, at=at, place=place)
    except IntegrityError:  # linked in another window at the same time
        with writing() as db_session:
            return services.account_of(db_session, vouched=vouched, at=at, place=place)


def _failed(provider: OpenIdProvider, failure: Exception) -> ResponseReturnValue:
    _logger.error("Signing in by %s did not work: %s.", provider.name, failure)
    return _refused(503, _("%(name)s gives no good answer now. Try again in a few minutes.", name=provider.name))


def _refused(status: int, sentence: str) -> ResponseReturnValue:
    page = render_template("account/openid_refused.html", sentence=sentence, provider=openid.offered())
    return page, status
