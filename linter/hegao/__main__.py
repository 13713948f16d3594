"""``python -m hegao`` is the command ``hegao``."""

from hegao.cli.main import main

main()
