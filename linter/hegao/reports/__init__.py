"""Reports: each a pure function of the same list of findings or documents."""
