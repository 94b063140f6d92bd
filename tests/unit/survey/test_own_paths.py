"""Where somebody may be sent on to: paths of our own, however a browser reads them."""

import pytest

from survey.account.own_paths import own_path


@pytest.mark.parametrize("address", ["/", "/netwerken", "/netwerken?zoek=a&pagina=2", "/netwerken#lijst", "/é"])
def test_paths_of_our_own(address: str) -> None:
    assert own_path(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "netwerken",
        "//elsewhere.example",
        "///elsewhere.example",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "https://elsewhere.example",
        "https:/netwerken",
        "javascript:alert(1)",
        " /netwerken",
        "/\t/elsewhere.example",
        "/\r\nSet-Cookie: a=b",
        "/netwerken\x00",
        "/" * 2,
        "/x" * 300,
    ],
)
def test_whatever_else_is_refused(address: str | None) -> None:
    assert own_path(address) is None
