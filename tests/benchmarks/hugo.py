"""The peer made by Hugo: the same pages, poured into the same frame.

``layouts/`` is made from a page that ``catalogue build`` wrote: its head, its menu and its foot,
with Hugo's own words where a page differs from the next. Sheets, lists and the home page share
one layout, without a partial, and links need no look-up: nothing stands in Hugo's way.

Usage: ``python -m tests.benchmarks.hugo CATALOGUE SITE FOLDER``. It runs in a process of its own,
so that the memory it takes is not counted with what is measured afterwards.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

from site_builder.pages import PlannedPage
from tests.benchmarks.sites import SITE_URL
from tests.benchmarks.texts import Texts

# Two configurations, so that the same pages are built without the search file and with it.
PLAIN = "hugo.json"
WITH_SEARCH = "hugo-search.json"

_MAIN = """<main class="cat-page"><div class="cat-fil">
<nav aria-label="Fil d’Ariane">
<ol>
{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ end }}</ol>
</nav>
</div>
<nav class="cat-sommaire" aria-label="Sur cette page">
<details>
<summary>Sur cette page</summary>
{{ .TableOfContents }}
</details>
</nav>
<article id="__contenu">
<header class="cat-entete">
<h1>{{ .Title }}</h1>
</header>
{{ .Content }}
</article></main>"""

_SEARCH = """[{{ range $index, $page := site.RegularPages }}{{ if $index }},{{ end }}
{{ dict "title" .Title "url" .RelPermalink "text" .Plain | jsonify }}{{ end }}]
"""

# What a page says of itself, and what Hugo writes there.
_SLOTS = (
    (r"<main\b.*?</main>", _MAIN),
    (r"<title>.*?</title>", "<title>{{ .Title }} - {{ site.Title }}</title>"),
    (r'<link rel="canonical" href=".*?">', '<link rel="canonical" href="{{ .Permalink }}">'),
    (
        r'<meta name="description" content=".*?">',
        '<meta name="description" content="{{ .Description }}">',
    ),
)


def write_hugo(catalogue: Path, site: Path, folder: Path) -> None:
    """Write a Hugo project into ``folder``, with the pages of ``catalogue``.

    ``site`` is what ``catalogue build`` made of it. Raises ``ValueError`` when its pages can't
    be made into a layout.
    """
    texts = Texts(catalogue, lambda url: f"/{url}")
    for page in texts.pages:
        _write(folder / "content" / _file(page), _front_matter(page) + texts.body(page))
    sheet = next(page for page in texts.pages if page.url.startswith("actions/") and page.is_sheet)
    html = (site / sheet.url / "index.html").read_text(encoding="utf-8")
    layout = make_layout(html)
    for name in ("page", "section", "home"):
        _write(folder / "layouts" / f"{name}.html", layout)
    _write(folder / "layouts" / "home.json", _SEARCH)
    for style in set(re.findall(r"/(assets/stylesheets/[^\"]+\.css)", layout)):
        (folder / "static" / style).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / style, folder / "static" / style)
    for name, outputs in ((PLAIN, ["html"]), (WITH_SEARCH, ["html", "json"])):
        _write(folder / name, json.dumps(_config(outputs)))


def make_layout(html: str) -> str:
    """Return a layout for Hugo made from ``html``, a page that stands two folders deep."""
    for pattern, slot in _SLOTS:
        html, found = re.subn(pattern, lambda _, slot=slot: slot, html, flags=re.DOTALL)  # type: ignore[misc]
        if found != 1:
            raise ValueError(f"{found} times in the page, not once: {pattern}")
    return html.replace('"../../', '"/').replace('"../..', '"/').replace('"../', '"/actions/')


def _file(page: PlannedPage) -> str:
    return f"{page.url[:-1]}.md" if page.is_sheet else f"{page.url}_index.md"


def _front_matter(page: PlannedPage) -> str:
    values = {"title": page.titre, "description": page.description}
    return json.dumps(values, ensure_ascii=False) + "\n\n"


def _config(outputs: list[str]) -> dict[str, object]:
    return {
        "baseURL": SITE_URL,
        "locale": "fr",
        "title": "Catalogue fictif",
        "disableKinds": ["rss", "taxonomy", "term"],
        "outputs": {"home": outputs, "section": ["html"], "page": ["html"]},
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_hugo(*map(Path, sys.argv[1:]))
