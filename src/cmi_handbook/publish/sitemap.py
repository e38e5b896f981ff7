"""The sitemap: the only list of full addresses, written when the site's address is given."""

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import quote
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(pages: Iterable[str], site_url: str, timestamp: int) -> str:
    """Return the sitemap of pages below an address; all bear the date of the build."""
    day = datetime.fromtimestamp(timestamp, UTC).date().isoformat()
    lines = (f"  <url><loc>{escape(site_url + quote(page))}</loc><lastmod>{day}</lastmod></url>\n" for page in pages)
    return HEAD + "".join(lines) + "</urlset>\n"
