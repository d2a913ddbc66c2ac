"""Pages as they are pasted, written for these tests: what is the page's is noise, and nothing else is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqarub.ingest import find_noise
from taqarub.lexicon.page import page_key, page_words
from work import calls

BODY = [
    "استقبل وزير الخارجية نظيره في العاصمة صباح اليوم وبحث معه سبل تطوير العلاقات بين البلدين.",
    "وقال الوزير في مؤتمر صحافي عقب اللقاء إن المحادثات كانت مثمرة وإن الجانبين اتفقا على لقاء آخر.",
    "ومن المقرر أن يعود الوفد إلى بلاده مساء غد بعد زيارة تستمر يومين يلتقي خلالها رجال أعمال.",
]
HEADLINE = "وزيرا الخارجية يبحثان تطوير العلاقات"


def noise_of(page: str) -> list[str]:
    return [page[span.start : span.end] for span in find_noise(page)]


def test_an_article_alone_has_none():
    assert noise_of("\n\n".join([HEADLINE, *BODY])) == []
    assert noise_of("\n".join([BODY[0], "العلاقات الاقتصادية", BODY[1], BODY[2]])) == []
    assert noise_of("") == noise_of("\n\n") == noise_of(BODY[0]) == []


def test_head_with_captions_and_the_headline_again():
    caption = "الوزيران خلال لقائهما في القصر (إعلام حكومي)"
    head = f"{caption}\n{caption}\nTT\n\n{HEADLINE}\n\n{caption}"
    page = f"{HEADLINE}\n\n{head}\n\n" + "\n\n".join(BODY)
    assert noise_of(page) == [head]


@pytest.mark.parametrize(
    "caption",
    [
        "الوزير لدى وصوله إلى المطار (رويترز)",
        "جانب من المحادثات بين الوفدين (أ ف ب)",
        "جانب من المحادثات بين الوفدين (أ.ف.ب)",
        "صورة تجمع الوزيرين (أرشيفية - أ.ب)",
        "الوزير متحدثا إلى الصحافيين (وكالة الأنباء السورية)",
        "وقفة أمام مقر السفارة (تصوير: سالم محمود)",
        "مبنى الوزارة (Getty Images)",
        "مصدر الصورة، Reuters",
        "التعليق على الصورة، الوزير عند وصوله",
    ],
)
def test_captions(caption):
    assert noise_of(f"{BODY[0]}\n{caption}\n{BODY[1]}") == [caption]


@pytest.mark.parametrize(
    "line",
    [
        "وقال الوزير إنه سيعود قريبا. (رويترز)",
        "بلغت قيمة الصفقة ثلاثة مليارات ريال (800 مليون دولار)",
        "جاء ذلك في بيان نقلته وكالة الأنباء الرسمية (واس).",
        "جاء ذلك في بيان نقلته وكالة الأنباء الرسمية (واس)",
        "قال إن الموعد هو السابع من آب (أغسطس)",
        "طالب بالمزيد من الدعم",
        "وأضاف أن المزيد من اللقاءات ستعقد الأسبوع المقبل في العاصمة بمشاركة وفود عدة.",
        "«خطوة مهمة»",
    ],
)
def test_not_noise(line):
    assert noise_of(f"{BODY[0]}\n{line}\n{BODY[1]}") == []


@pytest.mark.parametrize(
    "line",
    [
        "–", "***", "Sorry, you need to enable JavaScript", "فيسبوك تويتر واتساب", "شارك عبر تويتر",
        "نسخ الرابط تلغرام", "اقرأ أيضاً: الرئيس يلتقي سفراء جددا", "إقرأ أيضا", "المزيد من دوليات",
        "...المزيد", "جميع الحقوق محفوظة © 2022", "تابعونا على تلغرام", "وقت القراءة: 3 دقائق",
        "الرجاء تفعيل جافاسكريبت لعرض الموقع", "writer@example.com",
        "// انتهى //", "التعليقات", "يستخدم هذا الموقع ملفات تعريف الارتباط",
    ],
)  # fmt: skip
def test_lines_of_the_page(line):
    assert noise_of(f"{BODY[0]}\n{BODY[1]}\n{line}\n{BODY[2]}") == [line]


def test_teasers_in_the_middle_do_not_take_the_article_with_them():
    teasers = "اقرأ أيضا\nالرئيس يلتقي وفدا برلمانيا في القصر\nانطلاق أعمال المؤتمر الاقتصادي الثالث"
    page = "\n".join([BODY[0], teasers, BODY[1], BODY[2]])
    assert noise_of(page) == [teasers]


def test_a_subheading_after_teasers_is_the_articles():
    teasers = "مواضيع ذات صلة\nالرئيس يلتقي وفدا برلمانيا في القصر"
    page = "\n".join([BODY[0], teasers, "لقاءات أخرى مرتقبة", BODY[1], BODY[2]])
    assert noise_of(page) == [teasers]


def test_a_heading_alone_takes_itself_only():
    assert noise_of("\n".join([BODY[0], "اقرأ المزيد", BODY[1]])) == ["اقرأ المزيد"]


def test_teasers_and_another_article_to_the_end():
    tail = "\n\n".join([
        "مقالات ذات صلة", "كيف تغيرت خريطة التحالفات في المنطقة؟",
        "العالم عناصر من الجيش خلال تدريب مشترك (رويترز)", "كيف تغيرت خريطة التحالفات في المنطقة؟",
        "ترسم الزيارات المتبادلة بين العواصم خريطة جديدة للتحالفات في منطقة شهدت تحولات كثيرة.",
        "«الصحيفة اليومية» (لندن)\nأوروبا رئيس الوزراء في مؤتمر صحافي (أ.ب)",
        "رئيس الوزراء يعلن خطة اقتصادية جديدة", "أعلن رئيس الوزراء خطة من ثلاث مراحل لدعم الاقتصاد.",
        "«الصحيفة اليومية» (باريس)", *BODY,
    ])  # fmt: skip
    page = "\n\n".join([HEADLINE, *BODY, tail])
    assert noise_of(page) == [tail]


def test_another_article_without_a_heading():
    other = "انطلاق مؤتمر المانحين في جنيف"
    caption = "قاعة المؤتمر قبل بدء الجلسة (إ.ب.أ)"
    tail = "\n".join([other, caption, "TT", other, *BODY])
    page = "\n".join([*BODY, tail])
    assert noise_of(page)[-1].startswith(other)
    assert page.endswith(noise_of(page)[-1])


def test_a_list_for_screen_readers():
    block = "list of 2 items\nlist 1 of 2\nقصة قصيرة\nlist 2 of 2\nأخرى\nend of list"
    assert noise_of(f"{BODY[0]}\n{block}\n{BODY[1]}") == [block]


def test_within_a_line():
    link = "رابط الخبر بصحيفة الأيام: وزيرا الخارجية يبحثان العلاقات"
    assert noise_of(f"{BODY[0]} {link}") == [link]
    bar = "شارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك"
    assert noise_of(f"{bar} شارك وفد من البلاد في المؤتمر.") == [bar]
    assert noise_of("فيسبوك تعلن عن تحديث جديد لتطبيقها.") == []


def test_words_are_compared_folded():
    assert page_key("إقرأ أيضاً : ") == page_key("... اقرأ ايضا") == "اقرا ايضا"
    assert all(page_words().related)


PIECES = [*BODY, HEADLINE, "TT", "مقالات ذات صلة", "صورة (رويترز)", "", "–", "\r", "«أ» (ب)"]


@given(st.lists(st.sampled_from(PIECES)))
def test_spans_are_in_order_and_hold_something(lines):
    page = "\n".join(lines)
    spans = find_noise(page)
    assert all(a.end < b.start for a, b in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(page) and page[span.start : span.end].strip() for span in spans)


@given(st.text(max_size=300))
def test_never_fails(text):
    find_noise(text)


def test_linear():
    def work(count: int) -> int:
        page = "\n".join([HEADLINE, *BODY, "اقرأ المزيد"] * count)
        return calls(lambda: find_noise(page))

    work(10)
    assert work(800) < 2.5 * work(400)
