"""Compose, Kubernetes, systemd and the Dockerfile agree with each other, with the commands and with the queues."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.queues import Queue
from persona_web.commands import app
from persona_web.env import Env

DEPLOY = Path(__file__).resolve().parent.parent.parent / "deploy"
COMMANDS = {command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]
NOT_OURS = {"PERSONA_DOMAIN", "POSTGRES_PASSWORD", "REDIS_PASSWORD"}


def documents(name: str) -> list[dict[str, Any]]:
    return [each for each in yaml.safe_load_all((DEPLOY / name).read_text(encoding="utf-8")) if each]


def of_kind(kind: str) -> list[dict[str, Any]]:
    files = sorted(path.name for path in (DEPLOY / "kubernetes").glob("*.yaml"))
    return [each for name in files for each in documents(f"kubernetes/{name}") if each["kind"] == kind]


def settings_in(name: str) -> set[str]:
    return set(re.findall(r"^([A-Z_]+)=", (DEPLOY / name).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    [compose] = documents("compose.yaml")
    return compose["services"]  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def ours(services: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in services.items() if each["image"].startswith("persona-web")}


def test_every_service_of_ours_is_one_command_and_may_do_little(ours: dict[str, Any]) -> None:
    assert {each["command"][0] for each in ours.values()} == {"web", "worker", "beat", "migrate"} <= COMMANDS
    for each in ours.values():
        hardened = (each["read_only"], each["cap_drop"], each["security_opt"])
        assert hardened == (True, ["ALL"], ["no-new-privileges:true"])


def test_every_queue_has_a_worker_and_no_worker_another(ours: dict[str, Any]) -> None:
    in_compose = {each["command"][2] for each in ours.values() if each["command"][0] == "worker"}
    pods = [each["spec"]["template"]["spec"]["containers"][0] for each in of_kind("Deployment")]
    in_kubernetes = {each["args"][2] for each in pods if each["args"][0] == "worker"}
    target = (DEPLOY / "systemd" / "persona.target").read_text()
    in_systemd = set(re.findall(r"persona-worker@(\w+)\.service", target))

    assert in_compose == in_kubernetes == in_systemd == set(Queue)


def test_what_processes_wait_for_is_there(services: dict[str, Any], ours: dict[str, Any]) -> None:
    for name, each in ours.items():
        wanted = {"database", "redis"} if name == "migrate" else {"migrate"}
        assert set(each["depends_on"]) == wanted <= set(services), name


def test_only_the_proxy_can_be_reached_from_outside(services: dict[str, Any]) -> None:
    assert [name for name, each in services.items() if "ports" in each] == ["proxy"]


def test_settings_that_are_given_exist(services: dict[str, Any], ours: dict[str, Any]) -> None:
    known = {name.upper() for name in Env.model_fields}
    given = {name for each in ours.values() for name in each["environment"]}

    assert given - known == set()
    assert settings_in("env.example") - known == NOT_OURS
    assert settings_in("kubernetes/persona.env.example") - known == set()


def test_pods_have_no_rights_but_to_their_data() -> None:
    pods = [each["spec"]["template"]["spec"] for kind in ("Deployment", "Job") for each in of_kind(kind)]

    assert len(pods) == 7
    for pod in pods:
        [container] = pod["containers"]
        assert (pod["securityContext"]["runAsNonRoot"], pod["automountServiceAccountToken"]) == (True, False)
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert {mount["mountPath"] for mount in container["volumeMounts"]} == {"/data", "/tmp"}
        assert set(container["resources"]) == {"requests", "limits"}


def test_selectors_find_their_pods() -> None:
    for each in of_kind("Deployment"):
        labels = each["spec"]["template"]["metadata"]["labels"]
        assert each["spec"]["selector"]["matchLabels"] == labels == each["metadata"]["labels"]
    [service] = of_kind("Service")
    [web] = [each for each in of_kind("Deployment") if each["metadata"]["name"] == "web"]
    assert service["spec"]["selector"] == web["metadata"]["labels"]


@pytest.mark.skipif(shutil.which("kubectl") is None, reason="kubectl is not installed")
def test_kustomize_builds_them(tmp_path: Path) -> None:
    folder = shutil.copytree(DEPLOY / "kubernetes", tmp_path / "kubernetes")
    shutil.copy(folder / "persona.env.example", folder / "persona.env")
    done = subprocess.run(["kubectl", "kustomize", folder], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    built = [each for each in yaml.safe_load_all(done.stdout) if each]
    images = {
        each["spec"]["template"]["spec"]["containers"][0]["image"]
        for each in built
        if each["kind"] in ("Deployment", "Job")
    }
    assert (len(built), images) == (16, {"registry.example.com/persona-web:latest"})


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    program = tmp_path / "persona-web"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for path in sorted((DEPLOY / "systemd").iterdir()):
        text = path.read_text(encoding="utf-8").replace("/opt/persona/bin/persona-web", str(program))
        (tmp_path / path.name).write_text(text)
    shutil.copy(tmp_path / "persona-worker@.service", tmp_path / "persona-worker@reading.service")
    units = [tmp_path / name for name in ("persona-migrate.service", "persona-web.service", "persona.target")]
    units += [tmp_path / "persona-worker@reading.service", tmp_path / "persona-beat.service"]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )

    ours = [line for line in done.stderr.splitlines() if "persona" in line]
    assert (done.returncode, ours) == (0, [])


def test_the_image_has_no_root_and_is_asked_how_it_is() -> None:
    dockerfile = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    last = dockerfile.rpartition("\nFROM ")[2]

    found = dict(re.findall(r"^(USER|ENTRYPOINT|CMD|STOPSIGNAL) (.+)$", last, re.MULTILINE))
    assert found == {
        "USER": "10001:10001",
        "ENTRYPOINT": '["persona-web"]',
        "CMD": '["web"]',
        "STOPSIGNAL": "SIGTERM",
    }
    assert re.search(r'^HEALTHCHECK .+ CMD \["persona-web", "healthy"\]$', last, re.MULTILINE)
    assert {"web", "healthy"} <= COMMANDS
