"""Counts the JUnit tests of surefire's reports: junit.py ROOT COUNTS_FILE."""

import pathlib
import sys
import xml.etree.ElementTree as xml


def main():
    root, counts = map(pathlib.Path, sys.argv[1:])
    tests = failed = skipped = 0
    for report in sorted(root.glob("**/target/surefire-reports/TEST-*.xml")):
        suite = xml.parse(report).getroot()
        tests += int(suite.get("tests"))
        failed += int(suite.get("failures")) + int(suite.get("errors"))
        skipped += int(suite.get("skipped"))
        for case in suite.iter("testcase"):
            for problem in (*case.iter("failure"), *case.iter("error")):
                print(f"FAIL {case.get('classname')}.{case.get('name')}")
                print("     " + (problem.text or "").replace("\n", "\n     ")[:3000])
    print(f"Java: {tests - failed - skipped} passed, {failed} failed, {skipped} skipped")
    counts.write_text(f"{tests - failed - skipped} {failed} {skipped}\n")
    return 1 if failed else 0


sys.exit(main())
