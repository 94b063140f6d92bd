"""Two tabs, or two devices, on one personal link: neither loses what the other kept."""

from tests.factories import OpenRound, fill_in, statements
from tests.pages import PageClient


def test_two_tabs_on_different_pages_both_keep_theirs(client: PageClient, opened: OpenRound) -> None:
    first, second = client.get(f"{opened.link}/roles"), client.get(f"{opened.link}/municipality")

    client.submit(first, {"ro-1": "5"})
    client.submit(second, {"mu-1": "2"})

    assert client.get(f"{opened.link}/roles").form().fields["ro-1"] == "5"
    assert client.get(f"{opened.link}/municipality").form().fields["mu-1"] == "2"


def test_two_tabs_on_one_page_both_keep_what_only_they_touched(client: PageClient, opened: OpenRound) -> None:
    first, second = client.get(f"{opened.link}/roles"), client.get(f"{opened.link}/roles")

    client.submit(first, {"ro-1": "5"})
    client.submit(second, {"ro-2": "2"})

    fields = client.get(f"{opened.link}/roles").form().fields
    assert (fields["ro-1"], fields["ro-2"]) == ("5", "2")


def test_a_stale_answer_is_shown_with_the_newer_one_and_saving_again_decides(
    client: PageClient, opened: OpenRound
) -> None:
    fill_in(client, opened.tokens[0], {"ro-1": "3"}, pages=["roles"], send=False)
    first, second = client.get(f"{opened.link}/roles"), client.get(f"{opened.link}/roles")
    client.submit(first, {"ro-1": "5"})

    asked = client.submit(second, {"ro-1": "1", "ro-2": "4", "go": "next"}, 422)

    assert asked.form().fields["ro-1"] == "1"
    assert [link.get("href") for link in asked.one("div", role="alert").iter("a")] == ["#ro-1"]
    assert client.get(f"{opened.link}/roles").form().fields["ro-1"] == "5"
    assert client.get(f"{opened.link}/roles").form().fields["ro-2"] == "4"

    client.submit(asked, {"go": "next"})
    assert client.get(f"{opened.link}/roles").form().fields["ro-1"] == "1"


def test_a_text_typed_in_an_old_tab_is_not_lost(client: PageClient, opened: OpenRound) -> None:
    first, second = client.get(f"{opened.link}/closing"), client.get(f"{opened.link}/closing")
    client.submit(first, {"op-keep": "De koffie."})

    asked = client.submit(second, {"op-keep": "Het overleg.", "op-keep-ok": "on"}, 422)

    assert asked.form().fields["op-keep"].strip() == "Het overleg."
    assert asked.form().fields["op-keep-ok"] == "on"
    assert client.get(f"{opened.link}/closing").form().fields["op-keep"].strip() == "De koffie."


def test_a_tab_left_open_while_everything_was_erased_asks_before_it_writes(
    client: PageClient, opened: OpenRound
) -> None:
    fill_in(client, opened.tokens[0], statements(3), send=False)
    old = client.get(f"{opened.link}/roles")
    client.post(f"{opened.link}/wissen")

    client.submit(old, {"ro-1": "5"}, 422)
    client.submit(old, {}, 422)  # neither lost without a word, nor written back after an erasing

    assert set(client.get(f"{opened.link}/roles").form().fields) == {"basis"}


def test_the_same_post_twice_is_the_same_as_once(client: PageClient, opened: OpenRound) -> None:
    page = client.get(f"{opened.link}/roles")

    client.submit(page, {"ro-1": "5"})
    client.submit(page, {"ro-1": "5"})

    assert client.get(f"{opened.link}/roles").form().fields["ro-1"] == "5"


def test_what_was_answered_elsewhere_is_said_in_words(client: PageClient, opened: OpenRound) -> None:
    old = {page: client.get(f"{opened.link}/{page}") for page in ("roles", "closing")}
    fill_in(client, opened.tokens[0], {"ro-1": "dk", "op-keep": "Eerst dit.", "op-keep-ok": "on"}, send=False)

    said = client.submit(old["roles"], {"ro-1": "5"}, 422).text
    assert "weet ik niet. Bewaar opnieuw" in said
    said = client.submit(old["closing"], {"op-keep": "Iets anders."}, 422).text
    assert "Eerst dit." in said
    assert "share" not in said
