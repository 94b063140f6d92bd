"""Long words of ours can be broken between their parts, with a hyphen, where no browser knows how."""

import pytest
from markupsafe import Markup

from survey.templating import soft


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ondersteuningsorganisaties", "Ondersteunings|organisaties"),
        ("voeg een contactpersoon toe", "voeg een contact|persoon toe"),
        ("Contactpersonen van partnerorganisaties", "Contact|personen van partner|organisaties"),
        ("Arbeidsmarktregio", "Arbeidsmarkt|regio"),
        ("Contact met organisaties", "Contact met organisaties"),
        ("", ""),
    ],
)
def test_a_long_word_can_be_broken_between_its_parts(text: str, parts: str) -> None:
    assert soft(text) == parts.replace("|", "\u00ad")


def test_what_is_escaped_stays_so_and_what_is_not_still_will_be() -> None:
    assert isinstance(soft(Markup("<b>contactpersoon</b>")), Markup)
    assert not isinstance(soft("<b>contactpersoon</b>"), Markup)
