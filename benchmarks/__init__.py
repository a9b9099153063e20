"""What guantong costs and carries, measured against its peers in the same run on the same servers."""
