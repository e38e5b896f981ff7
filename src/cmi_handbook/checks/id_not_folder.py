"""An edition's folder bears the id of its publication.

The id is the first part of every address of the edition. A copied folder whose `id` was left as it was would
write its pages over those of the edition it was copied from.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield a fault when folder and id differ."""
    if draft.publication is None:
        return
    own = draft.publication.record.id
    if own != draft.folder:
        yield RULE.fault(draft.publication.at("id"), f"id `{own}` in the folder `{draft.folder}`",
                         f"write `id: {draft.folder}`, or rename the folder")


RULE = Rule("CMI106", "id-not-folder", __doc__, check)
