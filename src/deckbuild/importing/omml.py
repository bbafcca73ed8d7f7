"""Office's formulas -> LaTeX, or a line of text where LaTeX can't say them (ISO/IEC 29500 part 1, 22.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.ooxml.tree import Element, local

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DEEPEST = 40

_SIGNS = {
    "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta", "ε": r"\varepsilon", "ϵ": r"\epsilon",
    "ζ": r"\zeta", "η": r"\eta", "θ": r"\theta", "ι": r"\iota", "κ": r"\kappa", "λ": r"\lambda", "μ": r"\mu",
    "ν": r"\nu", "ξ": r"\xi", "π": r"\pi", "ρ": r"\rho", "σ": r"\sigma", "τ": r"\tau", "υ": r"\upsilon",
    "φ": r"\varphi", "ϕ": r"\phi", "χ": r"\chi", "ψ": r"\psi", "ω": r"\omega", "Γ": r"\Gamma", "Δ": r"\Delta",
    "Θ": r"\Theta", "Λ": r"\Lambda", "Ξ": r"\Xi", "Π": r"\Pi", "Σ": r"\Sigma", "Φ": r"\Phi", "Ψ": r"\Psi",
    "Ω": r"\Omega", "±": r"\pm", "∓": r"\mp", "×": r"\times", "÷": r"\div", "⋅": r"\cdot", "·": r"\cdot",
    "∗": "*", "≤": r"\leq", "≥": r"\geq", "≠": r"\neq", "≈": r"\approx", "≡": r"\equiv", "∼": r"\sim",
    "∝": r"\propto", "∞": r"\infty", "∂": r"\partial", "∇": r"\nabla", "∈": r"\in", "∉": r"\notin",
    "⊂": r"\subset", "⊆": r"\subseteq", "∪": r"\cup", "∩": r"\cap", "∅": r"\emptyset", "∀": r"\forall",
    "∃": r"\exists", "→": r"\to", "⇒": r"\Rightarrow", "⇔": r"\Leftrightarrow", "←": r"\leftarrow",
    "↔": r"\leftrightarrow", "…": r"\ldots", "⋯": r"\cdots", "∑": r"\sum", "∏": r"\prod", "∫": r"\int",
    "∮": r"\oint", "−": "-", "%": r"\%", "#": r"\#", "&": r"\&", "{": r"\{", "}": r"\}", "$": r"\$",
    "_": r"\_", "′": "'", "∧": r"\wedge", "∨": r"\vee", "\u2061": "", "\u200b": "", "\u00a0": " ",
    "°": r"^{\circ}", "\\": r"\backslash ",
}  # fmt: skip
_ACCENTS = {
    "\u0302": r"\hat", "\u0303": r"\tilde", "\u0304": r"\bar", "\u0305": r"\bar", "\u0307": r"\dot", "\u0308": r"\ddot",
    "\u20d7": r"\vec", "^": r"\hat", "~": r"\tilde", "¯": r"\bar", "→": r"\vec",
}  # fmt: skip
_FENCES = {
    "(": "(", ")": ")", "[": "[", "]": "]", "{": r"\{", "}": r"\}", "|": "|", "‖": r"\|",
    "⟨": r"\langle", "⟩": r"\rangle", "⌊": r"\lfloor", "⌋": r"\rfloor", "⌈": r"\lceil", "⌉": r"\rceil", "": ".",
}  # fmt: skip
_FUNCTIONS = frozenset((
    "sin", "cos", "tan", "cot", "sec", "csc", "log", "ln", "exp", "lim", "max", "min", "det", "gcd", "arcsin", "arccos",
    "arctan", "sinh", "cosh", "tanh",
))  # fmt: skip
_NO_WORDS = re.compile(r"[{}\\$#%&_^~]")


def latex(formula: Element) -> tuple[str, ...]:
    """A formula in LaTeX, one a line where it has several; () where deckbuild could not read it back."""
    from deckbuild.formulas import BadFormula, read_lines

    try:
        written = tuple(" ".join(line.split()) for line in _lines(formula))
        written = tuple(line for line in written if line)
        if written:
            read_lines(written)
    except (BadFormula, RecursionError):
        return ()
    return written


def _lines(formula: Element) -> Iterator[str]:
    """The lines of a formula: those of an array of equations, or of a matrix set as one (render/math.py, `tight`)."""
    parts = [child for child in formula if not local(child).endswith("Pr")]
    if len(parts) == 1 and local(parts[0]) == "eqArr":
        yield from (_all(one, 1) for one in parts[0].iterfind(f"{MATH}e"))
    elif len(parts) == 1 and local(parts[0]) == "m" and parts[0].find(f"{MATH}mPr/{MATH}rSpRule") is not None:
        for row in parts[0].iterfind(f"{MATH}mr"):
            yield " & ".join(_all(cell, 1).strip() for cell in row.iterfind(f"{MATH}e"))
    else:
        yield _all(formula, 0)


def linear(formula: Element) -> str:
    """The letters and signs of a formula in a line."""
    return "".join(text.text or "" for text in formula.iter(f"{MATH}t"))


def _all(element: Element, depth: int) -> str:
    if depth > _DEEPEST:
        raise RecursionError
    return "".join(_one(child, depth + 1) for child in element)


def _part(element: Element, name: str, depth: int) -> str:
    found = element.find(f"{MATH}{name}")
    return _all(found, depth) if found is not None else ""


def _said(element: Element, path: str, usual: str) -> str:
    """Value of a property; `usual` where it is not given."""
    found = element.find("/".join(f"{MATH}{step}" for step in path.split("/")))
    return found.get(f"{MATH}val", "") if found is not None else usual


def _one(element: Element, depth: int) -> str:
    base = "e"
    match local(element):
        case "r":
            return _text(element)
        case "f":
            top, bottom = _part(element, "num", depth), _part(element, "den", depth)
            return (
                rf"\frac{{{top}}}{{{bottom}}}"
                if _said(element, "fPr/type", "bar") != "noBar"
                else rf"\binom{{{top}}}{{{bottom}}}"
            )
        case "sSup":
            return f"{{{_part(element, base, depth)}}}^{{{_part(element, 'sup', depth)}}}"
        case "sSub":
            return f"{{{_part(element, base, depth)}}}_{{{_part(element, 'sub', depth)}}}"
        case "sSubSup":
            low, high = _part(element, "sub", depth), _part(element, "sup", depth)
            return f"{{{_part(element, base, depth)}}}_{{{low}}}^{{{high}}}"
        case "rad":
            degree, inner = _part(element, "deg", depth), _part(element, base, depth)
            return rf"\sqrt[{degree}]{{{inner}}}" if degree else rf"\sqrt{{{inner}}}"
        case "nary":
            sign = _SIGNS.get(_said(element, "naryPr/chr", "∫"), r"\int")
            low, high = _part(element, "sub", depth), _part(element, "sup", depth)
            ends = (f"_{{{low}}}" if low else "") + (f"^{{{high}}}" if high else "")
            return f"{sign}{ends} {_part(element, base, depth)}"
        case "d":
            left, right = (
                _FENCES.get(_said(element, f"dPr/{side}Chr", usual)) for side, usual in (("beg", "("), ("end", ")"))
            )
            inner = (_said(element, "dPr/sepChr", "|") or "|").join(
                _all(one, depth) for one in element.iterfind(f"{MATH}e")
            )
            return rf"\left{left or '('} {inner} \right{right or ')'}"
        case "func":
            return f"{_part(element, 'fName', depth)} {_part(element, base, depth)}"
        case "acc":
            accent = _ACCENTS.get(_said(element, "accPr/chr", "\u0302"), r"\hat")
            return rf"{accent}{{{_part(element, base, depth)}}}"
        case "bar":
            sign = r"\overline" if _said(element, "barPr/pos", "bot") == "top" else r"\underline"
            return f"{sign}{{{_part(element, base, depth)}}}"
        case "limLow":
            return f"{_part(element, base, depth)}_{{{_part(element, 'lim', depth)}}}"
        case "limUpp":
            return f"{_part(element, base, depth)}^{{{_part(element, 'lim', depth)}}}"
        case "m":
            return rf"\begin{{matrix}}{_rows(element, depth)}\end{{matrix}}"
        case "eqArr":
            lines = r" \\ ".join(_all(one, depth) for one in element.iterfind(f"{MATH}e"))
            return rf"\begin{{aligned}}{lines}\end{{aligned}}"
        case name if name.endswith("Pr"):
            return ""
        case _:
            return _all(element, depth)


def _rows(element: Element, depth: int) -> str:
    rows = (" & ".join(_all(cell, depth) for cell in row.iterfind(f"{MATH}e")) for row in element.iterfind(f"{MATH}mr"))
    return r" \\ ".join(rows)


def _text(run: Element) -> str:
    text = "".join(part.text or "" for part in run.iterfind(f"{MATH}t"))
    if run.find(f"{MATH}rPr/{MATH}nor") is not None or (len(text) > 1 and text.isalpha() and text.isascii()):
        bare = text.strip()
        if bare in _FUNCTIONS:
            return f"\\{bare} "
        if run.find(f"{MATH}rPr/{MATH}nor") is not None and bare:
            return rf"\text{{{_NO_WORDS.sub('', text)}}}"
    return "".join(_signs(text))


def _signs(text: str) -> Iterator[str]:
    for sign in text:
        said = _SIGNS.get(sign)
        if said is None:
            yield sign
        else:
            yield f"{said} " if said.startswith("\\") and said[-1].isalpha() else said
