"""The closing brackets of a line: who perceives it, who believes it, who is stopped by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whoknows.base.diagnostic import Diagnostic
from whoknows.model import errors
from whoknows.model.contents import ContentReader
from whoknows.model.event import AS_IT_FALLS, OPENLY, Audience, Reception
from whoknows.model.formula import Content
from whoknows.model.people import PeopleReader
from whoknows.text import syntax

_WATCHED = frozenset(("only", "also", "unnoticed", "staged", "missed"))
_BELIEVED = frozenset(("believed by", "not believed", "not believed by", "convincingly"))
_HEARD = frozenset(("half heard", "heard as"))
_ANYWHERE = frozenset(("off the page",))
_HALF = frozenset(("half heard",))
_FITTING = {
    "narration": _WATCHED | _HALF | {"convincingly"},
    "tells": _WATCHED | _BELIEVED | _HEARD,
    "lies": _WATCHED | _BELIEVED | _HEARD,
    "mentions": _WATCHED | _BELIEVED | _HEARD,
    "hears": _WATCHED | _BELIEVED | _HEARD,
    "convinces": _WATCHED | _BELIEVED | _HEARD,
    "asks": _WATCHED | _HALF,
    "sees": _WATCHED | _HALF,
    "shows": _WATCHED | _HALF,
    "writes": _WATCHED | _HALF,
    "reads": _WATCHED | _HALF,
    "enters": _WATCHED,
    "leaves": _WATCHED,
    "dies": _WATCHED,
    "joins": _WATCHED,
    "quits": _WATCHED,
    "tries to tell": frozenset(("stopped by",)),
    "withholds": frozenset[str](),
    "infers": frozenset(("convincingly",)),
    "suspects": frozenset(("convincingly",)),
    "comes to believe": frozenset(("convincingly",)),
    "learned": frozenset(("somehow",)),
}
"""Which brackets make sense on which line; every line may be off the page."""
_NO_BRACKETS = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Brackets:
    """The closing brackets of one line."""

    audience: Audience = OPENLY
    reception: Reception = AS_IT_FALLS
    off_page: bool = False
    unnoticed: bool = False
    stopped_by: tuple[int, ...] = ()


NO_MARKS = Brackets()


class BracketReader:
    """Reads brackets, and complains of those that make no sense on their line."""

    __slots__ = ("contents", "people")

    def __init__(self, people: PeopleReader, contents: ContentReader) -> None:
        self.people = people
        self.contents = contents

    def read(self, nodes: Sequence[syntax.Bracket], verb: str, line: str) -> Brackets | None:
        """Return what the closing brackets of a line say, or None where one of them is wrong."""
        if not nodes:
            return NO_MARKS
        fitting = _FITTING.get(verb, _NO_BRACKETS)
        lists: dict[str, tuple[int, ...]] = {}
        misheard: list[tuple[int, Content]] = []
        fine = True
        for node in nodes:
            alone = node.kind == "unnoticed" and not node.names
            if (node.kind not in fitting and node.kind not in _ANYWHERE) or (
                alone and verb not in {"enters", "leaves"}
            ):
                self.people.findings.add(
                    self._misplaced(node, line, alone=alone and node.kind in fitting)
                )
                fine = False
                continue
            people = self.people.everybody(node.names, reader=node.kind in _BELIEVED)
            if people is None:
                fine = False
                continue
            if node.kind == "heard as":
                content = self.contents.said(node.contents, node.span)
                fine = fine and content is not None
                misheard.extend((who, content) for who in people if content is not None)
            lists[node.kind if not alone else "slips by"] = (*lists.get(node.kind, ()), *people)
        if not fine:
            return None
        return Brackets(
            audience=_audience(lists, tuple(misheard)),
            reception=_reception(lists),
            off_page="off the page" in lists,
            unnoticed="slips by" in lists,
            stopped_by=lists.get("stopped by", ()),
        )

    @staticmethod
    def _misplaced(node: syntax.Bracket, line: str, *, alone: bool) -> Diagnostic:
        if alone:
            return errors.unnoticed_by_whom(node.span)
        return errors.bracket_misplaced(node.kind, line, node.span)


def _audience(
    lists: dict[str, tuple[int, ...]], misheard: tuple[tuple[int, Content], ...]
) -> Audience:
    if not misheard and not any(kind in lists for kind in (*_WATCHED, "half heard")):
        return OPENLY
    return Audience(
        only=lists.get("only"),
        also=lists.get("also", ()),
        unnoticed=lists.get("unnoticed", ()),
        staged=lists.get("staged", ()),
        missed=lists.get("missed", ()),
        half=lists.get("half heard", ()),
        misheard=misheard,
    )


def _reception(lists: dict[str, tuple[int, ...]]) -> Reception:
    if not any(kind in lists for kind in _BELIEVED):
        return AS_IT_FALLS
    return Reception(
        not_believed="not believed" in lists,
        not_believed_by=lists.get("not believed by", ()),
        believed_by=lists.get("believed by", ()),
        convincingly="convincingly" in lists,
    )
