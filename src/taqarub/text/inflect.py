"""Inflection by rule: from one dictionary form to the forms news text shows, all folded.

Only the third person (and the first person of quoted speech) is made, since news is told in it. The
generator works on unvowelled consonant skeletons, so voice and mood need no forms of their own, except
the shortened jussive of hollow verbs ('لم يقل').
"""

from __future__ import annotations

from taqarub.text.fold import folded


def nisba_forms(adjective: str) -> tuple[str, ...]:
    """Every form of a relative adjective, indefinite and definite: روسي -> روسي، روسية، روسيين، الروسي.

    >>> [f for f in nisba_forms("روسي") if f.startswith("ال")]
    ['الروسي', 'الروسيه', 'الروسيين', 'الروسيون', 'الروسيتين', 'الروسيتان', 'الروسيات', 'الروسيان', 'الروسيا']
    """
    base = folded(adjective.removeprefix("ال"))  # before folding: the alef of ألماني is its own
    endings = ("", "ه", "ين", "ون", "تين", "تان", "ات", "ان", "ا")
    bare = tuple(base + ending for ending in endings)
    return bare + tuple("ال" + form for form in bare)


def verb_forms(past: str, present: str) -> tuple[str, ...]:
    """Forms of a verb given as third person masculine singular, past and present: قال، يقول.

    Third person past and present, singular, dual and plural, and first person present.
    >>> verb_forms("دعا", "يدعو")[:5]
    ('دعا', 'دعت', 'دعيا', 'دعوا', 'دعتا')
    """
    return tuple(dict.fromkeys((*_past_forms(past), *_present_forms(present))))


def _past_forms(past: str) -> list[str]:
    base = folded(past)
    stem = base[:-1]
    if past.endswith("أ"):  # بدأ، بدأا or بدآ، بدأوا or بدؤوا
        return [base, base + "ت", base + "وا", stem + "ووا", base + "تا", base + "نا"]
    if past.endswith("اء"):  # جاؤوا beside جاءوا
        return [base, base + "ت", base + "ا", base + "وا", stem + "ووا", base + "تا", base + "نا"]
    if len(base) > 2 and past.endswith("ي"):  # بقي، رضي
        return [base, base + "ت", base + "ا", stem + "وا", base + "تا"]
    if len(base) > 2 and past.endswith(("ى", "ا")):
        return [base, stem + "ت", stem + "يا", stem + "وا", stem + "تا"]
    return [base, base + "ت", base + "ا", base + "وا", base + "تا", base + "نا"]


def _present_forms(present: str) -> list[str]:
    base = folded(present)
    if not base.startswith("ي"):
        return [base]
    stem = base[1:]
    forms = [p + stem for p in ("ي", "ت", "ن", "ا")]
    forms += [p + dual + e for dual in _dual_stems(present, stem) for p in ("ي", "ت") for e in ("ان", "ا")]
    forms += ["ي" + plural + e for plural in _plural_stems(present, stem) for e in ("ون", "وا")]
    forms += [p + short for short in _jussive_stems(stem) for p in ("ي", "ت")]
    return forms


def _dual_stems(present: str, stem: str) -> tuple[str, ...]:
    if present.endswith("أ"):  # يبدآن: the hamza and the ending's alef are one letter
        return (stem[:-1],)
    if present.endswith("ء"):  # يجيئان
        return stem, stem[:-1] + "ي"
    return (stem,)


def _plural_stems(present: str, stem: str) -> tuple[str, ...]:
    """Before ون a weak letter falls (يدعون، يلتقون); a hamza changes its seat (ينشئون, ينشؤون)."""
    if present.endswith(("أ", "ئ")):
        return stem, stem[:-1] + "و"
    if present.endswith("ء"):
        return stem, stem[:-1] + "ي", stem[:-1] + "و"
    return (stem[:-1],) if stem.endswith(("و", "ي")) else (stem,)


def _jussive_stems(stem: str) -> tuple[str, ...]:
    """A hollow verb loses its long vowel: لم يقل، لم تخف، لم يجئ."""
    hollow = len(stem) > 2 and (stem[-2] in "وي" or (stem[-2] == "ا" and len(stem) == 3))
    if not hollow or stem.endswith(("و", "ي")):
        return ()
    return (stem[:-2] + ("ي" if stem.endswith("ء") else stem[-1]),)


def participle_forms(participle: str) -> tuple[str, ...]:
    """Forms of a participle or adjective used in apposition: مؤكد -> مؤكدا، مؤكدة، مؤكدين."""
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
