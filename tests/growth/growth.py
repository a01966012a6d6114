"""Which counts grow faster than a catalogue does."""

from __future__ import annotations

from collections.abc import Mapping

# Work may grow a little faster than a catalogue: sorting does, and a name that many records share
# is met more often. Four times the actions may be 5.7 times the work, where the square is 16.
EXPONENT = 1.25
# Below, a step counts more than growth: the first action of its kind, a second département. One
# pass over each pair of actions is far above.
SMALL = 250


def find_growth(small: Mapping[str, int], large: Mapping[str, int], ratio: float) -> list[str]:
    """Return what grows too fast, the fastest first, in words.

    ``small`` and ``large`` count the same things for two catalogues, the second ``ratio`` times
    as large as the first.
    """
    allowed = ratio**EXPONENT
    times = {
        what: number / max(small.get(what, 0), SMALL)
        for what, number in large.items()
        if number > allowed * max(small.get(what, 0), SMALL)
    }
    return [
        f"{what}: {small.get(what, 0):,}, then {large[what]:,} for {ratio:.0f} times the actions"
        for what in sorted(times, key=lambda what: -times[what])
    ]
