"""claimsmith-cli check: the contract that others build on."""

import json
import os
import resource
import signal
import stat
import subprocess
import threading

from harness import CLI, Run, contains, equal, run_all

GOOD = "1. 一种泵，包括壳体和叶轮。\n2. 根据权利要求1所述的泵，其特征在于，还包括密封圈。\n"
BAD = ("1. 一种泵，包括壳体。\n2. 根据权利要求3所述的泵，其特征在于，还包括叶轮。\n"
       "3. 一种阀，包括阀芯。\n")

DOCUMENT = ["path", "index", "id", "format", "office", "type", "route", "language", "text_sha256",
            "claims", "paragraphs", "figures", "notes"]
FINDING = ["item", "check", "rule", "severity", "certainty", "consequence", "message", "args",
           "basis", "where", "related", "path", "fixes", "fingerprint"]
WHERE = ["part", "index", "number", "claim", "start", "end", "text"]


def write(folder, name, text, encoding="utf-8"):
    path = os.path.join(folder, name)
    with open(path, "w", encoding=encoding) as file:
        file.write(text)
    return path


def check(*args, **kwargs):
    return Run("check", "--checklist", "cn-invention", "--as-of", "2026-06-01", *args, **kwargs)


def documents(run):
    return [json.loads(line) for line in run.out.splitlines()]


def forward(document):
    """The finding that BAD is made for."""
    found = [finding for finding in document["findings"]
             if (finding["check"], finding["rule"]) == ("claim-reference", "forward")]
    equal(len(found), 1, "forward references")
    return found[0]


def test_keys_and_their_order(folder):
    run = check("-f", "json", write(folder, "bad.txt", BAD))
    document = documents(run)[0]
    equal(list(document), ["schema", "document", "checklists", "items", "findings"])
    equal(document["schema"], 1)
    equal(list(document["document"]), DOCUMENT)
    equal(list(document["document"]["claims"][0]),
          ["index", "number", "depends_on", "quotes", "category", "text"])
    equal(list(document["checklists"][0]), ["id", "edition"])
    equal(list(document["items"][0]), ["id", "check", "state", "count", "waived", "reason"])
    finding = forward(document)
    equal(list(finding), FINDING)
    equal(list(finding["where"]), WHERE)


def test_facts_of_the_filing_sheet(folder):
    path = write(folder, "good.txt", GOOD)
    secret = ("--fact", "place-made=CN", "--fact", "abroad=yes")
    asked = documents(check("-f", "json", *secret, "--fact", "secrecy-examination=no", path))[0]
    equal([finding["item"] for finding in asked["findings"]
           if finding["check"] == "request"], ["CN-FRM-017"])
    unknown = documents(check("-f", "json", *secret, path))[0]
    equal([item["reason"] for item in unknown["items"] if item["id"] == "CN-FRM-017"],
          ["not-told"])
    for wrong in ("centre", "abroad=maybe", "secresy-examination=no"):
        equal(check("--fact", wrong, path).status, 2)


def test_places_count_code_points(folder):
    where = forward(documents(check("-f", "json", write(folder, "bad.txt", BAD)))[0])["where"]
    equal((where["part"], where["index"], where["number"], where["claim"]), ("claims", 1, 2, 2))
    text = BAD.splitlines()[1][len("2. "):]
    equal(text[where["start"]:where["end"]], where["text"])
    contains(where["text"], "3")


def test_claims(folder):
    path = write(folder, "good.txt", GOOD)
    claims = documents(check("-f", "json", path))[0]["document"]["claims"]
    equal([(c["number"], c["depends_on"], c["category"], c["text"]) for c in claims],
          [(1, [], "product", None), (2, [1], "product", None)])
    claims = documents(check("-f", "json", "--with-text", path))[0]["document"]["claims"]
    equal(claims[0]["text"], "一种泵，包括壳体和叶轮。")


def test_every_item_is_reported(folder):
    document = documents(check("-f", "json", write(folder, "bad.txt", BAD)))[0]
    shown = Run("checklists", "show", "cn-invention", "-f", "json").out.splitlines()
    equal([i["id"] for i in document["items"]], [json.loads(line)["id"] for line in shown])
    for item in document["items"]:
        if item["state"] in ("not-run", "not-applicable") and item["reason"] is None:
            raise AssertionError(item)
        equal(item["count"], sum(f["item"] == item["id"] for f in document["findings"]), item["id"])


def test_exit_status(folder):
    good, bad = write(folder, "good.txt", GOOD), write(folder, "bad.txt", BAD)
    equal(check(bad).status, 1)
    equal(check("--fail-on", "never", bad).status, 0)
    equal(check("--fail-on=error", bad).status, 1)
    findings = documents(check("-f", "json", good))[0]["findings"]
    errors = [finding for finding in findings if finding["severity"] == "error"]
    equal(errors, [])
    equal(check(good).status, 0)


def test_usage(folder):
    path = write(folder, "good.txt", GOOD)
    for args in ([], ["--office", "CM", path], ["--format", "jsn", path], ["--nonsense", path],
                 ["--as-of", "yesterday", path], ["-j", "0", path], ["--lang", "de", path],
                 ["--fail-on", "advice", path]):
        run = Run("check", *args)
        equal((run.status, run.out), (2, ""), args)
    contains(Run("check", "--office", "CM", path).err, 'did you mean "CN"?')
    for binary in ("docx-comments", "pdf", "docx", "xlsx"):
        run = Run("check", "--format", binary, path)
        equal(run.status, 2)
        contains(run.err, "needs --output")


def test_an_unreadable_input_between_good_ones(folder):
    good = write(folder, "a.txt", GOOD)
    broken = write(folder, "b.xml", "<?xml version='1.0'?>\n<us-patent-grant>\n<claims>")
    run = check("-f", "json", good, broken, os.path.join(folder, "none.txt"), good)
    equal(run.status, 2)
    lines = documents(run)
    equal([list(line) for line in lines[1:3]], [["schema", "document", "error"]] * 2)
    equal(list(lines[1]["document"]), ["path", "index"])
    equal(list(lines[1]["error"]), ["code", "message", "line"])
    equal(lines[1]["error"]["code"], "syntax")
    equal(lines[2]["error"]["code"], "io")
    equal(lines[0], lines[3])
    contains(check(broken).out, "b.xml")
    contains(check("-l", "en", broken).out, ", line 3\n")
    contains(check("-l", "zh", broken).out, "，第3行\n")


def test_drawings_without_numbers_are_drawings(folder):
    path = write(folder, "a.xml", """<?xml version='1.0' encoding='UTF-8'?>
<us-patent-application lang='EN'>
<drawings><figure id='Fig-EMI-D00001' num='00001'><img file='D00001.TIF'/></figure></drawings>
<description><p>A pump.</p></description>
<claims><claim><claim-text>1. A pump, comprising a casing.</claim-text></claim></claims>
</us-patent-application>
""")
    document = json.loads(Run("check", "-c", "us", "-f", "json", path).out)
    equal(document["document"]["figures"], 1)
    reasons = {item["reason"] for item in document["items"]}
    equal("no-figures" in reasons, False)
    equal("unlabelled-figures" in reasons, True)


def test_an_unusable_checklist_between_good_ones(folder):
    path = write(folder, "good.txt", GOOD)
    run = Run("check", "-c", "cn-inventoin", "-c", "us", "-f", "json", path)
    equal(run.status, 2)
    contains(run.err, 'did you mean "cn-invention"?')
    equal([c["id"] for c in documents(run)[0]["checklists"]], ["us"])
    equal(Run("check", "-c", "nothing", path).status, 2)


def test_office_and_type_decide(folder):
    path = write(folder, "good.txt", GOOD)
    def checklists(*args):
        document = documents(Run("check", "-f", "json", *args, path))[0]
        return [c["id"] for c in document["checklists"]], document
    equal(checklists("--office", "CN", "--type", "invention")[0], ["cn-invention"])
    equal(checklists("--office", "CN", "--type", "utility-model")[0], ["cn-utility-model"])
    equal(checklists("--office", "CN", "--type", "invention", "--route", "pre-examination")[0],
          ["cn-invention", "cn-preexam"])
    equal(checklists("--office", "US", "--type", "invention")[0], ["us"])
    equal(checklists("--office", "EP", "--type", "invention")[0], ["ep"])
    equal(checklists("--office", "PCT", "--type", "utility-model")[0], ["pct"])
    none, document = checklists("--office", "EP", "--type", "design")
    equal(none, [])
    equal({(i["state"], i["reason"]) for i in document["items"]}, {("not-run", "no-checklist")})
    equal((document["document"]["office"], document["findings"]), ("EP", []))
    text = Run("check", "--lang", "en", "--office", "EP", "--type", "design", path).out
    contains(text, "Not checked: ")
    equal("No findings" in text, False)


def test_jobs_do_not_change_the_output(folder):
    many = os.path.join(folder, "many")
    os.mkdir(many)
    for number in range(60):
        text = BAD if number % 3 == 0 else GOOD.replace("壳体", "壳体和" + "轴" * (number % 7 + 1))
        write(many, f"{number:02}.txt", text)
    write(many, "30.xml", "<?xml version='1.0'?><broken>")
    for form in ("json", "text"):
        serial = check("-f", form, "-j1", many)
        equal(serial.bytes.count(b"\n") >= 61, True)
        for jobs in ("2", "7"):
            equal(check("-f", form, "-j", jobs, many).bytes, serial.bytes)


def test_many_documents_in_a_file(folder):
    weekly = os.path.join(os.path.dirname(__file__), "..", "formats", "fixtures", "weekly.xml")
    lines = documents(Run("check", "-f", "json", "-j", "3", weekly))
    equal([line["document"]["index"] for line in lines], [0, 1, 2])
    equal(["error" in line for line in lines], [False, True, False])


def test_standard_input(folder):
    document = documents(check("-f", "json", "-", stdin=BAD.encode("utf-8")))[0]
    equal((document["document"]["path"], document["document"]["index"]), ("-", 0))
    forward(document)


def test_output_file_is_private(folder):
    path = os.path.join(folder, "report.json")
    run = check("-f", "json", "-o", path, write(folder, "bad.txt", BAD))
    equal((run.status, run.out), (1, ""))
    equal(stat.S_IMODE(os.stat(path).st_mode), 0o600)
    with open(path, encoding="utf-8") as file:
        forward(json.loads(file.read()))
    equal(sorted(os.listdir(folder)), ["bad.txt", "report.json"])


def test_output_folder(folder):
    reports = os.path.join(folder, "reports") + "/"
    paths = [write(folder, name, GOOD) for name in ("a.txt", "b.txt")]
    equal(check("-o", reports, *paths, paths[0]).status, 0)
    equal(sorted(os.listdir(reports)), ["a.txt-2.txt", "a.txt.txt", "b.txt.txt"])


def test_output_that_cannot_be_written(folder):
    path = write(folder, "good.txt", GOOD)
    run = check("-o", os.path.join(path, "report.txt"), path)
    equal(run.status, 2)
    contains(run.err, "report.txt")


def small_files_only():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))


def test_half_a_report_takes_no_place(folder):
    path = write(folder, "bad.txt", BAD)
    target = os.path.join(folder, "report.json")
    run = Run("check", "-f", "json", "-o", target, path, before=small_files_only)
    equal(run.status, 2)
    contains(run.err, "report.json")
    equal(sorted(os.listdir(folder)), ["bad.txt"])
    write(folder, "report.json", "what was there")
    Run("check", "-f", "json", "-o", target, path, before=small_files_only)
    with open(target, encoding="utf-8") as file:
        equal(file.read(), "what was there")


def test_output_to_a_device_leaves_it_one(folder):
    path = write(folder, "good.txt", GOOD)
    run = check("-o", "/dev/full", path)
    equal(run.status, 2)
    contains(run.err, "/dev/full")
    equal(stat.S_ISCHR(os.stat("/dev/full").st_mode), True)
    equal(check("-o", "/dev/null", path).status, 0)
    equal(stat.S_ISCHR(os.stat("/dev/null").st_mode), True)


def test_output_follows_a_link(folder):
    path = write(folder, "good.txt", GOOD)
    link = os.path.join(folder, "link.txt")
    os.symlink("target.txt", link)
    equal(check("-o", link, path).status, 0)
    equal(os.path.islink(link), True)
    with open(os.path.join(folder, "target.txt"), encoding="utf-8") as file:
        contains(file.read(), "good.txt")


def test_languages_of_the_report(folder):
    path = write(folder, "bad.txt", BAD)
    zh = check("--lang", "zh", path).out
    for part in ("必须改", "权利要求2", "专利法实施细则第25条第2款", "^^"):
        contains(zh, part)
    contains(check("--lang", "en", path).out, "Claim 2")
    contains(check(path, env={"LC_ALL": "zh_CN.UTF-8", "LANGUAGE": ""}).out, "权利要求2")


def test_colour_only_when_asked(folder):
    path = write(folder, "bad.txt", BAD)
    equal("\033" in check(path).out, False)
    equal("\033" in check("--color", path).out, True)
    equal("\033" in check("--color", "never", path).out, False)
    equal("\033" in check("--color=never", path).out, False)


def test_a_file_cannot_control_the_terminal(folder):
    path = write(folder, "evil.txt", BAD.replace("叶轮", "叶\u202e轮"))
    equal("\u202e" in check(path).out, False)


def test_timing_goes_to_standard_error(folder):
    path = write(folder, "good.txt", GOOD)
    run = check("-f", "json", "--timing", path)
    equal(run.bytes, check("-f", "json", path).bytes)
    contains(run.err, " ms")


def test_interrupt(folder):
    """Documents come through a pipe that stays open: the program is at work when Ctrl-C comes."""
    good = write(folder, "good.txt", GOOD)
    process = subprocess.Popen(
        [CLI, "check", "-c", "cn-invention", "-f", "json", "-j1", *[good] * 8, "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # whoever runs the tests
    give_up = threading.Timer(60, process.kill)
    give_up.start()
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest = process.stdout.readlines()  # as a pager would: who waits for room in a pipe goes on
    equal(process.wait(), 130)
    give_up.cancel()
    for line in [first, *rest]:
        json.loads(line)
    process.communicate()


run_all(globals())
