"""Reading the data files; every fault names the file and the entry."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO
from typing import Any

from taqarub.errors import LexiconError


def data_folder() -> Traversable:
    """The folder of the lexicon's data files."""
    return files("taqarub") / "data"


def read_toml(name: str) -> dict[str, Any]:
    """Parse `data/<name>`; raises LexiconError with the parser's line."""
    try:
        return tomllib.loads((data_folder() / name).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, OSError) as fault:
        raise LexiconError(f"{name}: {fault}") from fault


def read_lines(name: str) -> list[str]:
    """Lines of `data/<name>`, without empty ones and comments."""
    lines = (data_folder() / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_csv(name: str) -> Iterator[dict[str, str]]:
    """Rows of `data/<name>` as dicts; raises LexiconError on a row of the wrong length."""
    reader = csv.DictReader(StringIO((data_folder() / name).read_text(encoding="utf-8")))
    for row in reader:
        if None in row or None in row.values():
            raise LexiconError(f"{name}, line {reader.line_num}: wrong number of columns")
        yield {key: value.strip() for key, value in row.items()}


def list_data(folder: str, suffix: str) -> list[str]:
    """Names (relative to `data/`) of the files in a data folder, sorted."""
    entries = (data_folder() / folder).iterdir()
    return sorted(f"{folder}/{entry.name}" for entry in entries if entry.name.endswith(suffix))
