"""The renderings of findings, for people and for machines. Nobody else formats one.

All take the findings and the sources they point into, by path. A finding whose source is not
among them is shown without its line. What is passed in any order comes out in the one order of
`diagnostic.in_order`.
"""

from whoknows.base.interchange import to_github, to_json, to_lsp, to_sarif
from whoknows.base.terminal import to_text

__all__ = ["to_github", "to_json", "to_lsp", "to_sarif", "to_text"]
