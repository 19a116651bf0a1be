"""HTML -> text of the line shape that text dumps have: labels and headings on lines of their own, a blank line between blocks.

Recall first: everything a reader sees is kept; dropped are scripts, styles and the like, and the menus and footers around the content
where the page marks its content as such. The tree is walked without recursion, so depth does no harm. Method: selectolax (Lexbor) for the
tree, element names of ``data/markup.toml`` for the shape.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from igf_extract.vocab.load import read_data

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})""", re.IGNORECASE)
_TAG = re.compile("<[^<>]{1,1000}>")
_MOST_OPEN = 20_000  # elements never closed: deeper trees cost quadratic time, so that their tags are only cut out
_BLANKS = re.compile("[ \t\n\r\f]+")


def declared_charset(data: bytes) -> str | None:
    """The charset that a ``<meta>`` element of the first 4096 bytes names, or None."""
    match = _CHARSET.search(data[:4096])
    return match.group(1).decode("ascii", "ignore") if match else None


def markup_text(html: str) -> str:
    """The text of an HTML page.

    >>> markup_text("<h1>Title</h1><p>One<br>two</p><ul><li>x</li><li>y</li></ul>")
    'Title\\n\\nOne\\ntwo\\n\\n  • x\\n  • y\\n'
    """
    if html.count("<") - 2 * html.count("</") > _MOST_OPEN:
        return _TAG.sub("\n", html)
    from selectolax.lexbor import LexborHTMLParser

    root: Any = LexborHTMLParser(html.replace("\x00", "")).root
    around = read_data("markup.toml")["around"]
    page = _Page(marked=root.css_first(around["content"]) is not None)
    node: Any = root
    while node is not None:
        entered = page.enter(node)
        if entered and node.child is not None:
            node = node.child
            continue
        while node is not None:
            page.leave(node)
            if node.mem_id == root.mem_id:
                node = None
            elif node.next is not None:
                node = node.next
                break
            else:
                node = node.parent
    return page.text()


@cache
def _roles() -> dict[str, str]:
    """Element name -> what it does to the lines: drop, block, line, item, cell, break, keep."""
    return {name: role for role, names in read_data("markup.toml")["elements"].items() for name in names}


def _is_content(node: Any) -> bool:
    return node.tag in {"main", "article"} or (not node.tag.startswith("-") and node.attributes.get("role") == "main")


def _is_around(node: Any) -> bool:
    """Whether the element is one of those that stand around the content on every page of a site."""
    around = read_data("markup.toml")["around"]
    says = node.attributes
    told = node.tag in around["elements"] or says.get("role") in around["roles"]
    told = told or not set(around["classes"]).isdisjoint((says.get("class") or "").split())
    return told and node.css_first(around["holds"]) is None


class _Page:
    """Collects pieces of text and the line ends between them. ``_gap``: line ends owed before the next piece."""

    def __init__(self, marked: bool) -> None:
        self._marked = marked  # the page says what its content is
        self._inside = 0  # depth of elements that are the content
        self._parts: list[str] = []
        self._gap = 0
        self._blank = False  # a blank is owed before the next word
        self._fresh = True  # at the beginning of a line
        self._kept = 0  # depth of elements that keep their blanks
        self._items = 0  # depth of list items; blocks inside them make no blank lines
        self._bullet = ""

    def enter(self, node: Any) -> bool:
        """Takes what the node says; whether its children are to be visited."""
        name: str = node.tag
        if name == "-text":
            self._write(node.text_content or "")
            return False
        role = _roles().get(name, "")
        if role == "drop" or (name.startswith(("-", "_!", "!")) and name != "-undef"):
            return name == "-document"
        if self._marked and not self._inside and _is_around(node):
            return False
        self._inside += _is_content(node)
        self._turn(role)
        if role == "item":
            self._bullet = "  • "
            self._items += 1
        if role == "keep":
            self._kept += 1
        return True

    def leave(self, node: Any) -> None:
        role = _roles().get(node.tag, "")
        self._inside -= _is_content(node)
        if role not in {"drop", "break"}:
            self._turn(role)
        if role == "item":
            self._bullet = ""
            self._items -= 1
        if role == "keep":
            self._kept -= 1

    def _turn(self, role: str) -> None:
        if role in {"block", "keep"}:
            self._gap = max(self._gap, 1 if self._items else 2)
        elif role in {"line", "item"}:
            self._gap = max(self._gap, 1)
        elif role == "break":
            self._gap = min(self._gap + 1, 3)
        elif role == "cell":
            self._blank = True

    def _write(self, text: str) -> None:
        if self._kept:
            if text:
                self._begin()
                self._parts.append(text)
                self._fresh = text.endswith("\n")
            return
        words = _BLANKS.sub(" ", text)
        if words.startswith(" "):
            self._blank, words = True, words[1:]
        if not words:
            return
        self._begin()
        self._parts.append(words.rstrip(" "))
        self._fresh = False
        self._blank = words.endswith(" ")

    def _begin(self) -> None:
        if self._gap:
            if self._parts:
                self._parts.append("\n" * self._gap)
            self._gap, self._fresh = 0, True
        if self._blank and not self._fresh:
            self._parts.append(" ")
        self._blank = False
        if self._bullet:
            self._parts.append(self._bullet)
            self._bullet = ""

    def text(self) -> str:
        return "".join(self._parts) + ("\n" if self._parts else "")
