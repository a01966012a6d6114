"""Loops among names: all found, each once, in linear time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.boucles import find_loops

NAMES = "abcdef"
LINKS = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES + "z"), max_size=4))


def reachable(links: dict[str, list[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in links.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


@given(LINKS)
def test_each_group_of_names_has_one_loop(links: dict[str, list[str]]) -> None:
    loops = find_loops(links)

    for loop in loops:
        assert loop[0] == loop[-1]
        assert len(set(loop)) == len(loop) - 1
        assert all(target in links[name] for name, target in pairwise(loop))
    looping = {name for name in links if name in reachable(links, name)}
    groups = {
        frozenset(n for n in looping if n in reachable(links, name) and name in reachable(links, n))
        for name in looping
    }
    assert len(loops) == len(groups)
    assert all(any(set(loop) <= group for group in groups) for loop in loops)


def test_order_is_that_of_the_names() -> None:
    links = {"a": ["x"], "d": ["c"], "c": ["d"], "b": ["b"], "x": []}

    assert find_loops(links) == [["d", "c", "d"], ["b", "b"]]


def test_a_long_line_is_walked_without_recursion() -> None:
    size = 20_000
    links = {str(rank): [str(rank + 1)] for rank in range(size)} | {str(size): ["0"]}

    [loop] = find_loops(links)

    assert len(loop) == size + 2


def test_every_link_is_looked_at_a_few_times_only() -> None:
    looks = 0

    class Counted(list[str]):
        def __iter__(self):
            nonlocal looks
            for name in super().__iter__():
                looks += 1
                yield name

    size = 500
    links = {str(rank): Counted(["0", str(rank + 1)]) for rank in range(size)}
    links[str(size)] = Counted(["0"])

    assert len(find_loops(links)) == 1
    assert looks <= 2 * (2 * size + 1)
