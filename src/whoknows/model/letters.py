"""Letters that are read before anything stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Span
from whoknows.model import errors
from whoknows.model.event import Read, Scene, Write
from whoknows.model.names import Names


def read_too_early(scenes: Sequence[Scene], names: Names) -> Iterator[Diagnostic]:
    """Yield a finding for every letter read while it is empty, each once.

    The order is that of the story: a scene may stand anywhere on the page. Of a scene that recurs
    its first time counts for what is written, and its last for what is read.
    """
    written: dict[int, tuple[int, int, int]] = {}
    first: dict[int, Span] = {}
    for number, scene in enumerate(scenes):
        for at, event in enumerate(scene.events):
            if isinstance(event.act, Write):
                place = (scene.times[0].start, number, at)
                if event.act.document not in written or place < written[event.act.document]:
                    written[event.act.document] = place
                    first[event.act.document] = event.span
    said: set[int] = set()
    for number, scene in enumerate(scenes):
        for at, event in enumerate(scene.events):
            if not isinstance(event.act, Read) or event.act.document in said:
                continue
            document = event.act.document
            if document not in written or (scene.times[-1].start, number, at) < written[document]:
                said.add(document)
                name = names.display(document)
                yield errors.read_too_early(name, event.span, first.get(document))
