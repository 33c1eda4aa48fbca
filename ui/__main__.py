"""`python -m ui`: the program `kiosk` where its script is not on the path."""

import sys

from ui.commandline import main

sys.exit(main())
