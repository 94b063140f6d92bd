"""Collecting assets: names by content, references rewritten, nothing written twice, nothing stale left."""

import gzip
import json
from pathlib import Path

import pytest

from tools import assets
from tools.programs import Trouble


class Folders:
    """A source folder, a node_modules with every packaged file, and an empty target."""

    def __init__(self, root: Path) -> None:
        self.source, self.modules, self.target = root / "src", root / "node_modules", root / "dist"
        self.source.mkdir()
        for place in assets.PACKAGED.values():
            (self.modules / place).parent.mkdir(parents=True, exist_ok=True)
            (self.modules / place).write_text(f"contents of {place} " * 50)

    def collect(self) -> dict[str, str]:
        return assets.collect(source=self.source, modules=self.modules, target=self.target)

    def served(self, name: str) -> bytes:
        return (self.target / self.collect()[name]).read_bytes()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path)


def test_every_asset_is_served_under_a_name_with_its_hash(folders: Folders) -> None:
    (folders.source / "site.css").write_text("body { margin: 0 }")

    manifest = folders.collect()

    assert set(manifest) == {*assets.PACKAGED, "site.css"}
    assert manifest["site.css"].startswith("site.")
    assert len(manifest["site.css"]) == len("site..css") + 12
    assert manifest["plotly-cartesian.min.js"].startswith("plotly-cartesian.min.")
    assert json.loads((folders.target / "manifest.json").read_text()) == manifest


def test_other_contents_get_another_name_and_the_old_file_goes(folders: Folders) -> None:
    (folders.source / "site.js").write_text("one();")
    before = folders.collect()["site.js"]
    (folders.source / "site.js").write_text("two();")

    after = folders.collect()["site.js"]

    assert before != after
    assert not (folders.target / before).exists()
    assert not (folders.target / f"{before}.gz").exists()


def test_a_reference_in_a_style_sheet_names_the_file_as_served(folders: Folders) -> None:
    (folders.source / "icon.svg").write_text("<svg/>")
    (folders.source / "site.css").write_text(
        "a { src: url('atkinson-latin.woff2') } b { background: url(icon.svg) } c { background: url(data:x) }"
    )

    css = folders.served("site.css").decode()

    manifest = folders.collect()
    assert f'url("{manifest["atkinson-latin.woff2"]}")' in css
    assert f'url("{manifest["icon.svg"]}")' in css
    assert "url(data:x)" in css


def test_a_changed_font_changes_the_name_of_the_style_sheet(folders: Folders) -> None:
    (folders.source / "site.css").write_text('a { src: url("atkinson-latin.woff2") }')
    before = folders.collect()["site.css"]
    (folders.modules / assets.PACKAGED["atkinson-latin.woff2"]).write_text("another font")

    assert folders.collect()["site.css"] != before


def test_a_reference_to_nothing_is_told(folders: Folders) -> None:
    (folders.source / "site.css").write_text("a { background: url(gone.svg) }")

    with pytest.raises(Trouble, match=r"site\.css refers to gone\.svg"):
        folders.collect()


def test_missing_packages_are_told_with_what_to_do(folders: Folders) -> None:
    (folders.modules / assets.PACKAGED["atkinson-latin.woff2"]).unlink()

    with pytest.raises(Trouble, match=r"atkinson-latin\.woff2\. Run: make install"):
        folders.collect()


def test_texts_are_also_there_compressed_and_fonts_are_not(folders: Folders) -> None:
    manifest = folders.collect()

    script = folders.target / manifest["plotly-cartesian.min.js"]
    assert gzip.decompress(script.with_name(f"{script.name}.gz").read_bytes()) == script.read_bytes()
    assert not (folders.target / f"{manifest['atkinson-latin.woff2']}.gz").exists()


def test_collecting_again_changes_no_file(folders: Folders) -> None:
    (folders.source / "site.css").write_text("body { margin: 0 }")
    folders.collect()
    before = {path.name: path.stat().st_mtime_ns for path in folders.target.iterdir()}

    folders.collect()

    assert {path.name: path.stat().st_mtime_ns for path in folders.target.iterdir()} == before


def test_two_collections_are_the_same_to_the_byte(folders: Folders) -> None:
    folders.collect()
    first = {path.name: path.read_bytes() for path in folders.target.iterdir()}
    for path in folders.target.iterdir():
        path.unlink()

    folders.collect()

    assert {path.name: path.read_bytes() for path in folders.target.iterdir()} == first


def test_what_a_broken_off_run_left_is_removed(folders: Folders) -> None:
    folders.target.mkdir()
    (folders.target / ".site.css.draft").write_text("half")

    folders.collect()

    assert not (folders.target / ".site.css.draft").exists()
