"""Personal names as words: how they are romanized, and how frequent ordinary words are."""

from __future__ import annotations

from dataclasses import dataclass

from taqarub.lexicon.load import data_folder, read_csv
from taqarub.text import folded
from taqarub.text.romanize import Naming, romanize


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded words: their Latin `spellings` by manner, `weight` how often borne as a name, `frequency` log2 of uses."""

    spellings: dict[Naming, dict[str, str]]
    weight: dict[str, int]
    frequency: dict[str, int]

    def romanize(self, name: str, naming: Naming) -> str:
        """A name in Latin letters, in the manner of its bearer's country."""
        return romanize(name, self.spellings[naming], naming)


def load_name_words() -> NameWords:
    """Load `data/names.csv`, `data/arab_names.csv` and `data/frequency.tsv`."""
    borne, weight = {}, {}
    for row in read_csv("names.csv"):
        borne[row["name"]] = row["english"]
        weight[row["name"]] = int(row["count"])
    spellings: dict[Naming, dict[str, str]] = {"arabic": dict(borne), "maghreb": dict(borne), "foreign": dict(borne)}
    for row in read_csv("arab_names.csv"):
        name = folded(row["name"])
        spellings["arabic"][name] = spellings["foreign"][name] = row["english"]
        spellings["maghreb"][name] = row["maghreb"]
        weight.setdefault(name, 1)
    frequency = {}
    for line in (data_folder() / "frequency.tsv").read_text(encoding="utf-8").splitlines():
        bucket, words = line.split("\t")
        frequency.update(dict.fromkeys(words.split(), int(bucket)))
    return NameWords(spellings, weight, frequency)
