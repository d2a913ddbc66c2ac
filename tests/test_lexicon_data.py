"""The lexicon's data files, tested as data: examples fire, codes and dates are sound, nothing is said twice."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from taqarub.errors import LexiconError
from taqarub.extract.mentions import find_mentions
from taqarub.extract.mentions.geography import find_states
from taqarub.extract.view import view
from taqarub.lexicon import default
from taqarub.lexicon.load import list_data, read_csv, read_toml
from taqarub.lexicon.people import People, _add_person
from taqarub.model import Article
from taqarub.text import fold, folded, tokenize

DAY = "2022-03-15"
TERRITORIES = {"HKG"}
"""Codes of ISO 3166-1 that have officials and organizations of their own but are no state of the lexicon."""

FAMILIES = {
    "states": ("state", lambda entry: entry["code"]),
    "organizations": ("organization", lambda entry: f"{entry['code']}:{entry['name']}"),
    "institutions": ("institution", lambda entry: entry["id"]),
    "offices": ("office", lambda entry: entry["id"]),
}
NEEDS_CONTEXT = {("organizations:HAMAS:Hamas", "لعب الفريق بكل حماس")}
"""Words of the language that are names too, where no list can tell which."""


def people_rows():
    return [row for name in list_data("people", ".csv") for row in read_csv(name)]


def term_rows():
    return [row for name in list_data("terms", ".csv") for row in read_csv(name)]


def examples(key):
    for family, (table, identity) in FAMILIES.items():
        for entry in read_toml(f"{family}.toml")[table]:
            for text in entry.get(key, ()):
                name = f"{family}:{identity(entry)}"
                marks = [pytest.mark.xfail(strict=True)] if (name, text) in NEEDS_CONTEXT else []
                yield pytest.param(name, text, id=f"{name}: {text}", marks=marks)


@pytest.mark.parametrize(("entry", "text"), list(examples("examples")))
def test_an_example_names_its_entry(entry, text):
    """A word for a state may end up inside a longer mention: the Russian foreign minister."""
    seen = view(Article("example", text, published=DAY), default())
    assert entry in {m.evidence.entry for m in [*find_states(seen), *find_mentions(seen)]}


@pytest.mark.parametrize(("entry", "text"), list(examples("not_examples")))
def test_a_counterexample_does_not(entry, text):
    seen = view(Article("example", text, published=DAY), default())
    assert entry not in {m.evidence.entry for m in find_mentions(seen)}


def repeated(values):
    return [value for value, count in Counter(values).items() if count > 1]


def test_identities_are_unique():
    assert repeated(entry["code"] for entry in read_toml("states.toml")["state"]) == []
    assert repeated((e["code"], e["name"]) for e in read_toml("organizations.toml")["organization"]) == []
    assert repeated(entry["id"] for entry in read_toml("institutions.toml")["institution"]) == []
    assert repeated(entry["id"] for entry in read_toml("offices.toml")["office"]) == []
    assert repeated(row["id"] for row in people_rows()) == []
    assert repeated((row["name"], row["country"]) for row in people_rows()) == []
    assert repeated(tuple(row.values()) for row in term_rows()) == []


def test_a_person_given_twice_is_refused():
    row = {"id": "a", "name": "A", "country": "RUS", "gender": "m", "forms": "ا ب", "short": "", "alone": ""}
    people = People()
    _add_person(people, row, "people/x.csv")
    with pytest.raises(LexiconError, match=r"people/x\.csv: a is there twice"):
        _add_person(people, row, "people/x.csv")


@pytest.fixture(scope="module")
def codes():
    states = {entry["code"] for entry in read_toml("states.toml")["state"]}
    return states, {entry["code"] for entry in read_toml("organizations.toml")["organization"]}


def test_codes_are_known(codes):
    states, organizations = codes
    known = states | organizations | TERRITORIES
    for rows in (people_rows(), term_rows(), list(read_csv("places.csv"))):
        assert {row["country"] for row in rows if row["country"]} - known == set()
    listed = read_toml("organizations.toml")["organization"]
    assert {entry["country"] for entry in listed if entry.get("country")} - states - TERRITORIES == set()
    institutions = read_toml("institutions.toml")["institution"]
    assert {code for entry in institutions for code in (*entry.get("states", ()), *entry.get("names", {}))} <= states
    assert {code for e in read_toml("offices.toml")["office"] for code in e.get("role_for", {})} <= known
    national = read_toml("outlets.toml")["national"]
    assert set(national) <= states


def test_a_sector_belongs_to_a_state(codes):
    states, organizations = codes
    sectors = set(read_toml("sectors.toml")) | {"CVL", "OPP", "REB", "MED", "BUS", "EDU", "JUD", "PTY", "REF", "CRM"}
    for code in organizations:
        state, hyphen, sector = code.partition("-")
        if hyphen and state in states and sector in sectors:
            assert len(state) == 3
        assert re.fullmatch(r"[A-Z0-9][A-Z0-9+-]*", code), code


def test_people_are_written_as_the_columns_say():
    for row in people_rows():
        assert re.fullmatch(r"[a-z0-9-]+", row["id"]), row
        assert row["gender"] in ("m", "f"), row
        assert row["forms"] or row["short"], row
        alone = {form for form in row["alone"].split("|") if form not in ("", "yes", "no")}
        assert alone <= set(row["short"].split("|")), row


def test_a_short_form_holds_no_full_one():
    """The longer would hide the full name, and count as half of one."""
    for row in people_rows():
        full = [f" {folded(form)} " for form in row["forms"].split("|") if form]
        for form in row["short"].split("|"):
            assert not [name for name in full if name in f" {folded(form)} "], (row["id"], form)


def test_a_title_hides_no_longer_name():
    """'الأمير سلطان' would be found in 'الأمير سلطان بن سلمان' and hide him."""
    titles = {"الملك", "الأمير", "الشيخ"}
    firsts = {form.split()[0] for row in people_rows() for form in row["forms"].split("|") if form}
    for row in people_rows():
        for form in row["short"].split("|"):
            if form and row["alone"] != "yes" and form.split()[0] in titles:
                assert form.split()[1] not in firsts, (row["id"], form)


def test_terms_have_dates_in_order():
    date = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
    ids, offices = {row["id"] for row in people_rows()}, {e["id"] for e in read_toml("offices.toml")["office"]}
    for row in term_rows():
        assert row["person"] in ids, row
        assert row["office"] in offices, row
        assert date.fullmatch(row["start"]), row
        assert not row["end"] or date.fullmatch(row["end"]), row
        assert not row["end"] or row["start"][: len(row["end"])] <= row["end"], row


def test_a_unique_office_has_one_holder_at_a_time():
    """The day of handover, or the month where no day is known, may have two."""
    unique = {entry["id"] for entry in read_toml("offices.toml")["office"] if entry.get("unique")}
    terms = defaultdict(list)
    for row in term_rows():
        if row["office"] in unique:
            terms[row["office"], row["country"]].append(row)
    for rows in terms.values():
        rows.sort(key=lambda row: (row["start"], row["end"] or "9999"))
        for before, after in pairwise(rows):
            end = before["end"] or "9999"
            precision = min(len(end), len(after["start"]))
            assert after["start"][:precision] >= end[:precision], (before, after)


def test_titles_do_not_name_their_body():
    """A body's name is read behind its title; inside the title it would hide which one is meant."""
    organizations = default().organizations.index
    offices = [e for e in read_toml("offices.toml")["office"] if e["id"] in ("secretary-general", "director-general")]
    for entry in offices:
        for form in (*entry["titles"], *entry.get("feminine", ()), *entry.get("construct", ())):
            tokens = tokenize(fold(form))
            hits = [hit for at in range(1, len(tokens)) for hit in organizations.at(tokens, at)]
            assert not [hit for hit in hits if not hit.value.weak and not hit.value.quoted], form


def test_surnames_that_stand_alone_are_not_short_words():
    """Of three letters and known to the news, a form is a word of the language sooner than a name."""
    words = default().name_words
    for row in people_rows():
        alone = row["alone"].split("|")
        for form in row["short"].split("|"):
            if form and ("yes" in alone or form in alone):
                assert len(folded(form)) > 3 or not words.frequency.get(folded(form)), (row["id"], form)


ORDINARY = "بري شي يلين سلال أفخم الترابي كولن المقبل بينت بنيت خطاب رئيسي ماي كبار شكر عرفات الصيد غني سلام"


@pytest.mark.parametrize("word", ORDINARY.split())
def test_ordinary_words_are_nobody(word):
    seen = view(Article("word", f"كان ذلك {word} في المدينة", published=DAY), default())
    assert [m.name for m in find_mentions(seen) if m.kind == "person" and m.evidence.rule == "people.listed"] == []


def test_forms_are_what_they_say():
    """No empty form, no stray separator, and no form that folding leaves nothing of."""
    for rows, columns in ((people_rows(), ("forms", "short")), (list(read_csv("places.csv")), ("forms",))):
        for row in rows:
            for column in columns:
                for form in row[column].split("|") if row[column] else ():
                    assert form == form.strip(), row
                    assert tokenize(fold(form)), row


def test_coordinates_are_on_earth():
    for row in read_csv("places.csv"):
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row


def test_every_nationality_is_found_with_and_without_the_article():
    index = default().states.index
    for entry in read_toml("states.toml")["state"]:
        for adjective in entry.get("nisba", ()):
            first, *rest = adjective.split()
            definite = " ".join([f"ال{first}", *(f"ال{word}" for word in rest)])
            for form in (adjective, adjective + ("ة" if not rest else ""), definite):
                if rest and not folded(first).endswith("ي"):
                    continue
                assert entry["code"] in {hit.state.code for hit in index.get(form)}, (entry["code"], form)
