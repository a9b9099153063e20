"""What follows from each action on a complaint, or why it is refused; one module for each concern."""
