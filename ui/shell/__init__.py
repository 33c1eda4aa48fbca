"""The window, and what holds for every page: flow, theme, language, idle, reset, reach, keyboard, reading aloud."""
