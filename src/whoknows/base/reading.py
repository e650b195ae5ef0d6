r"""From bytes to a `Source`, or to a finding that says why not. Never an exception.

    >>> source, findings = decode("a.story", b"\xef\xbb\xbfcast\r\n")
    >>> source.text, findings
    ('cast\n', ())

Read are UTF-8, with or without a byte order mark, and UTF-16 with one. Anything else is said to be
something else rather than guessed at: a wrong guess would put wrong names into a story.
"""

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from whoknows.base.diagnostic import Diagnostic, Severity
from whoknows.base.source import Source, Span

Reading: TypeAlias = tuple[Source | None, tuple[Diagnostic, ...]]


def _limit(default: int, doc: str) -> int:
    """A field of `Limits`, with the sentence the command line shows for it."""
    limit: int = field(default=default, metadata={"doc": doc})
    return limit


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken on before giving up with a finding.

    Each is raised by the command line flag that `flag` names, and says in its metadata (`doc`)
    what it limits.
    """

    file_bytes: int = _limit(20_000_000, "The largest file that is read, in bytes.")
    line_length: int = _limit(100_000, "The longest line that is read, in characters.")
    cast: int = _limit(2_000, "The largest number of characters in one story.")
    fluents: int = _limit(200_000, "The largest number of facts once every blank is filled in.")
    formula_depth: int = _limit(100, "How deep brackets and minds may be nested in one formula.")
    rule_rounds: int = _limit(1_000, "How often the rules may be gone through after one event.")
    findings: int = _limit(200, "How many findings are shown.")


DEFAULT_LIMITS = Limits()


def flag(limit: str) -> str:
    """The command line flag that raises a limit: `--max-file-bytes` for `file_bytes`."""
    return "--max-" + limit.replace("_", "-")


def read(path: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The file at a path, or the finding that says why it cannot be read."""
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except (FileNotFoundError, NotADirectoryError):
        return _missing(name)
    except (OSError, ValueError) as problem:
        # ValueError: the path itself holds what no path can, such as a null character
        if isinstance(problem, IsADirectoryError) or os.path.isdir(name):  # noqa: PTH112 - Path.is_dir may raise here
            return _folder(name)
        return _unreadable(name, problem)
    return decode(name, data, limits)


def decode(path: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The text in these bytes, or the finding that says why there is none."""
    if len(data) > limits.file_bytes:
        return _too_large(path, limits)
    wide = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    # The mark chooses the byte order and is dropped by both of these.
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as problem:
        if b"\0" in data and not wide:
            return _not_text(path)
        start = problem.start + (len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0)
        return _not_unicode(path, None if wide else _line_of(data, start))
    if "\0" in text:
        return _not_text(path)
    return Source(path, text), ()


def _line_of(data: bytes, offset: int) -> int:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1


def _nothing(code: str, path: str, message: str, hint: str) -> Reading:
    return None, (Diagnostic(code, Severity.ERROR, message, Span(path, 0, 0), hint),)


def _missing(path: str) -> Reading:
    """WK001: there is no file of this name."""
    return _nothing("WK001", path, "there is no such file", "check the name and the folder")


def _folder(path: str) -> Reading:
    """WK002: a folder stands where a story was expected."""
    return _nothing("WK002", path, "this is a folder, not a story", "name a file in it")


def _unreadable(path: str, problem: Exception) -> Reading:
    """WK003: the file is there, and the system will not let it be read."""
    reason = getattr(problem, "strerror", None)
    message = f"this file cannot be opened ({reason})" if reason else "this file cannot be opened"
    return _nothing("WK003", path, message, "check that you are allowed to read it")


def _too_large(path: str, limits: Limits) -> Reading:
    """WK004: the file is larger than the limit."""
    message = f"this file is larger than {limits.file_bytes:,} bytes"
    return _nothing("WK004", path, message, f"if it really is a story, raise {flag('file_bytes')}")


def _not_unicode(path: str, line: int | None) -> Reading:
    """WK005: the bytes are not UTF-8, nor UTF-16 with its mark."""
    where = f"; the first strange character is in line {line:,}" if line else ""
    message = f"this file is saved in an encoding that is not read here{where}"
    return _nothing("WK005", path, message, "save it again as UTF-8 in your editor")


def _not_text(path: str) -> Reading:
    """WK006: the file holds null characters, which no text has."""
    hint = "a story is a plain text file; if this is one, save it again as UTF-8 in your editor"
    return _nothing("WK006", path, "this is not a text file", hint)
