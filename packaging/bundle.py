"""``python packaging/bundle.py``: hegao with its tables and all that it needs as one file, for machines of this kind without Python.

Run it with a Python that has hegao (``pip install '.[lsp,pdf,register,web]'``) and PyInstaller (``pip install pyinstaller``).  What
is installed of the extras goes into the file.  It runs where the system is of the kind, and not older, than the one that it is made on.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: A document with slips that is checked with the bundle, and the exit status that it gives.
_EXAMPLE, _FOUND = HERE.parent / "examples" / "notice-with-defects.txt", 1
#: What is found in it, as the page of ``hegao serve`` has it.
_SHOWN = b'data-rule="NUM102"'
#: What the extras need that is not seen from the code: imported late, or by name.
_EXTRAS = ("jinja2", "xlsxwriter", "sqlalchemy", "psycopg", "pypdfium2", "pygls", "starlette", "uvicorn", "multipart", "python_multipart")
#: Of these everything is taken: libraries and data beside the code.
_WHOLE = ("pypdfium2", "pypdfium2_raw", "psycopg", "psycopg_binary")
#: What other packages would bring along, and hegao never asks for.
_LEFT_OUT = ("tkinter", "numpy", "PIL", "pytest", "hypothesis", "IPython", "setuptools", "pip")
#: Starts of which the median is told.
_STARTS = 7


def main(arguments: list[str]) -> int:
    """Make the bundle and try it; gives the exit status."""
    parser = argparse.ArgumentParser("python packaging/bundle.py", description="Make hegao one file for this kind of machine, and try it.")
    parser.add_argument("--output", type=Path, default=Path("dist"), metavar="FOLDER", help="where it is put (dist)")
    parser.add_argument("--try-only", action="store_true", help="try the bundle that is there")
    asked = parser.parse_args(arguments)
    bundle = asked.output / ("hegao.exe" if sys.platform == "win32" else "hegao")
    if not asked.try_only:
        missing = [name for name in ("hegao", "PyInstaller") if find_spec(name) is None]
        if missing:
            print(f"not installed for {sys.executable}: {', '.join(missing)}", file=sys.stderr)
            return 1
        with tempfile.TemporaryDirectory(prefix="hegao-bundle-") as folder:
            made = subprocess.run([sys.executable, "-m", "PyInstaller", *options(Path(folder), asked.output)], check=False)
        if made.returncode:
            return made.returncode
    print(f"{bundle}: {bundle.stat().st_size / 1_000_000:.1f} MB")
    for said in tried(bundle):
        print(said)
    return 0


def options(folder: Path, output: Path) -> list[str]:
    """The options of PyInstaller; what it leaves behind goes into a folder that is thrown away."""
    return [
        "--onefile",
        "--noconfirm",
        "--log-level=WARN",
        "--name=hegao",
        # Without the names that only debuggers need, Python's own library has half the size.
        *(["--strip"] if sys.platform == "linux" and shutil.which("strip") else []),
        f"--distpath={output.resolve()}",
        f"--workpath={folder / 'work'}",
        f"--specpath={folder}",
        # Where an editable install has its code.
        f"--paths={Path(next(iter(import_module('hegao').__path__))).parent}",
        "--collect-submodules=hegao",
        *(f"--add-data={path}{os.pathsep}{place}" for path, place in data()),
        *(f"--hidden-import={name}" for name in _EXTRAS if find_spec(name) is not None),
        *(f"--collect-all={name}" for name in _WHOLE if find_spec(name) is not None),
        *(f"--exclude-module={name}" for name in _LEFT_OUT),
        str(HERE / "bundled.py"),
    ]


def data() -> Iterator[tuple[Path, str]]:
    """Files that are no code, each with the folder that it is put into."""
    for package in ("hegao.rules", "hegao.grammars", "hegao"):
        root = Path(next(iter(import_module(package).__path__)))
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                yield path, "/".join((*package.split("."), *path.relative_to(root).parent.parts))


def tried(bundle: Path) -> Iterator[str]:
    """What comes of the bundle in an empty folder, with an empty environment; raises ``CalledProcessError`` where it does not work."""
    with tempfile.TemporaryDirectory(prefix="hegao-bundle-") as name:
        folder = Path(name)
        program = str(shutil.copy(bundle, folder))
        shutil.copy(_EXAMPLE, folder)
        # Windows starts nothing without its own folder.
        environment = {key: os.environ[key] for key in ("SYSTEMROOT",) if key in os.environ}
        environment["HEGAO_CACHE_DIR"] = str(folder / "cache")
        for words, status in ((["--version"], 0), (["check", _EXAMPLE.name], _FOUND), (["tree", _EXAMPLE.name], 0), (["rule"], 0)):
            taken = []
            for _start in range(_STARTS):
                begun = time.perf_counter()
                done = subprocess.run([program, *words], cwd=folder, env=environment, capture_output=True, check=False)
                taken.append(time.perf_counter() - begun)
                if done.returncode != status or not done.stdout:
                    raise subprocess.CalledProcessError(done.returncode, [program, *words], done.stdout, done.stderr)
            yield f"hegao {' '.join(words)}: {statistics.median(taken):.2f} s, median of {_STARTS} starts"
        if find_spec("uvicorn") is not None:
            yield served(program, folder, environment)


def served(program: str, folder: Path, environment: Mapping[str, str]) -> str:
    """What comes of the page at the desk: opened, a document sent, ended; raises ``CalledProcessError`` where it does not work."""
    begun = time.perf_counter()
    command = [program, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as desk:
        try:
            assert desk.stdout is not None
            line = desk.stdout.readline().split()
            address = line[-1].decode() if line else ""
            shown = time.perf_counter() - begun
            answer = _sent(address, _EXAMPLE.read_bytes()) if address else b""
            found = time.perf_counter() - begun
        finally:
            desk.send_signal(signal.SIGINT if sys.platform != "win32" else signal.SIGTERM)
        said, wrong = desk.communicate(timeout=30)
    if _SHOWN not in answer:
        raise subprocess.CalledProcessError(desk.returncode, command, said + answer, wrong)
    return f"hegao serve: its address after {shown:.2f} s, findings in a document sent there after {found:.2f} s"


def _sent(address: str, data: bytes) -> bytes:
    """What the desk answers to a document."""
    edge = b"--hegao"
    head = b'Content-Disposition: form-data; name="file"; filename="a.txt"'
    body = b"\r\n".join([edge, head, b"", data, edge + b"--", b""])
    headers = {"Origin": address.rstrip("/"), "Content-Type": "multipart/form-data; boundary=hegao"}
    request = urllib.request.Request(f"{address}files", body, headers)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return bytes(answer.read())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
