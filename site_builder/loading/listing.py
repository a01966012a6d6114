"""Which files of a folder are records, and which do not belong there."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from site_builder.folders import is_apart, walk
from site_builder.loading.record import did_you_mean
from site_builder.model.kinds import FOLDERS, SITE, TABLES
from site_builder.problems import Place, Problem, problem
from site_builder.vocabulary.typographie import nearest
from site_builder.yaml_source import read_file

# Files that people and tools keep beside the records without meaning them as records.
_COMPANIONS = {".md", ".txt", ".png", ".jpg", ".jpeg", ".svg", ".webp", ".pdf"}
_TOP_FILES = (SITE.name, *TABLES)


def list_files(root: Path) -> tuple[list[str], list[Problem]]:
    """Return the catalogue's record files in a stable order, and what does not belong there."""
    if not root.is_dir():
        return [], [problem("CAT-F010", Place("."), value=root.name)]
    files: list[str] = []
    problems: list[Problem] = []
    below = (
        (path, entry.is_symlink())
        for path, entry in walk(root, skip=is_apart)
        if not entry.is_dir(follow_symlinks=False)
    )
    for file, is_link in sorted(below):
        if is_link:
            found = read_file(root, file)[1]
        else:
            found = [] if _is_in_place(file) else _find_misplacement(file)
        problems += found
        if not found and file.endswith(".yml"):
            files.append(file)
    if not files and not problems:
        problems.append(problem("CAT-F011", Place("."), value=root.name))
    return files, problems


def _is_in_place(file: str) -> bool:
    """Tell whether ``file`` is where a record is looked for: nearly all files are."""
    folder, _, name = file.partition("/")
    return file.endswith(".yml") and (folder in FOLDERS if name else file[:-4] in _TOP_FILES)


def _find_misplacement(file: str) -> list[Problem]:
    """Say what is wrong with the name or the place of ``file``, if anything is."""
    path = PurePosixPath(file)
    place = Place(file)
    if path.suffix in _COMPANIONS:
        return []
    if path.suffix == ".yaml":
        good = f"renommez-le «\u00a0{path.stem}.yml\u00a0»"
        return [problem("CAT-F013", place, value=path.name, suggestion=good)]
    if path.suffix != ".yml":
        return [problem("CAT-F014", place, value=path.name)]
    if len(path.parts) == 1 and path.stem not in _TOP_FILES:
        guess = nearest(path.stem, _TOP_FILES)
        hint = did_you_mean(f"{guess}.yml" if guess else None)
        return [problem("CAT-F012", place, value=path.name, suggestion=hint)]
    if len(path.parts) > 1 and path.parts[0] not in FOLDERS:
        hint = did_you_mean(nearest(path.parts[0], FOLDERS))
        return [problem("CAT-F015", place, value=path.parts[0], suggestion=hint)]
    return []
