"""From a file's text to a problem, and all that is to be said about it."""

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Source
from whoknows.plan.problem import Problem
from whoknows.plan.sabre.endless import report_endless
from whoknows.plan.sabre.findings import Findings
from whoknows.plan.sabre.ground import ground
from whoknows.plan.sabre.parser import parse
from whoknows.plan.sabre.resolve import resolve


def read_problem(source: Source) -> tuple[Problem | None, tuple[Diagnostic, ...]]:
    """The problem in Sabre's language that a file holds; None when it has errors."""
    findings = Findings()
    lifted = resolve(parse(source, findings), source.path, findings)
    problem = None if findings.failed else ground(lifted, findings)
    if problem is not None:
        report_endless(problem, findings)
    return None if findings.failed else problem, findings.all()
