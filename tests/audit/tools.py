"""What the audit runs: Chromium, Java and Node of this machine, and two npm packages."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.browser.conftest import CHROMIUM_NAMES

FOLDER = Path(__file__).resolve().parent
CACHE = FOLDER.parents[1] / ".cache" / "audit"
DECLARED = ("package.json", "package-lock.json", ".npmrc")
# Lighthouse drives a whole browser; the headless shell comes last.
BROWSERS = (*CHROMIUM_NAMES[1:], CHROMIUM_NAMES[0])


class MissingTool(Exception):
    """Something that the audit runs is not on this machine; the message says how to get it."""


@dataclass(frozen=True)
class Tools:
    """Where the tools are."""

    chromium: str
    java: str
    node: str
    openssl: str
    modules: Path

    @property
    def nu(self) -> Path:
        """The Nu Html Checker."""
        return self.modules / "vnu-jar/build/dist/vnu.jar"

    @property
    def lighthouse(self) -> Path:
        """The command of Lighthouse."""
        return self.modules / "lighthouse/cli/index.js"


def find_tools(say: Callable[[str], None]) -> Tools:
    """Find the tools, and install the npm packages into ``.cache/`` when the lock changed.

    Raises ``MissingTool``.
    """
    chromium = _find(BROWSERS, "Chromium", "chromium")
    java = _find(("java",), "Java, which runs the Nu Html Checker,", "default-jre-headless")
    node = _find(("node",), "Node 18 or newer, which runs Lighthouse,", "nodejs")
    openssl = _find(("openssl",), "OpenSSL, which makes a certificate,", "openssl")
    npm = _find(("npm",), "npm, which installs Lighthouse and the Nu Html Checker,", "npm")
    if not _is_installed():
        say("installing Lighthouse and the Nu Html Checker")
        _install(npm)
    return Tools(chromium, java, node, openssl, CACHE / "node_modules")


def _find(names: tuple[str, ...], what: str, package: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise MissingTool(
            f"make audit needs {what} and did not find it.\n"
            f"On Debian and Ubuntu: apt-get install {package}"
        )
    return found


def _is_installed() -> bool:
    # npm writes this file last.
    if not (CACHE / "node_modules/.package-lock.json").is_file():
        return False
    _, changed, missing = filecmp.cmpfiles(FOLDER, CACHE, DECLARED, shallow=False)
    return not changed and not missing


def _install(npm: str) -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    for name in DECLARED:
        shutil.copyfile(FOLDER / name, CACHE / name)
    # No script of a package runs: one of them would download a Java of its own.
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts"],
        cwd=CACHE,
        env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise MissingTool(f"npm could not install what make audit needs:\n{done.stderr.strip()}")
