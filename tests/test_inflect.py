"""Inflection by rule: spot checks by verb class, all folded."""

import pytest

from taqarub.text import folded
from taqarub.text.inflect import nisba_forms, noun_forms, participle_forms, verb_forms


@pytest.mark.parametrize(
    ("past", "present", "written"),
    [
        ("أعلن", "يعلن", "أعلن أعلنت أعلنوا يعلن تعلن يعلنون تعلنان نعلن أعلنا"),
        ("قال", "يقول", "قال قالت قالا قالوا يقول تقول نقول يقولون يقل تقل"),
        ("زار", "يزور", "زارت زاروا يزور تزور يزورون يزر"),
        ("أراد", "يريد", "أراد أرادت يريد تريد يريدون يرد"),
        ("خاف", "يخاف", "خاف خافت يخاف يخافون يخف"),
        ("دعا", "يدعو", "دعا دعت دعوا دعتا يدعو تدعو يدعون يدعوان"),
        ("التقى", "يلتقي", "التقى التقت التقيا التقوا يلتقي تلتقي يلتقون يلتقيان"),
        ("رأى", "يرى", "رأى رأت رأوا يرى ترى يرون"),
        ("بقي", "يبقى", "بقي بقيت بقوا يبقى تبقى"),
        ("ردّ", "يردّ", "رد ردت ردوا يرد ترد يردون يردان"),
        ("بدأ", "يبدأ", "بدأ بدأت بدآ بدأوا بدؤوا يبدأ يبدآن يبدأون يبدؤون"),
        ("أنشأ", "ينشئ", "أنشأ أنشأت أنشأوا أنشؤوا ينشئ تنشئ ينشئون"),
        ("جاء", "يجيء", "جاء جاءت جاءوا جاؤوا يجيء يجيئون يجئ"),
        ("أساء", "يسيء", "أساء أساءت أساؤوا يسيء تسيء يسيئون يسئ"),
    ],
)
def test_verbs(past, present, written):
    forms = verb_forms(past, present)
    assert [form for form in map(folded, written.split()) if form not in forms] == []
    assert len(set(forms)) == len(forms)


@pytest.mark.parametrize(
    ("past", "present", "wrong"),
    [("دعا", "يدعو", "دعات دعانا"), ("التقى", "يلتقي", "التقىت يلتقيون"), ("أعلن", "يعلن", "يعن"),
     ("رأى", "يرى", "يريون"), ("احتاج", "يحتاج", "يحتج"), ("ساعد", "يساعد", "يسعد")],
)  # fmt: skip
def test_verbs_have_no_such_form(past, present, wrong):
    assert not set(map(folded, wrong.split())) & set(verb_forms(past, present))


def test_nouns():
    assert {"زياره", "الزياره", "زيارتين", "زيارات", "الزيارات"} <= set(noun_forms("زيارة"))
    assert {"هجوم", "الهجوم", "هجوما", "هجومين"} <= set(noun_forms("هجوم"))


def test_adjectives():
    assert {"روسي", "روسيه", "الروسي", "الروسيه", "الروسيين", "روسيون", "الروسيات"} <= set(nisba_forms("روسيّ"))
    assert nisba_forms("الروسي") == nisba_forms("روسي")
    assert {"موكد", "موكدا", "موكده", "موكدين"} <= set(participle_forms("مؤكّد"))


@pytest.mark.parametrize("word", ["", "ى", "ي", "أ", "ء", "يء", "ا", "xyz"])
def test_odd_input_gives_something(word):
    verb_forms(word, word)
    noun_forms(word)
    nisba_forms(word)
    participle_forms(word)
