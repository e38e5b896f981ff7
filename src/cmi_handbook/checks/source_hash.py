"""The supplied document is the very file whose SHA-256 the publication names.

The text is checked against this file, so the file itself must not change unnoticed.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield a fault when the source file is not the one that was pinned."""
    if draft.publication is None or draft.source_sha256 is None:
        return
    record = draft.publication.record
    if record.source_sha256.lower() != draft.source_sha256:
        yield RULE.fault(draft.publication.at("source_sha256"), f"`{record.source_file}` is not the file of this hash",
                         "bring back the supplied file; if another was supplied, read it against the data first",
                         f"the file's SHA-256 is {draft.source_sha256}")


RULE = Rule("CMI203", "source-hash", __doc__, check)
