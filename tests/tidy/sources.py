"""The files the project consists of, as git has them."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = tuple(sorted(path.parent.name for path in ROOT.glob("src/*/__init__.py")))


def tracked() -> list[Path]:
    """Return every file of the project, also new ones that are not ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for path in map(ROOT.joinpath, listed.splitlines()) if path.is_file()]


def python_files(*folders: str) -> list[Path]:
    """Return the Python files below the folders, as `src` or `tests`."""
    wanted = [ROOT / folder for folder in folders]
    return [
        path
        for path in tracked()
        if path.suffix == ".py" and any(path.is_relative_to(folder) for folder in wanted)
    ]


def name(path: Path) -> str:
    """Return the path within the project."""
    return path.relative_to(ROOT).as_posix()
