"""Everything between a rendered handbook and the reader: one output folder, whole, hashed and swapped in at once.

`build.py` names the stages; each stage is a module that writes below a folder
which nobody sees yet.  `place.py` makes that folder the output by one rename.
`verify.py` reads what `hashes.py` wrote.
"""
