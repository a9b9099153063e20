"""What follows from each action on a recommendation, or why it is refused; a module for each concern.

Basis: grounds R 39, content R 235 (deadline, feedback, objection period and manner are stated in the
document, no article counts the days), research and departmental consultation R 236, refusal SL 71; kinds
RD 19. Practice: 谁提出谁督办, numbering, face-to-face delivery, signing off, looking back (DOMAIN.md §2 A6).
"""
