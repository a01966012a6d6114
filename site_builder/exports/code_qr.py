"""The code that leads from a printed sheet back to its page (ISO/IEC 18004), with its address."""

from __future__ import annotations

from html import escape

import numpy as np
import numpy.typing as npt
from zxingcpp import BarcodeFormat, create_barcode

# Looking for the best of the eight masks takes six times as long; every reader reads each.
_MASK = 0
# Centimetres of paper for a module, the smallest square of the code.
_MODULE = 0.08
# In modules: the letters, what stands between two lines, and the width of A4 between its margins.
_LETTERS = 4
_LINE = 5
_WIDTH = 225
_LETTERS_A_LINE = 90

# In modules: the largest code is 177 wide.
_MOST = 177
_SPAN = 2 * _MOST + 1

Modules = npt.NDArray[np.bool_]
"""Which modules of a square are dark."""


def draw_qr(address: str) -> str:
    """Return a drawing (SVG) that a camera reads as ``address``, with its words beneath.

    ``#code`` after the address of the drawing shows the code alone, which fills the image.
    Up to 15 % of the code may be stained. Raises ``ValueError`` when the address is too long for
    any code, by far.
    """
    modules = _find_modules(address)
    size = len(modules)
    lines = [
        address[start : start + _LETTERS_A_LINE]
        for start in range(0, len(address), _LETTERS_A_LINE)
    ]
    words = "".join(
        f'<text y="{size + rank * _LINE}">{escape(line)}</text>'
        for rank, line in enumerate(lines, start=1)
    )
    height = size + (len(lines) + 0.5) * _LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH * _MODULE:g}cm"'
        f' height="{height * _MODULE:g}cm" viewBox="0 0 {_WIDTH} {height:g}"'
        f' font-family="sans-serif" font-size="{_LETTERS}">'
        f'<view id="code" viewBox="0 0 {size} {size}"/>{_draw(modules)}{words}</svg>\n'
    )


def _find_modules(address: str) -> Modules:
    """Return the square of the modules, row after row."""
    code = create_barcode(address, BarcodeFormat.QRCode, ec_level="M", data_mask=_MASK)
    modules: Modules = np.asarray(code.to_image(add_quiet_zones=False)) == 0
    return modules


def _draw(modules: Modules) -> str:
    """Return the path that draws each run of dark modules, from the end of the one before."""
    size = len(modules)
    # With a light module after each row, a run never goes on in the next one.
    width = size + 1
    rows = np.zeros((size, width), bool)
    rows[:, :size] = modules
    line = rows.ravel()
    # The first module is dark, in every code: the corner of a finder pattern.
    edges = np.flatnonzero(line[1:] != line[:-1]) + 1
    ends, starts = edges[::2], edges[1::2]
    down = starts // width - ends[:-1] // width
    right = starts - ends[:-1] - down * width
    lengths = ends[1:] - starts
    steps = ((down * _SPAN + right + _MOST) * _SPAN + lengths).tolist()
    # A line is drawn by its middle.
    return f'<path stroke="#000" d="M0 0.5h{ends[0]}{"".join(map(_steps.__getitem__, steps))}"/>'


class _Steps(dict[int, str]):
    """What draws a run of modules: how far right, how far down and how long, as one number."""

    def __missing__(self, number: int) -> str:
        place, length = divmod(number, _SPAN)
        down, right = divmod(place, _SPAN)
        step = self[number] = f"m{right - _MOST} {down}h{length}"
        return step


# The same few hundreds come back in every code.
_steps = _Steps()
