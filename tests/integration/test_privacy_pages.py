"""The pages of the privacy officer, drawn from what the code does."""

import pytest

from survey.privacy.holdings import HOLDINGS
from survey.services import retention
from tests.pages import PageClient

PAGES = ("/privacy", "/verwerkingen")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_data_is_told(client: PageClient, path: str, language: str) -> None:
    page = client.get(f"{path}?taal={language}")

    assert len(page.all("section", class_="flow")) == len(HOLDINGS)
    assert "%(" not in page.text


def test_the_page_says_what_the_code_does(client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "730 dagen na de sluiting" in client.get("/privacy").words

    monkeypatch.setattr(retention, "DAYS_SEALED", 365)

    words = client.get("/privacy").words
    assert "365 dagen na de sluiting" in words
    assert "730" not in words


def test_every_table_is_named(client: PageClient) -> None:
    words = client.get("/privacy").words

    assert [table for holding in HOLDINGS for table in holding.tables if table not in words] == []


@pytest.mark.parametrize("path", ["/", "/antwoorden", "/link-kwijt", "/voorbeeldrapport"])
def test_public_pages_lead_there(client: PageClient, path: str) -> None:
    assert "/privacy?taal=nl" in client.get(path).links()
