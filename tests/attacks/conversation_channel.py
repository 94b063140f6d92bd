"""The page that prepares a conversation with a network, for who reads its report and for who does not."""

from survey.database import writing
from survey.models import Account
from survey.models.account import Role
from tests.attacks.closed_round import Attacked
from tests.attacks.harvesting import LANGUAGES, everything_on
from tests.attacks.staff_channels import OWN_MARK
from tests.factories import sign_in
from tests.pages import PageClient


def before_a_conversation(attacked: Attacked) -> str:
    """Return what the network's coordinator and an adviser see, in every language."""
    return "\n".join(_page(attacked, role, language) for role in ("coordinator", "adviser") for language in LANGUAGES)


def before_a_conversation_without_reading(attacked: Attacked) -> str:
    """Return what an administrator sees, who reads no report by that role alone."""
    return "\n".join(_page(attacked, "administrator", language) for language in LANGUAGES)


def _page(attacked: Attacked, role: Role, language: str) -> str:
    client = PageClient(attacked.app)
    somebody = sign_in(attacked.app, client, role=role, address=f"gesprek-{role}-{language}@x.example")
    with attacked.app.app_context(), writing() as session:
        session.get_one(Account, somebody.id).language = language
    return OWN_MARK.sub("", everything_on(client.get(f"/netwerken/{attacked.round.network_id}/gesprek")))
