"""Words: the vocabulary of official documents, read from the tables of rules/tables, and patterns composed from it."""
