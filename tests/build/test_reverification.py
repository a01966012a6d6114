"""A site of which some pages are as they were verified is told the same as one read whole."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from site_builder.build import Verified, survey, verify_site

PAGES = [f"{folder}/{name}/" for folder in ("a", "b") for name in ("x", "y", "z")]


def page(chance: Random, *, sound: bool) -> str:
    """Return a page with a few parts, and links to others and to their parts."""
    parts = ["un", *(["deux"] if sound or chance.random() < 0.9 else [])]
    links = []
    for _ in range(chance.randrange(4)):
        target = chance.choice(PAGES) if sound or chance.random() < 0.95 else "absent/"
        links.append(f"../../{target}{chance.choice(('', '#un', '#deux'))}")
    titles = "".join(f'<h2 id="{part}">{part}</h2>' for part in parts)
    return titles + "".join(f'<a href="{link}">lien</a>' for link in links)


def write(folder: Path, url: str, html: str) -> None:
    path = folder / url / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")


@pytest.mark.parametrize("seed", range(60))
def test_what_is_kept_need_not_be_read_again(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    for url in PAGES:
        write(tmp_path, url, page(chance, sound=True))
    former = verify_site(tmp_path, PAGES)
    assert former.problems == ()
    for _ in range(4):
        changed = set(chance.sample(PAGES, chance.randrange(3)))
        for url in changed:
            write(tmp_path, url, page(chance, sound=chance.random() < 0.5))
        if chance.random() < 0.1:
            gone = chance.choice(PAGES)
            (tmp_path / gone / "index.html").unlink(missing_ok=True)
            changed.add(gone)
        kept = [f"{url}index.html" for url in PAGES if url not in changed]
        whole = verify_site(tmp_path, ())
        again = verify_site(tmp_path, (), former=former, kept=kept)
        assert again.problems == whole.problems
        assert again.files >= whole.files
        assert again.parts >= whole.parts
        former = again


def test_sound_pages_that_are_kept_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for url in PAGES:
        write(tmp_path, url, page(Random(1), sound=True))
    former = verify_site(tmp_path, PAGES)
    read: list[bytes] = []
    monkeypatch.setattr(survey, "read_page", _record(read))
    monkeypatch.setenv("CATALOGUE_PROCESSES", "1")
    write(tmp_path, PAGES[0], "<h2 id=un>Un</h2><h2 id=deux>Deux</h2>")
    kept = [f"{url}index.html" for url in PAGES[1:]]

    assert verify_site(tmp_path, PAGES, former=former, kept=kept).problems == ()
    assert len(read) == 1
    assert verify_site(tmp_path, PAGES, former=Verified(), kept=()).problems == ()
    assert len(read) == 1 + len(PAGES)


def _record(read: list[bytes]):
    def read_page(html: bytes) -> object:
        read.append(html)
        return original(html)

    original = survey.read_page
    return read_page
