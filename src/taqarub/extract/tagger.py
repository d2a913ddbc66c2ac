"""A sequence tagger for names of people and organizations that no list holds.

A linear-chain CRF over tokens; its features are words, affixes, name and frequency tables and what the
lexicon recognizes around a token. Trained by `training/names.py`; the same answer on every run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pycrfsuite  # type: ignore[import-untyped]

from taqarub.extract.view import View
from taqarub.lexicon import PhraseIndex
from taqarub.lexicon.load import data_folder
from taqarub.lexicon.names import NameWords

MODEL = "models/names.crfsuite"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens `first` to `last` inclusive, tagged as a `person` or an `organization`."""

    kind: str
    first: int
    last: int


def tag_names(view: View) -> tuple[Chunk, ...]:
    """Names the tagger sees, sentence by sentence, in text order."""
    marks = lexicon_marks(view)
    chunks: list[Chunk] = []
    for sentence in view.sentences:
        labels = _model().tag(sentence_features(view, marks, sentence.first, sentence.stop))
        chunks.extend(_chunks(labels, sentence.first))
    return tuple(chunks)


@cache
def _model() -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model_bytes())
    return tagger


@cache
def _model_bytes() -> bytes:
    """The model, kept alive: the tagger reads it in place."""
    return (data_folder() / MODEL).read_bytes()


def _chunks(labels: Sequence[str], shift: int) -> list[Chunk]:
    kinds = {"P": "person", "O": "organization"}
    chunks: list[Chunk] = []
    for index, label in enumerate(labels):
        if label == "-":
            continue
        kind, at = kinds[label[-1]], index + shift
        if label[0] == "I" and chunks and chunks[-1].kind == kind and chunks[-1].last == at - 1:
            chunks[-1] = Chunk(kind, chunks[-1].first, at)
        else:
            chunks.append(Chunk(kind, at, at))
    return chunks


def lexicon_marks(view: View) -> list[str]:
    """For each token, what the lexicon knows it as: '' or a letter per family, capital on a phrase's first token."""
    marks = [""] * len(view.tokens)
    lexicon = view.lexicon
    families: list[tuple[str, PhraseIndex[Any]]] = [
        ("t", lexicon.people.titles),
        ("h", lexicon.people.honorifics),
        ("p", lexicon.people.names),
        ("s", lexicon.states.index),
        ("o", lexicon.organizations.index),
        ("i", lexicon.organizations.institutions),
        ("l", lexicon.places),
    ]
    for letter, index in families:
        for hit in view.find(index):
            for at in range(hit.first, hit.last + 1):
                if letter not in marks[at].lower():
                    marks[at] += letter.upper() if at == hit.first else letter
    return marks


def sentence_features(view: View, marks: Sequence[str], first: int, stop: int) -> list[list[str]]:
    """Features of the tokens `first` to `stop` (exclusive), each a list of strings."""
    words = view.lexicon.name_words
    shapes = [_shape(view.tokens[at].norm, words) for at in range(first, stop)]
    rows = []
    for at in range(stop - first):
        norm = view.tokens[first + at].norm
        row = ["w=" + norm, "p2=" + norm[:2], "p3=" + norm[:3], "s2=" + norm[-2:], "s3=" + norm[-3:]]
        for offset in (-3, -2, -1, 0, 1, 2):
            near = at + offset
            if not 0 <= near < stop - first:
                row.append(f"edge{offset}")
                continue
            row.append(f"m{offset}={marks[first + near]}")
            row.append(f"x{offset}={shapes[near]}")
            if offset in (-2, -1, 1):
                row.append(f"w{offset}={view.tokens[first + near].norm}")
        if at > 0:
            row.append(f"xx={shapes[at - 1]}|{shapes[at]}")
        rows.append(row)
    return rows


def _shape(norm: str, words: NameWords) -> str:
    """How name-like a word is: how often borne as a name against how often used in news."""
    if not "\u0621" <= norm[0] <= "\u064a":
        return "num" if norm[0].isdigit() else norm[:1]
    borne, used = _bucket(words.weight.get(norm, 0)), words.frequency.get(norm, 0)
    if not borne and norm[0] in "ولبف" and len(norm) > 3:
        borne = -_bucket(words.weight.get(norm[1:], 0))
    article = "a" if norm.startswith("ال") else ""
    return f"{article}{borne}/{used // 2}"


def _bucket(count: int) -> int:
    return min(count.bit_length(), 6)
