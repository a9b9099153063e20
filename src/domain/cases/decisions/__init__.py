"""What follows from each action on a case, or why it is refused: one module per concern."""
