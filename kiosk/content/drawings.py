"""SVG from outside: what may be in it, and how much. Only a drawing that passes here is ever given to a renderer.

What is let through is an allow-list: shapes, text, gradients, clips, masks, patterns, markers and groups, with their
drawing attributes. Scripts, event handlers, links, embedded pictures, foreign content, animation, filters, document
types and everything that names a place outside the file are faults. References inside the file are followed to see how
much a renderer would have to draw ("billion laughs" by <use>).
"""

import re
import xml.sax
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, cast
from xml.sax.handler import ContentHandler, feature_external_ges, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from kiosk.content import limits
from kiosk.content.drawing_rules import ATTRIBUTES, EDITORS, ELEMENTS, MAY_REFER, MENDS, RENDERED, SVG, XLINK, XML
from kiosk.content.faults import Findings, quoted

_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)
_LOCAL = re.compile(r"#[^\s#'\"()\\]{1,200}")
_URL = re.compile(r"url\(([^()]{0,300})\)", re.IGNORECASE)  # bounded: attributes may be long and hostile
_WORRYING = re.compile(r"@|\\|expression|javascript:|data:|https?:|file:|<", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*['\"]([A-Za-z0-9._-]+)['\"]")
_LONG = ("d", "points")  # outlines: numbers and letters that refer to nothing
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\s*(px|mm|cm|in|pt|pc)?\s*")
_PX = {None: 1.0, "px": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pt": 96 / 72, "pc": 16.0}


@dataclass(frozen=True, slots=True)
class Svg:
    """A drawing that passed: its extent in user units, and its named elements."""

    width: int
    height: int
    view_box: tuple[float, float, float, float]
    ids: dict[str, str]  # id -> element


def check_svg(data: bytes, findings: Findings) -> Svg | None:
    """Check one drawing; None, and the faults, where it must not be shown."""
    text = _text(data, findings)
    if text is None:
        return None
    before = len(findings.faults)
    handler = _Drawing(findings)
    try:
        _parse(text, handler)
    except _Enough:
        return None
    except DefusedXmlException:
        findings.fault(1, "the drawing declares a document type or entities", "Delete the line that begins <!DOCTYPE")
    except xml.sax.SAXParseException as error:
        line = error.getLineNumber() or 1
        findings.fault(line, f"this is not XML: {quoted(error.getMessage(), 60)[1:-1]}", "Save the drawing anew")
    except (xml.sax.SAXException, ValueError, RecursionError) as error:
        findings.fault(1, f"the drawing can't be read: {quoted(error, 60)[1:-1]}", "Save the drawing anew")
    else:
        handler.weigh()
    return handler.svg if len(findings.faults) == before else None


def _text(data: bytes, findings: Findings) -> str | None:
    declared = _DECLARED.search(data[:512])
    if declared is not None and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        findings.fault(1, "the drawing is not written in UTF-8", "Save it with the encoding UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        findings.fault(line, "this line is not UTF-8 text", "Save the drawing with the encoding UTF-8")
        return None
    return text


def _parse(text: str, handler: ContentHandler) -> None:
    parser = DefusedExpatParser(1, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    parser.setFeature(feature_namespaces, True)
    parser.setFeature(feature_external_ges, False)
    parser.setContentHandler(handler)
    parser.parse(BytesIO(text.encode("utf-8")))


class _Enough(Exception):
    """The drawing has gone over a limit: reading on would only cost time."""


@dataclass
class _Node:
    elements: int = 1
    refers: list[tuple[str, int]] = field(default_factory=list)  # id and line of each reference below


class _Drawing(ContentHandler):
    def __init__(self, findings: Findings) -> None:
        super().__init__()
        self.svg: Svg | None = None
        self._findings = findings
        self._locator: Locator | None = None
        self._open: list[_Node] = []
        self._nodes: dict[str, _Node] = {}
        self._ids: dict[str, str] = {}
        self._all = _Node(elements=0)
        self._css: list[str] | None = None

    def setDocumentLocator(self, locator: Locator) -> None:
        self._locator = locator

    @property
    def _line(self) -> int:
        return (self._locator.getLineNumber() if self._locator is not None else None) or 1

    def _fault(self, what: str, mend: str) -> None:
        self._findings.fault(self._line, what, mend)
        if self._findings.full:
            raise _Enough

    def startElementNS(
        self,
        name: tuple[str | None, str],
        qname: str | None,  # noqa: ARG002 - xml.sax calls it so
        attrs: AttributesNSImpl,
    ) -> None:
        space, local = name
        self._all.elements += 1
        if self._all.elements > limits.SVG_ELEMENTS:
            self._fault(f"the drawing has more than {limits.SVG_ELEMENTS} elements", "Draw it with fewer shapes")
            raise _Enough
        if len(self._open) >= limits.SVG_DEPTH:
            self._fault(f"groups nested deeper than {limits.SVG_DEPTH}", "Ungroup")
            raise _Enough
        if len(attrs) > limits.SVG_ATTRIBUTES:
            self._fault(f"an element with more than {limits.SVG_ATTRIBUTES} attributes", "Simplify it")
            raise _Enough
        self._element(space, local)
        node = _Node()
        self._open.append(node)
        values = cast("dict[tuple[str | None, str], str]", dict(attrs.items()))
        if len(self._open) == 1:
            self._root(space, local, values)
        for (attr_space, attr), value in values.items():
            if not _is_editors(space) or attr in ("href", "src") or _HANDLER.fullmatch(attr):
                self._attribute(local, attr_space, attr, value, node)
        ident = values.get((None, "id"))
        if ident is not None:
            if ident in self._ids:
                self._fault(f"two elements have the id {quoted(ident)}", "Give one of them another")
            self._ids[ident] = local
            self._nodes[ident] = node
        if local == "style":
            self._css = []

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: ARG002 - xml.sax calls it so
        node = self._open.pop()
        above = self._open[-1] if self._open else self._all
        if above is not self._all:
            above.elements += node.elements
        above.refers += node.refers
        if name[1] == "style" and self._css is not None:
            self._style("".join(self._css), node)
            above.refers += node.refers
            self._css = None

    def characters(self, content: str) -> None:
        if self._css is not None:
            self._css.append(content)

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: ARG002 - xml.sax calls it so
        self._fault(f"a processing instruction {quoted(target)}", "Delete the line that begins <?" + target[:30])

    def _element(self, space: str | None, local: str) -> None:
        if _is_editors(space):
            # Some renderers look at the local name alone: a note of an editor must not be called like a picture.
            if local in ELEMENTS - {"title", "metadata", "desc", "path", "g"} or local.lower() in RENDERED:
                self._fault(f"an element {quoted(local)} hidden in an editor's name space", "Delete it")
        elif space != SVG:
            self._fault(f"an element {quoted(local)} that is no SVG", f'Give the <svg> element xmlns="{SVG}"')
        elif local not in ELEMENTS:
            self._fault(f"<{quoted(local)[1:-1]}> may not be in a drawing", MENDS.get(local.lower(), "Delete it"))

    def _root(self, space: str | None, local: str, values: dict[tuple[str | None, str], str]) -> None:
        if local != "svg" or space != SVG:
            self._fault("the file is not an SVG drawing", "Save it as SVG")
            return
        box = _numbers(values.get((None, "viewBox"), ""))
        if len(box) != 4:
            self._fault("the drawing has no viewBox", 'Give <svg> a viewBox="0 0 1600 1000"')
            return
        if not (0 < box[2] <= 100_000 and 0 < box[3] <= 100_000 and all(abs(n) <= 1e6 for n in box)):
            self._fault("the viewBox is empty or beyond measure", "Its width and height lie between 1 and 100000")
            return
        for side in ("width", "height"):
            value = values.get((None, side))
            if value is not None and not value.strip().endswith("%"):
                found = _LENGTH.fullmatch(value)
                if found is None or float(found[1]) * _PX[found[2]] > 20_000:
                    self._fault(
                        f"{side} = {quoted(value)} is no reasonable length", "Delete it; the viewBox says enough"
                    )
        self.svg = Svg(max(1, round(box[2])), max(1, round(box[3])), (box[0], box[1], box[2], box[3]), self._ids)

    def _attribute(self, element: str, space: str | None, attr: str, value: str, node: _Node) -> None:
        if space == XLINK or (space is None and attr in ("href", "src")):
            if attr in ("href", "src"):
                self._link(element, value, node)
            elif attr not in ("type", "title", "show", "actuate", "role", "arcrole"):
                self._fault(f"the attribute xlink:{quoted(attr)[1:-1]}", "Delete it")
            return
        if _is_editors(space):
            return
        if space == XML:
            if attr not in ("space", "lang"):
                self._fault(f"the attribute xml:{quoted(attr)[1:-1]}", "Delete it")
            return
        if space is not None:
            self._fault(f"the attribute {quoted(attr)} of a strange name space", "Delete it, or save as plain SVG")
        elif _HANDLER.fullmatch(attr):
            self._fault(f"an event handler {quoted(attr)}", "Delete the attribute: no script runs in a picture")
        elif attr not in ATTRIBUTES and not attr.startswith(("aria-", "data-", "-inkscape-")):
            self._fault(
                f"the attribute {quoted(attr)} of <{quoted(element)[1:-1]}> may not be in a drawing", "Delete it"
            )
        elif attr == "style":
            self._style(value, node)
        else:
            self._value(attr, value, node)

    def _link(self, element: str, value: str, node: _Node) -> None:
        if element not in MAY_REFER:
            self._fault(f"a link in <{quoted(element)[1:-1]}>", "Delete it: a drawing links to nothing")
        elif not _LOCAL.fullmatch(value.strip()):
            self._fault(f"a link out of the drawing: {quoted(value)}", 'Only href="#id" of this drawing may be named')
        else:
            node.refers.append((value.strip()[1:], self._line))

    def _style(self, css: str, node: _Node) -> None:
        if len(css) > limits.SVG_VALUE:
            self._fault(f"a style of {len(css)} signs", f"At most {limits.SVG_VALUE}: draw it more simply")
            return
        found = _WORRYING.search(css)
        if found is not None:
            self._fault(f"a style with {quoted(found[0])} in it", "Only plain properties, no imports, fonts or links")
            return
        self._value("style", css, node)
        for dashes in re.findall(r"stroke-dasharray\s*:\s*([^;}]*)", css):
            self._dashes(dashes)

    def _value(self, attr: str, value: str, node: _Node) -> None:
        if attr not in _LONG and len(value) > limits.SVG_VALUE:
            self._fault(f"{attr} has {len(value)} signs", f"At most {limits.SVG_VALUE}: draw it more simply")
            return
        found = [target.strip().strip("'\"").strip() for target in _URL.findall(value)] if "(" in value else []
        for target in dict.fromkeys(found):
            if not _LOCAL.fullmatch(target):
                self._fault(
                    f"{attr} names a place out of the drawing: {quoted(target)}", "Only url(#id) of this drawing"
                )
            else:
                node.refers += [(target[1:], self._line)] * found.count(target)
        if "(" in value and attr not in _LONG and value.lower().count("url") > len(found):
            self._fault(f"{attr} holds a broken url(…)", "Write url(#id), without spaces, or delete it")
        if re.search(r"javascript:|data:", value, re.IGNORECASE) and not attr.startswith(("aria-", "data-")):
            self._fault(f"{attr} holds {quoted(value)}", "Delete it")
        if attr == "stroke-dasharray":
            self._dashes(value)

    def _dashes(self, value: str) -> None:
        numbers = _numbers(value)
        if numbers and self.svg is not None:
            period = sum(numbers)
            diagonal = self.svg.width + self.svg.height
            if period > 0 and diagonal / period * len(numbers) > limits.SVG_DASHES:
                self._fault(f"stroke-dasharray {quoted(value)} makes too many dashes", "Make the dashes longer")

    def weigh(self) -> None:
        """Follow every reference and see how many elements a renderer would have to draw."""
        known: dict[str, tuple[int, int]] = {}
        total = self._all.elements
        for ident, line in self._all.refers:
            if ident not in self._nodes:
                self._findings.fault(line, f"nothing here has the id {quoted(ident)}", "Correct the reference")
                continue
            try:
                total += _weight(ident, self._nodes, known, ())[0]
            except _TooHeavy as error:
                self._findings.fault(line, error.args[0], "Draw it without such references")
                return
            if total > limits.SVG_EXPANDED:
                what = f"with its references the drawing has more than {limits.SVG_EXPANDED} elements"
                self._findings.fault(line, what, "Use fewer of them")
                return


def _is_editors(space: str | None) -> bool:
    return space is not None and space.startswith(EDITORS)


class _TooHeavy(Exception):
    pass


def _weight(
    ident: str, nodes: dict[str, _Node], known: dict[str, tuple[int, int]], way: tuple[str, ...]
) -> tuple[int, int]:
    """Elements drawn for one reference to `ident`, and how deep references to references go below it."""
    if ident in way:
        raise _TooHeavy(f"the element {quoted(ident)} contains itself")
    deep = f"references to references, more than {limits.SVG_CHAIN} deep"
    if len(way) >= limits.SVG_CHAIN:
        raise _TooHeavy(deep)
    if ident in known:
        return known[ident]
    total, depth = 0, 1
    node = nodes.get(ident)
    if node is not None:
        total = node.elements
        for other, _ in node.refers:
            below, levels = _weight(other, nodes, known, (*way, ident))
            total += below
            depth = max(depth, levels + 1)
            if total > limits.SVG_EXPANDED:
                raise _TooHeavy(f"with its references the drawing has more than {limits.SVG_EXPANDED} elements")
            if depth > limits.SVG_CHAIN:
                raise _TooHeavy(deep)
    known[ident] = (total, depth)
    return total, depth


def _numbers(text: str) -> list[float]:
    found: list[Any] = re.split(r"[\s,]+", text.strip())
    try:
        numbers = [float(part.removesuffix("px")) for part in found if part]
    except ValueError:
        return []
    return numbers if all(abs(number) < 1e12 for number in numbers) else []
