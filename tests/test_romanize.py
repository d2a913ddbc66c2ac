"""Arabic names in Latin letters."""

import pytest
from hypothesis import given

from arabic import texts
from taqarub.text.romanize import romanize

KNOWN = {"محمد": "mohammed", "خالد": "khaled", "سعيد": "saeed", "علي": "ali", "رحمن": "rahman"}


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("محمد بن خالد", "Mohammed bin Khaled"),
        ("خالد السعيد", "Khaled al-Saeed"),
        ("أبو علي", "Abu Ali"),
        ("عبدالرحمن علي", "Abdulrahman Ali"),
        ("مُحَمَّد", "Mohammed"),
        ("بن علي", "Bin Ali"),
        ("السعيد", "Al-Saeed"),
        ("", ""),
        ("2015", "2015"),
    ],
)
def test_names(name, latin):
    assert romanize(name, KNOWN) == latin


@given(texts)
def test_any_text_is_spelled(text):
    spelled = romanize(text, KNOWN)
    assert isinstance(spelled, str)
    assert spelled or not text
