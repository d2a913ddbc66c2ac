"""Run the commands shown in the documentation and write down what they print.

usage: python docs/refresh.py

In a block of ```console each line after `$ ` is a command, what stands below it its output. The commands of a page
run one after the other in an empty folder; `| head -N` cuts an output.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from taqarub.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "README.ar.md")
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_HEAD = re.compile(r" \| head -(\d+)$")
_ISOLATED = {"TAQARUB_RECORD": None, "COLUMNS": "120"}


def refreshed(page: str) -> str:
    """Return the page with the outputs its commands have now."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return _BLOCK.sub(lambda block: "\n".join(_answers(block.group())), page)


def _answers(block: str) -> Iterator[str]:
    for line in block.splitlines():
        if line.startswith("$ taqarub "):
            yield f"{line}\n{_output(line.removeprefix('$ taqarub '))}"


def _output(command: str) -> str:
    cut = _HEAD.search(command)
    result = CliRunner().invoke(app, shlex.split(_HEAD.sub("", command)), env=_ISOLATED)
    if result.exit_code:
        raise SystemExit(f"taqarub {command}: {result.output}")
    return "".join(result.stdout.splitlines(keepends=True)[: int(cut[1]) if cut else None])


def main() -> None:
    """Refresh every page."""
    for name in PAGES:
        path = ROOT / name
        path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
