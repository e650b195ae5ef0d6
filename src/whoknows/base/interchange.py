"""Findings as programs read them: our JSON, the editor protocol, SARIF, GitHub's log commands.

All positions are worked out here: lines and columns from 1 in code points for JSON and SARIF,
from 0 in UTF-16 units for editors. Half characters, which an editor's buffer can hold and UTF-8
cannot, come out as replacement marks, so that what is returned can always be written.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from whoknows.base.diagnostic import Diagnostic, Severity, in_order
from whoknows.base.source import Source, Span
from whoknows.base.version import VERSION

JSON_SCHEMA = 1
"""The version of the shape `to_json` returns; raised when a field changes its meaning."""

_SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_HALF = re.compile("[\ud800-\udfff]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")  # two letters or more: C: is a drive

Json = dict[str, Any]
Sources = Mapping[str, Source]


def to_json(diagnostics: Iterable[Diagnostic], sources: Sources) -> Json:
    """`{"schema": 1, "findings": [...]}`; where a place is not known, its numbers are null."""
    return {
        "schema": JSON_SCHEMA,
        "findings": [
            {
                "code": _clean(each.code),
                "severity": each.severity.label,
                "message": _clean(each.message),
                **_json_place(each.span, sources),
                "hint": None if each.hint is None else _clean(each.hint),
                "notes": [
                    {"message": _clean(note.message), **_json_place(note.span, sources)}
                    for note in each.notes
                ],
            }
            for each in in_order(diagnostics)
        ],
    }


def to_lsp(diagnostics: Iterable[Diagnostic], sources: Sources) -> list[Json]:
    """Values of the editor protocol's `Diagnostic`.

    One does not say which file it is in: pass the findings of one file at a time.
    """
    found = []
    for each in in_order(diagnostics):
        item: Json = {
            "range": _lsp_range(each.span, sources),
            "severity": int(each.severity),
            "code": _clean(each.code),
            "source": "whoknows",
            "message": _with_hint(each, [note.message for note in each.notes if not note.span]),
        }
        related = [
            {
                "location": {
                    "uri": file_uri(note.span.path),
                    "range": _lsp_range(note.span, sources),
                },
                "message": _clean(note.message),
            }
            for note in each.notes
            if note.span
        ]
        if related:
            item["relatedInformation"] = related
        found.append(item)
    return found


def to_sarif(diagnostics: Iterable[Diagnostic], sources: Sources) -> Json:
    """A SARIF 2.1.0 log with one run."""
    ordered = in_order(diagnostics)
    codes = sorted({_clean(each.code) for each in ordered})
    results = []
    for each in ordered:
        plain = [note.message for note in each.notes if not note.span]
        result: Json = {
            "ruleId": _clean(each.code),
            "ruleIndex": codes.index(_clean(each.code)),
            "level": each.severity.label,
            "message": {"text": _with_hint(each, plain)},
        }
        if each.span:
            result["locations"] = [{"physicalLocation": _sarif_place(each.span, sources)}]
        related = [note for note in each.notes if note.span]
        if related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": _sarif_place(note.span, sources),
                    "message": {"text": _clean(note.message)},
                }
                for number, note in enumerate(related)
                if note.span
            ]
        results.append(result)
    rules = [{"id": code} for code in codes]
    driver = {"name": "whoknows", "version": VERSION, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def to_github(diagnostics: Iterable[Diagnostic], sources: Sources) -> str:
    """One `::error file=...::sentence` line for each finding. No newline at the end."""
    commands = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for each in in_order(diagnostics):
        properties: dict[str, str | int] = {}
        if each.span:
            properties["file"] = each.span.path
            source = sources.get(each.span.path)
            if source:
                line, column, end_line, _ = _lines(each.span, source)
                properties |= {"line": line, "endLine": end_line, "col": column}
        properties["title"] = each.code
        listed = ",".join(f"{key}={_github_value(str(v))}" for key, v in properties.items())
        plain = [note.message for note in each.notes if not note.span]
        text = _github_text(_with_hint(each, plain))
        lines.append(f"::{commands[each.severity]} {listed}::{text}")
    return "\n".join(lines)


def file_uri(path: str) -> str:
    """A path as editors name it; what is an address already stays as it is."""
    if _SCHEME.match(path):
        return _clean(path)
    try:
        return Path(_clean(path)).absolute().as_uri()
    except ValueError:  # what no path can be, a null character for one
        return "file:///" + quote(_clean(path))


def _clean(text: str) -> str:
    return _HALF.sub("\ufffd", text)


def _with_hint(each: Diagnostic, more: list[str]) -> str:
    """The sentence with all that has no place of its own, for faces that show one text only."""
    return _clean("\n".join([each.message, *([f"hint: {each.hint}"] if each.hint else []), *more]))


def _lines(span: Span, source: Source) -> tuple[int, int, int, int]:
    return (*source.line_col(span.start), *source.line_col(max(span.start, span.end)))


def _json_place(span: Span | None, sources: Sources) -> Json:
    source = sources.get(span.path) if span else None
    numbers = _lines(span, source) if span and source else (None, None, None, None)
    names = ("line", "column", "end_line", "end_column")
    path = _clean(span.path) if span else None
    return {"path": path, **dict(zip(names, numbers, strict=True))}


def _lsp_range(span: Span | None, sources: Sources) -> Json:
    source = sources.get(span.path) if span else None
    if span is None or source is None:
        nowhere = {"line": 0, "character": 0}
        return {"start": nowhere, "end": dict(nowhere)}
    offsets = {"start": span.start, "end": max(span.start, span.end)}
    return {
        edge: {"line": source.line_col(offset)[0] - 1, "character": source.utf16_col(offset)}
        for edge, offset in offsets.items()
    }


def _sarif_place(span: Span, sources: Sources) -> Json:
    path = _clean(span.path)
    relative = not (path.startswith(("/", "\\")) or Path(path).is_absolute() or _SCHEME.match(path))
    uri = quote(path.replace("\\", "/")) if relative else file_uri(path)
    place: Json = {"artifactLocation": {"uri": uri}}
    source = sources.get(span.path)
    if source:
        line, column, end_line, end_column = _lines(span, source)
        place["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        }
    return place


def _github_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_value(text: str) -> str:
    return _github_text(_clean(text)).replace(":", "%3A").replace(",", "%2C")
