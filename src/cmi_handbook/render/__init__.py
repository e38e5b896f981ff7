"""Views become text: Markdown pages, JSON, PDF.  No look-ups; `write` alone touches the disk."""
