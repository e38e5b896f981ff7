"""The editors' reference: pages and schemas written from the code, so that they cannot fall behind it."""

from cmi_handbook.render.reference.reference import ids_file, reference_files

__all__ = ["ids_file", "reference_files"]
