"""Floor 6: plans, so far for problems in Sabre's language.

>>> from whoknows.base.source import Source
>>> problem, findings = read_problem(Source("open.txt", '''
...     entity Ada : character;
...     property open() : boolean;
...     action open_it() { precondition: !open(); effect: open(); consenting: Ada; };
...     utility(): open();
...     utility(Ada): open();
... '''))
>>> solve(problem).plan[0].action
'open_it()'
"""

from whoknows.plan.problem import Problem
from whoknows.plan.result import Explanation, Outcome, PlanStep, Result, outline, to_json
from whoknows.plan.sabre.reading import read_problem
from whoknows.plan.search.effort import Progress
from whoknows.plan.solving import solve
from whoknows.plan.verify import Verdict, verify

__all__ = [
    "Explanation",
    "Outcome",
    "PlanStep",
    "Problem",
    "Progress",
    "Result",
    "Verdict",
    "outline",
    "read_problem",
    "solve",
    "to_json",
    "verify",
]
