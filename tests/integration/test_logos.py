"""A support organisation's logo: given by an administrator, shown to partners, and light."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from survey.database import reading
from survey.models import AuditEvent, Logo
from tests.factories import OpenRound, sign_in
from tests.pages import HOST, Page, PageClient


def png(size: tuple[int, int] = (600, 200), colour: str = "teal") -> bytes:
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def administrator(app: Flask, client: PageClient, opened: OpenRound) -> UUID:
    """An administrator is signed in; return the support organisation of the open round."""
    return sign_in(app, client, role="administrator").support_organisation_id


Give = Callable[..., Page]


@pytest.fixture
def give(client: PageClient, administrator: UUID) -> Give:
    page = f"/beheer/ondersteuningsorganisaties/{administrator}"

    def post(content: bytes, status: int = 303, name: str = "logo.png") -> Page:
        token = client.get(page).one("form", id="settings")
        fields = {each.get("name"): each.get("value") for each in token.iter("input")}
        data = {"csrf_token": fields["csrf_token"], "file": FileStorage(BytesIO(content), name)}
        boundary, body = encode_multipart(data)  # the test client's own leaves a file open
        return client.post(f"{page}/logo", body, status, content_type=f"multipart/form-data; boundary={boundary}")

    return post


def rows(app: Flask, table: Any) -> list[Any]:
    with app.app_context(), reading() as session:
        return list(session.scalars(select(table)))


def test_partners_see_it_beside_the_name_of_who_asks(
    app: Flask, client: PageClient, opened: OpenRound, give: Give
) -> None:
    give(png())

    image = client.get(opened.link).one("img", class_="logo")
    assert image.get("alt") == "Taalsteun Midden"
    assert (image.get("width"), image.get("height")) == ("160", "53")
    answer = client.http.get(image.get("src", ""), base_url=HOST)
    assert answer.status_code == 200
    assert answer.mimetype == "image/png"
    assert Image.open(BytesIO(answer.data)).size == (600, 200)
    assert len(answer.data) < 5_000


def test_it_is_kept_by_browsers_for_ever_and_never_taken_for_something_else(client: PageClient, give: Give) -> None:
    page = client.follow(give(png()))

    headers = client.http.get(page.one("img", class_="logo").get("src", ""), base_url=HOST).headers
    assert headers["Cache-Control"] == "max-age=31536000, public, immutable"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Set-Cookie" not in headers
    assert headers.getlist("Vary") == []


def test_another_replaces_it_and_has_another_address(app: Flask, client: PageClient, give: Give) -> None:
    first = client.follow(give(png())).one("img", class_="logo").get("src", "")
    second = client.follow(give(png(colour="navy"))).one("img", class_="logo").get("src", "")

    assert first != second
    assert client.http.get(first, base_url=HOST).status_code == 404
    assert len(rows(app, Logo)) == 1


def test_it_is_taken_away_again(app: Flask, client: PageClient, opened: OpenRound, give: Give) -> None:
    page = client.follow(give(png()))
    action = [form.get("action", "") for form in page.all("form") if "weghalen" in form.get("action", "")]

    client.submit(page, {}, form={"action": action[0]})

    assert rows(app, Logo) == []
    assert client.get(opened.link).all("img") == []
    actions = [event.action for event in rows(app, AuditEvent) if "logo" in event.action]
    assert sorted(actions) == ["support_organisation.logo_changed", "support_organisation.logo_removed"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "Een SVG kan niet"),
        (b"", "Kies eerst een afbeelding"),
        (png()[:80], "beschadigd"),
        (png((30_000, 2)), "te groot: hooguit 8.000 pixels"),
        (png() + b"\0" * 2_000_000, "te groot: hooguit 2 MB"),
    ],
)
def test_what_cannot_be_a_logo_is_told_at_the_field(app: Flask, give: Give, content: bytes, sentence: str) -> None:
    page = give(content, 422)

    assert page.title.startswith("Fout:")
    assert sentence in " ".join(page.one("p", id="file-e").itertext())
    assert page.one("input", id="file").get("aria-describedby") == "file-h file-e"
    assert rows(app, Logo) == []


def test_a_file_without_end_is_not_taken_in(app: Flask, give: Give) -> None:
    page = give(png() + b"\0" * 11_000_000, 413)

    assert "hooguit 2 MB" in page.words
    assert rows(app, Logo) == []


def test_a_stranger_cannot_send_more_than_a_form(app: Flask, administrator: UUID) -> None:
    address = f"/beheer/ondersteuningsorganisaties/{administrator}/logo"

    PageClient(app).post(address, {"name": "x" * 1_100_000}, 413)


def test_only_the_one_address_takes_more_than_a_form(client: PageClient, administrator: UUID) -> None:
    client.post(f"/beheer/ondersteuningsorganisaties/{administrator}", {"name": "x" * 1_100_000}, 413)


@pytest.mark.parametrize("rest", ["x.png", "../../x.png", f"{'0' * 64}.png"])
def test_an_unknown_picture_is_not_found(client: PageClient, administrator: UUID, rest: str) -> None:
    client.get(f"/logo/{administrator}/{rest}", 404)
    client.get(f"/logo/{uuid4()}/{rest}", 404)
