"""How much a pack may be. A pack from outside is untrusted input: whatever it holds, checking it ends soon.

The figures leave ten times the room that the largest of our own packs needs, and keep a check of the worst
possible pack under a few seconds on the slowest machine that runs the kiosk.
"""

MOST_FILES = 500
MOST_BYTES = 96 * 1024 * 1024  # of the whole pack
MOST_DEPTH = 3  # folders below the pack's own

TEXT_BYTES = 256 * 1024  # a .toml or .md file
SVG_BYTES = 4 * 1024 * 1024
RASTER_BYTES = 16 * 1024 * 1024
RASTER_PIXELS = 34_000_000  # a little over 8K (7680 × 4320); twice what a 4K screen can show
RASTER_SIDE = 8_192

TOML_DEPTH = 8  # brackets within brackets
TOML_KEY_PARTS = 6  # a.b.c
TOML_KEYS = 20_000

SVG_ELEMENTS = 20_000
SVG_DEPTH = 40
SVG_ATTRIBUTES = 60  # of one element
SVG_VALUE = 20_000  # signs of any attribute or style but outlines
SVG_EXPANDED = 60_000  # elements, when every <use>, pattern, mask and marker has been followed
SVG_CHAIN = 12  # a <use> of a <use> of a …
SVG_DASHES = 200_000  # dashes that a renderer would have to draw over one viewBox diagonal

LINE_TEXT = 200  # a name, a label
SHORT_TEXT = 600  # a tagline, a note
LONG_TEXT = 6_000  # a story
ROWS = 200  # of any one kind in a file
EXHIBITS = 300
WORKSHOPS = 100
