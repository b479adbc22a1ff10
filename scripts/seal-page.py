"""Writes a site's index.html so that it names what every other part of the app must be.

    seal-page.py TEMPLATE FOLDER

Scripts and the stylesheet get an `integrity` attribute, which the browser checks before it uses
them. What is preloaded gets `data-integrity`, which web/start.js checks, because browsers ignore
`integrity` there. What the page loads by itself also gets its hash into its address, so that a
cache that still holds an older copy is not asked for it; fonts do not, because the stylesheet
names them too.
"""

import base64
import hashlib
import re
import sys
from pathlib import Path

TAG = re.compile(r"<(?:script|link)\b[^>]*>")
ADDRESS = re.compile(r'\b(src|href)="([^"]+)"')


def integrity(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def sealed(tag: str, folder: Path) -> str:
    is_preload = 'rel="preload"' in tag
    if not (tag.startswith("<script") or is_preload or 'rel="stylesheet"' in tag):
        return tag
    address = ADDRESS.search(tag)
    if address is None:
        sys.exit(f"seal-page: a script or link without an address: {tag}")
    attribute, name = address.groups()
    content = (folder / name).read_bytes()
    version = "" if name.startswith("fonts/") else "?" + hashlib.sha256(content).hexdigest()[:12]
    check = ("data-" if is_preload else "") + f'integrity="{integrity(content)}"'
    return tag.replace(address.group(0), f'{attribute}="{name}{version}" {check}')


def main() -> None:
    template, folder = map(Path, sys.argv[1:])
    page = TAG.sub(lambda tag: sealed(tag.group(0), folder), template.read_text("utf-8"))
    (folder / "index.html").write_text(page, "utf-8")


main()
