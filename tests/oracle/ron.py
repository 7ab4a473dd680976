"""Reads the data files of the program: Rusty Object Notation, as far as these files use it."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*)"""
    r"""|(?P<string>"(?:[^"\\]|\\.)*")"""
    r"""|(?P<number>[+-]?\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?)"""
    r"""|(?P<name>[A-Za-z_]\w*)"""
    r"""|(?P<mark>[(){}\[\],:])"""
)


class Reader:
    """(a: 1) is a dict, (1, 2) and [1, 2] are lists, Some(x) is x, None is None, Name is "Name", Name(a: 1) a dict with "variant"."""

    def __init__(self, text):
        self.tokens, at = [], 0
        while at < len(text):
            found = TOKEN.match(text, at)
            if not found:
                raise ValueError(f"cannot read {text[at:at + 40]!r}")
            at = found.end()
            if found.lastgroup != "skip":
                self.tokens.append((found.lastgroup, found.group()))
        self.at = 0

    def peek(self, ahead=0):
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else ("end", "")

    def take(self, mark=None):
        kind, text = self.peek()
        if mark is not None and text != mark:
            raise ValueError(f"{mark} expected, found {text}")
        self.at += 1
        return kind, text

    def value(self):
        kind, text = self.take()
        if kind == "string":
            return re.sub(r"\\(.)", r"\1", text[1:-1])
        if kind == "number":
            plain = text.replace("_", "")
            return float(plain) if re.search(r"[.eE]", plain) else int(plain)
        if kind == "name":
            if text in ("true", "false"):
                return text == "true"
            if self.peek()[1] != "(":
                return None if text == "None" else text
            self.take("(")
            inside = self.fields(")")
            if text == "Some":
                return inside[0]
            return dict(inside, variant=text) if isinstance(inside, dict) else {"variant": text, "value": inside}
        if text == "(":
            return self.fields(")")
        if text == "[":
            return self.items("]")
        if text == "{":
            return self.pairs("}")
        raise ValueError(f"unexpected {text}")

    def items(self, end):
        out = []
        while self.peek()[1] != end:
            out.append(self.value())
            if self.peek()[1] == ",":
                self.take()
        self.take(end)
        return out

    def pairs(self, end):
        out = {}
        while self.peek()[1] != end:
            key = self.value()
            self.take(":")
            out[key] = self.value()
            if self.peek()[1] == ",":
                self.take()
        self.take(end)
        return out

    def fields(self, end):
        named = self.peek()[0] == "name" and self.peek(1)[1] == ":"
        return self.pairs(end) if named else self.items(end)


def read(path):
    """Returns the content of a file, its path being given from the root of the project."""
    return Reader((ROOT / path).read_text(encoding="utf-8")).value()
