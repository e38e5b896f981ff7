"""Views become text: Markdown pages, JSON, PDF.  `write` alone touches the disk."""
