"""Collect what the browser needs under names that carry a hash of the contents: ``python -m tools.assets``.

Templates ask for a logical name (``site.css``); ``manifest.json`` tells the name in the folder
(``site.0123456789ab.css``). A name never gets other contents, so browsers may keep a file for ever.
"""

import gzip
import hashlib
import json
import os
import re
from pathlib import Path

from tools.programs import ROOT, Trouble, guarded

SOURCE = ROOT / "survey" / "static" / "src"
MODULES = ROOT / "node_modules"
TARGET = ROOT / "survey" / "static" / "dist"
MANIFEST = "manifest.json"

FONT = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next"

#: Logical name -> file among the packages of npm.
PACKAGED = {
    "plotly-cartesian.min.js": "plotly.js-cartesian-dist-min/plotly-cartesian.min.js",
    "atkinson-latin.woff2": f"{FONT}-latin-wght-normal.woff2",
    "atkinson-latin-ext.woff2": f"{FONT}-latin-ext-wght-normal.woff2",
}
OUR_OWN = ("*.css", "*.js", "*.svg")
TEXTS = (".css", ".js", ".svg")
REFERENCE = re.compile(r"""url\(\s*(["']?)(?!data:|#)([^"')]+)\1\s*\)""")


def collect_all() -> None:
    """Collect the assets of this project."""
    collect(source=SOURCE, modules=MODULES, target=TARGET)


def collect(*, source: Path, modules: Path, target: Path) -> dict[str, str]:
    """Bring the target folder up to date and return the manifest; files that changed nothing are left alone."""
    contents = _contents(source, modules)
    manifest = {name: hashed_name(name, content) for name, content in contents.items() if not name.endswith(".css")}
    for name in [name for name in contents if name.endswith(".css")]:
        contents[name] = with_hashed_references(name, contents[name], manifest)
    manifest |= {name: hashed_name(name, contents[name]) for name in contents}
    wanted = _write_all(target, {manifest[name]: content for name, content in contents.items()})
    text = json.dumps(manifest, indent=2, sort_keys=True) + "\n"
    if not _holds(target / MANIFEST, text.encode()):
        _write(target / MANIFEST, text.encode())
    _remove_others(target, wanted | {MANIFEST})
    return manifest


def hashed_name(name: str, content: bytes) -> str:
    """Return the name under which these contents are served."""
    stem, dot, extension = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}{dot}{extension}"


def with_hashed_references(name: str, content: bytes, manifest: dict[str, str]) -> bytes:
    """Return a style sheet in which each ``url(...)`` names the file as it is served."""

    def replaced(found: re.Match[str]) -> str:
        reference = found[2].strip()
        if reference not in manifest:
            raise Trouble(f"{name} refers to {reference}, which is not among the assets.")
        return f'url("{manifest[reference]}")'

    return REFERENCE.sub(replaced, content.decode()).encode()


def _contents(source: Path, modules: Path) -> dict[str, bytes]:
    paths = {name: modules / place for name, place in PACKAGED.items()}
    for pattern in OUR_OWN:
        paths |= {path.name: path for path in source.glob(pattern)}
    missing = [name for name, path in paths.items() if not path.is_file()]
    if missing:
        raise Trouble(f"These assets are missing: {', '.join(missing)}. Run: make install")
    return {name: paths[name].read_bytes() for name in sorted(paths)}


def _write_all(target: Path, files: dict[str, bytes]) -> set[str]:
    """Write what is not there yet, texts also compressed; return the names that belong there."""
    target.mkdir(parents=True, exist_ok=True)
    wanted = set(files)
    for name, content in files.items():
        if not (target / name).exists():
            _write(target / name, content)
        if name.endswith(TEXTS):
            wanted.add(f"{name}.gz")
            if not (target / f"{name}.gz").exists():
                _write(target / f"{name}.gz", gzip.compress(content, compresslevel=9, mtime=0))
    return wanted


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.draft")
    draft.write_bytes(content)
    os.replace(draft, path)


def _holds(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def _remove_others(target: Path, wanted: set[str]) -> None:
    for path in target.iterdir():
        if path.name not in wanted:
            path.unlink()


def main() -> int:
    """Collect, and tell where to."""
    collect_all()
    print(f"Assets are in {TARGET.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(guarded(main))
