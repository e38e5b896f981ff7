"""A body belongs to the owner and is not `outside`; an actor stands beside the owner's bodies and is not `inside`.
Nobody inside belongs to a group outside, and nobody outside to one inside.

What is told of a group falls on its members, and the policy addresses those inside alone.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule

SIDES = (("bodies", "outside", "body", "actors"), ("actors", "inside", "actor", "bodies"))
"""A list, the side that none in it is on, what to call one of it, and the list for those who are."""


def check(draft: Draft) -> Faults:
    """Yield each party on the wrong side, and each membership that crosses the line."""
    sides = {entry.record.id: entry.record.nato for entries, wrong, _, _ in SIDES for entry in getattr(draft, entries)
             if entry.record.nato != wrong}
    for entries, wrong, noun, other in SIDES:
        for entry in getattr(draft, entries):
            if entry.record.nato == wrong:
                yield RULE.fault(entry.at("nato"), f"a {noun} that is {wrong}", f"move the record to `{other}.yaml`")
                continue
            for place, membership in enumerate(entry.record.member_of):
                if {entry.record.nato, sides.get(membership.to)} == {"inside", "outside"}:
                    yield RULE.fault(entry.at("member_of", place, "to"),
                                     f"`{membership.to}` is {sides[membership.to]}, its member {entry.record.nato}",
                                     "remove the membership, or mend `nato` of one of the two")


RULE = Rule("CMI413", "inside-against-outside", __doc__, check)
