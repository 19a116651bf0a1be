"""HTML becomes lines like those of the text dumps."""

from __future__ import annotations

import time

import pytest

from igf_extract.model import RawDocument
from igf_extract.text import decode
from igf_extract.text.markup import declared_charset, markup_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Title</h1><p>One<br>two</p>", "Title\n\nOne\ntwo\n"),
        ("<p>a<br><br>b</p>", "a\n\nb\n"),
        ("<ul><li>x</li><li><p>y</p></li></ul>z", "  • x\n  • y\n\nz\n"),
        ("<div>Organizer 1:</div>\n <div>Ana <b>Mora</b>, Org</div>", "Organizer 1:\nAna Mora, Org\n"),
        ("<div><span>Format</span></div><p>Panel &ndash; 60 Min", "Format\n\nPanel – 60 Min\n"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc\n"),
        ("<dl><dt>Room</dt><dd>B-1</dd></dl>", "Room\nB-1\n"),
        ("<pre>a\n   b\n\nc</pre>d", "a\n   b\n\nc\n\nd\n"),
        ("a<script>x()</script><style>p{}</style><!-- c -->b<noscript>n</noscript>", "ab\n"),
        ("<nav>menu</nav><p>page</p><footer>end</footer>", "menu\n\npage\n\nend\n"),
        ("<header>site</header><nav>menu</nav><main><header>H</header><p>page</p></main><footer>end</footer>", "H\n\npage\n"),
        ("<header><h1>T</h1></header><div role=navigation>menu</div><article>page</article>", "T\n\npage\n"),
        ("<header><main>page</main></header>x", "page\n\nx\n"),
        ("a &lt;b&gt; &amp; c\u00a0d", "a <b> & c\u00a0d\n"),
        ("word</b>s and<i> more </i>words", "words and more words\n"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_shape(html: str, text: str) -> None:
    assert markup_text(html) == text


def test_whole_page_is_told_by_its_first_line() -> None:
    page = "<!DOCTYPE html><html><head><title>t</title></head><body><h1>IGF 2023</h1><p>x&nbsp;y</p></body></html>"
    assert decode(RawDocument("x.txt", page.encode())).text == "IGF 2023\n\nx y\n"
    assert decode(RawDocument("x.txt", b"a <b> tag in a text")).text == "a <b> tag in a text"
    assert decode(RawDocument("x.html", b"<b>a</b>", media_type="text/html")).text == "a\n"


def test_declared_charset() -> None:
    page = '<meta charset="windows-1251"><p>Привет, мир'.encode("cp1251")
    assert declared_charset(page) == "windows-1251"
    document = decode(RawDocument("x", page, media_type="text/html"))
    assert (document.text, document.encoding) == ("Привет, мир\n", "cp1251")
    assert declared_charset(b'<META http-equiv="Content-Type" content="text/html; charset=UTF-8">') == "UTF-8"
    assert declared_charset(b"no page") is None


@pytest.mark.parametrize(
    "html", ["<div>" * 100_000, "<" * 100_000, "<p>x" * 20_000, "</div>" * 50_000, "<a b=" + "c" * 100_000, "<!--" * 9999]
)
def test_hostile_markup_ends(html: str) -> None:
    started = time.process_time()
    markup_text(html + "end")
    assert time.process_time() - started < 10
