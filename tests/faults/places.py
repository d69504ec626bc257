"""Where the store's place or the clock fails: a full disk, a read-only folder or file, a store that is removed or
replaced while a command writes, an answer that nobody can take, a clock that was set back.

    python3 places.py SPOC

A disk of its own and a read-only place need the right to mount, in a name space of this test's own; without it these
two are left out, and that is said.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import stage as stages
from stage import Stage

faults = []
checks = 0


def check(true, what):
    global checks
    checks += 1
    if not true:
        faults.append(what)
        print(what)


def unwell(stage, known):
    return [f["text"] for f in stages.findings(stage) if f["text"] not in known and f["severity"] != "note"]


def full_disk(stage, base, known):
    """From a disk with much room to one with none: each command is done or is not, and says so."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m,mode=700", "none", stage.data], check=True)
    names = ("report new", "report log", "notice fetch", "import", "report attach", "backup")
    tasks = [c for c in stages.commands(stage) if c["name"] in names]
    done_at = {}
    try:
        for room in [*range(0, 260, 12), *range(300, 1400, 150)]:
            for command in tasks:
                empty(stage.data)
                shutil.copytree(base, stage.data, dirs_exist_ok=True)
                before = stages.tables(stage.store)
                for left in stage.data.glob("spoc.db-*"):
                    left.unlink()
                fill(stage.data, room * 1024)
                done = stage.run("-q", *command["words"], stdin=command["stdin"])
                said = done.stderr.decode()
                (stage.data / "filler").unlink()
                what = f"{command['name']} with {room} KiB left: status {done.returncode}, {said[:200]}"
                check(done.returncode in (0, 1, 4, 5), what)
                check(done.returncode == 0 or said.startswith("spoc: "), what)
                check(not unwell(stage, known), f"{what} {unwell(stage, known)}")
                changed = stages.tables(stage.store) != before
                if command["name"] == "backup":
                    changed = (stage.data / "copy.db").exists()
                check(changed == (done.returncode == 0), f"{what}; changed: {changed}")
                check(not list(stage.data.rglob("*.part*")), f"{what}; something was left")
                done_at.setdefault(command["name"], set()).add(done.returncode == 0)
        for name, ends in done_at.items():
            check(ends == {True, False}, f"the disk was not both full and not full for {name}")
        print(f"a full disk: {len(done_at)} commands, with and without room")
    finally:
        subprocess.run(["umount", stage.data], check=True)


def empty(folder):
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def fill(folder, leave):
    """Fills the disk but for so many bytes."""
    with open(folder / "filler", "wb", buffering=0) as filler:
        block = b"x" * 4096
        try:
            while True:
                filler.write(block)
        except OSError:
            pass
        filler.truncate(max(0, filler.tell() - leave))


def read_only_place(stage, base):
    """Nothing can be written, and that is said; a read-only folder stays as it is."""
    stage.take(base)
    subprocess.run(["mount", "--bind", stage.data, stage.data], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", stage.data], check=True)
    try:
        for words in (["report", "new", "Nej", "--category", "3"], ["report"], ["doctor", "--rebuild"]):
            done = stage.run("-q", *words)
            said = done.stderr.decode()
            check(done.returncode == 4 and str(stage.store) in said, f"read-only, {words}: {done.returncode} {said}")
    finally:
        subprocess.run(["umount", stage.data], check=True)
    check(stages.tables(stage.store) == stages.tables(base / "spoc.db"), "a read-only folder was changed")


def read_only_file(stage, base):
    """The same of a file without the right to write; root has every right, so somebody else tries."""
    stage.take(base)
    as_other = []
    if os.geteuid() == 0:
        as_other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        os.chmod(stage.home, 0o755)
        for path in (stage.home, *stage.home.rglob("*")):
            os.chmod(path, 0o755 if path.is_dir() else 0o444)
    else:
        stage.store.chmod(0o400)
        stage.data.chmod(0o500)
    program = shutil.copy(stage.spoc, stage.home / "spoc")
    os.chmod(program, 0o755)
    done = stage.run("-q", "report", "new", "Nej", "--category", "3", program=program, before=as_other)
    said = done.stderr.decode()
    stage.data.chmod(0o700)
    stage.store.chmod(0o600)
    check(done.returncode == 4 and str(stage.store) in said, f"a read-only file: {done.returncode} {said}")
    check(stages.tables(stage.store) == stages.tables(base / "spoc.db"), "a read-only file was changed")


def writer_at_work(stage):
    """A command that holds the store and waits for its input."""
    process = subprocess.Popen(
        [stage.spoc, "-q", "import", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=stage.environment(),
        cwd=stage.home,
    )
    database = sqlite3.connect(stage.store, timeout=0, isolation_level=None)
    try:
        for _ in range(2000):
            try:
                database.execute("BEGIN IMMEDIATE")
                database.execute("ROLLBACK")
            except sqlite3.OperationalError:
                return process
            time.sleep(0.005)
        raise SystemExit("the writer never came to write")
    finally:
        database.close()


def store_goes_away(stage, base, known):
    """Removed, moved or replaced while a command writes: the command fails, and what is there is sound."""
    lines = (stage.home / "import.jsonl").read_bytes()
    other = stage.home / "other"
    for way in ("removed", "moved", "replaced"):
        stage.take(base)
        before = stages.tables(stage.store)
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(base, other)
        writer = writer_at_work(stage)
        if way == "removed":
            shutil.rmtree(stage.data)
        elif way == "moved":
            os.rename(stage.data, stage.home / "moved")
            os.mkdir(stage.data, 0o700)
        else:
            os.replace(other / "spoc.db", stage.store)
        _, said = writer.communicate(lines, timeout=60)
        check(writer.returncode == 4 and b"removed or replaced" in said, f"{way}: {writer.returncode} {said}")
        if way == "moved":
            shutil.rmtree(stage.data)
            os.rename(stage.home / "moved", stage.data)
        if way != "removed":
            check(stages.tables(stage.store) == before, f"{way}: what is there has changed")
        else:
            stage.data.mkdir(exist_ok=True)
        check(not unwell(stage, known), f"{way}: {unwell(stage, known)}")


def answer_nobody_takes(stage, base):
    """What cannot be written to standard output is a failure, although the change is kept; both are said."""
    stage.take(base)
    count = len(stages.tables(stage.store)["event"])
    with open("/dev/full", "wb") as full:
        done = stage.run("-q", "report", "log", "1", "--kind", "noted", "Ord", stdout=full)
    check(done.returncode == 1 and b"what was recorded is kept" in done.stderr, f"a full output: {done}")
    check(len(stages.tables(stage.store)["event"]) == count + 1, "a full output: the change is not there")


def clock_set_back(stage, base):
    """Ids stay unique and in the order of the log, nothing occurs after it was recorded, and the log is taken."""
    stage.take(base)
    for now in ("2026-11-10T09:00:00+01:00", "2026-11-09T08:00:00+01:00", "2020-01-01T00:00:00+01:00", "2026-11-10T09:00:01+01:00"):
        stage.must("-q", "report", "new", f"Ved {now}", "--category", "3", now=now)
        stage.must("-q", "report", "log", "1", "--kind", "noted", f"Ord ved {now}", now=now)
    lines = [json.loads(line) for line in stage.must("export").splitlines()]
    check(len({line["id"] for line in lines}) == len(lines), "after the clock was set back, ids are not unique")
    times = [(line["occurred_at"], line["recorded_at"]) for line in lines]
    check(all(stages.moment(o) <= stages.moment(r) for o, r in times), "something occurred after it was recorded")
    found = stages.findings(stage)
    check(not [f for f in found if "damage" in f["severity"] or "occurred after" in f["text"]], f"the clock: {found}")
    check([f for f in found if "clock was set back" in f["text"]], f"the doctor does not name the clock: {found}")
    log = stage.home / "back.jsonl"
    log.write_bytes(stage.must("export"))
    stage.take(None)
    stage.must("-q", "import", str(log))
    check(stage.must("export") == log.read_bytes(), "the log of a clock that was set back is not taken as it is")


def main():
    if os.geteuid() == 0 and "--inside" not in sys.argv:
        command = ["unshare", "--mount", "--propagation", "private", sys.executable, *sys.argv, "--inside"]
        if subprocess.run([*command[:4], "true"], stderr=subprocess.DEVNULL).returncode == 0:
            os.execvp(command[0], command)
    can_mount = "--inside" in sys.argv
    home = Path(tempfile.mkdtemp(prefix="spoc-places-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
    try:
        stage = Stage(sys.argv[1], home)
        stages.tell_history(stage)
        base = home / "bases/history"
        base.parent.mkdir()
        shutil.copytree(stage.data, base)
        known = {line["text"] for line in stages.findings(stage)}
        stage.take(None)
        stage.must("-q", "report", "new", "En fejl hos naboen", "--category", "3")
        (home / "import.jsonl").write_bytes(stage.must("export"))
        if can_mount:
            full_disk(stage, base, known)
            read_only_place(stage, base)
        else:
            print("skipped, for want of the right to mount: a full disk, a read-only folder")
        store_goes_away(stage, base, known)
        answer_nobody_takes(stage, base)
        clock_set_back(stage, base)
        read_only_file(stage, base)
        print(f"{checks} checks, {len(faults)} faults")
        sys.exit(1 if faults else 0)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
