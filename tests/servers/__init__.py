"""Servers that the tests talk to: started on loopback with a data folder of their own, stopped after."""
