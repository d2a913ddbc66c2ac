"""Figures keep who says them and what a change is measured against."""

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0002"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("quantity", sa.Column("said_by", sa.Text(), nullable=True))
    op.add_column("quantity", sa.Column("against", sa.Text(), nullable=True))
