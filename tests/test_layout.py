"""The house stands as it was drawn: rooms import only what comes before them, and nothing grows out of hand."""

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "hustings"
MODULES = sorted(SRC.rglob("*.py"))
# What each room may import besides itself and errors.
ALLOWED = {
    "errors": set(),
    "record": set(),
    "measures": {"record"},
    "models": {"record", "measures"},
    "claims": {"record", "measures"},
    "publish": {"record", "measures", "models"},
    "web": {"record", "measures", "models", "claims", "publish"},
    "cli": {"record", "measures", "models", "claims", "publish", "web"},
    "__init__": {"record"},
    "__main__": {"cli"},
}
GRAB_BAGS = {"util", "utils", "helper", "helpers", "common", "misc", "base", "core", "lib", "tools"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50
MOST_PARAMETERS = 5


def name_of(module: Path) -> str:
    return str(module.relative_to(SRC))


def room_of(module: Path) -> str:
    return module.relative_to(SRC).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.AST) -> set[str]:
    """The rooms imported anywhere in a module, inside functions too."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names if node.module == "hustings"}
    return {name.split(".")[1] for name in names if name.startswith("hustings.") and len(name.split(".")) > 1}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_room_imports_only_rooms_before_it(module: Path) -> None:
    room = room_of(module)
    rooms = imported_rooms(ast.parse(module.read_text()))
    assert rooms <= ALLOWED[room] | {room, "errors", "__version__"}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_modules_and_functions_stay_short(module: Path) -> None:
    text = module.read_text()
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name
            parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            # A command of the command line has a parameter for each of its options.
            assert room_of(module) == "cli" or len(parameters) <= MOST_PARAMETERS, node.name


def test_no_grab_bags() -> None:
    names = {part.removesuffix(".py") for module in MODULES for part in module.relative_to(SRC).parts}
    assert not names & GRAB_BAGS


def test_every_module_and_public_function_says_what_it_is() -> None:
    for module in MODULES:
        tree = ast.parse(module.read_text())
        assert ast.get_docstring(tree), module
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{module}: {node.name}"
