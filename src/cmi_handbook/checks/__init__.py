"""The rules an edition is held to: one module each, all faults reported at once."""

from __future__ import annotations

from cmi_handbook.checks import (
    alias_in_text,
    assigned_outside_responsibilities,
    citation_not_in_text,
    citation_unrecorded,
    conflict_without_decision,
    control_character,
    definition_against_kind,
    differs_from_source,
    duplicate_id,
    excerpt_not_in_paragraph,
    force_without_bearer,
    form_claimed_twice,
    form_matches_nothing,
    home_not_quoted,
    id_not_folder,
    inline_mark,
    judgement_without_reason,
    malformed_id,
    membership_circle,
    modal_outside_statements,
    modality_against_trigger,
    named_at_wrong,
    narrative_though_used,
    paragraph_order,
    publication_held_back,
    reference_never_cited,
    retired_id,
    source_hash,
    struck_citation_live,
    subject_not_quoted,
    term_never_used,
    trigger_not_in_quotes,
    unknown_id,
    unknown_marking,
    unknown_reference,
    unknown_value,
    unused_sentence,
)
from cmi_handbook.checks.form import (
    broken_yaml,
    deep_nesting,
    duplicate_key,
    empty_file,
    exploding_alias,
    missing_field,
    unexpected_file,
    unknown_field,
    unreadable_file,
    wrong_type,
    yaml_feature,
)
from cmi_handbook.checks.publication_held_back import against
from cmi_handbook.checks.rule import Rule
from cmi_handbook.diagnostics import Diagnostic
from cmi_handbook.model.draft import Draft

__all__ = ["RULES", "Rule", "against", "rule", "run_checks"]

RULES: tuple[Rule, ...] = (
    # form, found by parse/
    unreadable_file.RULE,
    broken_yaml.RULE,
    yaml_feature.RULE,
    deep_nesting.RULE,
    exploding_alias.RULE,
    duplicate_key.RULE,
    unknown_field.RULE,
    wrong_type.RULE,
    missing_field.RULE,
    unexpected_file.RULE,
    empty_file.RULE,
    # ids
    duplicate_id.RULE,
    malformed_id.RULE,
    retired_id.RULE,
    unknown_id.RULE,
    membership_circle.RULE,
    id_not_folder.RULE,
    # the text
    paragraph_order.RULE,
    differs_from_source.RULE,
    source_hash.RULE,
    unused_sentence.RULE,
    narrative_though_used.RULE,
    inline_mark.RULE,
    excerpt_not_in_paragraph.RULE,
    # statements
    modal_outside_statements.RULE,
    trigger_not_in_quotes.RULE,
    modality_against_trigger.RULE,
    force_without_bearer.RULE,
    judgement_without_reason.RULE,
    assigned_outside_responsibilities.RULE,
    home_not_quoted.RULE,
    unknown_value.RULE,
    subject_not_quoted.RULE,
    # terms and parties
    term_never_used.RULE,
    form_matches_nothing.RULE,
    form_claimed_twice.RULE,
    alias_in_text.RULE,
    definition_against_kind.RULE,
    named_at_wrong.RULE,
    # references
    unknown_reference.RULE,
    reference_never_cited.RULE,
    struck_citation_live.RULE,
    citation_not_in_text.RULE,
    citation_unrecorded.RULE,
    # release
    unknown_marking.RULE,
    conflict_without_decision.RULE,
    publication_held_back.RULE,
    # what text is made of
    control_character.RULE,
)
"""All rules in the order of their codes; codes are permanent."""


def run_checks(draft: Draft) -> list[Diagnostic]:
    """Return every fault that the rules find in a draft, in the order of the rules."""
    return [fault for rule_ in RULES if rule_.check is not None for fault in rule_.check(draft)]


def rule(code: str) -> Rule | None:
    """Return the rule of a code."""
    return next((rule_ for rule_ in RULES if rule_.code == code), None)
