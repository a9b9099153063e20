"""What eventsourcing asks of recorders: its own test cases, unchanged, and its bank accounts."""

from decimal import Decimal
from typing import Never
from unittest import TestCase

import pytest
from eventsourcing.cryptography import AESCipher
from eventsourcing.persistence import IntegrityError
from eventsourcing.tests import application
from eventsourcing.tests.application import BankAccounts
from eventsourcing.tests.persistence import (
    AggregateRecorderTestCase,
    ApplicationRecorderTestCase,
    InfrastructureFactoryTestCase,
)
from eventsourcing.utils import Environment, get_topic

from eventlog.recorder import Factory, KafkaAggregateRecorder, KafkaRecorder
from eventlog.recorder.errors import RecorderUnsupported
from tests.eventlog.bank import WAIT_S, running


class _Application(TestCase):
    """Gives each test an application of its own name."""

    env: Environment

    @pytest.fixture(autouse=True)
    def _environment(self, kafka: str, suffix: str) -> None:
        settings = {"PERSISTENCE_MODULE": "eventlog.recorder", "KAFKA_BOOTSTRAP_SERVERS": kafka}
        self.env = Environment(f"Test{suffix}", settings)

    def opened(self) -> Factory:
        factory = Factory(self.env)
        self.addCleanup(factory.close)
        return factory


class TestKafkaRecorder(_Application, ApplicationRecorderTestCase[KafkaRecorder]):
    def create_recorder(self) -> KafkaRecorder:
        return self.opened().application_recorder()

    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class TestKafkaAggregateRecorder(_Application, AggregateRecorderTestCase):
    def create_recorder(self) -> KafkaAggregateRecorder:
        return self.opened().aggregate_recorder("snapshots")


class TestFactory(_Application, InfrastructureFactoryTestCase[Factory]):
    def expected_factory_class(self) -> type[Factory]:
        return Factory

    def expected_aggregate_recorder_class(self) -> type[KafkaAggregateRecorder]:
        return KafkaAggregateRecorder

    def expected_application_recorder_class(self) -> type[KafkaRecorder]:
        return KafkaRecorder

    def expected_tracking_recorder_class(self) -> Never:
        raise AssertionError

    def tracking_recorder_subclass(self) -> Never:
        raise AssertionError

    def expected_process_recorder_class(self) -> Never:
        raise AssertionError

    def test_create_tracking_recorder(self) -> None:
        with pytest.raises(RecorderUnsupported, match="tracking recorder"):
            self.factory.tracking_recorder()

    def test_create_process_recorder(self) -> None:
        with pytest.raises(RecorderUnsupported, match="process recorder"):
            self.factory.process_recorder()


class TestBankAccounts(application.ExampleApplicationTestCase):
    expected_factory_topic = get_topic(Factory)

    @pytest.fixture(autouse=True)
    def _environment(self, kafka: str, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(BankAccounts, "name", f"Bank{suffix}")
        monkeypatch.setenv("PERSISTENCE_MODULE", "eventlog.recorder")
        monkeypatch.setenv("KAFKA_BOOTSTRAP_SERVERS", kafka)


def test_accounts_on_kafka_and_balances_in_postgresql(
    kafka: str, database: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compressed and encrypted; with snapshots; and after a restart all is there and goes on."""
    monkeypatch.setattr(BankAccounts, "name", f"Bank{suffix}")
    settings = {
        "IS_SNAPSHOTTING_ENABLED": "y",
        "COMPRESSOR_TOPIC": "eventsourcing.compressor:ZlibCompressor",
        "CIPHER_TOPIC": "eventsourcing.cryptography:AESCipher",
        "CIPHER_KEY": AESCipher.create_key(32),
    }
    with running(kafka, database, **settings) as runner:
        account = runner.app.open_account("Alice", "alice@example.com")
        runner.app.credit_account(account, Decimal("10.00"))
        runner.app.credit_account(account, Decimal("25.00"))
        runner.app.take_snapshot(account)
        runner.wait(3, WAIT_S)
        assert runner.view.of(account) == Decimal("35.00")
        runner.view.datastore.close()

    with running(kafka, database, **settings) as runner:
        assert runner.app.get_balance(account) == Decimal("35.00")
        assert runner.app.snapshots is not None
        assert [each.originator_version for each in runner.app.snapshots.get(account)] == [3]
        runner.app.credit_account(account, Decimal("-5.00"))
        runner.wait(4, WAIT_S)
        assert runner.view.of(account) == Decimal("30.00")
        assert [each.id for each in runner.app.recorder.select_notifications(1, 9)] == [1, 2, 3, 4]
        runner.view.datastore.close()


def test_who_decided_on_an_old_state_is_refused(
    kafka: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two withdraw the same money: Kafka has no conditional append, the recorder has."""
    monkeypatch.setattr(BankAccounts, "name", f"Bank{suffix}")
    with BankAccounts(
        {"PERSISTENCE_MODULE": "eventlog.recorder", "KAFKA_BOOTSTRAP_SERVERS": kafka}
    ) as app:
        account = app.open_account("Alice", "alice@example.com")
        app.credit_account(account, Decimal("30.00"))
        first, second = app.get_account(account), app.get_account(account)
        first.append_transaction(Decimal("-30.00"))
        second.append_transaction(Decimal("-30.00"))
        app.save(first)
        with pytest.raises(IntegrityError):
            app.save(second)
        assert app.get_balance(account) == Decimal("0.00")
