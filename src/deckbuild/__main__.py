"""`python -m deckbuild`, and the `deckbuild` command."""

from deckbuild.cli import main

if __name__ == "__main__":
    main()
