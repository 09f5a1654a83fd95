"""split: equal sentences of an article get entries of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.errors import ProjectError
from l10n.phrases import phrase
from l10n.project import Article, Project
from l10n.project.editing import set_split
from l10n.workflow import mentions, view


def split(project: Project, articles: Sequence[Article], ids: Sequence[str], *, dry_run: bool = False) -> Project:
    """Tell the twins of these segments apart from now on; the project with its new settings.

    ids: ids of segments, or beginnings that mean one segment in these articles.  dry_run: the settings on disk stay.
    """
    for name in ids:
        article, full = _segment(project, articles, name)
        known = project.named(article.name).split
        if full not in known:
            for locale in project.settings.locales:
                view.side(mentions.source(project, article), locale)  # refused before the settings change, not after
            if dry_run:
                project = _as_if_split(project, article, full)
                continue
            set_split(project, article.name, [*known, full])
            project = Project.load(project.folder)
    return project


def _as_if_split(project: Project, article: Article, full: str) -> Project:
    own = project.named(article.name)
    articles = {**project.settings.articles, article.name: replace(own, split=(*own.split, full))}
    return replace(project, settings=replace(project.settings, articles=articles))


def _segment(project: Project, articles: Sequence[Article], name: str) -> tuple[Article, str]:
    from l10n import text

    found = {
        (article, text.segment_id(*segment.key)): len(segment.places)
        for article in articles
        for segment in mentions.source(project, article).assembly.segments
        if text.segment_id(*segment.key).startswith(name)
    }
    if len(found) != 1:
        what = (
            phrase("no segment is called `{name}`", name=name)
            if not found
            else phrase("`{name}` means {n} segments", name=name, n=len(found))
        )
        raise ProjectError(what, hint=phrase("`l10n review --all` lists the segments with their ids"))
    (found_one, places), *_ = found.items()
    article, full = found_one
    if places == 1 and full not in project.named(article.name).split:
        raise ProjectError(
            phrase("segment `{name}` stands in one place", name=name), hint=phrase("only twins can be told apart")
        )
    return article, full
