"""The records of a handbook: frozen, standard library only.

The modules hold what an editor writes (`text`, `statement`, `party`, `term`,
`apparatus`, `reading`, `publication`), a bundle of it that is not yet known to
be sound (`draft`), and what `link()` makes of a sound one (`handbook`).  Beside
them stand what is told of fields and read from it (`record`, `walk`), and what
words, ids and numbers are (`portion`, `prose`, `whole_words`, `ids`, `numbering`).
"""
