"""`python -m kg.training`: see `kg.training.train`."""

import sys

from kg.training.train import main

sys.exit(main())
