"""Decks by others -> drafts.

parts       bytes -> `DeckFile`: parts and links, alternate content decided, Strict read as what it says
shapes      a slide's XML -> `Thing`s, each in its place (text, tables, charts, SmartArt, pictures, media)
sorting     which of them are title, content, furniture; in which order they are read
bodies      content -> the body of a slide, as a lesson file has it
own         decks that deckbuild made: their figures and cards back to what was written
reader      the whole deck -> `Reading`
"""
