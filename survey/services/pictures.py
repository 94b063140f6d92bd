"""Make a picture of our own from one that somebody gave: what it was is not trusted, and none of it is kept."""

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Final, Literal

from PIL import Image, ImageOps

#: What is read; SVG can hold scripts, and is none of these.
FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF")
MOST_BYTES: Final = 2_000_000
#: Looked at before any pixel is unpacked: a small file can unfold into gigabytes.
MOST_WIDE: Final = 8_000
MOST_PIXELS: Final = 16_000_000
#: The largest that is tried first, and smaller ones for what stays too heavy for a partner's phone.
_SIZES: Final = ((800, 400), (560, 280), (400, 200), (280, 140))
LIGHT_BYTES: Final = 30_000


class NotAPicture(Exception):
    """What was given cannot become a logo; ``reason`` says why."""

    def __init__(self, reason: Literal["kind", "broken", "too many pixels", "too heavy"]) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, with its size in pixels and the name of its content."""

    png: bytes
    width: int
    height: int

    @property
    def content_hash(self) -> str:
        """Names the picture by what it shows."""
        return sha256(self.png).hexdigest()


def redraw(given: bytes) -> Picture:
    """Return the first frame of a picture as a light PNG, upright, without anything written beside the pixels.

    Raises
    ------
    NotAPicture
        When it is no PNG, JPEG, WebP or GIF, is damaged, or unfolds into too many pixels.
    """
    if len(given) > MOST_BYTES:
        raise NotAPicture("too heavy")
    try:
        with _opened(given) as image:
            return _lightest(_plain(image))
    except NotAPicture:
        raise
    except Exception as error:  # a decoder meets hostile bytes here: whatever it stumbles over, they are no logo
        raise NotAPicture("broken") from error


def _opened(given: bytes) -> Image.Image:
    """Read no more than the first bytes: what it is, and how large it says it is."""
    try:
        image = Image.open(BytesIO(given), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotAPicture("too many pixels") from None
    except Exception as error:  # headers can be wrong in as many ways as there are formats
        raise NotAPicture("kind") from error
    if max(image.size) > MOST_WIDE or image.width * image.height > MOST_PIXELS:
        raise NotAPicture("too many pixels")
    return image


def _plain(image: Image.Image) -> Image.Image:
    """Return the pixels alone, in eight bits, upright; transparent where it was."""
    image.load()
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):  # sixteen bits of grey
        upright = upright.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    is_clear = upright.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in upright.info
    mode = "RGBA" if is_clear else "RGB"
    pixels = upright.convert(mode)
    bare = Image.new(mode, pixels.size)
    bare.paste(pixels)
    return bare


def _lightest(image: Image.Image) -> Picture:
    """Return the largest that is light; the smallest of all where none is."""
    made = [_sized(image, _SIZES[0])]
    for size in _SIZES[1:]:
        if len(made[-1].png) <= LIGHT_BYTES:
            break
        made.append(_sized(image, size))
    return made[-1]


def _sized(image: Image.Image, size: tuple[int, int]) -> Picture:
    small = image.copy()
    small.thumbnail(size, Image.Resampling.LANCZOS)
    few_colours = small.quantize(256, method=Image.Quantize.FASTOCTREE)
    png = min((_written(each) for each in (small, few_colours)), key=len)
    return Picture(png, small.width, small.height)


def _written(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()
