"""A logo is made anew of whatever was given, or refused with a reason; nothing of the original stays."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from survey.services.pictures import LIGHT_BYTES, MOST_BYTES, NotAPicture, Picture, redraw

RED, BLUE = (200, 30, 30), (30, 30, 200)


def written(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def shown(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.png))


def halves(size: tuple[int, int] = (200, 100)) -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    return image


def noise(size: tuple[int, int]) -> Image.Image:
    return Image.effect_noise(size, 100).convert("RGB")


def refusal(given: bytes) -> str:
    with pytest.raises(NotAPicture) as caught:
        redraw(given)
    return caught.value.reason


def png_that_says(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises as many pixels as asked."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_every_kind_becomes_a_png_of_our_own(kind: str) -> None:
    picture = redraw(written(halves(), kind))

    image = shown(picture)
    assert image.format == "PNG"
    assert (picture.width, picture.height) == image.size == (200, 100)
    left, right = image.convert("RGB").getpixel((20, 50)), image.convert("RGB").getpixel((180, 50))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[0] > 150 > left[2]
    assert right[2] > 150 > right[0]


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"no picture at all",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<?xml version='1.0'?><!DOCTYPE svg><svg/>",
        b"%PDF-1.7\n",
        b"PK\x03\x04" + b"\0" * 100,
        written(halves(), "BMP"),
        written(halves(), "TIFF"),
        written(halves(), "ICO"),
        written(halves(), "PPM"),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    ],
)
def test_other_kinds_are_refused_by_what_they_hold(given: bytes) -> None:
    assert refusal(given) == "kind"


@pytest.mark.parametrize("size", [(30_000, 10), (10, 30_000), (8_001, 1), (5_000, 5_000), (100_000, 100_000)])
def test_too_many_pixels_are_refused_before_they_are_unpacked(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image.Image, "load", lambda image: pytest.fail("The pixels were unpacked."))
    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", lambda image: pytest.fail("The pixels were unpacked."))

    assert refusal(png_that_says(*size)) == "too many pixels"


def test_more_bytes_than_fit_are_refused() -> None:
    assert refusal(b"\x89PNG" + b"\0" * MOST_BYTES) == "too heavy"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_that_breaks_off_is_refused(kind: str) -> None:
    whole = written(noise((300, 300)), kind)

    assert refusal(whole[: len(whole) // 2]) in ("broken", "kind")
    assert refusal(whole[:30]) in ("broken", "kind")


def test_any_byte_can_be_wrong_and_no_more_happens_than_a_refusal() -> None:
    whole = written(halves((20, 10)), "GIF")
    for place in range(len(whole)):
        damaged = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        with suppress(NotAPicture):
            assert redraw(damaged).png.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("given", "expected"),
    [((3_000, 500), (800, 133)), ((500, 4_000), (50, 400)), ((7_900, 1), (800, 1)), ((10, 5), (10, 5))],
)
def test_it_is_scaled_whole_to_fit(given: tuple[int, int], expected: tuple[int, int]) -> None:
    picture = redraw(written(Image.new("RGB", given, RED)))

    assert (picture.width, picture.height) == expected


def test_a_turned_photograph_is_put_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter

    picture = redraw(written(halves(), "JPEG", exif=exif))

    assert (picture.width, picture.height) == (100, 200)


def test_nothing_that_was_written_beside_the_pixels_is_kept() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Made by Ada, at home"
    beside = PngImagePlugin.PngInfo()
    beside.add_text("Comment", "Made by Ada, at home")
    given = [
        written(halves(), "JPEG", exif=exif, comment=b"Made by Ada, at home", icc_profile=b"Ada" * 50),
        written(halves(), "PNG", pnginfo=beside, icc_profile=b"Ada" * 50, exif=exif, dpi=(72, 72)),
        written(halves(), "GIF", comment=b"Made by Ada, at home"),
        written(halves(), "PNG") + b"<script>Ada</script>",
    ]

    for each in given:
        assert b"Ada" in each or b"iCCP" in each
        image = shown(redraw(each))
        image.load()
        assert not set(image.info) - {"transparency"}
        assert b"Ada" not in redraw(each).png


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_image_is_taken(kind: str) -> None:
    frames = [Image.new("RGB", (40, 20), colour) for colour in (RED, BLUE)]

    image = shown(redraw(written(frames[0], kind, save_all=True, append_images=frames[1:])))

    assert getattr(image, "n_frames", 1) == 1
    pixel = image.convert("RGB").getpixel((5, 5))
    assert isinstance(pixel, tuple)
    assert pixel[0] > pixel[2]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16", "CMYK"])
def test_every_way_to_write_colours_becomes_eight_bits(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"

    image = shown(redraw(written(Image.new(mode, (40, 20)), kind)))

    assert image.mode in ("RGB", "RGBA", "P")


def test_sixteen_bits_of_grey_keep_their_shade() -> None:
    grey = Image.new("I;16", (40, 20), 0x8000)

    pixel = shown(redraw(written(grey))).convert("L").getpixel((5, 5))

    assert isinstance(pixel, int | float)
    assert abs(pixel - 0x80) <= 2


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_was_transparent_stays_so(mode: str) -> None:
    image = Image.new(mode, (40, 20), 0)
    options = {"transparency": 0} if mode == "P" else {}

    pixel = shown(redraw(written(image, "PNG", **options))).convert("RGBA").getpixel((5, 5))

    assert isinstance(pixel, tuple)
    assert pixel[3] == 0


def test_a_plain_logo_keeps_its_size_and_is_light() -> None:
    picture = redraw(written(halves((1_600, 800))))

    assert (picture.width, picture.height) == (800, 400)
    assert len(picture.png) < 5_000


def test_the_heaviest_picture_is_made_small_enough_for_a_phone() -> None:
    picture = redraw(written(noise((1_600, 800)), "JPEG"))

    assert len(picture.png) <= LIGHT_BYTES + 10_000
    assert picture.width < 800


def test_the_name_of_a_picture_is_that_of_its_content() -> None:
    assert redraw(written(halves())).content_hash == redraw(written(halves())).content_hash
    assert redraw(written(halves())).content_hash != redraw(written(halves((100, 200)))).content_hash
