"""Measures over contacts: who is central, who joins whom, how often, and what changed.

Each module is one measure, with its formula, its source and what it cannot tell. All are pure functions over
`Contact`s and `Actor`s; `kg.library` calls them with what a store holds.
"""
