"""Texts, spans and findings of every kind, sensible or not."""

from hypothesis import strategies as st

from whoknows.base.diagnostic import Diagnostic, Note, Severity
from whoknows.base.source import Source, Span

# Characters that have caused trouble somewhere: line ends, tabs, wide and combining ones, emoji,
# controls, direction marks, halves of characters.
AWKWARD = "ab \t\n\r\v\f\x00\x1b\x85\u2028é\u0301\u200d\u202eß字ｱ🗝👩\ufeff\ud800\udfff%:,"
texts = st.text(st.sampled_from(AWKWARD) | st.characters(), max_size=60)
long_texts = st.builds(lambda text, times: text * times, texts, st.integers(1, 20))
offsets = st.integers(-5, 80)
paths = st.sampled_from(["a.story", "b.story", "", "folder/c d.story", "C:\\x.story", "\ud800\x00"])
spans = st.builds(Span, paths, offsets, offsets)
notes = st.builds(Note, texts, st.none() | spans)
diagnostics = st.builds(
    Diagnostic,
    st.sampled_from(["WK001", "WK302", "odd,:%\n"]),
    st.sampled_from(Severity),
    texts,
    st.none() | spans,
    st.none() | texts,
    st.lists(notes, max_size=3).map(tuple),
)
found = st.lists(diagnostics, max_size=5)
sources = st.dictionaries(paths, long_texts, max_size=4).map(
    lambda files: {path: Source(path, text) for path, text in files.items()}
)
