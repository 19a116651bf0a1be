"""``python -m igf_extract`` is the command ``igf-extract``."""

from igf_extract.cli import main

if __name__ == "__main__":
    main()
