"""Keeping a kiosk alive: what the machine must have, and saying what is wrong with it."""
