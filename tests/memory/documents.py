"""TMX files to read, as short as they can be."""

from __future__ import annotations

import io

from l10n.memory import tmx
from l10n.memory.tmx import Unit

HEADER = (
    '<header creationtool="Other" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en"'
    ' datatype="xml"/>'
)
BRIDGE = (
    '<tu><tuv xml:lang="en"><seg>The bridge is open.</seg></tuv><tuv xml:lang="ru"><seg>Мост открыт.</seg></tuv></tu>'
)


def document(body: str, head: str = '<?xml version="1.0"?>', header: str = HEADER) -> bytes:
    return f'{head}\n<tmx version="1.4">{header}<body>\n{body}\n</body></tmx>'.encode()


def reading(body: str, **parts: str) -> list[Unit]:
    return list(tmx.read(io.BytesIO(document(body, **parts))))


def texts(unit: Unit) -> dict[str, str]:
    return {one.locale: one.text for one in unit.variants}


def written(units: list[Unit], **options: str) -> bytes:
    out = io.BytesIO()
    tmx.write(units, out, **options)
    return out.getvalue()


def again(units: list[Unit], **options: str) -> list[Unit]:
    return list(tmx.read(io.BytesIO(written(units, **options))))


INLINE = [
    ('See <bpt i="1" x="1">&lt;a href="u"></bpt>this<ept i="1">&lt;/a></ept>.', "See <a1>this</a1>."),
    ('One<ph x="9" type="lb">&lt;br/></ph>two', "One<br1/>two"),
    ('<it pos="begin">&lt;b></it>half', "<b1/>half"),
    ('half<it pos="end" type="bold"/>', "half<bold1/>"),
    ("an <hi>old</hi> town", "an <hi1>old</hi1> town"),
    ("an <ut>{\\b</ut>old town", "an <x1/>old town"),
    ('<ph>&lt;img alt="<sub>A <ph>x</ph> dam</sub>"></ph> here', "<img1/> here"),
    ("<bpt i='4' type='7!'/>a<bpt i='2'/>b<ept i='2'/>c<ept i='4'/>", "<g1>a<g2>b</g2>c</g1>"),
    ("<bpt i='1'/>left open", "<x1/>left open"),
    ("closed<ept i='1'/>", "closed<x1/>"),
    ('<bpt i="0">&lt;b0></bpt>ours<ept i="0">&lt;/b0></ept><ph>&lt;br3/></ph><ph/>', "<b0>ours</b0><br3/><x1/>"),
    ("&lt;a1>as text&lt;/a1> 3 &lt; 4", "<a1>as text</a1> 3 < 4"),
    ("<b>no</b> TMX", "no TMX"),
]
