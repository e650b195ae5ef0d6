"""A disguise: who acts under a name that is not theirs.

    Cesario (he) is Viola in disguise

It may stand in the cast or among the lines of a scene; its name is known in the whole file.
"""

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Span
from whoknows.text import errors
from whoknows.text.near import nearest
from whoknows.text.reading import Reader, Unreadable
from whoknows.text.syntax import PersonaEntry
from whoknows.text.tokens import SIGNS

EXAMPLE = "Cesario is Viola in disguise"
_IN_DISGUISE = ["in", "disguise"]


def speaks_of_disguise(words: list[str]) -> bool:
    """Whether a line is of a disguise, as far as its words go, well or badly typed."""
    if words[-4:-2] == _IN_DISGUISE:
        return True
    return (
        not {"is", "are"}.isdisjoint(words[:-4])
        and words[-4] == "in"
        and nearest(words[-3], ("disguise",)) is not None
    )


def disguise(reader: Reader, span: Span, about: str = "") -> PersonaEntry:
    """The whole line, which `speaks_of_disguise`; ``about`` is what stood behind a colon."""
    words = reader.words
    end = len(words) - 2
    if words[-4:-2] != _IN_DISGUISE:
        raise Unreadable(_wrong(reader))
    while words[reader.at] not in SIGNS and words[reader.at] != "is":
        reader.at += 1
    if reader.at == 0:
        raise Unreadable(_wrong(reader))
    persona = reader.made(0)
    pronoun = None
    if reader.take("("):
        begin = reader.at
        while words[reader.at] not in SIGNS:
            reader.at += 1
        if reader.at == begin or words[reader.at] != ")":
            raise Unreadable(_wrong(reader))
        pronoun = reader.made(begin)
        reader.at += 1
    begin = reader.at + 1
    reader.at = end - len(_IN_DISGUISE)
    if words[begin - 1] != "is" or reader.at <= begin - 1 or begin == reader.at:
        raise Unreadable(_wrong(reader))
    if SIGNS.intersection(words[begin : reader.at]):
        raise Unreadable(_wrong(reader))
    wearer = reader.made(begin)
    reader.at = end
    return PersonaEntry(persona, wearer, span, pronoun, about)


def _wrong(reader: Reader) -> Diagnostic:
    whole = reader.span(0, len(reader.words) - 2)
    return errors.deed_shape("this disguise", EXAMPLE, whole)
