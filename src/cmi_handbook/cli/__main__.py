"""`python -m cmi_handbook.cli`."""

import sys

from cmi_handbook.cli import main

sys.exit(main())
