"""Every day of the years of news, written as the locales of the Arab world write it, reads back to that day."""

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


def misread(days: list[date], write) -> list[tuple[str, str, list[str]]]:
    """Days whose written form, a line of its own, is not read as exactly that day."""
    wrong = []
    for begin in range(0, len(days), PER_TEXT):
        some = days[begin : begin + PER_TEXT]
        lines = [write(day) for day in some]
        text = "\n".join(lines)
        found: dict[int, list[str]] = {}
        for time in times_of(text):
            found.setdefault(text.count("\n", 0, time.start), []).append(time.value)
        for number, day in enumerate(some):
            if found.get(number) != [day.isoformat()]:
                wrong.append((lines[number], day.isoformat(), found.get(number, [])))
    return wrong


@pytest.mark.parametrize("locale", LOCALES)
def test_every_day_in_every_locale(locale):
    assert exists(locale)
    for number, form in enumerate(("full", "long")):  # every day in one of the two, each day's neighbour in the other
        days = DAYS[number::2]
        assert misread(days, lambda day, form=form: format_date(day, form, locale=locale)) == []


def test_every_day_in_full_and_in_eastern_digits():
    assert misread(DAYS, lambda day: format_date(day, "full", locale="ar_EG").translate(EASTERN)) == []


@pytest.mark.parametrize("form", ["medium", "short"])
def test_every_day_in_numbers(form):
    unambiguous = [day for day in DAYS if day.day > 12]
    assert misread(unambiguous, lambda day: format_date(day, form, locale="ar")) == []
    assert misread(DAYS[::7], lambda day: day.isoformat()) == []
