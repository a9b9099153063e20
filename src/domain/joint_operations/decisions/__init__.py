"""What follows from each action on a joint operation, or why it is refused.

Basis: the interview (Linyi: 组组协同监督、室组联动监督、室组地联合办案; Wuhu: cooperation by area in
inspection, investigation and adjudication, 以室带组促地), DOMAIN.md §5 mechanism 15; joint investigation
with a local commission R 13, 52. By when each is answered, lent back and concluded stands in the scheme.
"""
