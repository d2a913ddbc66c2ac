"""Inflection by rule: from one dictionary form to the forms news text shows, all folded.

Only the third person (and the first person of quoted speech) is made, since news is told in it. The
generator works on unvowelled consonant skeletons, so voice and mood need no forms of their own, except
the shortened jussive of hollow verbs ('لم يقل').
"""

from __future__ import annotations

from taqarub.text.fold import folded


def nisba_forms(adjective: str) -> tuple[str, ...]:
    """Every form of a relative adjective, indefinite and definite: روسي -> روسي، روسية، روسيين، الروسي…

    >>> [f for f in nisba_forms("روسي") if f.startswith("ال")]
    ['الروسي', 'الروسيه', 'الروسيين', 'الروسيون', 'الروسيتين', 'الروسيتان', 'الروسيات', 'الروسيان', 'الروسيا']
    """
    base = folded(adjective).removeprefix("ال")
    endings = ("", "ه", "ين", "ون", "تين", "تان", "ات", "ان", "ا")
    bare = tuple(base + ending for ending in endings)
    return bare + tuple("ال" + form for form in bare)


def verb_forms(past: str, present: str) -> tuple[str, ...]:
    """Forms of a verb given as third person masculine singular, past and present: قال، يقول.

    Third person past and present, singular, dual and plural, and first person present.
    >>> verb_forms("دعا", "يدعو")[:5]
    ('دعا', 'دعت', 'دعيا', 'دعوا', 'دعتا')
    """
    forms = dict.fromkeys((*_past_forms(past), *_present_forms(folded(present))))
    return tuple(forms)


def _past_forms(past: str) -> list[str]:
    base = folded(past)
    weak = past.endswith(("ى", "ا", "ي")) and len(base) > 2
    if not weak:
        return [base, base + "ت", base + "ا", base + "وا", base + "تا", base + "نا"]
    stem = base[:-1]
    if past.endswith("ي"):  # بقي، رضي
        return [base, base + "ت", base + "ا", stem + "وا", base + "تا"]
    return [base, stem + "ت", stem + "يا", stem + "وا", stem + "تا"] + ([stem + "وا"] if past.endswith("ا") else [])


def _present_forms(present: str) -> list[str]:
    if not present.startswith("ي"):
        return [present]
    stem = present[1:]
    weak = stem[-1:] in ("و", "ي") and len(stem) > 2
    plural = stem[:-1] if weak else stem
    forms = [p + stem for p in ("ي", "ت", "ن", "ا")]
    forms += [p + stem + e for p in ("ي", "ت") for e in ("ان", "ا")]
    forms += ["ي" + plural + "ون", "ي" + plural + "وا"]
    if not weak and len(stem) > 2 and stem[-2] in ("و", "ي"):  # hollow: لم يقل، لم تزر
        forms += [p + stem[:-2] + stem[-1] for p in ("ي", "ت")]
    return forms


def participle_forms(participle: str) -> tuple[str, ...]:
    """Forms of a participle or adjective used in apposition: مؤكد -> مؤكدا، مؤكدة، مؤكدين…"""
    base = folded(participle)
    return (base, base + "ا", base + "ه", base + "ين", base + "ان", base + "ون", base + "تين", base + "ات")


def noun_forms(noun: str) -> tuple[str, ...]:
    """Forms of a noun with and without article, dual and sound plural: زيارة -> زيارة، الزيارة، زيارتين، زيارات."""
    base = folded(noun)
    if base.endswith("ه"):
        endings = ("ه", "تين", "تان", "تا", "تي", "ات")
        stems = tuple(base[:-1] + ending for ending in endings)
    else:
        stems = tuple(base + ending for ending in ("", "ا", "ين", "ان", "ات"))
    return (*stems, *("ال" + stem for stem in stems))
