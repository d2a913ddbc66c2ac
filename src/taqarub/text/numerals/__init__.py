"""Numbers as Arabic writes them: digits, words of any size, both mixed, fractions, ordinals, vague plurals.

>>> from taqarub.text import fold, tokenize
>>> [n.value for n in find_numbers(tokenize(fold("خمسة وعشرون ألفا وثلاثمئة، 2 مليار و 200 مليون، عشرات")))]
[25300, 2200000000, None]
"""

from taqarub.text.numerals.arithmetic import find_numbers
from taqarub.text.numerals.digits import MAX_DIGITS, digits_value
from taqarub.text.numerals.grammar import Number, NumberKind, read_number

__all__ = ["MAX_DIGITS", "Number", "NumberKind", "digits_value", "find_numbers", "read_number"]
