"""Paragraphs, quoted stretches and sentences of an original text, as spans. Linear time."""

from __future__ import annotations

import re

_PARTNER = {"«": "»", "“": "”", "„": "”", "‹": "›", '"': '"', "″": '"'}
"""Opening marks and what closes them; a straight mark is both."""
_REVERSED = {"»": "«", "”": "“", "›": "‹"}
_MARK = re.compile(f"[{''.join(_PARTNER)}{''.join(_REVERSED)}]")

_STRAIGHT = re.compile('"')

_UNSEEN = r"[\u0640\u061c\u064b-\u0652\u0670\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*"
_BREAK = re.compile(rf"([.!?؟…]+){_UNSEEN}(?=[\s\"»”“]|$)|\n+")
_ABBREVIATION = re.compile(rf"(?:^|[\s(«\"“]){_UNSEEN}[\u0621-\u064a]{_UNSEEN}$")
_BEFORE_OPENING = re.compile(rf"(?:^|[\s(\[:،,/«“\"\-–—ـ]){_UNSEEN}[وفبلك]{{0,2}}{_UNSEEN}$")

_NEAR = 12
"""Characters before a mark that tell what it does."""
_REACH = 400
"""Characters within which a closing mark that stands where a stretch opens must find a partner."""
_NESTING = 8


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

    A straight mark toggles, unless that goes against the blanks around several of a paragraph's marks (one was
    forgotten). Then it does what its place says, as a mark turned the wrong way (”…”, “…“, »…«) always does: it
    opens before a word and closes behind one. A mark that is never closed opens nothing.
    """
    spans: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        spans.extend(_outermost(_quoted_in(text, start, end)))
    return spans


def _quoted_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """All closed stretches of a paragraph, nested ones included."""
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    uneven = _is_uneven(text, start, end)
    for match in _MARK.finditer(text, start, end):
        mark, offset = match.group(), match.start()
        reopens = uneven and mark == '"' and _may_open(text, offset)
        level = None if reopens else _closes(text, mark, offset, opened)
        if level is not None:
            spans.append((opened[level][1], offset))
            del opened[level:]
        elif len(opened) < _NESTING and (mark in _PARTNER or _opens_reversed(text, mark, offset, end, opened)):
            opened.append((mark, offset + 1))
    return spans


def _is_uneven(text: str, start: int, end: int) -> bool:
    """Tell whether toggling contradicts the place of several straight marks."""
    marks = [match.start() for match in _STRAIGHT.finditer(text, start, end)]
    return sum(_may_open(text, offset) for offset in marks[1::2]) > 1


def _closes(text: str, mark: str, offset: int, opened: list[tuple[str, int]]) -> int | None:
    """The level of the open stretch that a mark closes, if it closes one."""
    if not opened:
        return None
    straight = _PARTNER.get(mark) == '"'
    for level in range(len(opened) - 1, -1, -1):
        opener = opened[level][0]
        if _PARTNER.get(opener) == ('"' if straight else mark):
            return level
    top, last = opened[-1][0], len(opened) - 1
    if mark in (top, _REVERSED.get(top)):  # ”…” and “…“ and »…«
        return None if _may_open(text, offset) or (mark == top and text[offset - 1].isspace()) else last
    mixed = straight or _PARTNER.get(top) == '"'
    return last if mixed and mark not in ("«", "“", "„", "‹") and not _may_open(text, offset) else None


def _may_open(text: str, offset: int) -> bool:
    """Whether a mark stands where a stretch begins: behind a blank or clitic, before a word."""
    following = text[offset + 1 : offset + 2]
    return following.isalnum() and _BEFORE_OPENING.search(text[max(0, offset - _NEAR) : offset]) is not None


def _opens_reversed(text: str, mark: str, offset: int, end: int, opened: list[tuple[str, int]]) -> bool:
    window = text[offset + 1 : min(end, offset + _REACH)]
    return not opened and _may_open(text, offset) and (mark in window or _REVERSED[mark] in window)


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    outer: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if span[0] < span[1] and (not outer or span[0] >= outer[-1][1]):
            outer.append(span)
    return outer


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
        if match[1]:
            first, last = quoted[at] if at < len(quoted) else (len(text), -1)
            if _is_abbreviation(text, match) or (first <= match.start() and stop < last):
                continue
            if stop == last:
                stop += 1  # the mark that closes what was said
            if text[stop : stop + 1] in ("،", ","):
                continue
        spans.append((begin, stop))
        begin = stop
    spans.append((begin, len(text)))
    return [stripped for span in spans if (stripped := _strip(text, span))]


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    if match[1] == "…" or match[1].startswith(".."):
        return True
    before = text[max(0, match.start() - _NEAR) : match.start()]
    return match[1] == "." and _ABBREVIATION.search(before) is not None


def _strip(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
