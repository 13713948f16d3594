"""Checks of the rules LAY: paper, margins, fonts and sizes, places of the parts of a document on the page."""
