"""A guide for trainers, as a flow of blocks -> a draft of its lesson."""
