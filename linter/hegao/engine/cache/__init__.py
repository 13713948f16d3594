"""What earlier runs have left: results by all that decides them."""
