#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the reference of all measures as Markdown, from what the command says about them.

    .build/debug/euthyna measures --format json | python3 Tools/measures_reference.py > docs/measures.md
"""
import json
import sys

FAMILIES = {
    "voice": "Who is heard: what of all that is shown belongs to whom.",
    "encounter": "Who meets whom: what people see from outside their own group, and how much their pages differ.",
    "association": "Whether what people follow reaches them.",
    "exit": "Whether people come and go as they choose, and spend their time as they want.",
    "autonomy": "Whether people stay themselves: what a control does that they use, and what a feed does to opinions and interests.",
    "integrity": "Whether somebody can steer the ranker, and what the recording holds.",
}


def escaped(text):
    """Signs that Markdown would read are printed as they are."""
    return "".join("\\" + letter if letter in "<>|*_" else letter for letter in text)


def card(measure):
    yield f"### {measure['name']}\n"
    yield escaped(measure["summary"]) + "\n"
    yield "| | |\n|---|---|"
    for name in ("formula", "unit", "range", "denominator", "source"):
        yield f"| {name} | {escaped(measure[name])} |"
    for name in ("needs", "uses"):
        if measure[name]:
            yield f"| {name} | {', '.join(f'`{role}`' for role in measure[name])} |"
    yield f"| version | {measure['version']} |\n"
    if measure["parameters"]:
        yield "Parameters:\n"
        for parameter in measure["parameters"]:
            yield f"- `{parameter['name']}`: {escaped(parameter['summary'])}"
        yield ""
    yield "Figures: " + ", ".join(f"`{figure}`" for figure in measure["figures"]) + ".\n"


def main():
    measures = json.load(sys.stdin)
    print("# Measures\n")
    print(
        "Made by `Tools/measures_reference.py` from `euthyna measures`; change the cards in `Sources/Measures`, not this page. "
        "How to read\nan estimate: [the guide](../Sources/Measures/Measures.docc/HowToReadAnEstimate.md).\n"
    )
    print("`<part>` and the like stand for names of the data. A clause can bind a figure without such a name only.")
    for family, words in FAMILIES.items():
        members = [measure for measure in measures if measure["family"] == family]
        if not members:
            continue
        print(f"\n## {family.capitalize()}\n\n{words}\n")
        print("\n".join(line for measure in members for line in card(measure)).rstrip())
    unknown = {measure["family"] for measure in measures} - FAMILIES.keys()
    if unknown:
        sys.exit(f"give these families a line in FAMILIES: {', '.join(sorted(unknown))}")


main()
