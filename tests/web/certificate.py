"""A certificate that nobody but this test trusts."""

from __future__ import annotations

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.programs import need


@dataclass(frozen=True)
class Certificate:
    """Its files, and a browser's view of it."""

    cert: Path
    key: Path

    @property
    def trusting(self) -> ssl.SSLContext:
        """Trusts it, and nothing else."""
        return ssl.create_default_context(cafile=str(self.cert))


def make(folder: Path) -> Certificate:
    """One for 127.0.0.1 and localhost, for two days."""
    openssl = need("openssl")
    command = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-days", "2"]
    command += ["-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return Certificate(folder / "cert.pem", folder / "key.pem")
