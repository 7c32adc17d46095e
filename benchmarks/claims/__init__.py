"""How well stories are checked: true stories and twins with one known error, written from the record."""
