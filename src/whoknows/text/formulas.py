"""Formulas: what can be believed, told, expected, needed (docs/reference/grammar.md).

    Sally believes Anne believes in (marble) = basket
    everyone in friends but Kotetsu knows (the fling and not the affair)

One function for each rule of the grammar. Every rule starts at ``reader.at`` and leaves it behind
what it read. The choice made: a mind verb takes one fact or one bracket, so *Ada knows the affair
and the fling* is not guessed at; `Reader.loose` remembers that a mind has just ended without a
bracket.
"""

from whoknows.base.diagnostic import Diagnostic
from whoknows.text import errors
from whoknows.text.audience import starts_audience
from whoknows.text.lexicon import ANYTHING, CHARACTER, FACT, GROUP, PARAMETER, PEOPLE
from whoknows.text.near import nearest
from whoknows.text.reading import NOTHING, Reader, Unreadable
from whoknows.text.syntax import (
    Atom,
    CommonKnowledge,
    Crowd,
    FactRef,
    Formula,
    Hole,
    Junction,
    Mind,
    Name,
    Negation,
    Number,
    Said,
    Told,
    Value,
)
from whoknows.text.tokens import SIGNS
from whoknows.text.verbs import MIND_STARTS, SAID, SPOKEN_MINDS, TOLD, MindVerb, is_word, mind_verb

_CONNECTIVES = frozenset({"and", "or", "implies"})
_FORMULA_ENDS = MIND_STARTS | _CONNECTIVES
_COMPARISONS = {
    "=": "=", "is": "is", "isn't": "is not", "!=": "is not",
    "<": "<", "<=": "<=", ">": ">", ">=": ">=",
}  # fmt: skip
_AFTER_NAME = _FORMULA_ENDS | _COMPARISONS.keys()
_CROWDS = {
    "everyone": "everyone", "everybody": "everyone", "somebody": "somebody", "nobody": "nobody",
}  # fmt: skip
_LANGUAGE = _CROWDS.keys() | {"not", "it", "someone", "no"}
_STARTS = PEOPLE | FACT
_APART = frozenset({",", "and"})
_NAME_ENDS = MIND_STARTS | {"and"}
_LONGEST_NUMBER = 15
_TO = frozenset({"to"})
_BUT = MIND_STARTS | {"but"}
_THAT = frozenset({"that"})


def formula(reader: Reader) -> Formula:
    """Facts and minds, joined by one of *and*, *or*, *implies*, or just one of them."""
    begin = reader.at
    first = operand(reader)
    word = reader.words[reader.at]
    if word not in _CONNECTIVES:
        return first
    parts = [first]
    last = begin
    while (following := reader.words[reader.at]) in _CONNECTIVES:
        if reader.loose == reader.at:
            raise Unreadable(_after_mind(reader, begin, last))
        if following != word or (word == "implies" and len(parts) == 2):
            raise Unreadable(_mixed(reader, begin, last))
        reader.at += 1
        last = reader.at
        parts.append(operand(reader))
    return Junction(word, tuple(parts), reader.span(begin))


def formulas(reader: Reader, *, question: bool = False) -> tuple[Formula, ...]:
    """Several formulas apart by commas; of a question, each may end with a question mark."""
    found = []
    while True:
        found.append(formula(reader))
        if question:
            reader.take("?")
        if reader.words[reader.at] != ",":
            return tuple(found)
        reader.at += 1


def operand(reader: Reader) -> Formula:
    """One fact, bracket, mind, or *not* with one of them."""
    at = reader.at
    found = reader.match(at, _STARTS)
    end = found.end
    if not found.roles:
        return _undeclared(reader)
    if reader.words[at] in _LANGUAGE:
        reader.word_or_name(at, end)
    if found.roles & PEOPLE:
        about_somebody = _somebody(reader, at, end, found.roles)
        if about_somebody is not None:
            return about_somebody
    reader.at = end
    if found.roles & FACT:
        following = reader.words[end]
        if is_word(following) and not _may_follow(reader, following):
            name = reader.undeclared(at, _AFTER_NAME | reader.stops)
            return _fact(reader, at, name, takes=True)
        return _fact(reader, at, reader.made(at), takes=found.arity > 0)
    if reader.words[end] in _COMPARISONS:
        return _fact(reader, at, reader.made(at), takes=False)
    raise Unreadable(_no_verb(reader, at, end))


def fact_reference(reader: Reader) -> FactRef:
    """A fact with its arguments and nothing more."""
    at = reader.at
    found = reader.match(at, FACT)
    following = reader.words[found.end]
    if not found.roles or (is_word(following) and not _may_follow(reader, following)):
        name = reader.undeclared(at, _AFTER_NAME | reader.stops)
        return _reference(reader, at, name, takes=True)
    reader.at = found.end
    return _reference(reader, at, reader.made(at), takes=found.arity > 0)


# --- where a formula starts with no declared name ---------------------------------------------


def _undeclared(reader: Reader) -> Formula:
    word = reader.words[reader.at]
    following = reader.words[reader.at + 1]
    if word == "(":
        return _group(reader)
    if word == "not":
        return _negation(reader)
    if word == "it" and following in {"is", "isn't"} and "common" in reader.words:
        return _common(reader)
    if word in _CROWDS or (word == "no" and following == "one"):
        return _crowd_mind(reader)
    if word == "someone" and following == "in":
        return _crowd_mind(reader)
    if word == '"' or (word not in SIGNS and word not in _FORMULA_ENDS):
        return _unknown(reader)
    raise Unreadable(errors.fact_missing(reader.here()))


def _unknown(reader: Reader) -> Formula:
    """A name nobody declared: somebody if a mind verb follows, else a fact."""
    begin = reader.at
    unknown = reader.unknown
    name = reader.undeclared(begin, _AFTER_NAME | reader.stops)
    end = reader.at
    about_somebody = _somebody(reader, begin, end, 0)
    if about_somebody is not None:
        return about_somebody
    reader.at = end
    reader.unknown = unknown + 1
    return _fact(reader, begin, name, takes=True)


def _group(reader: Reader) -> Formula:
    begin = reader.at
    reader.deeper(begin)
    reader.at += 1
    stops, reader.stops = reader.stops, NOTHING
    inner = formula(reader)
    reader.stops = stops
    if not reader.take(")"):
        raise Unreadable(
            errors.unclosed_bracket(reader.span(begin, begin + 1))
            if reader.finished
            else errors.left_over(reader.slice(reader.at, reader.at + 1), reader.here())
        )
    reader.depth -= 1
    return inner


def _negation(reader: Reader) -> Formula:
    begin = reader.at
    reader.deeper(begin)
    reader.at += 1
    part = operand(reader)
    reader.depth -= 1
    return Negation(part, reader.span(begin))


def _common(reader: Reader) -> Formula:
    """``it is [not] common knowledge among A, B that F``."""
    begin = reader.at
    reader.at += 1
    negated = reader.words[reader.at] == "isn't"
    reader.at += 1
    negated = reader.take("not") or negated
    if not reader.take_all(("common", "knowledge", "among")):
        raise Unreadable(errors.common_shape(reader.rest()))
    among = reader.names(CHARACTER | GROUP | PARAMETER, _THAT)
    if not reader.take("that"):
        raise Unreadable(errors.common_shape(reader.here()))
    content = _content(reader, begin)
    common = CommonKnowledge(among, content, reader.span(begin))
    return Negation(common, common.span) if negated else common


# --- minds -------------------------------------------------------------------------------------


def _somebody(reader: Reader, begin: int, end: int, roles: int) -> Formula | None:
    """A formula that starts with somebody's name, or None if it is a fact that stands there."""
    form = mind_verb(reader.words, end)
    if form is not None:
        reader.at = end
        return _mind(reader, begin, (reader.made(begin),), form)
    if reader.words[end] not in _APART or roles & FACT:
        return None
    if not _list_before_verb(reader, begin, end):
        return None
    reader.at = begin
    who = reader.names(PEOPLE, MIND_STARTS)
    form = mind_verb(reader.words, reader.at)
    return _mind(reader, begin, who, form) if form is not None else None


def _list_before_verb(reader: Reader, begin: int, end: int) -> bool:
    """Whether a list of people starts here: *Ada and Bruno know*, not *the fling and Ada knows*.

    With a name in it that nobody declared, it is one only before a verb in the plural. Where there
    is none up to a word, `Reader.no_list` keeps that, or a long list would be searched again from
    each of its names.
    """
    if begin < reader.no_list:
        return False
    words = reader.words
    doubtful = -1 if reader.lexicon.match(words, begin, PEOPLE).end == end else begin
    while words[end] in _APART:
        at = end + (2 if words[end] == "," and words[end + 1] == "and" else 1)
        person = reader.lexicon.match(words, at, PEOPLE)
        end = person.end
        if person.roles and (words[end] in _NAME_ENDS or words[end] in SIGNS):
            continue
        if not person.roles and reader.lexicon.match(words, at, FACT).roles:
            reader.no_list = at
            return False
        doubtful = at
        while words[end] not in SIGNS and words[end] not in _NAME_ENDS:
            end += 1
        if end == at:
            break
    form = mind_verb(words, end)
    if form is None:
        reader.no_list = end
        return False
    if doubtful >= 0 and not form.plural:
        reader.no_list = doubtful + 1
        return False
    return True


def _mind(reader: Reader, begin: int, who: tuple[Name, ...], form: MindVerb) -> Formula:
    """What stands after somebody and a verb; ``reader.at`` is at the verb."""
    reader.at += len(form.words)
    if form.verb == TOLD:
        content = _content(reader, begin)
        span = reader.span(begin)
        return _each(tuple(Told(each, form.negated, content, span) for each in who))
    if form.verb == SAID:
        return _said(reader, begin, who, form)
    content = _content(reader, begin)
    return Mind(who, form.verb, form.negated, content, reader.span(begin))


def _said(reader: Reader, begin: int, who: tuple[Name, ...], form: MindVerb) -> Formula:
    stops, reader.stops = reader.stops, reader.stops | _TO
    content = _content(reader, begin)
    reader.stops = stops
    to = None
    if reader.take("to"):
        to = reader.name(PEOPLE, _FORMULA_ENDS | reader.stops)
        reader.loose = -1
    span = reader.span(begin)
    return _each(tuple(Said(each, form.negated, content, to, span) for each in who))


def _each(parts: tuple[Told, ...] | tuple[Said, ...]) -> Formula:
    """The same of each of several people."""
    return parts[0] if len(parts) == 1 else Junction("and", parts, parts[0].span)


def _content(reader: Reader, begin: int) -> Formula:
    """The one fact or bracket a mind is about; *that* before it may be said."""
    reader.deeper(begin)
    if (
        reader.words[reader.at] == "that"
        and not reader.lexicon.match(reader.words, reader.at, _STARTS).roles
    ):
        reader.at += 1
    start = reader.at
    content = operand(reader)
    reader.depth -= 1
    if reader.words[start] != "(" and reader.loose != reader.at:
        reader.loose = reader.at
        reader.loose_content = start
    return content


def _crowd_mind(reader: Reader) -> Formula:
    """``everyone in friends, students but Thorn believes F``."""
    begin = reader.at
    word = reader.words[begin]
    quantity = {"no": "nobody", "someone": "somebody"}.get(word) or _CROWDS[word]
    reader.at += 2 if word == "no" else 1
    groups: tuple[Name, ...] = ()
    but: tuple[Name, ...] = ()
    if reader.take("in"):
        groups = reader.names(GROUP | CHARACTER, _BUT)
    if reader.take("but"):
        but = reader.names(PEOPLE, MIND_STARTS)
    crowd = Crowd(quantity, groups, but, reader.span(begin))
    form = mind_verb(reader.words, reader.at)
    if form is None or form.verb in {TOLD, SAID}:
        raise Unreadable(errors.crowd_without_mind(reader.slice(begin), reader.here()))
    reader.at += len(form.words)
    content = _content(reader, begin)
    return Mind(crowd, form.verb, form.negated, content, reader.span(begin))


# --- facts and values --------------------------------------------------------------------------


def _may_follow(reader: Reader, word: str) -> bool:
    return word in _AFTER_NAME or word in reader.stops


def _reference(reader: Reader, begin: int, name: Name, *, takes: bool) -> FactRef:
    if reader.words[reader.at] != "(" or not (takes or _names_something(reader)):
        return FactRef(name, (), name.span)
    if starts_audience(reader.words, reader.at, reader.lexicon):
        return FactRef(name, (), name.span)
    arguments = _arguments(reader)
    return FactRef(name, arguments, reader.span(begin))


def _names_something(reader: Reader) -> bool:
    """Whether a bracket behind a fact that takes none starts with a name of the story.

    Then it was meant to be its argument, and that it takes none is said by whoever knows the facts.
    """
    begin = reader.at + 1
    found = reader.lexicon.match(reader.words, begin, ANYTHING)
    return found.roles != 0 and reader.words[found.end] in {")", ",", "and"}


def _arguments(reader: Reader) -> tuple[Name, ...]:
    opened = reader.at
    reader.at += 1
    arguments = reader.names(ANYTHING)
    if not reader.take(")"):
        raise Unreadable(
            errors.unclosed_bracket(reader.span(opened, opened + 1))
            if reader.finished
            else errors.left_over(reader.slice(reader.at, reader.at + 1), reader.here())
        )
    return arguments


def _fact(reader: Reader, begin: int, name: Name, *, takes: bool) -> Formula:
    """A fact, alone or compared with a value."""
    reference = _reference(reader, begin, name, takes=takes)
    how = _COMPARISONS.get(reader.words[reader.at])
    if how is None:
        return Atom(reference, None, None, reference.span)
    reader.at += 1
    if how == "is" and reader.take("not"):
        how = "is not"
    value = _value(reader)
    return Atom(reference, how, value, reader.span(begin))


def _value(reader: Reader) -> Value:
    """A name, a number, a fact with arguments, or ``?``."""
    begin = reader.at
    word = reader.words[begin]
    if word == "?":
        reader.at += 1
        return Hole(reader.span(begin))
    if word in SIGNS or word in _CONNECTIVES:
        raise Unreadable(errors.value_missing(reader.here()))
    found = reader.match(begin, ANYTHING)
    if is_number(word) and found.end <= begin + 1:
        return number(reader)
    name = reader.name(ANYTHING, _FORMULA_ENDS | reader.stops)
    declared = found.end == reader.at
    if reader.words[reader.at] == "(" and (not declared or (found.roles & FACT and found.arity)):
        reference = _reference(reader, begin, name, takes=True)
        return reference if reference.arguments else name
    return name


def is_number(word: str) -> bool:
    """Whether a word is a whole number, with or without a sign."""
    return word.isdecimal() or (word[:1] in {"+", "-"} and word[1:].isdecimal())


def number(reader: Reader) -> Number:
    """A whole number."""
    begin = reader.at
    reader.at += 1
    if len(reader.words[begin]) > _LONGEST_NUMBER:
        raise Unreadable(errors.number_too_long(reader.span(begin)))
    return Number(int(reader.words[begin]), reader.span(begin))


# --- findings ----------------------------------------------------------------------------------


def _no_verb(reader: Reader, begin: int, end: int) -> Diagnostic:
    """Somebody is named, and nothing follows that could be said of them in a formula."""
    name = reader.slice(begin, end)
    word = reader.words[end]
    if not is_word(word):
        reader.at = end
        return errors.verb_missing(name, reader.here())
    phrase = next(
        (
            near
            for length in (5, 4, 3, 2, 1)
            if (near := nearest(" ".join(reader.words[end : end + length]).strip(), SPOKEN_MINDS))
        ),
        None,
    )
    span = reader.span(end, end + 1)
    return errors.unknown_mind_verb(name, reader.slice(end, end + 1), phrase, span)


def _after_mind(reader: Reader, begin: int, last: int) -> Diagnostic:
    """Both readings of *Ada knows F and G*."""
    at, content = reader.at, reader.loose_content
    before, head = reader.slice(begin, last), reader.slice(last, content)
    inner, rest = reader.slice(content, at), _rest(reader)
    first = f"{before} ({head} {inner}) {rest}".strip()
    second = f"{before} {head} ({inner} {rest})".strip()
    return errors.after_mind(reader.slice(at, at + 1), first, second, reader.span(at, at + 1))


def _mixed(reader: Reader, begin: int, last: int) -> Diagnostic:
    """Both readings of *F and G or H*."""
    at = reader.at
    before, middle = reader.slice(begin, last), reader.slice(last, at)
    rest = _rest(reader)
    first = f"({before} {middle}) {rest}"
    second = f"{before} ({middle} {rest})"
    return errors.mixed(first, second, reader.span(at, at + 1))


def _rest(reader: Reader) -> str:
    """The rest of the formula, from the connecting word on, as far as it can be read."""
    begin = reader.at
    try:
        while reader.words[reader.at] in _CONNECTIVES:
            reader.at += 1
            operand(reader)
    except Unreadable:
        reader.at = len(reader.words) - 2
    return reader.slice(begin)
