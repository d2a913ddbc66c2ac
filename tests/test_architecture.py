"""The house rules: imports run one way, files stay small, data is all used and as its cards say."""

import hashlib
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import taqarub

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(str(files("taqarub")))
DATA = PACKAGE / "data"
LONGEST = 450


def test_imports_run_one_way():
    program = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_public_names():
    assert len(taqarub.__all__) <= 12
    assert [name for name in taqarub.__all__ if not hasattr(taqarub, name)] == []


def test_the_package_is_typed():
    assert (PACKAGE / "py.typed").is_file()


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_short_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert path.stem not in ("utils", "helpers", "common", "misc")


def test_every_data_file_is_loaded():
    """Each file is named by some module, itself or by its folder."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    orphans = []
    for path in sorted(DATA.rglob("*")):
        name = path.relative_to(DATA).as_posix()
        card = path.suffix == ".toml" and path.with_suffix(".crfsuite").exists()
        if path.is_file() and not card and path.stem.lower() != "readme":
            folder = name.rpartition("/")[0]
            if f'"{name}"' not in code and (not folder or f'"{folder}"' not in code):
                orphans.append(name)
    assert orphans == []


@pytest.mark.parametrize("model", sorted(DATA.glob("models/*.crfsuite")), ids=lambda path: path.stem)
def test_a_model_is_the_one_its_card_describes(model):
    card = tomllib.loads(model.with_suffix(".toml").read_text(encoding="utf-8"))
    assert card["sha256"] == hashlib.sha256(model.read_bytes()).hexdigest()
    assert card["licence"]
    assert card["data"]
