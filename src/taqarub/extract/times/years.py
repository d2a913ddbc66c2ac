"""Grammar of years: 'عام 2015', 'السنة المالية 2016', 'عام 48', '1436 هـ', '2015', 'من العام الماضي'."""

from __future__ import annotations

from taqarub.extract.times.cursor import Cursor
from taqarub.extract.times.nodes import Date
from taqarub.text import folded
from taqarub.text.calendar import FIRST_YEAR, LAST_YEAR

Read = tuple[Date, int]
"""A date and its last token."""

_QUOTES = frozenset("\"»”“’'")
_SIGNS = frozenset("$#€£+*%")
_JOINTS = frozenset("/-.:")
_KINDS = frozenset(
    folded(word) for word in ("المالية", "المالي", "الدراسي", "الدراسية", "الميلادي", "الهجري", ".", "ال")
)
_LEADS = frozenset(folded(word) for word in ("(", "و", "ثورة", "اتفاق", "مواليد"))


class Years:
    """Reads years, alone and behind a month."""

    def __init__(self, cursor: Cursor) -> None:
        self._at = cursor

    def year(self, index: int) -> Read | None:
        """Read a year with its noun, or a bare year of four digits."""
        noun = self._at.unit(index, prefix=None)
        if noun is not None and noun.value.value == "year":
            return self._after_noun(noun.last + 1)
        return self._bare(index)

    def _after_noun(self, pos: int) -> Read | None:
        at = self._at
        year = at.year_number(pos + 1 if at.norm(pos) in _KINDS else pos, short=True)
        return self._in_calendar(*year) if year else None

    def _in_calendar(self, value: int, last: int) -> Read:
        calendar, last = self.era(last, "hijri" if 1300 <= value <= 1500 else "gregorian")
        return Date(year=value, calendar=calendar), last

    def _bare(self, index: int) -> Read | None:
        digits = self._at.plain_digits(index, (4,))
        if digits is None or not FIRST_YEAR <= digits <= LAST_YEAR:
            return None
        calendar, last = self.era(index, "gregorian")
        is_year = last > index or (1800 <= digits <= 2100 and self._may_be_year(index))
        return (Date(year=digits, calendar=calendar), last) if is_year else None

    def _may_be_year(self, index: int) -> bool:
        """Tell whether four digits are a year: they count, number and measure nothing."""
        at = self._at
        before, after = at.norm(index - 1), at.norm(index + 1)
        if after in _QUOTES and before not in at.words.introducers and before not in _QUOTES:
            return False  # the number of a name: "تونس 2020"
        if before in at.words.numbered or before in _SIGNS or after in _SIGNS or after == ":":
            return False
        if before in _JOINTS and at.norm(index - 2)[:1].isdigit() and at.adjacent(index):
            return at.plain_digits(index - 2, (4,)) is not None
        if after in _JOINTS and at.norm(index + 2)[:1].isdigit() and at.adjacent(index + 1):
            return at.plain_digits(index + 2, (2, 4)) is not None
        number = at.number(index)
        return (number is None or number.last == index) and not self._counts(index)

    def _counts(self, index: int) -> bool:
        """Tell whether the word behind is what the number counts ('2000 جندي')."""
        at = self._at
        if at.norm(index + 1) in at.words.counted:
            return True
        before = at.norm(index - 1)
        introduced = before in at.words.introducers or before in _LEADS
        return not introduced and at.unit(index + 1, definite=False) is not None

    def tail(self, index: int) -> Read | None:
        """Read the year behind a month: 2017، من عام 2017، من العام الماضي، من كل عام."""
        at = self._at
        comma = at.norm(index) in ("،", ",")
        pos = index + 1 if comma else index
        if at.norm(pos) in ("من", "/", "ل", "ب"):
            pos += 1
        bare = at.year_number(pos)
        if bare is not None and not comma:
            counts = at.norm(bare[1] + 1) in at.words.counted
            return None if counts else self._in_calendar(*bare)
        every = at.word(index, "every", prefixes=None)
        if every and (unit := at.unit(every.last + 1, "one")) and unit.value.value == "year":
            return Date(every=True), unit.last
        return self._named(pos)

    def _named(self, index: int) -> Read | None:
        """Read 'عام 2017', 'العام الماضي'."""
        at = self._at
        noun = at.unit(index, "one", prefix=None)
        if noun is None or noun.value.value != "year" or noun.prefix not in ("", "ل", "ب"):
            return None
        direction = at.direction(noun.last + 1)
        if noun.value.definite and direction:
            return Date(direction=direction[0], of="year"), direction[1]
        return self._after_noun(noun.last + 1)

    def era(self, last: int, calendar: str) -> tuple[str, int]:
        """Read the calendar's mark behind token `last`; gives the calendar and the last token."""
        at = self._at
        mark = at.word(last + 2 if at.norm(last + 1) in ("/", ".") else last + 1, "era")
        return (mark.value.value, mark.last) if mark else (calendar, last)
