"""claimsmith-cli near: what a small library has of the features of a claim."""

import json
import os

from harness import Run, contains, equal, run_all

TABLE = (
    "Publication Number,Title,Abstract,Applicants,Publication Date,Application Number,Claims\n"
    "US2020111111A1,Metering device,A flexible diaphragm divides a metering chamber,Beichuan,"
    "2020-04-09,US201916111111A,\"1. A metering device comprising a housing and a flexible "
    "diaphragm that divides a metering chamber.\"\n"
    "EP3500000A1,Metering cartridge,A cartridge with an outlet valve in its housing,Lumen,"
    "2019-06-26,EP17000001A,\n"
    "CN110000001A,流体计量装置,柔性隔膜将计量腔分隔为液室和气室,北川流体,2019-07-12,CN201810000001A,\n"
)

DRAFT = (
    "1. A metering device comprising a housing (10), and a flexible diaphragm (30) dividing a "
    "metering chamber (20).\n"
    "2. The metering device of claim 1, wherein a quantum flux capacitor drives the outlet valve.\n"
)

CHINESE = (
    "1.一种流体计量装置，其特征在于，包括壳体（10），柔性隔膜（30）将计量腔（20）分隔为液室和气室。\n"
)


def use(folder):
    """The library of this test is in a folder of its own."""
    os.environ["CLAIMSMITH_DATA_DIR"] = os.path.join(folder, "data")
    path = os.path.join(folder, "export.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(TABLE)
    equal(Run("import", path).status, 0)


def write(folder, text):
    path = os.path.join(folder, "draft.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def near(*args):
    """What was found: the line about the claim, and those about families."""
    run = Run("near", "-f", "json", *args)
    equal(run.status, 0, run.err)
    lines = [json.loads(line) for line in run.out.splitlines()]
    return lines[0]["near"], [line["family"] for line in lines[1:]]


def test_nearest_first(folder):
    use(folder)
    claim, families = near(write(folder, DRAFT))
    equal(claim["claim"], 1)
    equal([feature["own"] for feature in claim["features"]], [True] * len(claim["features"]))
    equal(families[0]["number"], "US 2020/0111111 A1")
    equal(families[0]["date"], "2020-04-09")
    equal(families[0]["applicant"], "Beichuan")
    shares = [family["share"] for family in families]
    equal(shares, sorted(shares, reverse=True))
    best = families[0]["passages"][-1]
    equal(best["place"], "US cl. 1")
    marked = {best["text"][start:end] for start, end in best["marks"]}
    equal({"flexible", "diaphragm", "metering", "chamber"} <= marked, True)
    equal({"the", "a", "and"} & marked, set())


def test_dependent(folder):
    use(folder)
    claim, families = near("--claim", 2, write(folder, DRAFT))
    own = [feature for feature in claim["features"] if feature["own"]]
    others = [feature for feature in claim["features"] if not feature["own"]]
    equal({feature["claim"] for feature in own}, {2})
    equal({feature["claim"] for feature in others}, {1})
    equal(claim["features"][: len(own)], own)
    contains(own[0]["text"], "quantum")
    equal(len(families[0]["passages"]), len(claim["features"]))


def test_nothing(folder):
    use(folder)
    claim, families = near(write(folder, "1. A quantum flux capacitor.\n"))
    equal([feature["found"] for feature in claim["features"]], ["nothing"])
    equal(families, [])
    contains(Run("near", write(folder, "1. A quantum flux capacitor.\n")).out,
             "nothing in the library has this")


def test_before(folder):
    use(folder)
    path = write(folder, DRAFT)
    claim, families = near("--before", "2020-04-09", path)
    equal(claim["before"], "2020-04-09")
    equal("US 2020/0111111 A1" in [family["number"] for family in families], False)
    equal(near("--before", "any", path)[1][0]["number"], "US 2020/0111111 A1")


def test_chinese(folder):
    use(folder)
    families = near("--lang", "zh", write(folder, CHINESE))[1]
    equal(families[0]["title"], "流体计量装置")
    passage = families[0]["passages"][-1]
    equal("隔膜" in "".join(passage["text"][start:end] for start, end in passage["marks"]), True)


def test_wrong_use(folder):
    use(folder)
    path = write(folder, DRAFT)
    contains(Run("near", "--claim", 9, path).err, "no claim 9")
    equal(Run("near", "--claim", 0, path).status, 2)
    equal(Run("near", "--before", "tomorrow", path).status, 2)
    equal(Run("near").status, 2)
    equal(Run("near", os.path.join(folder, "missing.txt")).status, 2)


def test_no_library(folder):
    os.environ["CLAIMSMITH_DATA_DIR"] = os.path.join(folder, "none")
    run = Run("near", write(folder, DRAFT))
    equal(run.status, 2)
    contains(run.err, "import something first")


run_all(globals())
