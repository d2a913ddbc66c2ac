"""The first tables of a record."""

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "article",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noise", sa.JSON(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("article_first_day", "article", ["first_day"], unique=False)
    op.create_table(
        "taqarub",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "event_mention",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("actors", sa.JSON(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("aux", sa.JSON(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_index("event_mention_first_day", "event_mention", ["first_day"], unique=False)
    op.create_index("event_mention_type", "event_mention", ["type"], unique=False)
    op.create_table(
        "event_party",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position", "code", "role"),
    )
    op.create_index("event_party_code", "event_party", ["code"], unique=False)
    op.create_table(
        "mention",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_table(
        "organization",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("forms", sa.JSON(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_index("organization_key", "organization", ["key"], unique=False)
    op.create_table(
        "person",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("forms", sa.JSON(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_index("person_key", "person", ["key"], unique=False)
    op.create_table(
        "quantity",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("bound", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_index("quantity_unit", "quantity", ["unit"], unique=False)
    op.create_table(
        "quantity_party",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position", "code", "role"),
    )
    op.create_index("quantity_party_code", "quantity_party", ["code"], unique=False)
    op.create_table(
        "quotation",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("direct", sa.Boolean(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("cue_span", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("speaker_span", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
    op.create_index("quotation_country", "quotation", ["country"], unique=False)
    op.create_index("quotation_speaker", "quotation", ["speaker"], unique=False)
    op.create_table(
        "time_expression",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("earliest", sa.Text(), nullable=True),
        sa.Column("latest", sa.Text(), nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "position"),
    )
