"""The words of the grammar: ``vocabulary``, from which terminals.lark imports, is made of the tables and lies in no file."""

from __future__ import annotations

from hegao.words.patterns import ending_in, one_of
from hegao.words.vocabulary import body_endings, element_words, labels


def vocabulary() -> str:
    """A grammar with a building block for each of the word lists that kinds of line are told by."""
    patterns = {
        "_BODY_ENDING": ending_in(body_endings("sign")),
        "_FIELD_LABEL": one_of(labels("begin")),
        "_NOTE_WORD": one_of([*element_words("note"), *labels("note")]),
        "_COPIES_WORD": one_of(element_words("copies")),
        "_DISCLOSURE_WORD": one_of(element_words("disclosure")),
        "_ATTACHMENT_WORD": one_of(element_words("attachment")),
        "_COLOPHON_LABEL": one_of(element_words("colophon")),
        "_SECRECY": one_of(element_words("secrecy")),
        "_URGENCY": one_of((*element_words("urgency"), *element_words("urgency-slip"))),
        "_ANY_SECRECY": one_of((*element_words("secrecy"), *element_words("secrecy-slip"))),
        "_SIGNER_WORD": one_of(element_words("signer")),
        "_ANY_SIGNER": one_of((*element_words("signer"), *element_words("signer-slip"))),
        "_CODE_ENDING": one_of(element_words("code")),
    }
    return "".join(f"{name}: /{pattern}/\n" for name, pattern in patterns.items())
