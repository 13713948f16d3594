"""Engine: rules bound to checks, one walk over each document, judgement over the batch."""
