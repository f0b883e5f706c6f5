"""Fits the learned part of extraction on annotated articles: `python -m kg.training GOLD.jsonl`."""
