"""What the sample pages have in common: a name, and what was asked of them."""

from typing import ClassVar

from ui.shell.page_model import PageModel


class SampleModel(PageModel):
    """Counts how often it was refreshed."""

    name: ClassVar[str]
    refreshed = 0

    def refresh(self) -> None:
        """The title tells the language."""
        self.refreshed += 1
        self.set_title(f"{self.name} {self.lang}")
        self.set_read_aloud(f"This is {self.name}.")
