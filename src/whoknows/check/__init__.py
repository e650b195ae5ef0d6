"""Floor 6: what is wrong with a story as a story. One public function, :func:`check`.

Each module is a family of findings; `registry` lists them. Checks are to be quiet and right: what
cannot be grounded in the file is not reported, and what somebody merely takes for granted is never
an error of belief.
"""

from whoknows.check.case import Explanation, Voice
from whoknows.check.registry import check

__all__ = ["Explanation", "Voice", "check"]
