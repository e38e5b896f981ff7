"""Whether the publication is in force is said only with the day on which that was checked and the source that
says so; what supersedes it is named when it is superseded, and only then.

Readers act on it. As long as nobody has checked, the status is `unknown`.
"""

from cmi_handbook.checks.rule import Draft, Faults, Rule


def check(draft: Draft) -> Faults:
    """Yield a status that nothing bears out."""
    if draft.publication is None:
        return
    head, at = draft.publication.record, draft.publication.at
    currency = head.currency
    for field in ("checked", "source"):
        if currency.status != "unknown" and not getattr(currency, field):
            yield RULE.fault(at("currency", "status"), f"`{currency.status}` without `{field}`",
                             f"add `{field}:`, or write `status: unknown`")
    if currency.status == "superseded" and not currency.successor:
        yield RULE.fault(at("currency", "status"), "`superseded` without `successor`", "name what supersedes it")
    if currency.status != "superseded" and currency.successor:
        yield RULE.fault(at("currency", "successor"), f"a successor of what is `{currency.status}`",
                         "write `status: superseded`, or take the successor out")
    if currency.checked and currency.checked < head.decided.iso:
        yield RULE.fault(at("currency", "checked"), f"checked on {currency.checked}, before {head.decided.iso}",
                         "write the day on which somebody looked")


RULE = Rule("CMI705", "currency-without-source", __doc__, check)
