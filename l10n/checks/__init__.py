"""Checks: what a text says that it should not, one file an ITS 2.0 issue type, each a generator of findings.

    terminology   the names and terms of the glossary

What a check has to know beside the two texts (mentions of names, renderings) comes as an argument.
"""
