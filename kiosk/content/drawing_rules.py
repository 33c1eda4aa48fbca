"""What may be in a drawing from outside: an allow-list of elements and attributes, and words for what may not."""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

# What drawing programs note down for themselves; renderers pass over it.
EDITORS = (
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/elements/1.1/",
    "http://www.serif.com/",
    "http://www.bohemiancoding.com/sketch/ns",
)

# fmt: off
ELEMENTS = frozenset(
    [
        "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "path", "rect", "circle",
        "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient",
        "stop", "pattern", "clipPath", "mask", "marker", "switch",
    ]
)
ATTRIBUTES = frozenset(
    [
        "id", "class", "style", "transform", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx",
        "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "points", "pathLength", "version", "baseProfile",
        "preserveAspectRatio", "offset", "gradientUnits", "gradientTransform", "spreadMethod", "patternUnits",
        "patternTransform", "patternContentUnits", "clipPathUnits", "maskUnits", "maskContentUnits", "markerUnits",
        "markerWidth", "markerHeight", "refX", "refY", "orient", "dx", "dy", "rotate", "textLength", "lengthAdjust",
        "startOffset", "method", "spacing", "type", "media", "fill", "fill-opacity", "fill-rule", "stroke",
        "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
        "stroke-dasharray", "stroke-dashoffset", "opacity", "color", "stop-color", "stop-opacity", "clip-path",
        "clip-rule", "mask", "marker", "marker-start", "marker-mid", "marker-end", "display", "visibility",
        "overflow", "vector-effect", "paint-order", "shape-rendering", "text-rendering", "image-rendering",
        "color-rendering", "color-interpolation", "enable-background", "font", "font-family", "font-size",
        "font-style", "font-weight", "font-variant", "font-stretch", "letter-spacing", "word-spacing", "text-anchor",
        "text-decoration", "dominant-baseline", "alignment-baseline", "baseline-shift", "writing-mode", "direction",
        "unicode-bidi", "mix-blend-mode", "isolation", "role", "solid-color", "solid-opacity",
        "font-feature-settings", "font-variation-settings", "font-kerning", "text-align", "line-height",
        "white-space",
    ]
)
# Names that some renderer, somewhere, would act on: small letters, whatever the name space.
RENDERED = frozenset(
    [
        "image", "script", "foreignobject", "a", "use", "set", "animate", "animatetransform", "animatemotion",
        "animatecolor", "handler", "listener", "iframe", "embed", "object", "video", "audio", "svg", "text", "font",
        "font-face", "filter", "feimage",
    ]
)
# fmt: on
MAY_REFER = frozenset(("use", "linearGradient", "radialGradient", "pattern", "textPath"))

MENDS = {
    "script": "Delete it: no script runs in a picture",
    "image": "Embedded pictures are not shown: trace it, or use the picture as a PNG or JPEG file of its own",
    "foreignobject": "Turn the text into plain SVG text (Inkscape: Text → Convert to Text)",
    "a": "A drawing links to nothing: keep what is in it and delete the <a>",
    "filter": "Filters can't be drawn by the kiosk: use gradients and opacity",
    "font-face": "Turn the text into paths, or use the kiosk's own fonts",
    "animate": "Pictures stand still; what moves is an interactive of the program",
}
