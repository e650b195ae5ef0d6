"""Several files as one story: ``include other.story``.

    document = join((earlier, later))

Each file is parsed by itself, an including one after those it includes (`parser.includes` finds
them, and `parser.parse` is given their trees, so that it knows their names). What is declared in
two files is declared twice; whoever resolves the whole says so. Every span keeps the path of its
own file.
"""

from collections.abc import Sequence
from itertools import chain

from whoknows.text.syntax import Document


def join(documents: Sequence[Document]) -> Document:
    """One tree of several, in their order; its title is the last one's that has a title.

    >>> join(()).scenes
    ()
    """
    titles = [each.title for each in documents if each.title is not None]
    return Document(
        version=max((each.version for each in documents), default=1),
        title=titles[-1] if titles else None,
        characters=tuple(chain.from_iterable(each.characters for each in documents)),
        groups=tuple(chain.from_iterable(each.groups for each in documents)),
        places=tuple(chain.from_iterable(each.places for each in documents)),
        things=tuple(chain.from_iterable(each.things for each in documents)),
        facts=tuple(chain.from_iterable(each.facts for each in documents)),
        secrets=tuple(chain.from_iterable(each.secrets for each in documents)),
        rules=tuple(chain.from_iterable(each.rules for each in documents)),
        at_first=tuple(chain.from_iterable(each.at_first for each in documents)),
        scenes=tuple(chain.from_iterable(each.scenes for each in documents)),
        loose=tuple(chain.from_iterable(each.loose for each in documents)),
        personas=tuple(chain.from_iterable(each.personas for each in documents)),
        includes=tuple(chain.from_iterable(each.includes for each in documents)),
    )
