"""Lessons and a day's hours -> what is taught when: who it is for, what fits the time, the clock.  Pure functions."""
