"""Markdown in the dialects of slides and of lessons -> drafts.

scanning    lines -> front matter, and a tree of divs, admonitions and what stands between them
blocks      Markdown -> `Block`s: headings, paragraphs and lists, code, tables, pictures, comments
slides      blocks -> slides that are still rough, by rules or by headings
lesson      what divs mean: objectives, challenges with their solutions, notes for instructors
reader      the whole text -> `Reading`
"""
