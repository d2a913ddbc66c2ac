"""Where articles come from: files, folders and standard input, read one by one."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from taqarub.errors import InputError
from taqarub.ingest.article import (
    MAX_CHARACTERS,
    checked_text,
    given_day,
    make_article,
    parse_article,
)
from taqarub.ingest.decode import decode
from taqarub.model import Article

KINDS = (".txt", ".json", ".jsonl")
MAX_LINE = 8 * MAX_CHARACTERS
"""Bytes of one line of JSON Lines, and of a plain text: no article needs more."""
MAX_JSON = 256 * 1024 * 1024
"""Bytes of one JSON file, which must be held whole; JSON Lines have no such limit."""

_HINT_KINDS = "taqarub reads .txt, .json and .jsonl, each also as .gz"
_DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)

Report = Callable[[InputError], None]


def read_source(
    source: str | os.PathLike[str],
    *,
    outlet: str | None = None,
    published: str | None = None,
    on_fault: Report | None = None,
) -> Iterator[Article]:
    """Yield the articles of a file, a folder (with its subfolders, in order of name) or `-`, standard input.

    `outlet` and `published` are given to articles that have none of their own. A fault raises InputError;
    with `on_fault` it is handed over instead and reading goes on with the next line or file.
    """
    yield from _Reader(outlet, given_day(published), on_fault or _raise).read(os.fspath(source))


def _raise(fault: InputError) -> None:
    raise fault


@dataclass(frozen=True, slots=True)
class _Reader:
    outlet: str | None
    published: str | None
    fault: Report

    def read(self, source: str) -> Iterator[Article]:
        if source == "-":
            yield from self._guarded("<stdin>", lambda: self._stream(sys.stdin.buffer, "<stdin>", ""))
            return
        path = Path(source)
        if path.is_dir():
            yield from self._folder(path)
        elif not path.exists():
            self.fault(InputError(source, "no such file or folder", hint="check the path"))
        else:
            yield from self._file(path)

    def _folder(self, folder: Path) -> Iterator[Article]:
        found = False
        for path in _walk(folder):
            found = True
            if path.name.removesuffix(".gz").endswith(KINDS):
                yield from self._file(path)
            else:
                problem = f"is no article ({path.suffix or 'no suffix'})"
                self.fault(InputError(str(path), problem, hint=_HINT_KINDS))
        if not found:
            self.fault(InputError(str(folder), "nothing to read in this folder", hint=_HINT_KINDS))

    def _file(self, path: Path) -> Iterator[Article]:
        name = str(path)

        def articles() -> Iterator[Article]:
            with path.open("rb") as stream:
                suffix = Path(name.removesuffix(".gz")).suffix
                yield from self._stream(stream, name, suffix, name.endswith(".gz"))

        yield from self._guarded(name, articles)

    def _guarded(self, name: str, articles: Callable[[], Iterator[Article]]) -> Iterator[Article]:
        """Turn what the system says of a broken file into an InputError."""
        try:
            yield from articles()
        except InputError as fault:
            self.fault(fault)
        except _DAMAGED as fault:
            problem = f"damaged gzip file ({fault})"
            self.fault(InputError(name, problem, hint="copy or download it again"))
        except OSError as fault:
            self.fault(InputError(name, f"cannot be read: {fault.strerror or fault}"))

    def _stream(self, raw: IO[bytes], name: str, suffix: str, zipped: bool = False) -> Iterator[Article]:
        stream = _buffered(raw)
        head = stream.peek(512)
        if not head:
            raise InputError(name, "the file is empty")
        if head.startswith(b"\x1f\x8b"):
            stream = _buffered(gzip.GzipFile(fileobj=stream))
            head = stream.peek(512)
        elif zipped:
            raise InputError(name, "is not a gzip file", hint="drop .gz from its name if it is not compressed")
        if suffix == ".jsonl":
            yield from self._lines(stream, name)
        elif suffix == ".json":
            yield from self._json(_read(stream, name, MAX_JSON), name)
        elif suffix == ".txt" or not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
            yield self._plain(_read(stream, name, MAX_LINE), name)
        else:
            yield from self._sniffed(stream, name)

    def _sniffed(self, stream: IO[bytes], name: str) -> Iterator[Article]:
        """JSON of either kind: Lines if the first line is complete, else one value over many lines."""
        first = stream.readline(MAX_LINE + 1)
        if _is_object(first):
            yield from self._lines(stream, name, first)
        else:
            yield from self._json(first + _read(stream, name, MAX_JSON), name)

    def _plain(self, data: bytes, name: str) -> Article:
        text = decode(data, name)
        if text.lstrip()[:15].lower().startswith(("<!doctype", "<html", "<?xml")):
            raise InputError(name, "is a web page's code, not its text", hint="save its text as .txt")
        text = checked_text(text, name)
        return make_article(text, outlet=self.outlet, published=self.published)

    def _json(self, data: bytes, name: str) -> Iterator[Article]:
        try:
            value = json.loads(_utf8(data, name))
        except json.JSONDecodeError as fault:
            if fault.msg == "Extra data" and _is_object(data.split(b"\n", 1)[0]):
                yield from self._lines(io.BytesIO(data), name)
                return
            problem, place = f"is not complete JSON: {fault.msg}", f"line {fault.lineno}"
            raise InputError(name, problem, place=place, hint="check the end of the file") from None
        except (ValueError, RecursionError) as fault:
            raise InputError(name, f"is JSON that cannot be read: {fault}") from None
        if not isinstance(value, list):
            yield self._article(value, name, "")
            return
        if not value:
            raise InputError(name, "the list is empty")
        for number, item in enumerate(value, 1):
            yield from self._each(item, name, f"article {number}")

    def _lines(self, stream: IO[bytes], name: str, first: bytes = b"") -> Iterator[Article]:
        number, empty = 0, True
        while line := first or stream.readline(MAX_LINE + 1):
            first = b""
            number += 1
            place = f"line {number}"
            if len(line) > MAX_LINE:
                problem = f"longer than {MAX_LINE:,} bytes"
                self.fault(InputError(name, problem, place=place, hint="one article a line"))
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_LINE)
                empty = False
            elif line.strip(b"\xef\xbb\xbf \t\r\n"):
                empty = False
                try:
                    value = json.loads(_utf8(line, name, place))
                except InputError as fault:
                    self.fault(fault)
                except (ValueError, RecursionError) as fault:
                    problem = f"is not complete JSON: {fault}"
                    self.fault(InputError(name, problem, place=place, hint="line skipped"))
                else:
                    yield from self._each(value, name, place)
        if empty:
            raise InputError(name, "the file is empty")

    def _each(self, value: object, name: str, place: str) -> Iterator[Article]:
        try:
            article = self._article(value, name, place)
        except InputError as fault:
            self.fault(fault)
        else:
            yield article

    def _article(self, value: object, name: str, place: str) -> Article:
        return parse_article(value, name, place=place, outlet=self.outlet, published=self.published)


def _walk(folder: Path) -> Iterator[Path]:
    """Files of a folder and its subfolders in order of name; hidden ones and what is no file are left out."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.is_file():
            yield path


def _buffered(stream: IO[bytes] | gzip.GzipFile) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


def _read(stream: IO[bytes], name: str, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        hint = "one article a file, or many one a line as JSON Lines (.jsonl)"
        raise InputError(name, f"larger than {limit:,} bytes", hint=hint)
    return data


def _utf8(data: bytes, name: str, place: str = "") -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        where = f"{place}, byte {fault.start}" if place else f"byte {fault.start}"
        raise InputError(name, "is not valid UTF-8", place=where, hint="save it again as UTF-8") from None


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
