"""The code of a sheet: a camera reads the address in its drawing, and people beneath it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxingcpp import Barcode, BarcodeFormat, read_barcode

from site_builder.exports.code_qr import draw_qr

ADDRESS = "https://exemple.fr/catalogue/actions/atelier-d-exemple/"
SVG = "{http://www.w3.org/2000/svg}"


def modules_of(drawing: ElementTree.Element) -> set[tuple[int, int]]:
    """The (column, row) of each dark module of the path, run after run."""
    [path] = drawing.iter(f"{SVG}path")
    x, y = 0.0, 0.0
    found = set()
    for step, values in re.findall(r"([Mmh])([^Mmh]+)", path.attrib["d"]):
        numbers = [float(value) for value in re.findall(r"-?[\d.]+", values)]
        if step == "h":
            found |= {(int(x) + run, int(y)) for run in range(int(numbers[0]))}
            x += numbers[0]
        else:
            x, y = (0.0, 0.0) if step == "M" else (x, y)
            x, y = x + numbers[0], y + numbers[1]
    return found


def read(drawing: str) -> Barcode:
    """What a camera reads of the drawing, printed with four light modules around it."""
    dark = np.array(sorted(modules_of(ElementTree.fromstring(drawing))))
    image = np.full(dark.max(axis=0) + 9, 255, np.uint8)
    image[dark[:, 1] + 4, dark[:, 0] + 4] = 0
    code = read_barcode(np.kron(image, np.ones((4, 4), np.uint8)), BarcodeFormat.QRCode)
    assert code is not None
    return code


# Those of a site are encoded; a name of a host may have accents.
addresses = st.text(
    "abcdefghijklmnopqrstuvwxyzABC0123456789-._~/?#&=%éç€", min_size=1, max_size=400
)


@given(addresses.map("https://exemple.fr/{}".format))
def test_a_camera_reads_the_address(address: str) -> None:
    code = read(draw_qr(address))
    assert code.text == address
    # Nothing of what may be stained is already.
    assert code.extra == code.extra | {"ECLevel": "M", "UEC": 1.0, "DataMask": 0}


def test_what_no_code_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        draw_qr("a" * 3000)


def test_the_address_is_written_beneath() -> None:
    drawing = ElementTree.fromstring(draw_qr(ADDRESS))
    [words] = drawing.iter(f"{SVG}text")
    assert words.text == ADDRESS
    assert float(words.attrib["y"]) > max(y for _, y in modules_of(drawing))


def test_a_long_address_is_written_over_several_lines_within_the_drawing() -> None:
    address = f"https://exemple.fr/actions/{'mot-' * 30}fin/?a=1&b=2"
    drawing = ElementTree.fromstring(draw_qr(address))
    lines = list(drawing.iter(f"{SVG}text"))
    assert len(lines) == 2
    assert "".join(line.text or "" for line in lines) == address
    height = float(drawing.attrib["viewBox"].split()[3])
    assert float(lines[-1].attrib["y"]) < height


def test_a_code_weighs_little_and_is_the_same_each_time() -> None:
    assert draw_qr(ADDRESS) == draw_qr(ADDRESS)
    assert len(draw_qr(ADDRESS)) < 4_000


def test_the_code_alone_can_be_shown() -> None:
    """As ``qr.svg#code``, on the « fiche de prescription »."""
    drawing = ElementTree.fromstring(draw_qr(ADDRESS))
    [view] = drawing.iter(f"{SVG}view")
    modules = modules_of(drawing)
    side = max(x for x, _ in modules) + 1
    assert view.attrib == {"id": "code", "viewBox": f"0 0 {side} {side}"}
