"""A store of every earlier schema (tests/data/schemas) opens, and is the same afterwards, but newer.

    python3 upgrades.py SPOC

  - each schema that was ever released has a dump;
  - the events are the same, byte by byte, and the chain holds: another store takes the export;
  - the store as it was is kept beside it, for its owner only, and is whole;
  - the doctor finds nothing wrong, and the counters and lists are those of the log;
  - an older program refuses a newer store with status 4, names both versions, and leaves it alone.

That a migration which is interrupted leaves the old store or the new one, never something between, is shown by
faults.py, which lets every operation of one fail.
"""

import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import stage as stages
from stage import Stage

SCHEMAS = Path(__file__).parent.parent / "data/schemas"
NAMES = "SELECT id, case_number, label, kind, occurred_at, recorded_at, actor, seq, hash, data FROM event ORDER BY position"
faults = []


def check(true, what):
    if not true:
        faults.append(what)
        print(what)


def ask(path, sql):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def upgrade(stage, version, make, newest):
    stage.take(None)
    make(stage.store)
    before, events = stages.tables(stage.store), ask(stage.store, NAMES)
    check(ask(stage.store, "PRAGMA user_version") == [(int(version),)], f"the dump {version} is of another version")
    check(len(events) > 5, f"the dump {version} is empty")
    log = stage.must("export")
    name = f"schema {version}"
    check(ask(stage.store, "PRAGMA user_version") == [(newest,)], f"{name} is not brought up to date")
    check(ask(stage.store, NAMES) == events, f"{name}: the events have changed")
    check(stages.findings(stage) == [], f"{name}: {stages.findings(stage)}")
    copy = Path(f"{stage.store}.version-{version}")
    if int(version) < newest:
        check(copy.exists() and copy.stat().st_mode & 0o777 == 0o600, f"{name}: no copy is kept, or others can read it")
        check(copy.exists() and stages.tables(copy) == before, f"{name}: the copy is not what the store was")
        check(ask(copy, "PRAGMA integrity_check") == [("ok",)], f"{name}: the copy is damaged")
    rebuilt = stages.tables(stage.store)
    stage.must("-q", "doctor", "--rebuild")
    check(stages.tables(stage.store) == rebuilt, f"{name}: what is derived differs from what a rebuild makes")
    check(stage.must("export") == log, f"{name}: the export differs the second time")
    (stage.home / "old.jsonl").write_bytes(log)
    stage.take(None)
    stage.must("-q", "import", "old.jsonl")
    check(stage.must("export") == log, f"{name}: another store does not take the export as it is")


def too_new(stage, newest):
    stage.take(None)
    stage.must("-q", "report", "new", "Fra fremtiden", "--category", "3")
    database = sqlite3.connect(stage.store)
    database.execute(f"PRAGMA user_version = {newest + 1}")
    database.close()
    before = stage.store.read_bytes()
    for words in (["report"], ["report", "new", "Nej", "--category", "3"], ["doctor", "--rebuild"], ["export"]):
        done = stage.run("-q", *words)
        said = done.stderr.decode()
        named = f"version {newest + 1}" in said and f"knows {newest}" in said and str(stage.store) in said
        check(done.returncode == 4 and named and not done.stdout, f"a newer store: {done.returncode} {said}")
    check(stage.store.read_bytes() == before, "a newer store was changed")
    check([path.name for path in stage.data.iterdir()] == ["spoc.db"], "beside a newer store something was left")


def main():
    home = Path(tempfile.mkdtemp(prefix="spoc-upgrades-"))
    try:
        stage = Stage(sys.argv[1], home)
        stage.must("-q", "report", "new", "Den første", "--category", "3")
        newest = ask(stage.store, "PRAGMA user_version")[0][0]
        stores = dict(stages.old_stores(SCHEMAS))
        missing = {str(number) for number in range(1, newest)} - stores.keys()
        check(not missing, f"no dump of the schemas {sorted(missing)} is kept")
        for version, make in stores.items():
            upgrade(stage, version, make, newest)
        too_new(stage, newest)
        print(f"{len(stores)} schemas up to {newest}, {len(faults)} faults")
        sys.exit(1 if faults else 0)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
