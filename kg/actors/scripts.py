"""Names of any script in folded Latin words, and how much of their sound the script writes."""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from kg.gazetteer import fold

Script = Literal["latin", "alphabet", "abjad", "indic", "kana", "hangul", "han", "han_foreign"]
"""An abjad writes no short vowels; kana and Han characters write foreign sounds only nearly ("han_foreign")."""

_SCRIPTS: dict[str, Script] = {
    "LATIN": "latin",
    "CYRILLIC": "alphabet",
    "GREEK": "alphabet",
    "GEORGIAN": "alphabet",
    "ARMENIAN": "alphabet",
    "ARABIC": "abjad",
    "HEBREW": "abjad",
    "THAANA": "abjad",
    "SYRIAC": "abjad",
    "KATAKANA": "kana",
    "HIRAGANA": "kana",
    "HANGUL": "hangul",
    "CJK": "han",
}
_INVISIBLE = re.compile(
    "[\u00ad\u0610-\u061a\u0640\u064b-\u065f\u0670\u05b0-\u05c7\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
)
_VOWEL_LETTERS = str.maketrans(dict.fromkeys("اأإآٱعאע", "a") | {"ى": "a", "ة": "a"})
"""Letters that abjads do write for vowels, and that `anyascii` leaves out."""
_HONOURABLE = re.compile(r"^मा\.?\s*(?=\S+\s)")
_GLIDE = re.compile(r"(?<=[bdfghjkmnprst])iy(?=[auoe])")
"""Of kana that make one sound of two: "jiyonson"."""
_GREEK = str.maketrans({"η": "ι", "ή": "ι", "υ": "ι", "ύ": "ι"})
_DIGRAPHS = (  # what one foreign sound takes two letters for
    (re.compile(r"\bντ|ντ\b"), "d"), (re.compile(r"\bμπ|μπ\b"), "b"), (re.compile(r"\bγκ|γκ\b"), "g"),
    (re.compile("ντ"), "nd"), (re.compile("μπ"), "mb"), (re.compile("γκ"), "ng"), (re.compile("τζ"), "j"),
    (re.compile("ου|ού"), "u"), (re.compile("ει|εί|οι|οί"), "i"), (re.compile("αι|αί"), "e"),
    (re.compile("([αε])[υύ](?=[βγδζλμνραειου])"), r"\1v"), (re.compile("([αε])[υύ]"), r"\1f"), ("χ", "h"),
)  # fmt: skip
_COMPOUND = {"欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "夏侯", "皇甫", "東方", "东方"}
_KOREAN_COMPOUND = {"남궁", "황보", "제갈", "사공", "선우", "독고", "서문"}
_KOREAN_FAMILIES = {
    "이": "lee", "리": "lee", "노": "roh", "로": "roh", "유": "yoo", "류": "ryu", "임": "lim", "림": "lim",
    "박": "park",
    "최": "choi", "정": "jung", "조": "cho", "강": "kang", "김": "kim", "우": "woo", "오": "oh", "안": "ahn",
    "문": "moon",
}  # fmt: skip
_LONGEST_HAN = 4
"""Han or hangul syllables without a space or dot: beyond these it is no East Asian name."""


@lru_cache(maxsize=200_000)
def alphabet_of(name: str) -> str:
    """What Unicode calls the script of the first letter that is not Latin: "ARABIC", "HEBREW"; else "LATIN"."""
    for letter in name:
        if (
            not letter.isascii()
            and letter.isalpha()
            and (told := unicodedata.name(letter, "").split(" ")[0]) != "LATIN"
        ):
            return told
    return "LATIN"


@lru_cache(maxsize=200_000)
def script_of(name: str) -> Script:
    """How the script of the first letter that is not Latin writes sounds."""
    script = _SCRIPTS.get(alphabet_of(name), "indic")
    return "han_foreign" if script == "han" and not _is_han_name(name) else script


def _is_han_name(name: str) -> bool:
    """Whether it is family and given name of its own, not a foreign name in Han characters."""
    return len(name.replace(" ", "")) <= (_LONGEST_HAN if name[:2] in _COMPOUND else _LONGEST_HAN - 1)


@lru_cache(maxsize=200_000)
def romanised(name: str) -> str:
    """A name in Latin letters, words apart as the script has them; case and hyphens are kept.

    An East Asian name written without a space is parted into family and given name.
    """
    name = _INVISIBLE.sub("", unicodedata.normalize("NFKC", name))
    match script_of(name):
        case "latin":
            return name
        case "abjad":
            name = name.translate(_VOWEL_LETTERS)
        case "han" if name.isalpha():
            name = _parted(name, 2 if name[:2] in _COMPOUND else 1)
        case "hangul" if len(name) <= _LONGEST_HAN and name.isalpha():
            return _korean(name)
        case "indic":
            name = _HONOURABLE.sub("", name)
        case "alphabet" if alphabet_of(name) == "GREEK":
            name = _greek(name)
    from anyascii import anyascii

    words = (anyascii(word) for word in re.split(r"[\s·・=＝•‧]+", name))
    return " ".join(_GLIDE.sub("", word) if script_of(name) == "kana" else word for word in words)


def _parted(name: str, family: int) -> str:
    return f"{name[:family]} {name[family:]}" if len(name) > family else name


def _korean(name: str) -> str:
    from anyascii import anyascii

    family = 2 if name[:2] in _KOREAN_COMPOUND else 1
    first, given = name[:family], name[family:]
    return f"{_KOREAN_FAMILIES.get(first) or anyascii(first)} {anyascii(given)}".strip().lower()


def _greek(name: str) -> str:
    name = fold(name)
    for digraph, sound in _DIGRAPHS:
        name = digraph.sub(sound, name) if isinstance(digraph, re.Pattern) else name.replace(digraph, sound)
    return name.translate(_GREEK)
