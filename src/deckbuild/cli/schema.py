"""`deckbuild schema`."""

from __future__ import annotations

import click


@click.command()
@click.argument("kind", type=click.Choice(["lesson", "session", "course", "project", "brand"]), default="lesson")
def schema(kind: str) -> None:
    """Print the JSON Schema of a KIND of file, for editors to complete and explain keys."""
    import json

    from deckbuild.brand.tokens import BrandTokens
    from deckbuild.lesson.course import Course
    from deckbuild.lesson.lesson import Lesson
    from deckbuild.lesson.project import Project
    from deckbuild.lesson.session import Session
    from deckbuild.load.schema import schema as schema_of
    from deckbuild.spec.authored import Authored

    models: dict[str, type[Authored]] = {
        "lesson": Lesson,
        "session": Session,
        "course": Course,
        "project": Project,
        "brand": BrandTokens,
    }
    click.echo(json.dumps(schema_of(models[kind], f"deckbuild {kind}"), indent=2, ensure_ascii=False))
