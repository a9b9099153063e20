"""Approvals: the shape of 呈批 that families share."""
