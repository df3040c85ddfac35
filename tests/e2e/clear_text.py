"""Looks for what must not lie on a disk in clear: known texts in the encodings in which programs write them."""

import base64
import zlib

CHUNK = 1 << 24


def inner_base64(text):
    """What of the text's base64 does not depend on what stands before and after it."""
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + text)
        first, last = -(-shift * 8 // 6) + (1 if shift else 0), len(encoded) - 4
        if last - first >= 12:
            yield encoded[first:last]


def forms(text):
    """(encoding, bytes) of a text."""
    for encoding in ("utf-8", "utf-16-le", "gb18030"):
        plain = text.encode(encoding)
        yield encoding, plain
        for piece in inner_base64(plain):
            yield f"base64 of {encoding}", piece
    if any(ord(char) > 127 for char in text):
        yield "escaped JSON", "".join(f"\\u{ord(char):04x}" if ord(char) > 127 else char for char in text).encode()


def inflated(data):
    """What any gzip or zlib stream in the data holds."""
    for magic, window in ((b"\x1f\x8b\x08", 31), (b"\x78\x9c", 15), (b"\x78\xda", 15), (b"\x78\x01", 15), (b"\x78\x5e", 15)):
        at = data.find(magic)
        while at >= 0:
            try:
                yield zlib.decompressobj(window).decompress(memoryview(data)[at:at + CHUNK], CHUNK)
            except zlib.error:
                pass
            at = data.find(magic, at + 1)


class Search:
    def __init__(self, texts):
        self.patterns = [(text, name, form) for text in texts for name, form in forms(text)]

    def hits(self, data):
        """(text, encoding) of each known text in the data, compressed or not."""
        found = {(text, name) for text, name, form in self.patterns if form in data}
        for inner in inflated(data):
            found |= {(text, f"{name}, compressed") for text, name, form in self.patterns if form in inner}
        return found


def check_itself():
    """It finds a name in each encoding, wherever it begins, compressed or not."""
    name = "幸福里小区管道漏水"
    search = Search([name])
    for encoding in ("utf-8", "utf-16-le", "gb18030"):
        plain = name.encode(encoding)
        for before in (b"", b"x", b"xy"):
            data = b"??" + base64.b64encode(before + plain + b"z") + b"??"
            assert search.hits(data), (encoding, before)
        packer = zlib.compressobj(wbits=31)
        for data in (b"a" + plain, b"a" + packer.compress(plain) + packer.flush(), b"b" + zlib.compress(plain)):
            assert search.hits(data), encoding
    assert search.hits(b'{"title":"' + name.encode("unicode_escape") + b'"}')
    assert not search.hits("幸福里小区".encode())


check_itself()
