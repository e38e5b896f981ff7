"""The records of a handbook: frozen, without behaviour of their own, standard library only.

The modules hold what an editor writes (`text`, `statement`, `party`, `term`,
`apparatus`, `reading`, `publication`), a bundle of it that is not yet known to
be sound (`draft`), and what `link()` makes of a sound one (`handbook`).
"""
