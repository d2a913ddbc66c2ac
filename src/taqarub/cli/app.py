"""The command line: each command lives in a module of its own; here they are put together."""

from __future__ import annotations

import io
import logging
import sys
from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from taqarub.cli.add import add
from taqarub.cli.ask import events, people, quantities, quotes, timeline
from taqarub.cli.demo import demo
from taqarub.cli.read import read
from taqarub.cli.shared import WarningsToStderr, complain
from taqarub.cli.show import show
from taqarub.errors import TaqarubError

_UsageError: Any = typer.BadParameter.__base__  # which typer does not export


class _Commands(TyperGroup):
    """Commands in the order given; a fault is one line on standard error and status 1, or 2 for usage."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except TaqarubError as fault:
            complain(fault)
            raise typer.Exit(1) from None
        except _UsageError as fault:
            command = fault.ctx.command_path if fault.ctx else "taqarub"
            complain(f"{fault.format_message()} (see {command} --help)")
            raise typer.Exit(2) from None


app = typer.Typer(
    cls=_Commands,
    name="taqarub",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(asked: bool) -> None:
    if asked:
        print(f"taqarub {version('taqarub')}")
        raise typer.Exit


@app.callback()
def _start(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Read Arabic-language news about states offline, and keep a record anyone can check."""
    logger = logging.getLogger("taqarub")
    if not any(isinstance(handler, WarningsToStderr) for handler in logger.handlers):
        logger.addHandler(WarningsToStderr())
        logger.propagate = False


for command in (read, add, timeline, events, quotes, quantities, people, show, demo):
    app.command()(command)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "strict")
    app()
