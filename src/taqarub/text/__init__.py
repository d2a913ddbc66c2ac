"""Arabic as text: pure functions over strings, no lexicon, no I/O."""

from taqarub.text.fold import Folded, fold, folded
from taqarub.text.sentences import paragraphs, quoted_spans, sentence_spans
from taqarub.text.tokens import Token, analyses, tokenize

__all__ = [
    "Folded",
    "Token",
    "analyses",
    "fold",
    "folded",
    "paragraphs",
    "quoted_spans",
    "sentence_spans",
    "tokenize",
]
