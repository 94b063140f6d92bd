"""The browser of the tests sees what it should: each check finds the page that breaks it."""

import pytest

from tests.page_checks import CHECKS, problems_with
from tests.pages import Page, parse

POLICY = "default-src 'none'; style-src 'self'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
GOOD = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Doel | Netwerkspiegel</title></head>
<body><a href="#main">Naar de inhoud</a><svg aria-hidden="true"><use href="#i"/><symbol id="i"></symbol></svg>
<main id="main"><h1>Doel</h1>
<form id="answers" method="post">
<input type="hidden" name="basis" value="-">
<fieldset><legend>Stelling</legend><label><input type="radio" name="a" value="1">eens</label></fieldset>
<label for="t">Woorden</label><textarea id="t" name="t" aria-describedby="h"></textarea><p id="h">Kort.</p>
<button>Verder</button></form>
<a href="/v/x">Terug</a> <a href="mailto:a@b.example">Mail</a>
<script type="application/json">{}</script><script src="/static/x.js"></script>
</main></body></html>"""


def page(body: str = GOOD, *, address: str = "/v/x", **headers: str | None) -> Page:
    given = {**HEADERS, **{name.replace("_", "-"): value for name, value in headers.items()}}
    tree, errors = parse(body.encode())
    return Page(address, 200, {name: value for name, value in given.items() if value}, body.encode(), tree, errors)


def test_a_good_page_has_no_problems() -> None:
    assert problems_with(page()) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("<!DOCTYPE html>", "", "does not begin with a doctype"),
        ('<html lang="nl">', "<html>", "does not say its language"),
        ('lang="nl"', 'lang=""', "does not say its language"),
        ("<h1>Doel</h1>", "<p>Doel</p>", "it has 0 elements <h1>"),
        ("<h1>Doel</h1>", "<h1>Doel</h1><h1>Doel</h1>", "it has 2 elements <h1>"),
        ("</main>", "</main><main></main>", "it has 2 elements <main>"),
        ("<title>Doel | ", "<title> | ", "its title is empty"),
        ("<title>Doel | Netwerkspiegel</title>", "", "it has 0 elements <title>"),
        ('id="h"', 'id="t"', "the id 't' is there 2 times"),
        ('id="i"', 'id="i j"', "the id 'i j' is no id"),
        ('<label for="t">Woorden</label>', "", '<textarea id="t" name="t"> has no label'),
        (">Woorden</label>", "></label>", "has no label"),
        (">eens</label>", "></label>", '<input name="a"> has no label'),
        ("<legend>Stelling</legend>", "", "does not begin with a legend"),
        ("<legend>Stelling", "<legend>", "does not begin with a legend"),
        ("<fieldset><legend>Stelling</legend>", "", "the radio buttons 'a' are in no fieldset"),
        ('<a href="#main">', '<a href="#elders">', "leads to #elders, which is not there"),
        ('<use href="#i"/>', '<use href="#j"/>', "leads to #j, which is not there"),
        ('for="t"', 'for="u"', "names 'u' in for, which is not there"),
        ('aria-describedby="h"', 'aria-describedby="h e"', "names 'e' in aria-describedby"),
        ("<h1>", '<h1 aria-labelledby="x">', "names 'x' in aria-labelledby"),
        ("<button>", '<button form="x">', "names 'x' in form"),
        ('<script src="/static/x.js">', "<script>alert(1)", "it has an inline script"),
        ("<h1>", '<h1 onclick="x()">', "has the handler onclick"),
        ("<h1>", '<h1 style="color: red">', "has a style, which is refused"),
        ("</head>", "<style>h1 {}</style></head>", "it has an inline style sheet"),
        ('src="/static/x.js"', 'src="otpauth://totp/x"', "leads to another place: otpauth://totp/x"),
        ('src="/static/x.js"', 'src="https://cdn.example/x.js"', "leads to another place: https://cdn.example/x.js"),
        ('href="/v/x"', 'href="//cdn.example/x"', "leads to another place"),
        ('href="/v/x"', 'href="javascript:x()"', "leads to another place"),
        ('href="/v/x"', 'href="http://spiegel.example/"', "leads to another place"),
        ("<button>Verder", "<button>", "<button> has no words"),
        (">Terug</a>", "></a>", '<a href="/v/x"> has no words'),
        ("<h1>", '<p role="img"></p><h1>', "is an image without a description"),
        ("<h1>", '<img src="/x"><h1>', "has no alt"),
        ("</fieldset>", "</fieldset></fieldset>", "it is no valid HTML"),
        ("<h1>", "<p><div></div></p><h1>", "it is no valid HTML"),
        ("<h1>", '<h1 class="a" class="b">', "it is no valid HTML"),
        ("Terug", "Te<rug", "it is no valid HTML"),
    ],
)
def test_a_page_that_is_not_fit_is_found(old: str, new: str, says: str) -> None:
    assert old in GOOD

    found = problems_with(page(GOOD.replace(old, new, 1)))

    assert any(says in problem for problem in found), found


@pytest.mark.parametrize(
    ("header", "value", "says"),
    [
        ("Content-Security-Policy", None, "policy is missing"),
        ("Content-Security-Policy", "default-src *", "missing or weak"),
        ("Content-Security-Policy", POLICY + "; script-src 'unsafe-inline'", "missing or weak"),
        ("Referrer-Policy", None, "Referrer-Policy"),
        ("Referrer-Policy", "origin", "Referrer-Policy"),
        ("X-Content-Type-Options", None, "X-Content-Type-Options"),
        ("Cache-Control", None, "may be cached"),
        ("Cache-Control", "private", "may be cached"),
        ("Set-Cookie", "a=b", "sets a cookie"),
    ],
)
def test_headers_that_are_not_fit_are_found(header: str, value: str | None, says: str) -> None:
    found = problems_with(page(**{header: value}))

    assert [says in problem for problem in found] == [True]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/meedoen", ["a partner's page sets a cookie"]),
        ("/meedoen/x", []),
        ("/v/x/klaar", ["a partner's page sets a cookie"]),
    ],
)
def test_a_partner_gets_a_cookie_behind_a_code_and_nowhere_else(address: str, says: list[str]) -> None:
    assert problems_with(page(address=address, Set_Cookie="apparaat=x")) == says


def test_the_page_behind_a_code_may_not_be_cached() -> None:
    assert problems_with(page(address="/meedoen/x", Cache_Control="public")) != []


def test_a_public_page_may_be_cached_and_an_advisers_page_may_set_a_cookie() -> None:
    assert problems_with(page(address="/antwoorden", Cache_Control=None)) == []
    assert problems_with(page(address="/netwerken", Set_Cookie="a=b")) == []


def test_a_style_is_fit_where_the_policy_allows_it() -> None:
    styled = GOOD.replace("<h1>", '<h1 style="--broad: 1px">')

    policy = f"{POLICY}; style-src-attr 'unsafe-inline'"

    assert problems_with(page(styled, **{"Content-Security-Policy": policy})) == []


def test_every_check_is_seen_to_fail() -> None:
    broken = GOOD.replace("Stelling", "").replace("Woorden", "").replace("Verder", "").replace('href="#i"', 'href="#j"')
    broken = broken.replace("<h1>", '<style></style><h1 onclick="x" id="t"><h1>').replace("/v/x", "//x")
    one = page(broken)
    assert one.tree is not None

    assert [check.__name__ for check in CHECKS if not list(check(one, one.tree))] == []


def test_a_form_is_read_as_a_browser_would_send_it() -> None:
    checked = GOOD.replace('value="1"', 'value="1" checked').replace("></textarea>", ">\nals eerst</textarea>")

    form = page(checked).form(id="answers")

    assert form.fields == {"basis": "-", "a": "1", "t": "als eerst"}
    assert form.action == "/v/x"
