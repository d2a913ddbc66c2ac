"""Bytes to text: UTF-8, else the old Arabic code page where it fits; never a guess that spoils a text."""

from __future__ import annotations

import codecs
import logging
import re

from taqarub.errors import InputError

_log = logging.getLogger(__name__)
_LETTERS = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0621-\u064a]")


def decode(data: bytes, source: str) -> str:
    """Decode a plain text; warns if it is windows-1256, raises InputError with the byte if it is none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16", source)
    if (at := data.find(b"\0")) >= 0:
        raise InputError(source, "is not text (a binary file?)", place=f"byte {at}", hint="give it text or JSON")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        text = data.decode("windows-1256", "replace")
        if not _is_plausible(text):
            raise _invalid(source, "UTF-8", fault) from None
        _log.warning("%s: read as windows-1256; save it as UTF-8 to be sure of every letter", source)
        return text


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _invalid(source, encoding.upper(), fault) from None


def _invalid(source: str, encoding: str, fault: UnicodeDecodeError) -> InputError:
    return InputError(source, f"is not valid {encoding}", place=f"byte {fault.start}", hint="save it again as UTF-8")


def _is_plausible(text: str) -> bool:
    """Tell whether what windows-1256 makes of it is Arabic; of UTF-8 with a broken byte it makes ط and ظ."""
    letters = len(_LETTERS.findall(text))
    arabic = len(_ARABIC.findall(text))
    return arabic >= 0.6 * letters > 0 and text.count("ط") + text.count("ظ") < 0.2 * arabic
