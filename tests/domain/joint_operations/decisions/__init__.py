"""What each kind of action on a joint operation allows and refuses."""
