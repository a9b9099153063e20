"""A read model in PostgreSQL of the bank accounts that eventsourcing's own tests have."""

from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from eventsourcing.dispatch import singledispatchmethod
from eventsourcing.persistence import Tracking
from eventsourcing.postgres import PostgresDatastore, PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner
from eventsourcing.tests.application import BankAccounts
from eventsourcing.tests.domain import BankAccount
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

WAIT_S: Final = 30.0


def running(
    kafka: str, database: str, **settings: str
) -> "ProjectionRunner[BankAccounts, Balances]":
    """The accounts with their events on Kafka, and their balances in PostgreSQL."""
    address = conninfo_to_dict(database)
    env = {
        "PERSISTENCE_MODULE": "eventlog.recorder",
        "KAFKA_BOOTSTRAP_SERVERS": kafka,
        "BALANCES_PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": str(address["dbname"]),
        "POSTGRES_HOST": str(address["host"]),
        "POSTGRES_PORT": str(address["port"]),
        "POSTGRES_USER": str(address["user"]),
        "POSTGRES_PASSWORD": str(address["password"]),
    }
    return ProjectionRunner(
        application_class=BankAccounts,
        projection_class=Transactions,
        view_class=Balances,
        env=env | settings,
    )


class Balances(PostgresTrackingRecorder):
    """The balance of each account, changed together with the tracking."""

    def __init__(self, datastore: PostgresDatastore, **kwargs: Any) -> None:
        super().__init__(datastore, **kwargs)
        self.sql_create_statements.append(
            sql.SQL(
                "CREATE TABLE IF NOT EXISTS balance (account uuid PRIMARY KEY, amount numeric)"
            ).format()
        )

    def of(self, account: UUID) -> Decimal:
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute("SELECT amount FROM balance WHERE account = %s", [account])
            row = cursor.fetchone()
        assert row is not None
        amount: Decimal = row["amount"]
        return amount

    def add(self, account: UUID, amount: Decimal, tracking: Tracking) -> None:
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(
                "INSERT INTO balance VALUES (%s, %s) ON CONFLICT (account)"
                " DO UPDATE SET amount = balance.amount + EXCLUDED.amount",
                [account, amount],
            )


class Transactions(Projection[Balances]):
    """Adds each transaction to the balance of its account."""

    name = "balances"

    @singledispatchmethod
    def process_event(self, _: object, tracking: Tracking) -> None:
        self.view.insert_tracking(tracking)

    @process_event.register
    def appended(self, event: BankAccount.TransactionAppended, tracking: Tracking) -> None:
        self.view.add(event.originator_id, event.amount, tracking)
