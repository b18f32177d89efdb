"""The servers that integration tests stand on."""

import psycopg
import pytest
import redis

pytestmark = pytest.mark.integration


def test_redis_is_empty_and_keeps_what_it_is_given(redis_url: str) -> None:
    client = redis.Redis.from_url(redis_url, decode_responses=True)

    assert client.dbsize() == 0
    client.set("word", "evidence")
    assert client.getdel("word") == "evidence"


def test_postgres_answers_as_persona(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        assert connection.execute("SELECT current_user, current_setting('server_encoding')").fetchone() == (
            "persona",
            "UTF8",
        )
