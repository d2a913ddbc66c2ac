"""Paragraphs, quoted stretches and sentences of an original text, as spans. Linear time."""

from __future__ import annotations

import re

_OPENING = {"«": "»", "“": "”", "„": "”", "‹": "›"}
_CLOSING = set(_OPENING.values())
_BREAK = re.compile(r"[.!?؟…]+(?=[\s\"»”“]|$)|\n+")
_ABBREVIATION = re.compile(r"(?:^|[\s(«\"“])[\u0621-\u064a]$")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the non-empty lines of `text`, without surrounding blanks."""
    spans = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        body = line.strip()
        if body:
            start = match.start() + line.index(body[0])
            spans.append((start, start + len(body)))
    return spans


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Outermost stretches in quotation marks, inner extent, marks excluded; never over a paragraph's end.

    A straight mark toggles; a reversed or unmatched mark closes what is open or opens a stretch that
    reaches to the next mark of its paragraph. A mark that is never closed opens nothing.
    """
    spans: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        spans.extend(_quoted_in(text, start, end))
    return spans


def _quoted_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    depth = 0
    for offset in range(start, end):
        char = text[offset]
        if char == '"':
            if opened is None:
                opened, depth = offset + 1, 1
            elif depth == 1:
                spans.append((opened, offset))
                opened, depth = None, 0
        elif char in _OPENING:
            if opened is None:
                opened = offset + 1
            depth += 1
        elif char in _CLOSING:
            if opened is None:  # reversed marks: ”…“ or a stray closing mark
                if _closes_later(text, offset + 1, end):
                    opened, depth = offset + 1, 1
            else:
                depth -= 1
                if depth <= 0:
                    spans.append((opened, offset))
                    opened, depth = None, 0
    if opened is not None and depth > 1:  # one inner mark was left open: close at the last mark there is
        last = max(text.rfind(mark, opened, end) for mark in _CLOSING | {'"'})
        if last > opened:
            spans.append((opened, last))
    return [span for span in spans if span[0] < span[1]]


def _closes_later(text: str, start: int, end: int) -> bool:
    window = text[start : min(end, start + 400)]
    return "“" in window and "”" not in window.split("“", 1)[0]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of sentences: split at end marks and line ends, not at initials ('أ. ف. ب') and not inside quotation marks.

    A quoted stretch of several sentences stays in one sentence with the words that report it.
    """
    quoted = quoted_spans(text)
    spans: list[tuple[int, int]] = []
    begin = at = 0
    for match in _BREAK.finditer(text):
        stop = match.end()
        while at < len(quoted) and quoted[at][1] < match.start():
            at += 1
        inside = at < len(quoted) and quoted[at][0] <= match.start() and stop < quoted[at][1]
        if "\n" not in match.group() and (inside or _is_abbreviation(text, match)):
            continue
        spans.append((begin, stop))
        begin = stop
    spans.append((begin, len(text)))
    return [stripped for span in spans if (stripped := _strip(text, span))]


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    if match.group() == "…" or match.group().startswith(".."):
        return True
    return match.group() == "." and _ABBREVIATION.search(text[max(0, match.start() - 4) : match.start()]) is not None


def _strip(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
