"""``whoknows ask``."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import EXAMPLES, run

STORY = EXAMPLES / "for_the_best.story"


def batch(*lines: object, raw: bytes = b"") -> list[dict[str, Any]]:
    given = b"".join(json.dumps(line).encode() + b"\n" for line in lines) + raw
    ran = run("ask", STORY, "--batch", "-", stdin=given)
    assert ran.code == 0, ran
    return [json.loads(line) for line in ran.out.splitlines()]


def test_an_answer_is_a_sentence_with_its_reasons() -> None:
    ran = run("ask", STORY, "Kotetsu knows the fling", "--at", "The question")
    assert ran.code == 0
    first, *reasons = ran.out.splitlines()
    assert first.startswith("Yes")
    assert reasons
    assert all(reason.startswith("  ") for reason in reasons)


def test_a_question_needs_no_quotes() -> None:
    one = run("ask", STORY, "Kotetsu knows the fling")
    other = run("ask", STORY, "Kotetsu", "knows", "the", "fling")
    assert one.out == other.out


def test_json() -> None:
    ran = run("ask", STORY, "Kotetsu knows the affair", "--json")
    answer = json.loads(ran.out)
    assert answer["answer"] == "no"
    assert set(answer) == {"answer", "sentence", "because"}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["Kotesu knows the fling"],
        ["Kotetsu knows the fling", "--at", "nowhere"],
        ["Kotetsu knows the fling", "--batch", "-"],
        ["--batch", "nowhere.jsonl"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    ran = run("ask", STORY, *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err


def test_a_wrong_question_as_json() -> None:
    ran = run("ask", STORY, "Kotesu knows the fling", "--json")
    assert ran.code == 2
    assert set(json.loads(ran.out)) == {"error"}


def test_no_story(tmp_path: Path) -> None:
    ran = run("ask", tmp_path / "nowhere.story", "who knows it")
    assert ran.code == 2
    assert ran.out == ""


def test_batch_keeps_the_order() -> None:
    answers = batch(
        {"at": "The question", "query": "Kotetsu knows the fling"},
        {"query": "Kotetsu knows the affair"},
        {"at": None, "query": "who knows over"},
        {"at": "The date comes round", "query": "Iruka believes why he lingers = ?"},
    )
    assert [answer["answer"] for answer in answers[:2]] == ["yes", "no"]
    assert answers[2]["answer"] == ["Iruka", "Kakashi", "the reader"]
    assert answers[3]["answer"] == ["celebration", "distraction", "chance"]
    assert all(isinstance(answer["because"], list) for answer in answers)


def test_batch_goes_on_after_a_bad_line() -> None:
    answers = batch(
        {"query": "Kotesu knows the fling"},
        {"query": 3},
        ["query"],
        {"at": "nowhere", "query": "Kotetsu knows the fling"},
        {"at": 3, "query": "Kotetsu knows the fling"},
        {"query": ""},
        {"query": "(" * 5000},
        raw=b'\n{"query": \n\xff\xfe\n[[[[[\n{"query": "Kotetsu knows the fling"}',
    )
    assert [set(answer) for answer in answers[:-1]] == [{"error"}] * 10
    assert answers[-1]["answer"] == "yes"


def test_batch_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text('{"query": "Kotetsu knows the fling"}\n', encoding="utf-8")
    ran = run("ask", STORY, "--batch", file)
    assert json.loads(ran.out)["answer"] == "yes"


def test_a_story_with_errors_is_answered_with_a_warning(tmp_path: Path) -> None:
    text = STORY.read_text(encoding="utf-8") + "  Irukka leaves\n"
    (tmp_path / "a.story").write_text(text, encoding="utf-8")
    ran = run("ask", "a.story", "Kotetsu knows the fling", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.startswith("Yes")
    assert "WK" in ran.err
