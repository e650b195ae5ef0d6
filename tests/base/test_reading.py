import os
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from whoknows.base.reading import Limits, decode, flag, read

TEXT = "cast\n  Zoë 🗝\n"


def code(data: bytes, limits: Limits = Limits()) -> str:  # noqa: B008 - Limits is immutable
    source, findings = decode("a.story", data, limits)
    assert source is None
    (finding,) = findings
    assert finding.hint
    assert finding.span
    assert finding.span.path == "a.story"
    return finding.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_that_are_read(encoding: str, newline: str) -> None:
    source, findings = decode("a.story", TEXT.replace("\n", newline).encode(encoding))
    assert findings == ()
    assert source
    assert source.text == TEXT
    assert source.newline == newline


def test_both_byte_orders() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        source, _ = decode("a.story", mark + TEXT.encode(encoding))
        assert source
        assert source.text == TEXT


def test_what_is_not_read() -> None:
    assert code("Zoë".encode("latin-1")) == "WK005"
    assert code(b"\xff\xfea") == "WK005"  # half a unit
    assert code(b"\xff\xfe\x00\xd8") == "WK005"  # half a character
    assert code(TEXT.encode("utf-16-le")) == "WK006"  # no mark
    assert code(TEXT.encode("utf-32")) == "WK006"
    assert code(b"\x7fELF\x00\xff") == "WK006"
    assert code(b"12345", Limits(file_bytes=4)) == "WK004"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_line_of_the_first_strange_character_is_told(mark: bytes) -> None:
    _, (finding,) = decode("a.story", mark + b"a\r\nb\rc\nd\xe9\ne\n\n")
    assert "line 4" in finding.message


@given(st.binary(max_size=40) | st.text().map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_no_bytes_raise(data: bytes) -> None:
    source, findings = decode("a.story", data)
    assert (source is None) == bool(findings)


def test_files(tmp_path: Path) -> None:
    good = tmp_path / "good.story"
    good.write_bytes(TEXT.encode())
    source, findings = read(good)
    assert source
    assert (source.path, source.text, findings) == (str(good), TEXT, ())
    assert read(str(good), Limits(file_bytes=len(TEXT.encode())))[0]

    def code_of(path: Path | str, limits: Limits) -> str:
        source, (finding,) = read(path, limits)
        assert source is None
        return finding.code

    limits = Limits()
    assert code_of(tmp_path / "none.story", limits) == "WK001"
    assert code_of(good / "below a file", limits) == "WK001"
    assert code_of(tmp_path, limits) == "WK002"
    assert code_of("null\0character", limits) == "WK003"
    assert code_of("half\ud800character", limits) == "WK003"
    assert code_of(tmp_path / ("x" * 5000), limits) == "WK003"
    assert code_of(good, Limits(file_bytes=len(TEXT.encode()) - 1)) == "WK004"


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="there, the owner may read everything"
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.story"
    secret.touch()
    secret.chmod(0)
    _, (finding,) = read(secret)
    assert finding.code == "WK003"


def test_flags() -> None:
    assert flag("file_bytes") == "--max-file-bytes"
