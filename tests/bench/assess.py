"""assess.py ASSESS TREE ASSESS_JS TREE_JS [NODE_OPTION...]

`framingham assess` on one large Bundle and on an export of 10,000 patients, native and as WebAssembly
in Node, beside what only parses the same bytes: JSON.parse, and a plain nlohmann tree. Seconds are
processor seconds of the whole process, the best of three, because other work on the machine only
adds; only the ratios hold across machines. Memory is the greatest resident size.
"""
import json
import os
import pathlib
import subprocess
import sys

PATIENTS = 10_000
BUNDLE_BYTES = 25_000_000
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
JSON_PARSE = """
const fs = require("fs");
let members = 0;
for (const line of fs.readFileSync(process.argv[1], "utf8").split("\\n")) {
  if (line) members += Object.keys(JSON.parse(line)).length;
}
console.log(members);
"""


def patient(number):
    return {
        "resourceType": "Patient",
        "id": f"p{number}",
        "meta": {"versionId": "1", "lastUpdated": "2026-05-01T10:00:00Z"},
        "text": {"status": "generated", "div": "<div>" + "A person of no importance. " * 8 + "</div>"},
        "name": [{"use": "official", "family": "Example", "given": ["Ana", "Lucía"]}],
        "gender": "female" if number % 2 else "male",
        "birthDate": f"{1945 + number % 40}-05-02",
        "address": [{"line": ["1 Main Street"], "city": "Springfield", "postalCode": "12345"}],
    }


def observation(number, code, display, **value):
    return {
        "resourceType": "Observation",
        "id": f"o{number}-{code}",
        "meta": {"versionId": "1", "lastUpdated": "2026-05-01T10:00:00Z"},
        "status": "final",
        "code": {"coding": [{"system": LOINC, "code": code, "display": display}], "text": display},
        "subject": {"reference": f"Patient/p{number}"},
        "effectiveDateTime": "2026-03-04T10:00:00+13:00",
        "issued": "2026-03-04T11:00:00.000+13:00",
        **value,
    }


def quantity(value, unit):
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def facts(number):
    yield observation(number, "2093-3", "Cholesterol", valueQuantity=quantity(150.25 + number % 90, "mg/dL"))
    yield observation(number, "2085-9", "HDL cholesterol", valueQuantity=quantity(40.5 + number % 20, "mg/dL"))
    pressures = [("8480-6", 110 + number % 50), ("8462-4", 70 + number % 20)]
    yield observation(
        number, "85354-9", "Blood pressure panel",
        component=[{"code": {"coding": [{"system": LOINC, "code": code}]},
                    "valueQuantity": quantity(value, "mm[Hg]")} for code, value in pressures])
    answer = {"system": SNOMED, "code": "266919005" if number % 3 else "449868002"}
    yield observation(number, "72166-2", "Smoking status", valueCodeableConcept={"coding": [answer]})


def other(number):
    return observation(number, f"718-{number % 10}", "Haemoglobin", valueQuantity=quantity(14.2, "g/dL"))


def compact(resource):
    return json.dumps(resource, separators=(",", ":"), ensure_ascii=False)


def write_bundle(path):
    entries = [patient(1), *facts(1)]
    size = 0
    while size < BUNDLE_BYTES:
        entries.append(other(1) | {"id": f"o{len(entries)}"})
        size += len(compact(entries[-1])) + 14
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": e} for e in entries]}
    path.write_text(compact(bundle), encoding="utf-8")


def write_export(path):
    with path.open("w", encoding="utf-8") as file:
        for number in range(PATIENTS):
            for resource in (patient(number), *facts(number), other(number)):
                file.write(compact(resource) + "\n")


def in_child(write, path):
    """Runs apart: a program's greatest size begins with that of the process which started it."""
    child = os.fork()
    if child == 0:
        write(path)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit(f"{path} could not be written")


def measure(command):
    """Processor seconds and the greatest resident bytes of one run."""
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main():
    assess, tree, assess_js, tree_js, *node_options = sys.argv[1:]
    node = ["node", *node_options]
    programs = [
        ("JSON.parse (Node)", [*node, "-e", JSON_PARSE]),
        ("nlohmann tree, native", [tree]),
        ("framingham assess, native", [assess, "--as-of", "2026-11-23"]),
        ("nlohmann tree, WebAssembly", [*node, tree_js]),
        ("framingham assess, WebAssembly", [*node, assess_js, "--as-of", "2026-11-23"]),
    ]
    folder = pathlib.Path(assess).parent
    print(f"{'':40}{'MB':>7}{'s':>8}{'MB/s':>8}{'x JSON.parse':>14}{'peak MB':>9}")
    for name, write in (("Bundle", write_bundle), ("NDJSON", write_export)):
        path = folder / f"assess-{name.lower()}.json"
        in_child(write, path)
        megabytes = path.stat().st_size / 1e6
        baseline = None
        for title, command in programs:
            runs = [measure([*command, str(path)]) for _ in range(3)]
            seconds, memory = min(run[0] for run in runs), max(run[1] for run in runs)
            baseline = baseline or seconds
            print(f"{name + ', ' + title:40}"
                  + f"{megabytes:7.1f}{seconds:8.2f}{megabytes / seconds:8.1f}"
                  + f"{baseline / seconds:14.2f}{memory / 1e6:9.0f}", flush=True)
        path.unlink()


main()
