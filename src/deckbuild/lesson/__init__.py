"""The files an author writes: a lesson, a project.  Built from `spec` and the kinds of slides."""
