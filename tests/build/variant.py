"""Small sites that differ by one mark, written in every file."""

from __future__ import annotations

from pathlib import Path

from site_builder.build import Written

PAGES = 20

Snapshot = dict[str, tuple[int, bytes]]


def write_variant(mark: str, folder: Path) -> Written:
    """Write a sound site into ``folder`` and return what was written."""
    urls = [f"pages/{number}/" for number in range(PAGES)]
    menu = "".join(f'<a href="/{url}#top">{url}</a>' for url in urls)
    for url in ("", *urls):
        page = folder / url / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<h1 id={mark}>{mark}</h1><a href='#{mark}'>{mark}</a>{menu}")
    (folder / "404.html").write_text(f"<h1>{mark}</h1>{menu}")
    (folder / "sitemap.xml").write_text(f"<!-- {mark} -->")
    return Written(urls)


def take_snapshot(folder: Path) -> Snapshot:
    """Return the mode and the bytes of each file, and the mode of each folder."""
    return {
        path.relative_to(folder).as_posix(): (
            path.lstat().st_mode & 0o7777,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in [folder, *folder.rglob("*")]
    }
