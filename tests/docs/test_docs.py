"""Every example of the docs is run, and every link leads somewhere."""

from difflib import unified_diff
from pathlib import Path

import pytest

from tests.docs import findings
from tests.docs.pages import (
    PROJECT,
    Telling,
    all_pages,
    anchors_of,
    is_in,
    links_of,
    names_linked,
)

PAGES = [pytest.param(page, id=str(page.relative_to(PROJECT))) for page in all_pages()]


@pytest.mark.parametrize("page", PAGES)
def test_page_tells_what_is_so(page: Path, tmp_path: Path, bless: bool) -> None:
    written = page.read_text("utf-8")
    told = Telling(page, tmp_path).told_again()
    if bless and told != written:
        page.write_text(told, "utf-8")
        return
    difference = "\n".join(
        unified_diff(
            written.splitlines(), told.splitlines(), "the page", "the program", lineterm=""
        )
    )
    assert not difference, f"{difference}\n(pytest tests/docs --bless writes it down)"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: Path) -> None:
    lost = []
    for link in links_of(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (
            anchor and target.suffix == ".md" and anchor not in anchors_of(target)
        ):
            lost.append(link)
    assert not lost


@pytest.mark.parametrize("page", PAGES)
def test_linked_names_are_in_the_module(page: Path) -> None:
    lost = [
        f"{name} in {target}"
        for name, target in names_linked(page)
        if not is_in(name, (page.parent / target).resolve())
    ]
    assert not lost


def test_every_finding_is_documented(bless: bool) -> None:
    written = findings.PAGE.read_text("utf-8") if findings.PAGE.exists() else ""
    if bless and findings.page() != written:
        findings.PAGE.write_text(findings.page(), "utf-8")
        return
    assert findings.page() == written, "pytest tests/docs --bless writes docs/reference/findings.md"
