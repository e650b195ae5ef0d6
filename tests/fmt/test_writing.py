"""Writing files: whole, kept, refused where they have changed."""

from __future__ import annotations

import os
import subprocess
import sys
from codecs import BOM_UTF8, BOM_UTF16_LE
from pathlib import Path

import pytest

from whoknows.base.writing import Before, ChangedUnderneathError, is_in_git, write


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_old_text_is_kept_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(b"one")
    kept = write(Before.of(path), b"two")
    assert (path.read_bytes(), kept) == (b"two", tmp_path / "a.story~")
    assert (tmp_path / "a.story~").read_bytes() == b"one"
    write(Before.of(path), b"three")
    assert (tmp_path / "a.story~").read_bytes() == b"two"
    assert names(tmp_path) == ["a.story", "a.story~"]


def test_what_changed_underneath_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(b"one")
    before = Before.of(path)
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedUnderneathError):
        write(before, b"two")
    assert (path.read_bytes(), names(tmp_path)) == (b"theirs", ["a.story"])


def test_a_fault_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(Before.of(path), b"two")
    assert (path.read_bytes(), names(tmp_path)) == (b"one", ["a.story"])


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links as on Unix")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "a.story", tmp_path / "b.story"
    real.write_bytes(b"one")
    real.chmod(0o640)
    link.symlink_to(real)
    write(Before.of(link), b"two")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"
    assert real.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path / "real") == ["a.story", "a.story~"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only to the superuser"
)
def test_read_only_files_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(b"one")
    path.chmod(0o400)
    with pytest.raises(PermissionError):
        write(Before.of(path), b"two")


@pytest.mark.parametrize(
    ("data", "written"),
    [
        (b"a\r\nb", b"x\r\ny\r\n"),
        (BOM_UTF8 + b"a\n", BOM_UTF8 + b"x\ny\n"),
        (
            BOM_UTF16_LE + "a\r\n".encode("utf-16-le"),
            BOM_UTF16_LE + "x\r\ny\r\n".encode("utf-16-le"),
        ),
        (b"", b"x\ny\n"),
    ],
)
def test_encoding_and_line_ending_stay(tmp_path: Path, data: bytes, written: bytes) -> None:
    path = tmp_path / "a.story"
    path.write_bytes(data)
    assert Before.of(path).encoded("x\ny\n") == written


def test_what_git_knows_needs_no_copy(tmp_path: Path) -> None:
    try:
        subprocess.run(["git", "init", "-q", tmp_path], check=True)  # noqa: S607
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git here")
    folder = tmp_path / "book"
    folder.mkdir()
    one, other = folder / "a.story", folder / "b.story"
    one.write_bytes(b"one")
    other.write_bytes(b"one")
    assert not is_in_git(one)
    subprocess.run(["git", "-C", tmp_path, "add", "book/a.story"], check=True)  # noqa: S607
    assert is_in_git(one)
    assert not is_in_git(other)
    assert write(Before.of(one), b"two") is None
    assert write(Before.of(other), b"two") == folder / "b.story~"
    assert names(folder) == ["a.story", "b.story", "b.story~"]
