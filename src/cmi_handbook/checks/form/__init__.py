"""Rules of form: what the parser finds before there are records to check."""
