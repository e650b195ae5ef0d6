"""What is said, seen, thought and asked: several formulas of a line as one content."""

from __future__ import annotations

from collections.abc import Sequence

from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.claims import Unsayable, content_of, content_or_matter
from whoknows.model.formula import And, Content, Formula, Which
from whoknows.model.formulas import FormulaReader
from whoknows.text import syntax


class ContentReader:
    """Reads what stands after the colon."""

    __slots__ = ("findings", "formulas")

    def __init__(self, formulas: FormulaReader) -> None:
        self.formulas = formulas
        self.findings = formulas.findings

    def said(self, nodes: Sequence[syntax.Formula], span: Span) -> Content | None:
        """Return what is said as claims."""
        if not nodes:
            self.findings.add(errors.nothing_said(span))
            return None
        read = [self.formulas.formula(node) for node in nodes]
        said = [
            None if formula is None else self.claimed(formula, node)
            for formula, node in zip(read, nodes, strict=True)
        ]
        return _joined(said)

    def asked(self, nodes: Sequence[syntax.Formula], span: Span) -> Content | None:
        """Return what is asked, wondered or left unsaid: which value may be left open."""
        if not nodes:
            self.findings.add(errors.nothing_said(span))
            return None
        read = [self.formulas.matter(node) for node in nodes]
        if len(read) > 1:
            for matter, node in zip(read, nodes, strict=True):
                if isinstance(matter, Which):
                    self.findings.add(errors.one_at_a_time(node.span))
                    return None
        domain_of = self.formulas.domain_of
        return _joined(
            [None if matter is None else content_or_matter(matter, domain_of) for matter in read]
        )

    def claimed(self, formula: Formula, node: syntax.Formula) -> Content | None:
        """Return what a formula claims; complain where that is nothing definite."""
        try:
            return content_of(formula, self.formulas.domain_of)
        except Unsayable as unsayable:
            self.findings.add(errors.cannot_be_said(unsayable.why, unsayable.hint, node.span))
            return None


def _joined(said: Sequence[Content | None]) -> Content | None:
    """Return several things said at once as one, or None where one of them is wrong."""
    if len(said) == 1:
        return said[0]
    contents = [content for content in said if content is not None]
    if len(contents) < len(said) or not contents:
        return None
    parts = [content.formula for content in contents if not isinstance(content.formula, Which)]
    claims = dict.fromkeys(claim for content in contents for claim in content.claims)
    mentions = dict.fromkeys(fluent for content in contents for fluent in content.mentions)
    return Content(And(tuple(parts)), tuple(claims), tuple(mentions))
