"""Checks: what a text says that it should not, one file an ITS 2.0 issue type, each a generator of findings.

    terminology   the names and terms of the glossary: its rules
                  ├─ persons    whether it is the one whom the source names
                  ├─ likeness   words that look like a name, and the form that was meant
                  └─ texts      what a check is given

What a check has to know beside the two texts (mentions of names, renderings) comes as an argument.
"""
