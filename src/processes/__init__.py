"""What acts by itself: the clock, and the loading of scenarios. They read events and send commands."""
