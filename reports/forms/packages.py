"""Packages: the files that offices edit (a ZIP of parts), so that the same content is told from another.

The libraries that write slides and workbooks put the time of writing into them, and the names in their templates.
Here a package gets one moment, one order of its parts and one maker: the same content at the same moment is the same
file. Another version of the compressing library can give other bytes; the digest of the content stays.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAKER: Final = "Netwerkspiegel"

#: What every package begins with, also one within another: the workbook behind a chart.
_SIGNATURE: Final = b"PK\x03\x04"
#: Readers look here first to tell what kind of file it is.
_FIRST: Final = "[Content_Types].xml"

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OOXML: Final = "http://schemas.openxmlformats.org"
_APPLICATION: Final = (
    f'{_XML}<Properties xmlns="{_OOXML}/officeDocument/2006/extended-properties">'
    f"<Application>{MAKER}</Application></Properties>"
)
#: What a package may say of itself beside maker and moment.
_KEPT: Final = ("dc:title", "dc:language")


def fixed(package: bytes, *, at: datetime) -> bytes:
    """Return a package with every time in it set to ``at``, made by the product and by no person."""
    own: dict[str, Callable[[bytes], bytes]] = {
        "docProps/core.xml": lambda content: _core(content.decode(), at).encode(),
        "docProps/app.xml": lambda _: _APPLICATION.encode(),
    }
    target = BytesIO()
    with ZipFile(target, "w") as rewritten:
        for name, content in _parts(package):
            if _is_package(content):
                content = fixed(content, at=at)
            rewritten.writestr(_member(name, at), own.get(name, bytes)(content))
    return target.getvalue()


def content_digest(package: bytes) -> str:
    """Return the SHA-256 over all parts, of packages within it as well, in hexadecimal.

    It does not depend on the order, the compression and the times of the ZIP.
    """
    total = sha256()
    for name, content in _parts(package):
        told = content_digest(content).encode() if _is_package(content) else content
        for each in (name.encode(), told):
            total.update(len(each).to_bytes(8, "big") + each)
    return total.hexdigest()


def _parts(package: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(package)) as zipped:
        names = sorted(zipped.namelist(), key=lambda name: (name != _FIRST, name))
        return [(name, zipped.read(name)) for name in names]


def _is_package(content: bytes) -> bool:
    return content.startswith(_SIGNATURE)


def _member(name: str, at: datetime) -> ZipInfo:
    """Describe a part; a ZIP knows no time zones, so its times are those of UTC."""
    member = ZipInfo(name, at.astimezone(UTC).timetuple()[:6])
    member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, 0, 0
    return member


def _core(given: str, at: datetime) -> str:
    """Return the properties of a package: what it says of itself, the product as its maker, and its moment."""
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = [re.search(rf"<{tag}>.*?</{tag}>", given, re.DOTALL) for tag in _KEPT]
    times = [f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{tag}>' for tag in ("created", "modified")]
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_OOXML}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(each[0] for each in found if each)}<dc:creator>{MAKER}</dc:creator>"
        f"<cp:lastModifiedBy>{MAKER}</cp:lastModifiedBy>{''.join(times)}</cp:coreProperties>"
    )
