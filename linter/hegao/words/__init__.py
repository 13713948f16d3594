"""Words: the vocabulary of official documents, from the tables of rules/tables, and patterns composed from it and the grammars."""
