"""Every ``.story`` file here is a test: what it expects must hold, what it answers must be so.

``expect F`` must hold where it stands, each time its scene happens. A comment ``#? F => yes`` says
the answer at that place (*yes*, *no* or *undetermined*); ``pytest tests/stories --bless`` writes
the answers anew, for you to read before you keep them.
"""

import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest

import whoknows
from whoknows.base.source import Source
from whoknows.ledger.ledger import Moment
from whoknows.ledger.moments import after_line

_QUESTION = re.compile(r"(\s*#\? )(.*?)(?: => \w+)?")
_WORDS = {True: "yes", False: "no", None: "undetermined"}


class Failed(Exception):  # noqa: N818 - it is what pytest calls it
    """A story does not say what it should; the text of this is the report."""


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix != ".story":
        return None
    return StoryFile.from_parent(parent, path=file_path)


class StoryFile(pytest.File):
    """One story: an item for its expectations, one for its answers."""

    def collect(self) -> Iterator[pytest.Item]:
        yield Expectations.from_parent(self, name="expect")
        if "#? " in self.path.read_text("utf-8"):
            yield Answers.from_parent(self, name="answers")


class StoryItem(pytest.Item):
    """What the items of one story share."""

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], *_: object, **__: object
    ) -> str:
        if isinstance(excinfo.value, Failed):
            return f"{self.path}\n{excinfo.value}"
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, f"{self.path.name}: {self.name}"

    def open_book(self, text: str) -> whoknows.Book:
        """The story, which must be free of findings."""
        book = whoknows.story(text)
        if book.findings:
            raise Failed("\n".join(f"{each.code} {each.message}" for each in book.findings))
        return book


class Expectations(StoryItem):
    """Every ``expect`` of the story holds, each time its scene happens."""

    def runtest(self) -> None:
        text = self.path.read_text("utf-8")
        book = self.open_book(text)
        ledger = book.ledger
        if not book.story.expectations:
            raise Failed("this story expects nothing")
        wrong = []
        for each in book.story.expectations:
            line = text.count("\n", 0, each.span.start) + 1
            for time in ledger.occurrences_of(each.scene):
                page = (time.scene, time.number, each.after)
                found = ledger.value(each.formula, Moment(time.opening + each.after, page))
                if found is not True:
                    said = text[each.span.start : each.span.end]
                    wrong.append(f"{line}: {said}: {_WORDS[found]}")
        if wrong:
            raise Failed("\n".join(wrong))


class Answers(StoryItem):
    """Every ``#? F => …`` says what is so."""

    def runtest(self) -> None:
        old = self.path.read_text("utf-8")
        new = self.answered(old)
        if new == old:
            return
        if self.config.getoption("--bless"):
            self.path.write_text(new, "utf-8", newline="\n")
            return
        difference = unified_diff(old.splitlines(), new.splitlines(), "said", "is so", lineterm="")
        raise Failed("\n".join(difference))

    def answered(self, text: str) -> str:
        """The text with every answer in it worked out."""
        book = self.open_book(text)
        source = Source(book.path, text)
        lines = text.split("\n")
        for number, line in enumerate(lines, 1):
            match = _QUESTION.fullmatch(line)
            if match is not None:
                found = book.value(match[2], after_line(number, book.ledger, source))
                lines[number - 1] = f"{match[1]}{match[2]} => {_WORDS[found]}"
        return "\n".join(lines)
