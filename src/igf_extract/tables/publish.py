"""Puts finished tables in place: a reader of the output folder sees the old data or the new, never half of each.

The new folder is made beside the old one; the two names are exchanged in one step where the system can (Linux), else by two
renames. A run that is killed between the two leaves ``.<name>.old``; the next ``publish`` or ``load`` puts it back.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from igf_extract.tables.schema import TABLES
from igf_extract.tables.write import DATAPACKAGE, PACKAGE_NAME, write_tables

_HARMLESS = frozenset({"README.md", ".gitignore", ".gitkeep", ".DS_Store"})
_STALE_SECONDS = 24 * 3600
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2  # linux/fcntl.h, linux/fs.h


class OutputError(Exception):
    """The output folder cannot be used; the message says why and what to do."""


def publish(tables: Mapping[str, pa.Table], output: str | Path) -> Path:
    """Replaces the tables in the folder ``output``; files of others in it (README.md, reports) stay. Returns the folder.

    Raises:
        OutputError: ``output`` is a file, or a folder with other content than an earlier output.
    """
    folder = Path(output).resolve()
    check_output(folder)
    recover(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    staging = _staging(folder)
    try:
        write_tables(tables, staging)
        _put(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return folder


def check_output(output: str | Path) -> None:
    """Refuses a folder that a run must not write to; called early, before the work is done.

    Raises:
        OutputError: see ``publish``.
    """
    folder = Path(output)
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OutputError(f"{folder} is a file; give a folder for the output")
    if not is_output(folder) and any(entry.name not in _HARMLESS for entry in folder.iterdir()):
        raise OutputError(f"{folder} is not empty and holds no output of igf-extract; choose another folder, or empty this one")


def is_output(folder: Path) -> bool:
    """Whether the folder holds an output: its ``datapackage.json`` says so."""
    try:
        package = json.loads((folder / DATAPACKAGE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(package, dict) and package.get("name") == PACKAGE_NAME


def recover(folder: Path) -> None:
    """Puts the old output back where a run was killed between the two renames."""
    old = _aside(folder)
    if old.is_dir() and not folder.exists():
        old.rename(folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def _staging(folder: Path) -> Path:
    """A new folder beside the output: on the same file system, so that a rename is one step."""
    try:
        return Path(tempfile.mkdtemp(prefix=f".{folder.name}.new-", dir=folder.parent))
    except OSError:  # the folder above may not be written to
        folder.mkdir(exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=".new-", dir=folder))


def _sweep(folder: Path) -> None:
    """Removes what killed runs left beside the output, a day later, so that a run of another process is not disturbed."""
    for path in folder.parent.glob(f".{_escaped(folder.name)}.new-*"):
        try:
            if path.is_dir() and time.time() - path.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(path, ignore_errors=True)
        except OSError:
            continue


def _escaped(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _put(staging: Path, folder: Path) -> None:
    if staging.parent == folder:
        _put_files(staging, folder)
        return
    if not folder.exists():
        staging.chmod(0o777 & ~_umask())
        staging.rename(folder)
        return
    staging.chmod(stat.S_IMODE(folder.stat().st_mode))
    for entry in sorted(folder.iterdir()):
        if entry.name not in _own_names() and not entry.name.startswith(".new-"):
            _keep(entry, staging / entry.name)
    try:
        if _exchange(staging, folder):
            return  # staging is now the old output, and the caller removes it
        shutil.rmtree(_aside(folder), ignore_errors=True)
        folder.rename(_aside(folder))
    except OSError:
        # the folder is a mount point or may not be renamed: file by file, the descriptor last
        _put_files(staging, folder)
        return
    try:
        staging.rename(folder)
    except OSError:
        _aside(folder).rename(folder)
        raise
    shutil.rmtree(_aside(folder), ignore_errors=True)


def _own_names() -> set[str]:
    return {DATAPACKAGE, *TABLES, *(f"{name}.parquet" for name in TABLES)}


def _keep(entry: Path, target: Path) -> None:
    """The foreign file or folder in the new output too: linked where the file system allows it, else copied."""
    if entry.is_dir() and not entry.is_symlink():
        shutil.copytree(entry, target, symlinks=True, copy_function=_link)
    else:
        _link(str(entry), str(target))


def _link(source: str, target: str) -> Any:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
    return target


def _put_files(staging: Path, folder: Path) -> None:
    for name in TABLES:
        if (folder / name).is_dir():
            shutil.rmtree(folder / name)
        (staging / f"{name}.parquet").replace(folder / f"{name}.parquet")
    (staging / DATAPACKAGE).replace(folder / DATAPACKAGE)


def _exchange(a: Path, b: Path) -> bool:
    """Exchanges two names in one step (``renameat2``); False where the system or file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE) == 0)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
