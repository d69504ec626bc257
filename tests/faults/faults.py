"""Lets every operation of every command that changes a store fail, and looks what is left.

    python3 faults.py SPOC SCARCE TRACER [RULE]

For each command (stage.py lists them) the program is run again and again from the same store, and each time one
operation fails: the first one on the store's folder, the second, and so on. Operations are calls of the system (open,
read, write, sync, lock, map, rename, link, remove, look) and allocations of memory. They fail in these ways:

    error   the call fails as it does on a full or broken disk or without descriptors: ENOSPC, EIO, EMFILE and such
    denied  it fails with EACCES
    short   a write writes half
    full    from here on nothing that needs room succeeds
    kill    the program is killed in its place
    memory  one allocation fails
    spent   from here on every allocation fails

Afterwards it must be true that

  - the program did not hang and was not ended by a signal, unless by ours;
  - the store opens and the doctor finds nothing wrong;
  - the whole change is there or nothing of it, judged by every row of every table and every letter;
  - status 0 means that it is there; any other status that it is not, and a message says why.

What `redact` removes from the files beside the store, and from pages that are free, it removes after the change is kept;
where that fails, the same command given again (`resumes`) does the rest.

Where a letter goes out (`sends`), the change is kept before the letter leaves, so that no letter goes out of which
nothing is known. If then the letter, or the note that it left, fails, the status is not 0, the change is there, and the
outbox says that the message failed, or that nobody knows. A command that passes on or files many things (`many`) makes
as many changes; each is whole. Where memory is spent just after the change was kept, or where a command that makes
several changes fails at a later one, the status is not 0 and the message says that what was recorded is kept: those
runs are counted apart. So are those in which a library ends the program where memory ends, as that of C++ does while it
lists a folder; the store must be sound and nothing half done then too. So is nothing else.

How: the program is linked statically, so no preloaded library can stand between it and the system. The tracer
(tracer.cpp) stops the program that is shipped at the calls in question, by seccomp, at the price of a millisecond a run;
strace can do it too, but counts each call for itself and takes ten. For memory the program is linked once more with
`ld --wrap=malloc` (scarce_memory.cpp), which also reaches SQLite and the C++ library.

RULE is "all", or a number: as many runs, spread evenly over commands, ways and operations. What is run is the same each
time. The last line counts.
"""

import filecmp
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

import stage as stages
from stage import Stage

STANDS = [
    "what was recorded before that is kept",
    "look whether it was done before you try again",
    "everything derived was made anew all the same",
    "have changed: the deadline of",
]
WAYS = ["error", "denied", "short", "full", "kill", "memory", "spent"]
SCHEMAS = Path(__file__).parent.parent / "data/schemas"


def folder_in_memory():
    """A new folder where a sync costs nothing: nothing here depends on what one costs."""
    return tempfile.mkdtemp(prefix="spoc-faults-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)


def prepare(stage, tools):
    """Makes the stores that the commands start from."""
    bases = stage.home / "bases"
    bases.mkdir()
    (bases / "nothing").mkdir(mode=0o700)
    stages.tell_history(stage)
    shutil.copytree(stage.data, bases / "history")
    for version, make in stages.old_stores(SCHEMAS):
        (bases / "schemas" / version).mkdir(parents=True, mode=0o700)
        make(bases / "schemas" / version / "spoc.db")
    # what another desk exported
    stage.take(None)
    stage.must("-q", "report", "new", "En fejl hos naboen", "--category", "3")
    stage.must("-q", "report", "log", "1", "--kind", "noted", "Set af naboen")
    (stage.home / "import.jsonl").write_bytes(stage.must("export"))
    # a store whose last writer was killed before it had tidied up
    stage.take(bases / "history")
    report = stage.home / "report"
    words = ["-q", "report", "log", "1", "--kind", "noted", "Det sidste før sammenbruddet"]
    traced(stage, tools, words, b"", report)
    operations = report.read_text().splitlines()
    checkpoint = operations.index(f"pwrite {stage.store}") + 1
    stage.take(bases / "history")
    traced(stage, tools, words, b"", report, at=checkpoint, way="kill")
    shutil.copytree(stage.data, bases / "crashed")
    assert (bases / "crashed/spoc.db-wal").stat().st_size > 0


def traced(stage, tools, words, stdin, report, at=0, way="none", log=None):
    tracer = [tools["tracer"], "--root", str(stage.data), "--at", str(at), "--how", way, "--report", str(report)]
    tracer += ["--log", str(log)] if log else []
    return stage.run(*words, stdin=stdin, before=tracer)


def run_once(stage, tools, command, way, at):
    """Runs a command with the operation number `at` failing; gives how it ended, and what was hit."""
    words = ["-q", *command["words"]]
    if way in ("memory", "spent"):
        count = stage.home / "count"
        env = {"SPOC_SCARCE_AT": str(-at if way == "spent" else at), "SPOC_SCARCE_COUNT": str(count)}
        done = stage.run(*words, stdin=command["stdin"], program=tools["scarce"], env=env)
        return done, "an allocation"
    report = stage.home / "report"
    done = traced(stage, tools, words, command["stdin"], report, at, way)
    last = report.read_text().splitlines()[-1:]
    return done, last[0][4:].replace(str(stage.data), "") if last and last[0].startswith("hit ") else ""


def same_files(one, other):
    """Whether two folders hold the same files with the same bytes."""
    found = [sorted(path.relative_to(folder) for path in folder.rglob("*")) for folder in (one, other)]
    return found[0] == found[1] and all(
        filecmp.cmp(one / name, other / name, shallow=False) for name in found[0] if (one / name).is_file()
    )


class Judge:
    """Knows a command's store before and after, and says what a run has made of it."""

    def __init__(self, stage, tools, command):
        self.stage, self.tools, self.command = stage, tools, command
        self.base = stage.home / "bases" / command["base"]
        stage.take(self.base)
        self.known = {line["text"] for line in stages.findings(stage)}
        self.before = stages.look(stage)
        stage.take(self.base)
        done, _ = run_once(stage, tools, command, "none", 0)
        self.operations = (stage.home / "report").read_text().splitlines()
        if done.returncode != 0:
            raise SystemExit(f"{command['name']} ends with {done.returncode} where nothing fails: {done.stderr.decode()}")
        unwell = self.unwell()
        self.after = stages.look(stage)
        self.file = self.content()
        stage.take(self.base)
        run_once(stage, tools, command, "memory", 0)
        self.allocations = int((stage.home / "count").read_text())
        if unwell:
            raise SystemExit(f"{command['name']}: {unwell}")

    def points(self, way):
        """The numbers of the operations that can fail in this way."""
        if way in ("memory", "spent"):
            return range(1, self.allocations + 1)
        writes = way == "short"
        return [n for n, line in enumerate(self.operations, 1) if not writes or line.startswith(("write ", "pwrite "))]

    def unwell(self):
        """What the doctor finds that was not there before, except that a file is left over or a letter is in doubt."""
        for finding in stages.findings(self.stage):
            text = finding["text"]
            left = finding["severity"] == "note" and text.startswith("nothing refers to the attachment")
            doubt = self.command["sends"] and ("did not go out" in text or "whether message" in text)
            if text not in self.known and not left and not doubt:
                return f"the doctor: {text}"
        return ""

    def content(self):
        """What is in the file that the command writes; None if it is not there."""
        path = self.stage.data / (self.command["file"] or "")
        if not self.command["file"] or not path.exists():
            return None
        return stages.tables(path) if path.suffix == ".db" else path.read_bytes()

    def of(self, done, way):
        """What is wrong after a run, or nothing."""
        status, said = done.returncode, done.stderr.decode("utf-8", "replace")
        if status == 124:
            return "it hung"
        aborted = way in ("memory", "spent") and status == -signal.SIGABRT and "terminate called" in said
        if (status < 0 or status >= 128) and way != "kill" and not aborted:
            return f"it was ended by signal {-status if status < 0 else status - 128}: {said[:200]}"
        if status not in (0, 1, 2, 3, 4, 5, 6) and way != "kill" and not aborted:
            return f"status {status}: {said[:200]}"
        told_by_doctor = self.command["name"] == "doctor rebuild" and done.stdout
        if status not in (0, 137) and not aborted and "spoc: " not in said and not told_by_doctor:
            return f"status {status} and no message, but: {said[:200]!r}"
        if same_files(self.stage.data, self.base):
            there = "none"
        else:
            # a file that was written is looked at before the doctor makes anything better
            content = self.content()
            unwell = self.unwell()
            if unwell:
                return unwell
            there = self.compare(stages.look(self.stage))
            if self.command["file"] and content is not None and content != self.file:
                return "the file that it wrote is not whole"
            if self.command["file"]:
                there = "none" if content is None else "all"
            parts = [path.name for path in self.stage.data.rglob("*") if ".part" in path.name or ".tmp" in path.name]
            if parts and way != "kill" and not unlink_failed(self.stage):
                return f"{parts} was left"
        if aborted:
            return "by a library" if there in ("all", "none", "some", "doubt") else f"aborted, and {there}"
        return self.told(there, status, way, said)

    def compare(self, now):
        resumed = None
        if self.command["resumes"] and now not in (self.after, self.before):
            run_once(self.stage, self.tools, self.command, "none", 0)
            resumed = stages.look(self.stage)
        if now == self.after:
            return "all"
        if now == self.before:
            return "none"
        if self.command["sends"] and without_delivery(now) == without_delivery(self.after):
            return "doubt"
        if self.command["resumes"] and resumed == self.after:
            return "all"
        if self.command["many"] and lies_between(self.before, now, self.after):
            return "some"
        return "half: " + difference(now, self.after)

    def told(self, there, status, way, said):
        same = self.before == self.after and not self.command["file"]
        if there == "some" and (status != 0 or way == "kill"):
            return ""
        if there.startswith("half") or (there in ("doubt", "some") and status == 0):
            return f"status {status}, and {there}"
        if way == "kill" or same or there == "doubt":
            return ""
        if status != 0 and there == "all" and any(words in said for words in STANDS):
            return "in words"
        if (status == 0) != (there == "all"):
            return f"status {status}, and of the change there is: {there}; {said[:300]}"
        return ""


def lies_between(before, now, after):
    """Whether what was there is there, and what is new is of the change: mails and letters, each as a whole."""
    if any(now["tables"][name] != before["tables"][name] for name in ("event", "cases")):
        return False
    mails = [{tuple(row[1:]) for row in seen["tables"]["mail"]} for seen in (before, now, after)]
    recipients = [Counter(row[6] for row in seen["tables"]["outbox"]) for seen in (before, now, after)]
    stripped = [{(row[0], *row[3:]) for row in each} for each in mails]
    return stripped[0] <= stripped[1] and recipients[0] <= recipients[1] <= recipients[2]


def unlink_failed(stage):
    """Whether the operation that failed was the removal itself."""
    report = stage.home / "report"
    last = report.read_text().splitlines()[-1:] if report.exists() else []
    return bool(last) and last[0].startswith("hit unlink")


def without_delivery(seen):
    """A look without what only tells whether a letter has left."""
    rows = {name: rows for name, rows in seen["tables"].items() if name != "outbox"}
    return {**rows, "outbox": len(seen["tables"]["outbox"])}


def difference(one, other):
    parts = []
    for name in one["tables"]:
        here, there = one["tables"][name], other["tables"].get(name, [])
        if here != there:
            parts.append(f"{name}: {[r for r in here if r not in there][:2]} / {[r for r in there if r not in here][:2]}")
    if one["letters"] != other["letters"]:
        parts.append(f"{len(one['letters'])} letters / {len(other['letters'])}")
    return "; ".join(parts)[:1500]


def share(points, step, start):
    return list(points)[start % step :: step] if step > 1 else list(points)


def try_command(task):
    """Lets the operations of one command fail. Gives what was counted and what was found."""
    prepared, tools, name, steps, turn = task
    home = Path(folder_in_memory())
    try:
        stage = Stage(tools["spoc"], home)
        for part in ("bases", "import.jsonl"):
            source = prepared / part
            shutil.copytree(source, home / part) if source.is_dir() else shutil.copy(source, home / part)
        command = next(c for c in stages.commands(stage) if c["name"] == name)
        judge = Judge(stage, tools, command)
        counts, faults = Counter(), []
        for number, way in enumerate(WAYS):
            for at in share(judge.points(way), steps[way], turn + number):
                shutil.rmtree(home / "maildir")
                Stage(tools["spoc"], home)
                stage.take(judge.base)
                done, hit = run_once(stage, tools, command, way, at)
                if not hit:
                    continue
                counts[way] += 1
                wrong = judge.of(done, way)
                if wrong in ("in words", "by a library"):
                    counts[wrong] += 1
                elif wrong:
                    faults.append(f"{name}, {way} at {at} ({hit}): {wrong}")
        return name, counts, faults
    finally:
        shutil.rmtree(home, ignore_errors=True)


def steps_for(rule):
    """Every how many operations one is made to fail, by way."""
    if rule == "all":
        return {**dict.fromkeys(WAYS, 1), "spent": 10}
    scale = int(rule)
    return {"error": scale, "denied": 4 * scale, "short": 2 * scale, "full": 4 * scale, "kill": 2 * scale,
            "memory": 80 * scale, "spent": 400 * scale}


def main():
    spoc, scarce, tracer = (str(Path(path).resolve()) for path in sys.argv[1:4])
    rule = os.environ.get("FAULTS", sys.argv[4] if len(sys.argv) > 4 else "8")
    only = os.environ.get("FAULTS_ONLY", "")
    tools = {"spoc": spoc, "scarce": scarce, "tracer": tracer}
    home = Path(folder_in_memory())
    try:
        stage = Stage(spoc, home)
        prepare(stage, tools)
        names = [command["name"] for command in stages.commands(stage) if only in command["name"]]
        tasks = [(home, tools, name, steps_for(rule), turn) for turn, name in enumerate(names)]
        counts, faults = Counter(), []
        with multiprocessing.Pool(2) as pool:
            for name, counted, found in pool.imap_unordered(try_command, tasks):
                counts.update(counted)
                faults += found
                for line in found:
                    print(line, flush=True)
                if rule == "all":
                    print(f"{name}: {sum(counted.values())} made to fail, {len(found)} faults", flush=True)
        by_way = ", ".join(f"{counts[way]} {way}" for way in WAYS)
        total = sum(counts[way] for way in WAYS)
        print(f"{total} operations made to fail ({by_way}), {len(names)} commands, {len(faults)} losses")
        print(f"{counts['in words']} times the change was there although the status was not 0, and a message said so")
        print(f"{counts['by a library']} times a library ended the program as memory ended, and nothing was half done")
        sys.exit(1 if faults or not counts else 0)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
