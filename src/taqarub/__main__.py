"""`python -m taqarub`."""

from taqarub.cli.app import main

if __name__ == "__main__":
    main()
