"""The documentation tells the truth: every command, option, output and link of it."""

import importlib.util
import re
import shlex
from pathlib import Path

import pytest
import typer

from taqarub.cli.app import app
from taqarub.export.contract import to_dict
from taqarub.model import Article, Reading

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "README.ar.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/cli.md")
GROUP = typer.main.get_command(app)
COMMANDS = GROUP.commands
SHELL = re.compile(r"^```(?:sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"(?<![\w/.<*-])([a-z_]+(?:/[a-z_]+)*\.(?:py|toml|csv|tsv|txt|jsonl))(?!\w)")


def page(name):
    return (ROOT / name).read_text(encoding="utf-8")


def options(command):
    return {name for parameter in command.params for name in parameter.opts if name.startswith("-")}


def section(command):
    return re.split(r"^## ", page("docs/cli.md").split(f"\n## {command}\n", 1)[1], flags=re.MULTILINE)[0]


def shown_commands():
    for name in PAGES:
        for block in SHELL.findall(page(name)):
            for line in block.splitlines():
                if (words := line.removeprefix("$ ")).startswith("taqarub "):
                    yield pytest.param(words, id=f"{name}: {words}")


def refresh():
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs/refresh.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_command_has_a_section_and_no_other():
    told = re.findall(r"^## (\w+)$", page("docs/cli.md"), re.MULTILINE)
    assert told == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_told_and_no_other(command):
    told = set(re.findall(r"`(--?[a-z-]+)", "".join(re.findall(r"^\| `--.*", section(command), re.MULTILINE))))
    assert told == options(COMMANDS[command]) - {"--help", "-h"}


def test_options_in_common_are_told():
    common = page("docs/cli.md").split("\n## In common\n")[1].split("\n## ")[0]
    assert all(f"`{name}`" in common for name in options(GROUP))


@pytest.mark.parametrize("line", list(shown_commands()))
def test_shown_command_exists(line):
    words = shlex.split(line, comments=True)[1:]
    words = words[: next((at for at, word in enumerate(words) if word in ("|", ">")), None)]
    command = COMMANDS.get(words[0], GROUP)
    assert command is not GROUP or words[0].startswith("-")
    assert {word for word in words if word.startswith("--")} <= options(command) | {"--help"}


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_shown_outputs_are_those_of_today(name):
    assert page(name) == refresh().refreshed(page(name)), "run: python docs/refresh.py"


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_python_of_the_readme_runs(name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    code = re.search(r"^```python\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)
    exec(compile(code[1], name, "exec"), {})
    assert "2022-03-15 CONSULT" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_every_key_of_the_contract_is_told(name):
    table = "\n".join(line for line in page(name).splitlines() if line.startswith("| `"))
    assert all(f"`{key}`" in table for key in to_dict(Reading(Article("id", "نص"))))


def test_make_targets_exist():
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    blocks = "".join(block for name in PAGES for block in SHELL.findall(page(name)))
    shown = set(re.findall(r"^make (\w+)", blocks, re.MULTILINE))
    assert shown and shown <= targets


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name):
    for link in re.findall(r"\]\(([^)#\s]+)", page(name)):
        assert link.startswith("https://") or ((ROOT / name).parent / link).exists(), link


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "docs/architecture.md", "NOTICE", "src/taqarub/data/README.md"])
def test_files_told_of_are_there(name):
    source = ROOT / "src/taqarub"
    for told in FILE.findall(page(name)):
        places = (ROOT / told, source / told, source / "data" / told)
        assert any(place.exists() for place in places), told
