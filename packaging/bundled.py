"""What the bundle runs: the command ``hegao``, and the parts of it that it starts as processes of their own."""

from __future__ import annotations

import multiprocessing
import runpy
import sys


def main() -> None:
    """Run the command, or the module that the program starts as ``python -P -m MODULE``: the bundle is its own Python."""
    multiprocessing.freeze_support()
    if sys.argv[1:3] == ["-P", "-m"] and len(sys.argv) > 3 and sys.argv[3].startswith("hegao."):
        del sys.argv[1:3]
        runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
        return
    from hegao.cli.main import main as hegao

    hegao()


if __name__ == "__main__":
    main()
