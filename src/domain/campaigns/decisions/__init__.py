"""What follows from each action in a campaign, or why it is refused.

Basis: the interview (Linyi's «靠企吃企» campaign, Wuhu's livelihood campaign with both
responsibilities, Liuzhou's river and rice-noodle supervision; political supervision), DOMAIN.md §4
«Campaign», §5 mechanisms 12, 26, 30, 31. Who sees what: `domain.campaigns.account`.
"""
