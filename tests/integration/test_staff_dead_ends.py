"""Where a page of staff is not there: it says so within the menu, and nobody else sees a menu."""

from uuid import uuid4

import pytest
from flask import Flask

from tests.factories import OpenRound, sign_in
from tests.pages import PageClient

MENU = "Hoofdmenu"


@pytest.mark.parametrize("address", ["/netwerken/{id}", "/rondes/{id}/rapport", "/nergens"])
def test_the_menu_stays_above_what_is_not_there(app: Flask, client: PageClient, address: str) -> None:
    sign_in(app, client)
    page = client.get(address.format(id=uuid4()), 404)
    assert page.all("nav", aria_label=MENU)
    assert "Deze pagina bestaat niet" in page.words
    assert "/netwerken" in page.links()
    assert "/" not in page.links()


def test_nobody_else_sees_a_menu(app: Flask, client: PageClient, opened: OpenRound) -> None:
    page = PageClient(app).get("/nergens", 404)
    assert not page.all("nav", aria_label=MENU)
    assert "/" in page.links()
    sign_in(app, client)
    assert not client.get(f"/v/{'A' * 43}", 404).all("nav", aria_label=MENU)
