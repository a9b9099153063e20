"""What the projections make for themselves is made once, and anew when a release changes it."""

from projections import schema
from tests.projections.making import Connection


def test_functions_of_an_older_release_are_replaced(connection: Connection) -> None:
    schema.prepare(connection)
    connection.execute("drop function read.today(text)")
    connection.execute("create function read.today(text) returns text language sql as 'select $1'")
    connection.execute("comment on schema read is 'of an older release'")
    schema.prepare(connection)
    kind = connection.execute(
        "select prorettype::regtype::text from pg_proc where oid = 'read.today(text)'::regprocedure"
    ).fetchone()
    assert kind == ("date",)


def test_what_is_there_already_is_left_alone(connection: Connection) -> None:
    schema.prepare(connection)
    before = connection.execute("select oid from pg_proc where proname = 'permission'").fetchall()
    schema.prepare(connection)
    after = connection.execute("select oid from pg_proc where proname = 'permission'").fetchall()
    assert before == after != []
