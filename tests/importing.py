"""Import in tests as somebody does: give a file, look at the plan, say yes."""

from io import BytesIO
from uuid import UUID

from tests.pages import Page, PageClient


def give(client: PageClient, address: str, content: bytes, *, name: str = "partners.xlsx", status: int = 303) -> Page:
    """Give a file on the page for it."""
    form = client.get(address).form(id="give").fields
    return client.post(address, form | {"file": (BytesIO(content), name)}, status, content_type="multipart/form-data")


def plan(client: PageClient, address: str, content: bytes, *, name: str = "partners.xlsx") -> Page:
    """Give a file; return the page with its plan."""
    return client.follow(give(client, address, content, name=name))


def decide(client: PageClient, page: Page, go: str = "confirm", status: int = 303) -> Page:
    """Say yes or no to what a page shows."""
    return client.submit(page, {"go": go}, status, form={"action": action_of(page)})


def do_import(client: PageClient, address: str, content: bytes) -> Page:
    """Give a file and say yes; return the page that this leads to."""
    return client.follow(decide(client, plan(client, address, content)))


def action_of(page: Page) -> str:
    return page.address.partition("?")[0]


def one_network(network_id: UUID) -> str:
    return f"/netwerken/{network_id}/importeren"
