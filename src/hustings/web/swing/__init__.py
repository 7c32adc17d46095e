"""The swingometer: a swing between two parties, nationally or region by region, and the seats it would change."""
