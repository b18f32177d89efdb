"""`python -m persona`: the command line."""

from persona.cli import main

if __name__ == "__main__":
    main()
