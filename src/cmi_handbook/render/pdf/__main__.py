"""The typesetter's own process; started by `worker.typeset`, never by hand."""

from cmi_handbook.render.pdf.worker import main

main()
