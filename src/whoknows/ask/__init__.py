"""Floor 6: questions about a story, answered in sentences with their reasons: `answer`."""

from whoknows.ask.answers import Answer, Because
from whoknows.ask.questions import answer
from whoknows.ask.reading import lexicon_of

__all__ = ["Answer", "Because", "answer", "lexicon_of"]
