"""How fast is hegao?  ``python -m benchmarks`` in the checkout measures it; docs/benchmarks.md shows and explains the figures.

No part of the installed package, and no test: nothing here judges a figure.
"""
