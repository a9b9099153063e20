"""What each kind of action on an inspection link allows and refuses."""
