"""A language model as extractor: its reading of an article, of which only what the article holds is taken.

    article → pieces → prompt → answer (from the cache, else over HTTP) → grounding → drafts → document

Nothing of an answer enters a document as it is: participants become spans of the article, the evidence its own
sentence, relation and status members of the ontology. What cannot be found there is refused and counted.
"""
