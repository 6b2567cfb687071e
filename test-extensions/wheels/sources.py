"""Fetches a package's source distribution, unbuilt, with the pip of the interpreter that runs it:

    sources.py DIRECTORY NAME==VERSION

Prints the file's name and its SHA-256 as the index gives it. `pip download` would build the
distribution to learn its metadata, for which many need a compiler of their own; only tests are
wanted of it here.
"""

import hashlib
import pathlib
import sys

from pip._internal.cli.cmdoptions import make_target_python
from pip._internal.commands import create_command


def fetch(directory, requirement):
    name, _, version = requirement.partition("==")
    command = create_command("index")
    options, _ = command.parse_args(["versions", name])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(
            options=options,
            session=session,
            target_python=make_target_python(options),
            ignore_requires_python=True,
        )
        for candidate in finder.find_all_candidates(name):
            link = candidate.link
            if not link.is_wheel and str(candidate.version) == version:
                break
        else:
            raise SystemExit(f"the index has no source distribution of {requirement}")
        answer = session.get(link.url)
        answer.raise_for_status()
    found = hashlib.sha256(answer.content).hexdigest()
    if link.hash_name == "sha256" and link.hash != found:
        raise SystemExit(f"{link.filename}: SHA-256 {found}, the index has {link.hash}")
    (pathlib.Path(directory) / link.filename).write_bytes(answer.content)
    return link.filename, found


if __name__ == "__main__":
    print(*fetch(*sys.argv[1:]))
