"""What goes wrong behind the interface is told in the one shape of problems."""

import psycopg

from tests.api.installation import Installation, Member


def test_postgres_away_is_said_and_not_an_internal_error(
    installation: Installation, keeper: Member
) -> None:
    keeper.see("leads")
    with psycopg.connect(installation.settings.postgres, autocommit=True) as connection:
        ended = connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and application_name = 'guantong-api'"
        ).fetchall()
    assert ended
    answers = [keeper.get("leads") for _ in ended]
    away = [answer for answer in answers if answer.status_code != 200]
    assert away
    for answer in away:
        assert answer.status_code == 503, answer.text
        assert answer.json()["code"] == "unavailable"
        assert answer.headers["Retry-After"]
