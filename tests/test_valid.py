"""What we build is valid, in the eyes of a judge that nobody here wrote."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.builders import test_dress, test_pages
from tests.programs import need
from tests.reports import test_reports
from tests.workflow import test_variants


def test_valid(tmp_path: Path) -> None:
    """The Nu HTML checker finds nothing in pages of ours, and no error in dressed pages whose source has none."""
    vnu = need("vnu")
    for name, text in {**test_dress.pages(), **test_pages.pages(), **test_reports.pages()}.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")

    run = subprocess.run([vnu, *map(str, tmp_path.iterdir())], capture_output=True, text=True)

    told = [line for line in run.stderr.splitlines() if "/crlf." not in line or ": error" in line]
    assert (run.returncode, told) == (0, [])


def test_variants_are_valid(tmp_path: Path) -> None:
    """The Nu HTML checker finds no error in pages in other scripts; it has its own mind about their language."""
    vnu = need("vnu")
    news = test_variants.project(tmp_path, ferry_html=test_variants.PAGE, well_md=test_variants.NOTE)
    test_variants.built(news, "index.html")
    pages = [str(path) for path in news.build.rglob("*.html")]

    run = subprocess.run([vnu, "--errors-only", *pages], capture_output=True, text=True)

    assert (run.returncode, run.stderr, len(pages)) == (0, "", 15)
