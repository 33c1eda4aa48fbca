"""The whole program in a real window, walked as visitors do."""
