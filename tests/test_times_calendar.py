"""Every day of the years of news, written as the locales of the Arab world write it, reads back to that day."""

import itertools
from bisect import bisect_right
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.localedata import exists

from test_times import times_of

LOCALES = ("ar", "ar_EG", "ar_SA", "ar_SY", "ar_IQ", "ar_LB", "ar_MA", "ar_TN", "ar_DZ", "ar_MR")
FIRST, LAST = date(1990, 1, 1), date(2035, 12, 31)
DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
PER_TEXT = 500
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def misread(written: dict[str, date]) -> list[tuple[str, date, list[str]]]:
    """Wordings that, each a line of its own, are not read as exactly their day."""
    wrong = []
    entries = list(written.items())
    for begin in range(0, len(entries), PER_TEXT):
        some = entries[begin : begin + PER_TEXT]
        lines = [line for line, _ in some]
        starts = list(itertools.accumulate((len(line) + 1 for line in lines), initial=0))
        found: dict[int, list[str]] = {}
        for time in times_of("\n".join(lines)):
            found.setdefault(bisect_right(starts, time.start) - 1, []).append(time.value)
        for number, (line, day) in enumerate(some):
            if found.get(number) != [day.isoformat()]:
                wrong.append((line, day, found.get(number, [])))
    return wrong


def test_every_day_in_every_locale():
    """Each locale has every seventh day in full and the next day in the long form; shared wordings are read once."""
    written: dict[str, date] = {}
    for number, locale in enumerate(LOCALES):
        assert exists(locale)
        for step, form in enumerate(("full", "long")):
            for day in DAYS[(number + step) % 7 :: 7]:
                written.setdefault(format_date(day, form, locale=locale), day)
    assert set(written.values()) == set(DAYS)
    assert misread(written) == []


def test_every_day_in_full_and_in_eastern_digits():
    assert misread({format_date(day, "full", locale="ar_EG").translate(EASTERN): day for day in DAYS[::7]}) == []


@pytest.mark.parametrize("form", ["medium", "short"])
def test_every_day_in_numbers(form):
    unambiguous = [day for day in DAYS if day.day > 12]
    assert misread({format_date(day, form, locale="ar"): day for day in unambiguous[::5]}) == []
    assert misread({day.isoformat(): day for day in DAYS[::7]}) == []
