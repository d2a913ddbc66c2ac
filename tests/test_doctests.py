"""The examples in the docstrings of the text layer are true."""

import doctest
import importlib
import pkgutil

import pytest

import taqarub.text

MODULES = ["taqarub", "taqarub.text", *(f"taqarub.text.{m.name}" for m in pkgutil.iter_modules(taqarub.text.__path__))]


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
