"""${message}"""

import sqlalchemy as sa
from alembic import op  # noqa: TID253 - Alembic itself imports this file

import db.types
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
