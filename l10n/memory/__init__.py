"""Translation memory: what was translated before is offered again."""
