"""Finds the files of the inputs: every file of a folder, in a stable order, each once, whatever links and odd entries there are.

Policy. Names that begin with "." are left out inside folders (a file given by name is always read). Links to files are read. Links to
folders are followed after all real folders; a folder is read once, however many ways lead to it, and a link back to a folder above it
is reported. Pipes, sockets and devices are reported and never opened.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from igf_extract.model import Problem
from igf_extract.sources.contract import Found, reason
from igf_extract.sources.names import apart

_Identity = tuple[int, int]


def find_files(paths: Iterable[Path]) -> list[Found]:
    """All files of the inputs, sorted by their source, independent of the order of ``paths``."""
    walk = _Walk()
    for path in sorted({os.path.abspath(path) for path in paths}, key=lambda path: (path.count("/"), path)):  # noqa: PTH100 - links stay
        walk.add_input(path)
    walk.follow_links()
    places = sorted(walk.entries.values(), key=lambda entry: (entry.root, entry.below))
    sources = apart([(entry.root, entry.below) for entry in places])
    found = [Found(source, Path(entry.path), entry.problem) for source, entry in zip(sources, places, strict=True)]
    return sorted(found, key=lambda one: one.source)


@dataclass(frozen=True, slots=True)
class _Entry:
    path: str
    root: str  # the input folder
    below: str  # path below it, with "/"
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class _Folder:
    path: str
    root: str
    above: tuple[_Identity, ...] = ()  # the folders that lead to it


@dataclass(slots=True)
class _Walk:
    entries: dict[str, _Entry] = field(default_factory=dict)
    read: set[_Identity] = field(default_factory=set)
    links: list[_Folder] = field(default_factory=list)

    def add_input(self, path: str) -> None:
        if os.path.isdir(path):  # noqa: PTH112
            self._walk(_Folder(path, path))
        else:
            self._add(path, os.path.dirname(path))  # noqa: PTH120

    def follow_links(self) -> None:
        while self.links:
            links, self.links = sorted(self.links, key=lambda link: link.path), []
            for link in links:
                self._walk(link)

    def _walk(self, folder: _Folder) -> None:
        """The folder and all real folders below it; without recursion, so that depth does no harm."""
        waiting = [folder]
        while waiting:
            folder = waiting.pop()
            try:
                status = os.stat(folder.path)  # noqa: PTH116
                identity = (status.st_dev, status.st_ino)
                if identity in self.read:
                    if identity in folder.above:
                        self._report(folder, "link_loop", "the link leads back to a folder above it")
                    continue
                with os.scandir(folder.path) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError as error:
                self._report(folder, "unreadable_file", f"the folder could not be read: {reason(error)}")
                continue
            self.read.add(identity)
            waiting += self._take(entries, folder.root, (*folder.above, identity))

    def _take(self, entries: list[os.DirEntry[str]], root: str, above: tuple[_Identity, ...]) -> list[_Folder]:
        folders = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if not _is_folder(entry):
                self._add(entry.path, root)
            elif entry.is_symlink():
                self.links.append(_Folder(entry.path, root, above))
            else:
                folders.append(_Folder(entry.path, root, above))
        return folders[::-1]

    def _add(self, path: str, root: str) -> None:
        if path in self.entries:
            return
        problem = None
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
                problem = Problem("unreadable_file", "it is a pipe, a socket or a device and was not opened")
        except (OSError, ValueError) as error:
            problem = Problem("unreadable_file", f"the file could not be read: {reason(error)}")
        self.entries[path] = _Entry(path, root, _below(path, root), problem)

    def _report(self, folder: _Folder, code: str, message: str) -> None:
        self.entries[folder.path] = _Entry(folder.path, folder.root, _below(folder.path, folder.root), Problem(code, message))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _below(path: str, root: str) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/") if path != root else os.path.basename(path)  # noqa: PTH119
