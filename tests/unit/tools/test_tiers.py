"""``make test`` and ``make audit``: which tests, in which environment, and what they need of Debian."""

import subprocess
from pathlib import Path

import pytest

from tools import bench, debian
from tools import test as tiers
from tools.programs import Trouble


@pytest.mark.parametrize(("tier", "marker"), [("test", "not audit"), ("audit", "audit")])
def test_a_tier_is_chosen_by_its_marker(tier: str, marker: str) -> None:
    command = tiers.command(tier, ["-k", "name"])

    assert command[command.index("-m", 3) + 1] == marker
    assert command[-2:] == ["-k", "name"]


def test_a_persons_own_settings_stay_out_of_the_tests() -> None:
    given = {"NETWERKSPIEGEL_DATABASE_URL": "x", "PORT": "80", "WEB_WORKERS": "9", "HOME": "/home/me", "PATH": "/bin"}

    environment = tiers.environment(given)

    assert not set(environment) & {"NETWERKSPIEGEL_DATABASE_URL", "PORT", "WEB_WORKERS"}
    assert environment["HOME"] == "/home/me"
    assert "127.0.0.1" in environment["NO_PROXY"]


@pytest.fixture
def two_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "NEEDED", {"here": lambda: True, "qpdf": lambda: False, "chromium": lambda: False})


def test_who_is_not_root_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, two_missing: None) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(Trouble, match=r"apt-get install qpdf chromium$"):
        debian.install_missing()


def test_root_installs_what_is_missing_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], two_missing: None
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")

    def start(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        started.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("subprocess.run", start)

    debian.install_missing()

    assert [command[1] for command in started] == ["update", "install"]
    assert started[1][-2:] == ["qpdf", "chromium"]
    assert "installing: qpdf chromium" in capsys.readouterr().out


def test_nothing_is_said_when_nothing_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(debian, "NEEDED", {"here": lambda: True})

    debian.install_missing()

    assert capsys.readouterr().out == ""


def test_measurements_are_the_scripts_with_a_main_in_name_order(tmp_path: Path) -> None:
    main = 'if __name__ == "__main__":\n    pass\n'
    for name, text in {"b.py": main, "a.py": main, "helper.py": "", "notes.txt": main}.items():
        (tmp_path / name).write_text(text)

    assert [path.name for path in bench.measurements(tmp_path)] == ["a.py", "b.py"]
