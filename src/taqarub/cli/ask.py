"""What a record is asked: `timeline`, `events`, `quotes`, `quantities`, `people`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer
from rich.console import Console

from taqarub.cli.parties import resolve_party, similar_names
from taqarub.cli.shared import DEFAULT_RECORD, Json, RecordFile, Since, Until, out
from taqarub.export.answers import print_found, print_plainly
from taqarub.export.plain import to_line
from taqarub.lexicon.ontology import load_ontology
from taqarub.store import Record


def _party(name: str | None) -> str | None:
    """Bring a state or organization to its code; what is unknown is a fault of usage."""
    if name is None or (code := resolve_party(name)):
        return name and code
    near = similar_names(name)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise typer.BadParameter(f"no state or organization is called {name!r}{hint}")


def _event_type(name: str | None) -> str | None:
    types = load_ontology().types
    if name is None or name.upper() in types:
        return name and name.upper()
    raise typer.BadParameter(f"{name!r} is none of {', '.join(types)}")


PARTY_HELP = "A state or organization by code or name, in English or Arabic."
PartyArgument = Annotated[str, typer.Argument(metavar="PARTY", help=PARTY_HELP, callback=_party, show_default=False)]
PartyOption = Annotated[str | None, typer.Option(metavar="PARTY", help=PARTY_HELP, callback=_party)]


def timeline(
    first: PartyArgument,
    second: PartyArgument,
    *,
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Tell what happened between two parties, in order of time.

    Mentions of one happening in several articles are joined.

    Examples:
      taqarub timeline RUS IRN --since 2022
      taqarub timeline روسيا إيران --json

    """
    with Record.open(record, create=False) as kept:
        _answer(kept.timeline(first, second, since=since, until=until), as_json, print_plainly)


def events(
    *,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="A PLOVER type: CONSULT, AGREE, …", callback=_event_type),
    ] = None,
    actor: PartyOption = None,
    party: PartyOption = None,
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """List event mentions, in order of time.

    Examples:
      taqarub events --type SANCTION --since 2022-02
      taqarub events --actor موسكو --party Iran --json

    """
    actors, parties = _some(actor), _some(party)
    with Record.open(record, create=False) as kept:
        found = kept.events(parties=parties, actors=actors, type=type_, since=since, until=until)
        _answer(found, as_json, print_found)


def quotes(
    *,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="A speaker's name, or a state or organization.")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="PARTY", help="A state or organization the words mention.", callback=_party),
    ] = None,
    verbatim: Annotated[bool, typer.Option("--verbatim", help="Only with words in quotation marks.")] = False,
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """List quotations with their speakers.

    Examples:
      taqarub quotes --by لافروف
      taqarub quotes --by Iran --since 2024-10 --json
      taqarub quotes --by بوتين --about Israel --verbatim

    """
    speaker = by and (resolve_party(by) or by)
    with Record.open(record, create=False) as kept:
        found = kept.quotes(by=speaker, about=about, verbatim=verbatim, since=since, until=until)
        _answer(found, as_json, print_found)


def _pair(names: tuple[str, str] | None) -> tuple[str, str] | None:
    """Bring both of two parties to their codes."""
    if names is None:
        return None
    first, second = (_party(name) for name in names)
    return (first, second) if first and second else None


def quantities(
    *,
    party: PartyOption = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="PARTY PARTY", help="The series between two parties, its sources compared.", callback=_pair
        ),
    ] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="USD, percent, people, …")] = None,
    measure: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of what is measured.")] = None,
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """List what was counted and measured.

    Examples:
      taqarub quantities --party RUS --unit USD
      taqarub quantities --measure trade --between RUS IRN
      taqarub quantities --measure trade --json

    """
    with Record.open(record, create=False) as kept:
        parties = (*(between or ()), *_some(party))
        if between:
            series = kept.series(parties, unit=unit, measure=measure, since=since, until=until)
            _answer(series, as_json, print_plainly)
        else:
            found = kept.quantities(parties=parties, unit=unit, measure=measure, since=since, until=until)
            _answer(found, as_json, print_found)


def people(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Part of a name, in either script.", show_default=False),
    ] = None,
    *,
    as_json: Json = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """List people with their roles and every form of their names.

    Examples:
      taqarub people
      taqarub people لافروف --json

    """
    with Record.open(record, create=False) as kept:
        _answer(kept.people(name), as_json, print_plainly)


def _some(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()


def _answer(answers: Iterable[Any], as_json: bool, show: Callable[[Console, Iterable[Any]], None]) -> None:
    if as_json:
        sys.stdout.writelines(to_line(answer) + "\n" for answer in answers)
    else:
        show(out(), answers)
