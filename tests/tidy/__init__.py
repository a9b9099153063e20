"""House style that no ready-made checker knows."""
