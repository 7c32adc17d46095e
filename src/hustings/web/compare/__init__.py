"""Any two contests side by side, with what lies between them."""
