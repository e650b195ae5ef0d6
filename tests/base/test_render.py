import json
import time
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given

from tests.base.strategies import found, sources, texts
from whoknows.base.diagnostic import Diagnostic, Note, Severity
from whoknows.base.interchange import file_uri
from whoknows.base.render import to_github, to_json, to_lsp, to_sarif, to_text
from whoknows.base.source import Source, Span
from whoknows.base.terminal import display_width

STORY = "cast\n\tMara hides 🗝 in box\nBen asks\n"
FILES = {"a.story": Source("a.story", STORY)}
FINDING = Diagnostic(
    "WK302",
    Severity.ERROR,
    "Ben cannot know where the key is",
    Span("a.story", STORY.index("Ben"), STORY.index("Ben") + 3),
    "let Mara tell him",
    (
        Note("the key was hidden here, and Ben was away", Span("a.story", 6, 18)),
        Note("Ben last saw the key nowhere"),
    ),
)


def test_text_is_the_frame_of_the_design() -> None:
    warning = Diagnostic("WK401", Severity.WARNING, "odd", None)
    gone = Diagnostic("WK001", Severity.ERROR, "there is no such file", Span("b.story", 0, 0))
    assert to_text([gone, FINDING, warning], FILES).splitlines() == [
        "warning[WK401] odd",
        "",
        "a.story:3:1: error[WK302] Ben cannot know where the key is",
        "   3 | Ben asks",
        "     | ^^^",
        "     = hint: let Mara tell him",
        "  a.story:2:2: note: the key was hidden here, and Ben was away",
        "   2 | \tMara hides 🗝 in box",
        "     | \t------------",
        "     = Ben last saw the key nowhere",
        "",
        "b.story: error[WK001] there is no such file",
        "",
        "2 errors, 1 warning",
    ]
    assert to_text([], FILES) == "no findings"


def frame(text: str, start: int, end: int) -> list[str]:
    finding = Diagnostic("WK1", Severity.NOTE, "m", Span("a", start, end))
    return to_text([finding], {"a": Source("a", text)}).splitlines()[1:3]


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "marks"),
    [
        ("abc", 3, 3, "abc", "   ^"),
        ("abc", 1, 1, "abc", " ^"),
        ("abc\ndef", 1, 6, "abc", " ^^"),
        ("abc", 2, 1, "abc", "  ^"),
        ("字字x", 1, 2, "字字x", "  ^^"),
        ("e\u0301x", 2, 3, "e\u0301x", " ^"),
        ("\ta\tb", 1, 4, "\ta\tb", "\t^\t^"),
        ("\ta", 0, 1, "\ta", "^"),
        ("a\x1b[31mb", 6, 7, "a\ufffd[31mb", "      ^"),
        ("x" * 500, 200, 203, "…" + "x" * 160 + "…", " " * 61 + "^^^"),
        ("x" * 500, 3, 400, "x" * 160 + "…", "   " + "^" * 157),
    ],
)
def test_marks_stand_under_the_place(
    text: str, start: int, end: int, line: str, marks: str
) -> None:
    assert frame(text, start, end) == [f"   1 | {line}", f"     | {marks}"]


def test_colour_only_when_asked_for() -> None:
    plain = to_text([FINDING], FILES)
    coloured = to_text([FINDING], FILES, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31m" in coloured


def test_widths() -> None:
    assert display_width("abc") == 3
    assert display_width("字e\u0301👩") == 5
    assert display_width("\u200d") == 0


@given(found, sources)
def test_no_text_and_no_span_make_a_renderer_raise(
    findings: list[Diagnostic], files: Mapping[str, Source]
) -> None:
    text = to_text(findings, files) + to_text(findings, files, colour=True)
    text.encode()
    assert not set("\x00\x1b\r\u202e\u2028") & set(to_text(findings, files))
    for data in (to_json(findings, files), to_lsp(findings, files), to_sarif(findings, files)):
        written = json.dumps(data, ensure_ascii=False)
        written.encode()
        assert json.loads(written) == data
    lines = to_github(findings, files)
    lines.encode()
    assert len([line for line in lines.split("\n") if line]) == len(findings)


@given(found, sources)
def test_places_lie_inside_their_files(
    findings: list[Diagnostic], files: Mapping[str, Source]
) -> None:
    for each in to_json(findings, files)["findings"]:
        if each["line"] is None:
            continue
        assert 1 <= each["line"] <= each["end_line"]
        assert (each["line"], each["column"]) <= (each["end_line"], each["end_column"])


def test_json() -> None:
    place = {"path": "a.story", "line": 3, "column": 1, "end_line": 3, "end_column": 4}
    note = {"path": "a.story", "line": 2, "column": 2, "end_line": 2, "end_column": 14}
    nowhere = dict.fromkeys(["path", "line", "column", "end_line", "end_column"])
    assert to_json([FINDING], FILES) == {
        "schema": 1,
        "findings": [
            {
                "code": "WK302",
                "severity": "error",
                "message": FINDING.message,
                **place,
                "hint": FINDING.hint,
                "notes": [
                    {"message": FINDING.notes[0].message, **note},
                    {"message": FINDING.notes[1].message, **nowhere},
                ],
            }
        ],
    }


def test_editor_columns_are_utf16() -> None:
    (item,) = to_lsp([FINDING], FILES)
    assert item["severity"] == 1
    assert item["range"] == {
        "start": {"line": 2, "character": 0},
        "end": {"line": 2, "character": 3},
    }
    (related,) = item["relatedInformation"]
    assert related["location"]["range"]["end"] == {"line": 1, "character": 14}
    assert related["location"]["uri"].startswith("file:///")
    assert "let Mara tell him" in item["message"]


def test_addresses() -> None:
    assert file_uri("untitled:One") == "untitled:One"
    assert file_uri("/a b/ü.story") == "file:///a%20b/%C3%BC.story"


def test_sarif() -> None:
    other = Diagnostic("WK100", Severity.NOTE, "100% odd", Span("gone/a b.story", 0, 0))
    log = to_sarif([FINDING, other], FILES)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["rules"] == [{"id": "WK100"}, {"id": "WK302"}]
    first, second = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("WK302", 1, "error")
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a.story"},
                "region": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 4},
            }
        }
    ]
    assert len(first["relatedLocations"]) == 1
    assert second["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "gone/a%20b.story"}}}
    ]
    assert second["level"] == "note"


def test_github() -> None:
    odd = Diagnostic("WK1", Severity.NOTE, "100%\nodd", Span("x,y:z.story", 0, 0))
    first, second = to_github([FINDING, odd], FILES).splitlines()
    assert first.startswith("::error file=a.story,line=3,endLine=3,col=1,title=WK302::Ben cannot")
    assert second == "::notice file=x%2Cy%3Az.story,title=WK1::100%25%0Aodd"


@given(texts)
def test_a_sentence_is_kept_word_for_word_where_machines_read(text: str) -> None:
    finding = Diagnostic("WK1", Severity.NOTE, text, None)
    (each,) = to_json([finding], {})["findings"]
    same: list[Any] = [
        a == b or 0xD800 <= ord(a) <= 0xDFFF for a, b in zip(text, each["message"], strict=True)
    ]
    assert all(same)


def test_ten_thousand_findings_are_quick() -> None:
    text = "".join(
        f"Ada tells Zoë: the {number}. key 🗝 is in the box\n" for number in range(10_000)
    )
    source = Source("a.story", text)
    findings = [
        Diagnostic(
            "WK1", Severity.WARNING, "odd", Span("a.story", at, at + 9), "mend it", (Note("x"),)
        )
        for at in map(source.offset_of_line, range(1, 10_001))
    ]
    started = time.perf_counter()
    shown = to_text(findings, {"a.story": source})
    assert time.perf_counter() - started < 10  # it is well under one second on a quiet machine
    assert shown.endswith("\n\n10,000 warnings")
