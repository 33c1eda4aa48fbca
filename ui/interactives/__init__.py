"""The machines that visitors turn: a folder each, with its header and its face. See `docs/interactives.md`.

`header.py` reads what a machine says of itself, `machine_runner.py` runs it for its face.
"""
