import re

from hypothesis import given, strategies as st

from tests.base.strategies import offsets, texts
from whoknows.base.source import Source


@given(texts, offsets)
def test_line_and_column_lead_back_to_the_offset(text: str, offset: int) -> None:
    source = Source("a.story", text)
    line, column = source.line_col(offset)
    back = source.offset_of_line(line) + column - 1
    assert back == min(max(offset, 0), len(source.text))
    assert 1 <= line <= source.line_count
    assert 1 <= column <= len(source.line_text(line)) + 1


@given(texts)
def test_lines_are_those_of_the_file_whatever_ends_them(text: str) -> None:
    source = Source("a.story", text)
    lines = [source.line_text(number) for number in range(1, source.line_count + 1)]
    assert lines == re.split("\r\n|\r|\n", text)
    assert "\n".join(lines) == source.text


@given(texts, st.integers(0, 80))
def test_utf16_columns_count_units_and_lead_back(text: str, offset: int) -> None:
    source = Source("a.story", text)
    offset = min(offset, len(source.text))
    line, column = source.line_col(offset)
    before = source.line_text(line)[: column - 1]
    # Two halves side by side are two code points to us and two units to the editor.
    units = len(before.encode("utf-16-le", "surrogatepass")) // 2
    assert source.utf16_col(offset) == units
    assert source.offset_at_utf16(line - 1, units) == offset


@given(texts, st.integers(-3, 60), st.integers(-3, 90))
def test_every_editor_position_is_some_offset(text: str, line: int, column: int) -> None:
    source = Source("a.story", text)
    assert 0 <= source.offset_at_utf16(line, column) <= len(source.text)


def test_a_position_inside_a_character_is_its_start() -> None:
    source = Source("a.story", "x\n🗝🗝a\n🗝")
    assert [source.offset_at_utf16(1, column) for column in range(7)] == [2, 2, 3, 3, 4, 5, 5]
    assert source.offset_at_utf16(9, 0) == len(source.text)
    assert source.offset_at_utf16(-1, 7) == 0


def test_the_first_line_ending_is_remembered() -> None:
    assert Source("a", "a\r\nb\nc").newline == "\r\n"
    assert Source("a", "a\rb").newline == "\r"
    assert Source("a", "a").newline == "\n"


def test_lines_outside_are_the_nearest_ones() -> None:
    source = Source("a", "one\ntwo")
    assert source.line_text(0) == "one"
    assert source.line_text(99) == "two"
    assert source.offset_of_line(99) == 4
    assert Source("a", "").line_count == 1
    assert repr(source) == "Source('a', 7 characters)"
