"""A sound draft becomes a linked handbook."""

from cmi_handbook.link.handbook import link
from cmi_handbook.link.release import Released, hold_back

__all__ = ["Released", "hold_back", "link"]
