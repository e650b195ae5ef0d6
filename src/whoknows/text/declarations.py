"""What a story declares: cast, places, things, facts; secrets, rules and how it is at first.

    facts
      hiding place (what: thing) = the panel, the trunk: {what} is in {value}
        starts the panel

The first four give the story its names and are read before everything else (`cast`, `places`,
`things`, `fact_head`); what is made of formulas is read when all names are known.
"""

from collections.abc import Callable
from dataclasses import replace

from whoknows.base.diagnostic import Diagnostic
from whoknows.base.source import Span
from whoknows.text import errors
from whoknows.text.disguises import disguise, speaks_of_disguise
from whoknows.text.formulas import fact_reference, formula, formulas, is_number, number, operand
from whoknows.text.lexicon import ANYTHING, CHARACTER, PEOPLE
from whoknows.text.lines import Entry, RawLine
from whoknows.text.near import nearest
from whoknows.text.reading import Reader, Unreadable
from whoknows.text.statements import Context, after_word, at_the_end
from whoknows.text.syntax import (
    AtFirstEntry,
    CharacterEntry,
    FactEntry,
    FactParameter,
    FactRef,
    GroupEntry,
    Junction,
    Mind,
    Name,
    Number,
    PersonaEntry,
    PlaceEntry,
    RuleEntry,
    SecretEntry,
    SeenBy,
    Start,
    ThingEntry,
)
from whoknows.text.tokens import SIGNS
from whoknows.text.verbs import MIND_STARTS

_OPTIONS = ("or else", "starts", "lasting", "changing", "seen by")
_FROM = frozenset({"from"})
_WHO = frozenset({"who"})
_IF = frozenset({"if"})
_INFERS = frozenset({"infers", "infer"})


def split_head(path: str, raw: RawLine) -> tuple[str, str, int]:
    """The text before the first colon outside brackets and quotes, behind it, and where that is.

    Without a colon, all of it is the head.
    """
    depth = 0
    quoted = False
    for at, letter in enumerate(raw.text):
        if letter in '"“”':
            quoted = not quoted
        elif quoted:
            continue
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
        elif letter == ":" and depth <= 0:
            behind = raw.text[at + 1 :]
            sentence = behind.strip()
            start = raw.start + at + 1 + len(behind) - len(behind.lstrip())
            return raw.text[:at].rstrip(), sentence, start
    if depth > 0:
        at = raw.start + raw.text.index("(")
        raise Unreadable(errors.unclosed_bracket(Span(path, at, at + 1)))
    return raw.text, "", raw.start + len(raw.text)


# --- the first four: names ---------------------------------------------------------------------


def cast(context: Context, entry: Entry) -> CharacterEntry | GroupEntry | PersonaEntry:
    """``Iruka (he): a teacher``, ``friends = Kotetsu, Izumo``, ``Cesario is Viola in disguise``."""
    raw = entry.line
    head, sentence, _ = split_head(context.path, raw)
    span = raw.span(context.path)

    def rule(reader: Reader) -> CharacterEntry | GroupEntry | PersonaEntry:
        if speaks_of_disguise(reader.words):
            return disguise(reader, span, sentence)
        name = _declared(reader)
        if reader.take("="):
            members = _declared_list(reader)
            return GroupEntry(name, members, span)
        pronoun = None
        if reader.take("("):
            pronoun = _declared(reader)
            if not reader.take(")"):
                raise Unreadable(errors.entry_shape("Ada (she): a painter", span))
        if not reader.finished:
            raise Unreadable(errors.entry_shape("Ada (she): a painter", reader.rest()))
        return CharacterEntry(name, pronoun, sentence, span)

    return context.read(head, raw.start, rule)


def places(context: Context, entry: Entry) -> PlaceEntry:
    """``the bar: where it began``."""
    raw = entry.line
    head, sentence, _ = split_head(context.path, raw)
    span = raw.span(context.path)

    def rule(reader: Reader) -> PlaceEntry:
        name = _declared(reader)
        if not reader.finished:
            raise Unreadable(errors.entry_shape("the bar: where it began", reader.rest()))
        return PlaceEntry(name, sentence, span)

    return context.read(head, raw.start, rule)


def things(context: Context, entry: Entry) -> ThingEntry:
    """``container: the basket, the box``."""
    raw = entry.line
    head, names, start = split_head(context.path, raw)
    span = raw.span(context.path)
    shape = "container: the basket, the box"

    def kind_rule(reader: Reader) -> Name:
        kind = _declared(reader)
        if not reader.finished:
            raise Unreadable(errors.entry_shape(shape, reader.rest()))
        return kind

    kind = context.read(head, raw.start, kind_rule)
    if not names:
        raise Unreadable(errors.entry_shape(shape, span))
    return ThingEntry(kind, context.read(names, start, _declared_list), span)


def fact_head(context: Context, entry: Entry) -> FactEntry:
    """``name (who: character) = value, value: sentence``, without what is indented under it."""
    raw = entry.line
    head, sentence, _ = split_head(context.path, raw)
    span = raw.span(context.path)

    def rule(reader: Reader) -> FactEntry:
        name = _declared(reader)
        parameters: tuple[FactParameter, ...] = ()
        if reader.words[reader.at] == "(":
            parameters = _parameters(reader)
        values = None
        if reader.take("="):
            values = _declared_list(reader)
        if not reader.finished:
            raise Unreadable(
                errors.entry_shape("killer = Ada, Bruno: {value} did it", reader.rest())
            )
        return FactEntry(name, parameters, values, sentence, None, None, (), (), span)

    return context.read(head, raw.start, rule)


def _declared(reader: Reader) -> Name:
    """A new name: all words up to a sign."""
    begin = reader.at
    while reader.words[reader.at] not in SIGNS:
        reader.at += 1
    if reader.at == begin:
        raise Unreadable(errors.name_missing(reader.here()))
    return reader.made(begin)


def _declared_list(reader: Reader) -> tuple[Name, ...]:
    found = [_declared(reader)]
    while reader.take(","):
        found.append(_declared(reader))
    if not reader.finished and reader.words[reader.at] not in SIGNS:
        raise Unreadable(errors.name_missing(reader.here()))
    return tuple(found)


def _parameters(reader: Reader) -> tuple[FactParameter, ...]:
    """``(who: character, thing)``."""
    opened = reader.at
    found: list[FactParameter] = []
    while True:
        reader.at += 1
        begin = reader.at
        name = _declared(reader)
        kind = _declared(reader) if reader.take(":") else name
        found.append(FactParameter(name, kind, reader.span(begin)))
        if reader.take(")"):
            return tuple(found)
        if reader.words[reader.at] != ",":
            raise Unreadable(errors.unclosed_bracket(reader.span(opened, opened + 1)))


# --- what stands under a fact ------------------------------------------------------------------


def fact_body(
    context: Context, head: FactEntry, entry: Entry, findings: list[Diagnostic]
) -> FactEntry:
    """The whole entry: ``head`` and what is indented under it."""
    options = _Options()
    for raw in entry.under:
        try:
            options.take(context, raw)
        except Unreadable as unreadable:
            if not raw.faulty:
                findings.append(unreadable.finding)
    return replace(
        head,
        otherwise=options.otherwise,
        changing=options.changing,
        starts=tuple(options.starts),
        seen_by=tuple(options.seen_by),
    )


class _Options:
    """What has been said so far under a fact."""

    def __init__(self) -> None:
        self.otherwise: str | None = None
        self.changing: bool | None = None
        self.starts: list[Start] = []
        self.seen_by: list[SeenBy] = []

    def take(self, context: Context, raw: RawLine) -> None:
        """Take in one line."""
        span = raw.span(context.path)
        word, rest, start = after_word(raw)
        folded = " ".join(raw.text.casefold().split())
        if folded in {"lasting", "changing"}:
            if self.changing is not None:
                raise Unreadable(errors.option_twice("lasting or changing", span))
            self.changing = folded == "changing"
        elif word == "starts":
            if not rest:
                raise Unreadable(errors.nothing_after("starts", span))
            self.starts.append(context.read(rest, start, _start))
        elif folded.partition(":")[0].rstrip() == "or else":
            sentence = raw.text.partition(":")[2].strip()
            if not sentence:
                raise Unreadable(errors.entry_shape("or else: it was one night and no more", span))
            if self.otherwise is not None:
                raise Unreadable(errors.option_twice("or else", span))
            self.otherwise = sentence
        elif folded.startswith("seen by "):
            self.seen_by.append(context.read(raw.text, raw.start, _seen_by))
        else:
            near = nearest(folded.partition(":")[0], _OPTIONS) or nearest(word, _OPTIONS)
            raise Unreadable(errors.unknown_option(near, _OPTIONS, span))


def _start(reader: Reader) -> Start:
    """``starts yes``, ``starts 3`` or, for one instance, ``starts in (marble) = basket``."""
    if is_number(reader.words[0]) and len(reader.words) == 3:
        value = number(reader)
        return Start(value, None, value.span)
    end = reader.match(0, ANYTHING).end
    last = len(reader.words) - 2
    plain = not SIGNS.intersection(reader.words[:last])
    if end == last or (plain and not {"is", "isn't", "not"}.intersection(reader.words)):
        reader.at = last
        name = reader.made(0)
        return Start(name, None, name.span)
    fact = formula(reader)
    at_the_end(reader)
    return Start(None, fact, reader.span(0))


def _seen_by(reader: Reader) -> SeenBy:
    """``seen by c if at (c) = room of (container)``."""
    reader.at = 2
    looker = reader.name(PEOPLE, _IF)
    if not reader.take("if"):
        raise Unreadable(errors.entry_shape("seen by c if at (c) = the garden", reader.here()))
    condition = formula(reader)
    at_the_end(reader)
    return SeenBy(looker, condition, reader.span(0))


# --- secrets, rules, at first ------------------------------------------------------------------


def secret(context: Context, entry: Entry) -> SecretEntry:
    """``the affair: kept by A, B from friends, who assume not``."""
    raw = entry.line
    span = raw.span(context.path)
    head, kept, start = split_head(context.path, raw)
    if not kept:
        raise Unreadable(errors.secret_shape(span))

    def fact_rule(reader: Reader) -> FactRef:
        fact = fact_reference(reader)
        at_the_end(reader)
        return fact

    fact = context.read(head, raw.start, fact_rule)
    return context.read(kept, start, _kept(fact, span))


def _kept(fact: FactRef, span: Span) -> Callable[[Reader], SecretEntry]:
    def rule(reader: Reader) -> SecretEntry:
        if not reader.take("kept"):
            raise Unreadable(errors.secret_shape(reader.rest()))
        unsuspected = reader.take("unsuspected")
        if not reader.take("by"):
            raise Unreadable(errors.secret_shape(reader.rest()))
        keepers = reader.names(PEOPLE, _FROM)
        if not reader.take("from"):
            raise Unreadable(errors.secret_shape(reader.here()))
        kept_from = None
        if not reader.take("everyone") and not reader.take("everybody"):
            kept_from = reader.names(PEOPLE, _WHO)
        stance, assumed = _stance(reader)
        if not reader.finished:
            raise Unreadable(errors.secret_shape(reader.rest()))
        return SecretEntry(fact, unsuspected, keepers, kept_from, stance, assumed, span)

    return rule


def _stance(reader: Reader) -> tuple[str | None, Name | Number | None]:
    """``, who wonder`` or ``, who assume not``."""
    reader.take(",")
    if not reader.take("who"):
        return None, None
    if reader.take("wonder") or reader.take("wonders"):
        return "wonder", None
    if not reader.take("assume") and not reader.take("assumes"):
        raise Unreadable(errors.secret_shape(reader.rest()))
    if is_number(reader.words[reader.at]):
        return "assume", number(reader)
    return "assume", reader.name(ANYTHING)


def rule(context: Context, entry: Entry) -> RuleEntry:
    """``alibis: whoever believes F infers G``."""
    raw = entry.line
    span = raw.span(context.path)
    head, sentence, start = split_head(context.path, raw)
    if not sentence:
        raise Unreadable(errors.rule_shape(span))
    name = context.read(head, raw.start, _declared)

    def body(reader: Reader) -> RuleEntry:
        if not reader.take_all(("whoever", "believes")) or reader.finished:
            raise Unreadable(errors.rule_shape(reader.rest()))
        stops, reader.stops = reader.stops, _INFERS
        bracketed = reader.words[reader.at] == "("
        begin = reader.at
        premise = operand(reader)
        reader.stops = stops
        if reader.words[reader.at] in {"and", "or"} and not bracketed:
            raise Unreadable(errors.rule_brackets(reader.span(begin)))
        if not (reader.take("infers") or reader.take("infer")) or reader.finished:
            raise Unreadable(errors.rule_shape(span))
        conclusions = formulas(reader)
        at_the_end(reader)
        return RuleEntry(name, premise, conclusions, span)

    return context.read(sentence, start, body)


def at_first(context: Context, entry: Entry) -> AtFirstEntry:
    """``Malvolio believes F``, ``Ada and Bruno know F``, ``Ada knows only F, G``."""
    raw = entry.line
    span = raw.span(context.path)

    def body(reader: Reader) -> AtFirstEntry:
        only = _only(reader)
        if only is not None:
            who, begin = only
            contents = formulas(reader)
            at_the_end(reader)
            whole = (
                contents[0] if len(contents) == 1 else Junction("and", contents, reader.span(begin))
            )
            mind = Mind(who, "knows", False, whole, span)
            return AtFirstEntry(mind, only=True, contents=contents, who=who, span=span)
        found = formula(reader)
        at_the_end(reader)
        if not isinstance(found, Mind):
            raise Unreadable(errors.at_first_shape(span))
        who = found.who if isinstance(found.who, tuple) else ()
        return AtFirstEntry(found, only=False, contents=(found.content,), who=who, span=span)

    return context.read(raw.text, raw.start, body)


def _only(reader: Reader) -> tuple[tuple[Name, ...], int] | None:
    """Who ``knows only`` something, if that is what the line says; and where the facts start."""
    for at in range(1, len(reader.words) - 2):
        if reader.words[at] in {"knows", "know"} and reader.words[at + 1] == "only":
            who = reader.names(CHARACTER, MIND_STARTS)
            if reader.at == at:
                reader.at += 2
                return who, reader.at
            break
    reader.at = 0
    return None
