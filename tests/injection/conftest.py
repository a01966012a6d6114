"""The hostile site and its harmless twin, each built once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.config import Content
from tests.injection.hostile import build_preview, build_site, load_hostile, write_catalogue
from tests.injection.payloads import PAYLOADS, SITE, neutral

# Typography and Markdown leave these as they are, so that they are recognised in texts.
SIGLES = [rank for rank, payload in enumerate(PAYLOADS) if not payload.reading]


@dataclass(frozen=True)
class Built:
    """A catalogue as loaded, and the folder of its site."""

    content: Content
    folder: Path


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Built:
    folder = tmp_path_factory.mktemp("hostile")
    texts = [payload.text for payload in PAYLOADS]
    write_catalogue(folder / "catalogue", texts, SITE, sigles=SIGLES)
    return _build(folder, root)


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Built:
    folder = tmp_path_factory.mktemp("harmless")
    texts = [neutral(index) for index in range(len(PAYLOADS))]
    write_catalogue(folder / "catalogue", texts, "Site neutre", sigles=SIGLES)
    return _build(folder, root)


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory, hostile: Built, root: Path) -> Path:
    """The hostile site as ``catalogue serve`` shows it, with its panel of problems."""
    out = tmp_path_factory.mktemp("preview") / "site"
    build_preview(hostile.content, root, out)
    return out


def _build(folder: Path, root: Path) -> Built:
    content = load_hostile(folder / "catalogue", root)
    build_site(content, root, folder / "site")
    return Built(content, folder / "site")
