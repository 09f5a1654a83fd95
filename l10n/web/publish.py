"""The publisher's desk: what the gate says of every variant of an article, how it will look, and the build.

show       every variant with what it still misses; one of them beside its preview
build      the variants that are ready are written to build/
download   what is in build/ of a variant
preview    a variant as it will be built, for a frame that can reach nothing
asset      a picture of the project, for that frame
"""

from __future__ import annotations

import hashlib
import hmac
import io
import secrets
import zipfile
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from l10n import files, workflow
from l10n.project import Article
from l10n.text import segment_id
from l10n.web.bench import Bench, Missing
from l10n.web.visit import NOBODY, Visit, page
from l10n.workflow import building, previewing, variants, view
from l10n.workflow.building import Built
from l10n.workflow.variants import Standing

STATIC = Path(__file__).parent / "static"
ASSETS = "/asset/{key}/{place:path}"
FRAMED = "; ".join(
    (
        "sandbox allow-scripts",
        "default-src 'none'",
        "img-src {host}/asset/{key}/ data:",
        "style-src 'unsafe-inline'",
        "script-src 'nonce-{nonce}'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "base-uri 'none'",
    )
)
"""What a preview may do: show pictures of the project, and run the one script that is ours.  It has no origin, so that
no address of the workbench is its own, and no cookie goes with what it asks for."""
PICTURED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What a picture may do that is opened as a page: an SVG can hold scripts."""


# --- the page


@page()
def show(visit: Visit) -> Response:
    """Every variant of the article, and the one that the address names."""
    article, tag = _named(visit)
    return _shown(visit, article, tag)


def _named(visit: Visit) -> tuple[Article, str]:
    """The article and the locale of an address; "" where it names none."""
    path = str(visit.request.path_params["path"])
    tag, _, name = path.partition("/")
    articles = {article.name: article for article in visit.project.articles() if not article.is_glossary}
    if tag in visit.project.settings.tags and name in articles:
        return articles[name], tag
    if path not in articles:
        raise Missing(path)
    return articles[path], ""


def _shown(visit: Visit, article: Article, tag: str, built: Built | None = None) -> Response:
    source = visit.bench.source(visit.project, article)
    standings = _standings(visit, source)
    one = next((one for one in standings if one.locale == tag), None)
    drafts = visit.asked("drafts") == "1"
    return visit.page(
        "publish.html",
        article=article,
        source=source,
        tag=tag,
        standings=standings,
        deadline=str(visit.project.named(article.name).deadline or ""),
        one=one,
        drafts=drafts,
        can_show=bool(one and (drafts or one.variant.publish)),
        segments={miss.key: source.assembly.by_key[miss.key] for miss in one.misses} if one else {},
        id_of=lambda key: segment_id(*key),
        mine=_mine(visit),
        built=built,
        gate=visit.project.settings.gate,
    )


def _standings(visit: Visit, source: view.Source) -> list[Standing]:
    """Every variant by the gate; asked again where a file is another one."""
    bench, project = visit.bench, visit.project
    sides = {locale: bench.side(source, locale) for locale in project.settings.locales}
    under = (source, *sides.values(), files.stamp(project.build / "manifest.json"))
    name = ("standings", source.article.name)
    return bench.once(name, under, lambda: variants.of_article(source, sides.__getitem__))


# --- the build


def _mine(visit: Visit) -> tuple[str, ...]:
    """The variants that the person may build: those of their locales, in the order of the settings."""
    settings = visit.project.settings
    return tuple(tag for tag in settings.tags if visit.may("publisher", settings.variants.get(tag, tag)))


@page("publisher")
def build(visit: Visit) -> Response:
    """Build the variants of the article that the person may; what is withheld is said, with the reasons."""
    article = visit.article
    if article.is_glossary:
        raise Missing(article.name)
    mine = [tag for tag in _mine(visit) if tag in visit.project.settings.locales]
    built = workflow.build(visit.project, [article], locales=mine, today=visit.bench.now()[:10])
    tag = visit.form.get("locale", "")
    return _shown(visit, article, tag if tag in visit.project.settings.tags else "", built)


@page()
def download(visit: Visit) -> Response:
    """Exactly what is in build/ of a variant: its file, or all of them in a ZIP file."""
    article, tag = visit.article, _tag(visit)
    found = variants.built(visit.project, article, tag)
    if not found:
        raise Missing(f"{article.name} ({tag})")
    if len(found) == 1:
        ((place, data),) = found.items()
        return _attached(place.rpartition("/")[2], data, "application/octet-stream")
    return _attached(f"{article.name.rpartition('/')[2]}.{tag}.zip", _zipped(found), "application/zip")


def _tag(visit: Visit) -> str:
    """The locale or script variant in the address."""
    tag = str(visit.request.path_params["locale"])
    if tag not in visit.project.settings.tags:
        raise Missing(tag)
    return tag


def _zipped(found: dict[str, bytes]) -> bytes:
    """The files under their places, the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, data in sorted(found.items()):
            archive.writestr(zipfile.ZipInfo(place), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _attached(name: str, data: bytes, kind: str) -> Response:
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}"}
    return Response(data, media_type=kind, headers=headers)


# --- the preview


@page()
def preview(visit: Visit) -> Response:
    """A variant as it will be built; with drafts where they are asked for (`?drafts=1`)."""
    tag, source = _tag(visit), visit.source
    if source.article.is_glossary:
        raise Missing(source.article.name)
    side = partial(visit.bench.side, source)
    if visit.asked("drafts") == "1":
        plans = building.plans(source, side, drafts=True)
    else:
        plans = [one.plan for one in _standings(visit, source)]
    published = [plan.locale for plan in plans if plan.decision.publish]
    plan = next(plan for plan in plans if plan.locale == tag)
    if tag not in published:
        raise Missing(f"{source.article.name} ({tag})")
    key, nonce = asset_key(visit.bench), secrets.token_urlsafe(16)
    html = previewing.page(plan, published, f"/asset/{key}/")
    policy = FRAMED.format(host=visit.request.headers["host"], key=key, nonce=nonce)
    headers = {"content-security-policy": policy, "referrer-policy": "no-referrer"}
    return Response(_with_script(html, nonce), media_type="text/html; charset=utf-8", headers=headers)


def _with_script(html: str, nonce: str) -> str:
    """The page with our style and script, which stand before anything that the article says."""
    ours = f'<style>{_static("preview.css")}</style><script nonce="{nonce}">{_static("preview.js")}</script>'
    return previewing.at_head(html, ours)


@cache
def _static(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


def asset_key(bench: Bench, days: int = 0) -> str:
    """What a preview shows pictures with, since no cookie goes with it; another one every day. days: before today."""
    day = date.fromisoformat(bench.now()[:10]) - timedelta(days)
    return hmac.new(bench.key.encode(), f"assets {day}".encode(), hashlib.sha256).hexdigest()[:32]


async def asset(request: Request) -> Response:
    """A picture of the project; of whatever else lies there, nothing."""
    return await run_in_threadpool(_asset, request)


asset.role = NOBODY  # type: ignore[attr-defined]  # the frame that asks has no cookie; its key lets it in


def _asset(request: Request) -> Response:
    bench: Bench = request.app.state.bench
    given = str(request.path_params["key"]).encode()
    known = [hmac.compare_digest(given, asset_key(bench, days).encode()) for days in (0, 1)]
    found = previewing.picture(bench.last_project(), str(request.path_params["place"])) if any(known) else None
    if found is None:
        return PlainTextResponse("there is no such picture\n", 404)
    path, kind = found
    headers = {"content-security-policy": PICTURED, "cross-origin-resource-policy": "cross-origin"}
    return FileResponse(path, media_type=kind, headers=headers)


ROUTES = (
    Route("/publish/{path:path}", show),
    Route("/build/{article:path}", build, methods=["POST"]),
    Route("/download/{locale}/{article:path}", download),
    Route("/preview/{locale}/{article:path}", preview),
    Route(ASSETS, asset),
)
