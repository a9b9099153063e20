"""Whether the photographs that a row names by their digests were attached to its matter, as it stood then."""

from typing import Final

from projections.queries.listing import Filter

PHOTOS_ON_FILE: Final = (
    "case when jsonb_array_length(t.photos) > 0 then not exists ("
    "select from jsonb_to_recordset(t.photos) as p(digest text) where not exists ("
    "select from read.attachments as a"
    " where a.jurisdiction = t.jurisdiction and a.stream = t.stream and a.digest = p.digest"
    " and a.stage = 'standing'"
    " and a.from_position <= coalesce(%(as_of)s::bigint, a.from_position)"
    " and (a.until_position is null or a.until_position > %(as_of)s::bigint))) end"
)
"""Whether each photograph of a row is a standing attachment of its matter; null where it has none."""

WITH_PHOTOS_ON_FILE: Final = Filter(
    f"({PHOTOS_ON_FILE}) = {{value}}", bool, zh="照片原件已存", en="its photographs are on file"
)
"""Of what was found on site: whether the files themselves are kept, or were only told by their digests."""
