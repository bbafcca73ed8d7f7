"""Questions with options and answers, as documents list them -> entries of the bank, or what is asked in the notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from deckbuild.importing.draft import Value
from deckbuild.importing.flow import Para
from deckbuild.importing.guide.words import label_of
from deckbuild.importing.markup import unmarked

_NUMBER = re.compile(r"(?:q(?:uestion)?\.?\s*)?(?:#\s*)?[0-9]{1,3}\s*[.):]\s*|question\s*:\s*", re.IGNORECASE)
_OPTION = re.compile(r"\(?([a-hA-H])[.)]\s+(?=\S)")
_LETTERS = re.compile(r"(?:\(?[a-h]\)?(?:[.,:)&]|\s+and\b|\s*$|\s+(?=[a-h]\b)|\s*[–-]\s)\s*)+", re.IGNORECASE)
_TRUTH = re.compile(r"\W*(true|false|vrai|faux|verdadero|falso|richtig|falsch|wahr|صحيح|خطأ)\b", re.IGNORECASE)
_TRUE = ("true", "vrai", "verdadero", "richtig", "wahr", "صحيح")
_BLANK = re.compile(r"_{3,}|\.{5,}|…{2,}")


@dataclass
class Asked:
    """A question while it is gathered."""

    stem: str
    place: str
    options: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    feedback: str = ""
    labels: list[str] = field(default_factory=list)
    """Words such as `Answer:` that are said by the kind of entry."""
    marks: list[str] = field(default_factory=list)
    """Numbers and letters that test papers set anew."""


def gathered(items: Sequence[Para]) -> list[Asked]:
    """The questions in a run of paragraphs and items."""
    out: list[Asked] = []
    top = min((one.item for one in items if one.item >= 0), default=-1)
    answering = False
    for para in items:
        meaning, rest = label_of(para)
        if meaning in ("answers", "feedback") and out:
            said = unmarked(rest)
            out[-1].labels.append(para.plain[: len(para.plain) - len(said)] if said else para.plain)
            answering = not rest and meaning == "answers"
            if rest and meaning == "answers":
                out[-1].answers.append(rest.strip("*"))
            elif rest:
                out[-1].feedback = rest
            continue
        option = _OPTION.match(para.text)
        below = para.item > top >= 0
        if out and (option or below or para.lettered) and not answering:
            out[-1].options.append(para.text[option.end() :] if option else para.text)
            out[-1].marks += [option[0]] if option else []
        elif out and answering and (para.item >= 0 or not _is_question(para)):
            out[-1].answers.append(para.text)
        elif out and not _is_question(para) and para.item < 0 and not _NUMBER.match(para.text):
            out[-1].stem += f" {para.text}"
        else:
            answering = False
            out.append(
                Asked(_NUMBER.sub("", para.text, count=1) if _NUMBER.match(para.text) else para.text, para.place)
            )
    return out


def _is_question(para: Para) -> bool:
    return (
        para.plain.rstrip().endswith(("?", "؟")) or bool(_NUMBER.match(para.plain)) or bool(_BLANK.search(para.plain))
    )


def bank_entry(asked: Asked) -> Mapping[str, Value] | None:
    """The question as the bank shapes it, without its id; None where nobody could mark it."""
    stem = asked.stem.replace("\\_", "_").strip().strip("*").strip()
    if not stem or not asked.answers:
        return None
    values = _choice(asked) if asked.options else _truth(asked) or _completion(asked, stem) or _several(asked)
    if values is None:
        return None
    if asked.feedback:
        values["feedback"] = " ".join(filter(None, (str(values.get("feedback", "")), asked.feedback)))
    return {"type": values.pop("type"), "stem": values.pop("stem", stem), **values}


def _choice(asked: Asked) -> dict[str, Value] | None:
    if not 2 <= len(set(asked.options)) == len(asked.options) <= 26:
        return None
    right, more = _right(asked)
    if not right:
        return None
    values: dict[str, Value] = {"type": "choice", "options": tuple(asked.options), "answer": _one_or_all(right)}
    return {**values, "feedback": more} if more else values


def _truth(asked: Asked) -> dict[str, Value] | None:
    found = _TRUTH.match(asked.answers[0]) if len(asked.answers) == 1 else None
    if not found:
        return None
    asked.labels.append(found[1])
    more = asked.answers[0][found.end() :].strip(" .,:;–-*")
    values: dict[str, Value] = {"type": "true_false", "answer": found[1].lower() in _TRUE}
    return {**values, "feedback": more} if more else values


def _completion(asked: Asked, stem: str) -> dict[str, Value] | None:
    if len(_BLANK.findall(stem)) != 1:
        return None
    return {"type": "completion", "stem": _BLANK.sub("___", stem), "answer": _one_or_all(asked.answers)}


def _several(asked: Asked) -> dict[str, Value]:
    return {"type": "open", "answer": tuple(asked.answers)}


def _one_or_all(answers: Sequence[str]) -> Value:
    return answers[0] if len(answers) == 1 else tuple(answers)


def _right(asked: Asked) -> tuple[list[str], str]:
    """The options that the answer names, by their letters or by their words; and what else it says."""
    said = " ".join(asked.answers)
    plain = unmarked(said).strip()
    letters = _LETTERS.match(plain)
    if letters:
        asked.labels.append(letters[0].strip())
        numbers = [ord(letter) - ord("a") for letter in re.findall(r"[a-h]", letters[0].lower().replace("and", ""))]
        found = [asked.options[number] for number in dict.fromkeys(numbers) if number < len(asked.options)]
        rest = plain[letters.end() :].strip(" .:–-")
        repeated = any(unmarked(one).casefold().strip(" .") == rest.casefold() for one in found)
        if found:
            asked.labels += [rest] if repeated else []
            return found, "" if repeated else rest
    found = [one for one in asked.options if unmarked(one).casefold().rstrip(" .") in plain.casefold()]
    if len(found) == 1 and unmarked(found[0]).casefold().strip(" .") == plain.casefold().strip(" ."):
        asked.labels.append(plain)
    return found, ""
