"""What a record says of the policy, and of who must do what, is what a second reader signed.

`signatures.yaml` holds a digest of it for each record that was signed: bearers, force, quotes, names, all but the
editor's own words. They are compared where nothing else is at fault; a record that nobody signed yet is no fault,
and `check` says how many there are. Signatures that were copied with another edition's folder hold nothing.
"""

from typing import Any

from cmi_handbook.checks.rule import Draft, Entry, Faults, Rule
from cmi_handbook.model.draft import kinds
from cmi_handbook.model.meaning import digest, meaning
from cmi_handbook.model.record import By

WAY_OUT = "have a second reader look at `cmi-handbook changed`, then run `cmi-handbook changed --sign`"


def signable(draft: Draft) -> dict[str, Entry[Any]]:
    """Return the records with an id that say something beside the editor's own words and that id, the head first."""
    own = [entry for entry in draft.marked if hasattr(entry.record, "id")]
    return {entry.record.id: entry for entry in own if len(meaning(entry.record, *By)) > 1}


def digests(draft: Draft) -> dict[str, str]:
    """Return the digest of each record that can be signed; that of the head covers the run of blocks as well."""
    blocks = [(entry.record.kind, getattr(entry.record, "id", getattr(entry.record, "words", None)))
              for entry in draft.blocks]
    return {id_: digest(entry.record, *([blocks] if entry is draft.publication else []))
            for id_, entry in signable(draft).items()}


def check(draft: Draft) -> Faults:
    """Yield each record that says something else than it did when it was signed, and each that is gone since."""
    known, now = signable(draft), digests(draft)
    whole = draft.whole(*(kind.key for kind in kinds(Draft)))
    signed = {entry.record.of for entry in draft.signatures}
    if not whole or draft.publication is None or not signed:
        return
    if draft.head.id not in signed:
        if signed <= known.keys():  # or else the head of another edition stands there
            yield RULE.fault(draft.publication.at("id"), "records are signed, and the publication is not", WAY_OUT)
        return
    for entry in draft.signatures:
        record = known.get(entry.record.of)
        if record is None:
            yield RULE.fault(entry.at("of"), f"`{entry.record.of}` was signed, and is not here", WAY_OUT)
        elif now[entry.record.of] != entry.record.meaning:
            yield RULE.fault(record.at("id"), f"`{entry.record.of}` does not say what was signed", WAY_OUT)


RULE = Rule("CMI414", "changed-reading", __doc__, check, last=True)
