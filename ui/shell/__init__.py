"""The window, and what holds for every page: flow, theme, language, idle, reset, reach, keyboard, reading aloud."""

from ui.shell.quick_imports import read_no_sources

read_no_sources()
