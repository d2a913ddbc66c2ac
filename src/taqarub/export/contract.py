"""The reading as JSON: the article's own fields and the lists of items, keys fixed by contract."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from taqarub.model import Dating, Evidence, Reading


def to_dict(reading: Reading) -> dict[str, Any]:
    """A reading as plain data. Offsets are Python string indices into `text`."""
    article = reading.article
    return {
        "id": article.id,
        "outlet": article.outlet,
        "published": article.published,
        "published_from": article.published_from,
        "dated": _dated(article.dated),
        "title": article.title,
        "url": article.url,
        "text": article.text,
        "noise": [[span.start, span.end] for span in article.noise],
        "people": [
            {"name": p.name, "country": p.country, "role": p.role, "forms": list(p.forms), "evidence": _why(p.evidence)}
            for p in reading.people
        ],
        "organizations": [
            {"name": o.name, "code": o.code, "forms": list(o.forms), "evidence": _why(o.evidence)}
            for o in reading.organizations
        ],
        "times": [
            {"text": t.text, "start": t.start, "end": t.end, "type": t.type, "value": t.value,
             "earliest": _day(t.earliest), "latest": _day(t.latest), "evidence": _why(t.evidence)}
            for t in reading.times
        ],
        "quotes": [
            {"speaker": q.speaker, "country": q.country, "text": q.text, "start": q.start, "end": q.end,
             "direct": q.direct, "cue": q.cue, "via": q.via, "evidence": _why(q.evidence)}
            for q in reading.quotes
        ],
        "events": [
            {"type": e.type, "mode": e.mode, "actors": list(e.actors), "recipients": list(e.recipients),
             "aux": list(e.aux), "date": e.date, "place": e.place, "trigger": e.trigger, "start": e.start,
             "end": e.end, "confidence": e.confidence, "evidence": _why(e.evidence)}
            for e in reading.events
        ],
        "figures": [
            {"text": f.text, "start": f.start, "end": f.end, "value": f.value, "unit": f.unit, "measure": f.measure,
             "parties": list(f.parties), "period": f.period, "bound": f.bound, "said_by": f.said_by,
             "against": f.against, "evidence": _why(f.evidence)}
            for f in reading.figures
        ],
    }  # fmt: skip


def to_json(reading: Reading) -> str:
    """One line of JSON, Arabic as it is."""
    return json.dumps(to_dict(reading), ensure_ascii=False)


def _dated(dating: Dating | None) -> dict[str, Any] | None:
    if dating is None:
        return None
    return {
        "earliest": _day(dating.earliest),
        "latest": _day(dating.latest),
        "best": [day.isoformat() for day in dating.best],
        "reasons": [
            {"text": r.text, "start": r.start, "end": r.end, "earliest": _day(r.earliest), "latest": _day(r.latest),
             "fits": r.fits, "evidence": _why(r.evidence)}
            for r in dating.reasons
        ],
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _why(evidence: Evidence) -> dict[str, Any]:
    return {
        "rule": evidence.rule,
        "entry": evidence.entry,
        "spans": [[span.start, span.end] for span in evidence.spans],
        "note": evidence.note,
    }
