"""What the park does: one package per subject, no Qt but in `devices`."""
