"""What a record answers with as plain data for JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from taqarub.model import Span
from taqarub.store import Found


def plain(value: Any) -> Any:
    """Return dataclasses as dicts, spans as pairs, dates as ISO strings; a found item with its article."""
    match value:
        case Span():
            return [value.start, value.end]
        case Found():
            origin = value.article
            about = {"article": origin.id, "outlet": origin.outlet, "published": origin.published}
            return about | plain(value.item) | {"around": value.around}
        case tuple() | list():
            return [plain(item) for item in value]
        case date():
            return value.isoformat()
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def to_line(value: Any) -> str:
    """Return one line of JSON, Arabic as it is."""
    return json.dumps(plain(value), ensure_ascii=False)
