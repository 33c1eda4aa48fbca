import ui.shell

// Found by its name and place: the Qt Virtual Keyboard looks for a style here, below an import path.
KeyboardLook {}
