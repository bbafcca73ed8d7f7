"""Several lessons as one: a session or a course, cut to what is taught, its ids kept apart, its lists merged."""
