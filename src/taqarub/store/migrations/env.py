"""Runs the migrations of a record on the connection it is opened with."""

from alembic import context

from taqarub.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller's transaction holds all of it
)
context.run_migrations()
