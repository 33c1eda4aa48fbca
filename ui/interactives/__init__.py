"""The machines that visitors turn: a folder each, with its header (texts, goals) and its face. `docs/interactives.md`."""
