"""How the actions on a lead are decided, by concern."""
