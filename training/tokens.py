"""The tokenizer of the trained model: words with hyphens stay whole, sentences glued together are split."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def blank() -> Language:
    """A blank English pipeline with these settings."""
    import spacy

    return with_tokenizer(spacy.blank("en"))


def with_tokenizer(nlp: Language) -> Language:
    """``nlp`` with these settings; they are stored with the trained model."""
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    infixes = [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}])[,;:!?](?=[{ALPHA}])",
        r"(?<=[\w)])(?:–|—|--|/|\(|\)|\[|\]|·|\||\"|“|”)(?=[\w(])",
        rf"(?<=[{ALPHA_UPPER}][{ALPHA_UPPER}])-(?=[{ALPHA_LOWER}])",
        rf"(?<=[{ALPHA}0-9])[:<>=](?=[{ALPHA}])",
    ]
    prefixes = [*nlp.Defaults.prefixes, r"[•·–—*>|/-]", r"l'(?=\w)", r"d'(?=\w)"]  # type: ignore[misc]
    suffixes = [*nlp.Defaults.suffixes, r"[•·–—*|/-]"]  # type: ignore[misc]
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search  # type: ignore[attr-defined]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search  # type: ignore[attr-defined]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[attr-defined]
    return nlp
