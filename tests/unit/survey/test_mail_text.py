"""What mails say: from one template per language, the same as text and as a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import ChoiceLoader, DictLoader, FileSystemLoader

from survey import i18n, templating
from survey.i18n import LANGUAGES
from survey.mail import texts
from survey.mail.texts import Text

TEMPLATES = Path(__file__).parents[3] / "templates"
MAILS = TEMPLATES / "mail"

TEMPLATE = """De {{ what }}

Hallo {{ who }},
{% if yes %}
ja
{% endif %}


{{ link }}
meer tekst {{ link }}

"""


@pytest.fixture(autouse=True)
def app() -> Iterator[Flask]:
    app = Flask("survey")
    i18n.init_app(app)
    templating.init_app(app)
    ours = DictLoader({"mail/x.nl.txt": TEMPLATE, "mail/x.en.txt": "The {{ what }}\n\nHello {{ who }},\n"})
    app.jinja_env.loader = ChoiceLoader([ours, FileSystemLoader(TEMPLATES)])
    with app.app_context():
        yield app


def written(language: str = "nl", who: str = "Ada", link: str = "https://x.example/v/a_b-c") -> Text:
    return texts.write("x", language, what="vraag", who=who, link=link, yes=True)


def test_the_first_line_is_the_subject_and_empty_lines_stand_alone() -> None:
    text = written()

    assert text.subject == "De vraag"
    assert text.plain == "Hallo Ada,\nja\n\nhttps://x.example/v/a_b-c\nmeer tekst https://x.example/v/a_b-c\n"


def test_the_page_says_the_same_and_only_a_link_by_itself_is_one() -> None:
    html = written().html

    assert "<title>De vraag</title>" in html
    assert "<p>Hallo Ada,<br>\nja</p>" in html
    assert '<p><a href="https://x.example/v/a_b-c">https://x.example/v/a_b-c</a><br>\nmeer tekst https://' in html
    assert html.count("<a ") == 1


def test_what_is_filled_in_is_text_in_both() -> None:
    text = written(who="<b>Ada</b> & 'Co'")

    assert "Hallo <b>Ada</b> & 'Co'," in text.plain
    assert "Hallo &lt;b&gt;Ada&lt;/b&gt; &amp; &#39;Co&#39;," in text.html


@pytest.mark.parametrize("link", ['https://x.example/"onclick="x', "javascript:alert(1)", "https://x.example/<b>"])
def test_no_link_breaks_out_of_its_place(link: str) -> None:
    html = written(link=link).html

    assert 'onclick="' not in html
    assert 'href="javascript' not in html
    assert "<b>" not in html


@pytest.mark.parametrize(("asked", "spoken"), [("en", "en"), ("nl", "nl"), ("fy", "nl"), ("", "nl"), ("../x", "nl")])
def test_a_language_that_mails_lack_becomes_dutch(asked: str, spoken: str) -> None:
    text = written(asked)

    assert text.language == spoken
    assert f'<html lang="{spoken}">' in text.html
    assert text.subject == {"nl": "De vraag", "en": "The vraag"}[spoken]


def test_every_mail_is_there_in_every_language() -> None:
    names = {path.name.split(".")[0] for path in MAILS.glob("*.txt")}

    assert names
    assert {path.name for path in MAILS.glob("*.txt")} == {f"{name}.{code}.txt" for name in names for code in LANGUAGES}


def test_a_named_link_is_called_so_on_the_page_and_stands_in_a_line_of_its_own_in_text() -> None:
    plain = "Naar de vragenlijst:\nhttps://x.example/v/a\n\nElders:\nhttps://y.example/\n"

    first, second = texts.as_blocks(plain, ["https://x.example/v/a"])

    assert first == '<p><a href="https://x.example/v/a">Naar de vragenlijst</a></p>'
    assert second == '<p>Elders:<br>\n<a href="https://y.example/">https://y.example/</a></p>'


def test_a_named_link_without_a_line_before_it_is_a_link_still() -> None:
    (block,) = texts.as_blocks("https://x.example/v/a\nen meer\n", ["https://x.example/v/a"])

    assert block == '<p><a href="https://x.example/v/a">https://x.example/v/a</a><br>\nen meer</p>'


def test_lines_with_a_dash_are_a_list() -> None:
    (block,) = texts.as_blocks("- een <b>\n- twee\n")

    assert block == "<ul>\n<li>een &lt;b&gt;</li>\n<li>twee</li>\n</ul>"


def test_a_mail_leaves_the_language_of_the_page_as_it_was() -> None:
    i18n.use_language("nl")

    assert written("en").language == "en"
    assert i18n.language() == "nl"
