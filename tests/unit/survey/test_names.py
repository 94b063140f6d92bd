"""Names and addresses in one form, and refusals in the language of a page."""

import pytest

from survey.errors import Refused
from survey.models import PartnerOrganisation
from survey.services.alike import alike
from survey.services.names import address_key, clean_address, clean_name, clean_sender


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Bibliotheek \t Waterdam\r\n", "Bibliotheek Waterdam"),
        ("Bibliotheek\x00Waterdam", "Bibliotheek Waterdam"),
        ("Bibli\u202eotheek\u200b", "Bibliotheek"),
        ("Fryslân".replace("â", "a\u0302"), "Fryslân"),
        ("نازنین\u200cزهرا", "نازنین\u200cزهرا"),
        ("x" * 200, "x" * 200),
    ],
)
def test_a_name_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert clean_name(typed, what="contact") == kept


@pytest.mark.parametrize("typed", ["", " \n", "\u200e\u2066\ufeff", "x" * 201])
def test_what_is_no_name_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        clean_name(typed, what="coordinator", field="coordinator_name")

    assert refused.value.field == "coordinator_name"


@pytest.mark.parametrize("typed", ['"x" <evil@x>', "evil@x", "Taalsteun <", "Taalsteun >", "evil\ufe6bx", "a\uff1cb"])
def test_what_reads_as_an_address_is_no_sender(typed: str) -> None:
    with pytest.raises(Refused, match="sender of mails"):
        clean_sender(typed)


def test_a_sender_is_a_name_in_one_form() -> None:
    assert clean_sender(' Stichting  "Taal" ') == 'Stichting "Taal"'


@pytest.mark.parametrize("typed", ["a@b", "a b@c.nl", "a@b.nl\nBcc: x@y.nl", "a\u202e@b.nl", "a@b.nl,c@d.nl", "@b.nl"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="is no e-mail address"):
        clean_address(typed)


def test_one_mailbox_has_one_key() -> None:
    assert {address_key(each) for each in ("A@B.nl", "a+spiegel@b.NL", "a@b.nl")} == {"a@b.nl"}


@pytest.mark.parametrize(
    ("name", "is_alike"),
    [
        ("bibliotheek  waterdam", True),
        ("Stichting Bibliotheek Waterdam", True),
        ("Bibliothéék-Waterdam B.V.", True),
        ("Bibliotheek Waterdam-Zuid", False),
        ("Bibliotheek", False),
    ],
)
def test_almost_the_same_name_is_recognised(name: str, is_alike: bool) -> None:
    known = PartnerOrganisation(name="Bibliotheek Waterdam", kind="library")

    assert alike(name, [known]) == ([known] if is_alike else [])


def test_a_name_of_forms_alone_is_only_like_itself() -> None:
    known = PartnerOrganisation(name="De Vereniging", kind="community")

    assert alike("de vereniging", [known]) == [known]
    assert alike("Stichting", [known]) == []


def test_a_refusal_is_english_for_who_works_with_commands() -> None:
    refusal = Refused("'%(name)s' is gone: 100% sure.".replace("100% ", "quite "), name="x")

    assert str(refusal) == "'x' is gone: quite sure."
    assert str(Refused("Only 100% of it.")) == "Only 100% of it."
