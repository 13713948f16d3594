"""Drafts that are open in an editor: what is found while they are typed, and what the editor shows of them."""
