"""What follows from each action on an inspection link, or why it is refused.

Basis: the interview (Linyi: 授权派驻纪检监察组负责同志担任巡察组副组长,信息共享、问题共商、核实联动;
线索交由巡察组帮助了解;问题写入巡察报告,借助巡察整改推动解决), DOMAIN.md §5 mechanisms 16 and 17. By when
each is answered stands in the scheme, or with the lead that was passed.
"""
