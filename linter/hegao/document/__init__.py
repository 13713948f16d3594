"""Document: the model that rules see, built from the tree and the phrases in it."""
