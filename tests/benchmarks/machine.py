"""The machine that figures come from."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = ("hugo", "mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pydantic")


def describe_machine() -> str:
    """Return the processor, the cores and their load, the system, the versions, on one line.

    The load is that of the last quarter of an hour: ours, and that of whatever else is running.
    """
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores (load {os.getloadavg()[2]:.1f}), "
        f"{memory:.0f} GiB, {platform.system()} {platform.machine()}, "
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"{', '.join(filter(None, map(_package, _PACKAGES)))}"
    )


def _package(name: str) -> str:
    """Return the name and the version of a package; nothing when it is not installed."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        lines = ""
    found = re.search(r"^model name\s*:\s*(.+)$", lines, re.MULTILINE)
    return found[1] if found else platform.processor() or "unknown processor"
