"""What everybody may see: the start, what happens with answers, the sample report, and the doors of a demo."""

import pytest
from flask import Flask

from reports.forms.typesetting import MissingFonts
from survey import clock
from survey.database import writing
from survey.demo.load import add_demo_adviser
from tests.factories import OpenRound, close_round, fill_in, make_round, statements
from tests.pages import Page, PageClient


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", ["/", "/antwoorden", "/toegankelijkheid", "/voorbeeldrapport"])
def test_a_public_page_speaks_both_languages(client: PageClient, path: str, language: str) -> None:
    page = client.get(f"{path}?taal={language}")

    assert page.tree is not None
    assert page.tree.get("lang") == language


def test_the_promises_are_the_same_wherever_they_are_made(client: PageClient, opened: OpenRound) -> None:
    pages = [client.get("/antwoorden"), client.get(opened.link)]

    first, second = ("".join(page.all("ol", class_="promises")[0].itertext()) for page in pages)

    assert first == second


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "nl",
            (
                "Zo weten ze dat die collega ook heeft verstuurd.",
                "Dan typt een helper het over. De helper ziet je antwoorden.",
                "blijft alleen bij je antwoorden staan als minstens 5 mensen van die groep hebben verstuurd.",
                "Die verdwijnt uiterlijk op de laatste dag van de ronde.",
            ),
        ),
        (
            "en",
            (
                "and so that this person has sent in too.",
                "Then a helper types it over, and sees your answers.",
                "stays with your answers only if at least 5 people of that group sent in.",
                "it goes at the latest on the last day of the round.",
            ),
        ),
    ],
)
def test_the_privacy_page_says_what_others_may_see_and_what_stays(
    client: PageClient, language: str, sentences: tuple[str, ...]
) -> None:
    words = client.get(f"/antwoorden?taal={language}").words

    assert [sentence for sentence in sentences if sentence not in words] == []


def test_the_first_page_says_who_sees_what_and_how_long_as_every_page_does(
    client: PageClient, opened: OpenRound
) -> None:
    first, later = (facts_of(client.get(opened.link + rest)) for rest in ("", "/roles"))

    for fact in ("Wie ziet wat", "Hoe lang"):
        assert first[fact] == later[fact] != ""
    assert "/antwoorden?taal=nl" in client.get(opened.link).links()
    assert len(client.get(opened.link).all("ol", class_="promises")) == 1


def facts_of(page: Page) -> dict[str, str]:
    """Return what a page's lists of facts say, by their terms."""
    terms, said = (["".join(each.itertext()) for each in page.all(tag)] for tag in ("dt", "dd"))
    return dict(zip(terms, said, strict=True))


def test_in_production_the_start_page_has_no_doors(client: PageClient, opened: OpenRound) -> None:
    page = client.get("/")

    assert page.all("form") == []
    assert opened.tokens[0] not in page.text


def test_the_sample_report_is_a_whole_report(client: PageClient) -> None:
    page = client.get("/voorbeeldrapport")

    assert len(page.all("section", class_="part flow")) >= 4
    assert all(script.get("src") or script.get("type") == "application/json" for script in page.all("script"))


@pytest.mark.parametrize("path", ["/voorbeeldrapport/rapport.pdf", "report"])
def test_a_report_can_be_downloaded(app: Flask, client: PageClient, opened: OpenRound, path: str) -> None:
    if path == "report":
        fill_in(client, opened.tokens[0], statements(4))
        close_round(app, opened.id)
        path = f"{opened.report}/rapport.pdf"

    page = client.get(path)

    assert page.body.startswith(b"%PDF-")
    assert page.headers["Content-Type"] == "application/pdf"
    assert page.headers["Content-Disposition"].startswith('attachment; filename="')
    assert "Set-Cookie" not in page.headers


def test_a_sample_that_cannot_be_made_is_told_as_any_other(
    client: PageClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> bytes:
        raise MissingFonts("There is no font in /fonts. Run 'npm ci' to put the fonts there.")

    monkeypatch.setattr("reports.forms.pdf.pdf", fails)

    page = client.get("/voorbeeldrapport/rapport.pdf", 503)

    assert "Deze vorm van het rapport kan nu niet worden gemaakt: PDF." in page.words
    assert "/voorbeeldrapport" in [link.partition("?")[0] for link in page.links()]
    assert "Run 'npm ci' to put the fonts there." in caplog.text


def test_the_doors_of_a_demo_lead_somewhere(demo_app: Flask) -> None:
    opened, closed = make_round(demo_app), make_round(demo_app, name="Dicht")
    close_round(demo_app, closed.id)
    with demo_app.app_context(), writing() as session:
        add_demo_adviser(session, kind="demo", at=clock.now())
    client = PageClient(demo_app)

    start = client.get("/")

    assert any(link.removeprefix("/v/") in opened.tokens for link in start.links())
    assert any(link.startswith(closed.report) for link in start.links())
    client.follow(client.follow(client.submit(start, {}, form={"action": "/demo/adviseur"}), 303))
    client.submit(client.get("/demo/adviseur"), {}, form={"action": "/demo/adviseur"})


def test_an_empty_demo_says_so_and_signs_nobody_in(demo_app: Flask) -> None:
    client = PageClient(demo_app)

    client.get("/")
    assert client.post("/demo/adviseur").location == "/"
    assert client.get("/netwerken", 303).location == "/inloggen?next=/netwerken"
