"""New files to begin with: a project, a lesson, a session, a course.  Pure: answers -> texts by path."""
