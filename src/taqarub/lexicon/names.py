"""Personal names as words: how they are romanized, and how frequent ordinary words are."""

from __future__ import annotations

from dataclasses import dataclass

from taqarub.lexicon.load import data_folder, read_csv


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded words: `romanized` to Latin, `weight` how often borne as a name, `frequency` log2 of uses in news."""

    romanized: dict[str, str]
    weight: dict[str, int]
    frequency: dict[str, int]


def load_name_words() -> NameWords:
    """Load `data/names.csv` and `data/frequency.tsv`."""
    romanized, weight = {}, {}
    for row in read_csv("names.csv"):
        romanized[row["name"]] = row["english"]
        weight[row["name"]] = int(row["count"])
    frequency = {}
    for line in (data_folder() / "frequency.tsv").read_text(encoding="utf-8").splitlines():
        bucket, words = line.split("\t")
        frequency.update(dict.fromkeys(words.split(), int(bucket)))
    return NameWords(romanized, weight, frequency)
