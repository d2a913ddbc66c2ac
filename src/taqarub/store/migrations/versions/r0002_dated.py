"""Articles dated from their own text keep the reasons."""

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"


def upgrade() -> None:
    """Add the column."""
    op.add_column("article", sa.Column("dated", sa.JSON(none_as_null=True), nullable=True))
