"""What follows from the text of a lesson: numbers, times, references.  Lesson -> Facts."""
