"""What people touch: QML pages with the view model of each beside it, and the command line."""
