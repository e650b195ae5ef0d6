r"""Writing a file so that nothing of an author's can get lost.

    before = Before.of("my.story")              # what was read, byte for byte
    write(before, before.encoded("cast\n"))     # raises ChangedUnderneath, or OSError

The new text is written whole into a temporary file in the same folder, brought to the disk, and
only then put in place of the old one: whoever looks sees the one or the other, never half of
either. The old text is kept beside it as ``my.story~``, unless git has the file in its index.
What was read is compared with what stands there just before the change; where they differ,
somebody else has written in the meantime, and nothing is done.

The choices made: a symbolic link stays, and what it points to is written. The permissions stay. A
file keeps its encoding, the mark at its start and its line ending. Whether git knows a file is
read from its index, without starting git (a folder could tell git to start other programs); where
that cannot be told, a copy too many is kept rather than one too few.
"""

from __future__ import annotations

import os
import stat
import tempfile
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from whoknows.base.source import Source

_ENCODINGS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


class ChangedUnderneathError(Exception):
    """A file is no longer what was read, so it has not been written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} has changed since it was read, and is left as it is")
        self.path = path


@dataclass(frozen=True, slots=True)
class Before:
    """A file as it was read. ``target``: the file itself, where ``path`` is a link to it."""

    path: Path
    target: Path
    data: bytes

    @classmethod
    def of(cls, path: str | os.PathLike[str]) -> Before:
        """Return the file at a path as it now is; raises OSError."""
        target = Path(os.path.realpath(path))
        return cls(Path(path), target, target.read_bytes())

    def encoded(self, text: str) -> bytes:
        r"""Return a text (its lines ending in ``\n``) as the bytes of this file would be."""
        mark, encoding = next(
            ((mark, name) for mark, name in _ENCODINGS if self.data.startswith(mark)),
            (b"", "utf-8"),
        )
        newline = Source("", self.data[len(mark) :].decode(encoding, "replace")).newline
        return mark + text.replace("\n", newline).encode(encoding, "surrogatepass")


def write(before: Before, data: bytes) -> Path | None:
    """Put new bytes in the place of what was read; return where the old ones are kept, if so.

    Raises :class:`ChangedUnderneathError`, or OSError where the file cannot be written.
    """
    target = before.target
    mode = stat.S_IMODE(target.stat().st_mode)
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "it is read-only", str(target))
    fresh = _temporary(target, data, mode)
    try:
        if target.read_bytes() != before.data:
            raise ChangedUnderneathError(before.path)
        kept = None if is_in_git(target) else _keep(target, before.data, mode)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    _sync_folder(target.parent)
    return kept


def _keep(target: Path, data: bytes, mode: int) -> Path:
    """Keep the old bytes beside the file, as whole as the new ones."""
    kept = target.with_name(f"{target.name}~")
    copy = _temporary(target, data, mode)
    try:
        copy.replace(kept)
    finally:
        copy.unlink(missing_ok=True)
    return kept


def _temporary(target: Path, data: bytes, mode: int) -> Path:
    """Write bytes to a new file in the folder of the target, and bring them to the disk."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(mode)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _sync_folder(folder: Path) -> None:
    """Bring the change of a name to the disk, where the system lets us."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


# --- git -----------------------------------------------------------------------------------------


def is_in_git(path: Path) -> bool:
    """Tell whether a file (no link) stands in the index of the git folder it is in."""
    for folder in path.parents:
        git = folder / ".git"
        with suppress(OSError):
            if git.is_file():  # a working tree beside the repository: "gitdir: …"
                named = git.read_text("utf-8", "replace").partition("gitdir:")[2].strip()
                git = folder / named
            index = git / "index"
            if index.is_file():
                name = path.relative_to(folder).as_posix()
                return _is_listed(index.read_bytes(), os.fsencode(name))
        if git.exists():
            return False
    return False


def _is_listed(index: bytes, name: bytes) -> bool:
    """Tell whether a name is an entry of an index: its length, the name, and a zero byte.

    An index of version 4 writes names shortened; nothing is found there then.
    """
    return index.startswith(b"DIRC") and any(
        flags.to_bytes(2, "big") + name + b"\0" in index
        for flags in (min(len(name), 0xFFF), min(len(name), 0xFFF) | 0x8000)
    )
