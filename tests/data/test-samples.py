#!/usr/bin/env python3
"""The files of the sample library are those that its script makes of its sources.

Usage: test-samples.py FOLDER-OF-THE-SAMPLE-LIBRARY
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

MADE = ("families.xml", "texts.xml", "table.csv")


def main():
    source = pathlib.Path(sys.argv[1])
    print(f"1..{len(MADE)}")
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "library"
        shutil.copytree(source, copy)
        for name in MADE:
            (copy / name).unlink()
        subprocess.run([sys.executable, "-B", str(copy / "make-library.py")], check=True)
        for number, name in enumerate(MADE, 1):
            same = (copy / name).read_bytes() == (source / name).read_bytes()
            print(f"{'ok' if same else 'not ok'} {number} - {name} is what make-library.py makes")


if __name__ == "__main__":
    main()
