"""`deckbuild schema`."""

from __future__ import annotations

import click


@click.command()
@click.argument("kind", type=click.Choice(["lesson", "project", "brand"]), default="lesson")
def schema(kind: str) -> None:
    """Print the JSON Schema of a KIND of file (lesson, project, brand), for editors to complete and explain keys."""
    import json

    from deckbuild.brand.tokens import BrandTokens
    from deckbuild.lesson.lesson import Lesson
    from deckbuild.lesson.project import Project
    from deckbuild.load.schema import schema as schema_of
    from deckbuild.spec.authored import Authored

    models: dict[str, type[Authored]] = {"lesson": Lesson, "project": Project, "brand": BrandTokens}
    click.echo(json.dumps(schema_of(models[kind], f"deckbuild {kind}"), indent=2, ensure_ascii=False))
