"""Kafka's jars: resolved once, pinned by SHA-256, kept in a cache that all data folders share."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from jgo.env import LockedDependency, LockFile
from jgo.maven import Artifact, MavenContext

from embedded.errors import DownloadCorrupt, KafkaMissing

PROJECT = Path(__file__).parents[2]
LOCK = PROJECT / "infra" / "kafka" / "jgo.lock.toml"
CACHE = PROJECT / ".cache" / "kafka"
ROOTS = ("org.apache.kafka:kafka_2.13:4.3.0", "org.slf4j:slf4j-simple:1.7.36")


def classpath() -> str:
    """Java's class path of all locked jars; raises `KafkaMissing` where one was never fetched."""
    context = MavenContext(repo_cache=CACHE, local_repos=[], offline=True)
    paths = [_path(_artifact(jar, context)) for jar in LockFile.load(LOCK).dependencies]
    for path in paths:
        if not path.exists():
            raise KafkaMissing(jar=path.name)
    return os.pathsep.join(map(str, paths))


def fetch(report: Callable[[str], None]) -> None:
    """Download every locked jar that the cache lacks; raises `DownloadCorrupt`."""
    context = MavenContext(repo_cache=CACHE, local_repos=[], timeout=60)
    jars = LockFile.load(LOCK).dependencies
    for number, jar in enumerate(jars, start=1):
        artifact = _artifact(jar, context)
        report(f"Kafka {number}/{len(jars)} {artifact.filename}")
        path = _path(artifact)
        if path.exists() and _digest(path) != jar.sha256:
            path.unlink()  # an interrupted download
        if _digest(artifact.resolve()) != jar.sha256:
            path.unlink()
            raise DownloadCorrupt(jar=artifact.filename)


def lock() -> None:
    """Resolve `ROOTS` with all they need and write the lock."""
    context = MavenContext(repo_cache=CACHE, local_repos=[], timeout=60)
    inputs, transitive = context.resolver.resolve([context.create_dependency(r) for r in ROOTS])
    needed = [jar for jar in transitive if jar.scope in {"compile", "runtime"}]
    LockFile.from_resolved_dependencies([*inputs, *needed]).save(LOCK)


def _artifact(jar: LockedDependency, context: MavenContext) -> Artifact:
    return context.project(jar.groupId, jar.artifactId).at_version(jar.version).artifact()


def _path(artifact: Artifact) -> Path:
    path = artifact.cached_path
    if path is None:
        raise ValueError(f"{artifact} has no place in the cache")
    return path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
