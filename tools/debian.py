"""The Debian packages that the tests need: a browser, and programs that open what we make."""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tools.programs import Trouble, say

#: Where Debian puts LibreOffice; its parts are libraries, and one program starts them all.
OFFICE = Path("/usr/lib/libreoffice/program")

#: Debian package -> whether what we use of it is here.
NEEDED: dict[str, Callable[[], bool]] = {
    "chromium": lambda: shutil.which("chromium") is not None,
    "libatomic1": lambda: _loads("libatomic.so.1"),
    "libreoffice-calc": lambda: (OFFICE / "libsclo.so").exists(),
    "libreoffice-impress": lambda: (OFFICE / "libslideshowlo.so").exists(),
    "poppler-utils": lambda: shutil.which("pdftoppm") is not None,
    "pspp": lambda: shutil.which("pspp") is not None,
    "qpdf": lambda: shutil.which("qpdf") is not None,
}


def install_missing() -> None:
    """Install what is missing when we may; otherwise say what to install."""
    missing = [package for package, is_here in NEEDED.items() if not is_here()]
    if not missing:
        return
    names = " ".join(missing)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise Trouble(f"The tests need Debian packages that are not here: apt-get install {names}")
    say(f"The tests need Debian packages that are not here; installing: {names}")
    _apt_get("update", "--quiet")
    _apt_get("install", "--quiet", "--yes", "--no-install-recommends", *missing)


def _apt_get(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run(["apt-get", *arguments], env=environment, stdin=subprocess.DEVNULL).returncode:
        raise Trouble(f"apt-get {arguments[0]} failed: what it printed above tells why.")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
