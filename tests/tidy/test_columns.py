"""Every column of a list has a title in Chinese (`api/columns.toml`), so that files of it can be read."""

from api.files import COLUMNS, columns_of
from projections.queries.listings import LISTINGS


def test_every_column_of_every_list_has_a_title_of_its_own() -> None:
    columns = {listing.path: columns_of(listing) for listing in LISTINGS}
    lacking = {path: [c for c in those if c not in COLUMNS] for path, those in columns.items()}
    assert {path: those for path, those in lacking.items() if those} == {}
    alike = {
        path for path, those in columns.items() if len({COLUMNS[c] for c in those}) < len(those)
    }
    assert alike == set()


def test_no_title_is_left_over() -> None:
    shown = {column for listing in LISTINGS for column in columns_of(listing)}
    assert COLUMNS.keys() - shown == set()
