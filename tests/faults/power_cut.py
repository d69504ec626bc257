"""Cuts the power after every operation of a day's work, and looks what the disk then holds.

    python3 power_cut.py SPOC TRACER

The tracer writes down what the commands do to the store's folder. From that, what a disk holds if the power fails at
some moment is worked out: what was synced is there; of what was written since the last sync of that file, nothing is,
or some of it, in any order and torn in the middle of a sector's row; of names made, changed and removed since the last
sync of their folder, none or the first few. For every moment the worst disk (nothing unsynced is kept) and some others,
chosen at random from a fixed seed, are laid out as folders and opened. It must be true that

  - the store opens and the doctor finds nothing wrong;
  - every command that had ended with status 0 is in the log, and of the one under way all or nothing;
  - a letter that the outbox calls sent is in the courier's folder.
"""

import os
import random
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import stage as stages
from stage import NOW, Stage

SECTOR = 512
COMMANDS = [
    ("report", "new", "Den første", "--category", "3", "--attach", "log.txt"),
    ("report", "send", "1", "--yes"),
    ("report", "log", "1", "--from", "vendor", "--kind", "answered", "--ref", "INC1", "Vi ser"),
    ("report", "attach", "1", "other.txt"),
    ("notice", "add", "--kind", "incident", "--title", "MitID er nede", "--text", "Fejl", "--state", "under-way"),
    ("report", "new", "Den anden", "--category", "2"),
    ("report", "remind", "1", "--yes"),
    ("report", "close", "2", "--as", "no-defect", "--text", "Nej", "--yes"),
    ("doctor", "--rebuild"),
]


class Disk:
    """The files and names that have been made, each with what is on the disk and what is still on its way."""

    def __init__(self, root):
        self.root = str(root)
        self.files = {}  # number: (bytes on the disk, [writes on their way])
        self.folders = {self.root: ({}, [])}  # path: (names on the disk, [changes on their way])
        self.names = {}  # path: number of the file, as the system sees it now
        self.inodes = {}
        self.next = 0

    def number_of(self, inode):
        return self.inodes[inode]

    def change(self, path, number):
        """A name gets a file, or None. What is not in a folder of ours is no concern of ours."""
        folder, name = os.path.split(path)
        if folder in self.folders:
            self.folders[folder][1].append((name, number))
        if number is None:
            self.names.pop(path, None)
        else:
            self.names[path] = number

    def apply(self, name, inode, path, other, place, data):
        if path.endswith("-shm"):  # lives in memory only; SQLite makes it anew
            return
        if name == "open":
            self.opened(inode, path, place)
        elif name == "mkdir":
            folder, base = os.path.split(path)
            self.folders[path] = ({}, [])
            self.folders[folder][1].append((base, path))
        elif name in ("write", "pwrite", "writev"):
            self.files[self.number_of(inode)][1].append((place, data))
        elif name == "ftruncate":
            self.files[self.number_of(inode)][1].append((place, None))
        elif name in ("fsync", "fdatasync"):
            self.synced(inode, path)
        elif name == "rename":
            number = self.names[path]
            self.change(other, number)
            self.change(path, None)
        elif name == "link":
            self.change(other, self.names[path])
        elif name in ("unlink", "rmdir"):
            self.change(path, None)
        else:
            raise SystemExit(f"nothing is known of {name}")

    def opened(self, inode, path, flags):
        if flags & os.O_DIRECTORY or path in self.folders:
            self.inodes[inode] = path
            return
        if path not in self.names:
            if not flags & os.O_CREAT:
                return
            self.next += 1
            self.files[self.next] = (b"", [])
            self.change(path, self.next)
        number = self.names[path]
        self.inodes[inode] = number
        if flags & os.O_TRUNC:
            self.files[number][1].append((0, None))

    def synced(self, inode, path):
        if path in self.folders:
            names, waiting = self.folders[path]
            for name, number in waiting:
                names[name] = number
            waiting.clear()
        else:
            number = self.number_of(inode)
            content, waiting = self.files[number]
            self.files[number] = (written(content, waiting), [])

    def lay_out(self, target, chance):
        """Writes the folder as it is found after the cut. `chance` picks what of the rest is kept; None: nothing."""
        self.lay_out_folder(self.root, Path(target), chance)

    def lay_out_folder(self, path, target, chance):
        target.mkdir(mode=0o700)
        on_disk, waiting = self.folders[path]
        names = dict(on_disk)
        kept = waiting[: chance.randint(0, len(waiting))] if chance else []
        for name, number in kept:
            names[name] = number
        for name, number in names.items():
            if isinstance(number, str):
                self.lay_out_folder(number, target / name, chance)
            elif number is not None:
                content, writes = self.files[number]
                (target / name).write_bytes(written(content, some_of(writes, chance)))
                (target / name).chmod(0o600)


def written(content, writes):
    """The bytes of a file after some writes."""
    content = bytearray(content)
    for place, data in writes:
        if data is None:
            content = content[:place].ljust(place, b"\0")
        else:
            content = content.ljust(place, b"\0")
            content[place : place + len(data)] = data
    return bytes(content)


def some_of(writes, chance):
    """Some of the writes, in their order, a few of them only in part."""
    kept = []
    for place, data in writes if chance else []:
        if chance.random() < 0.5:
            continue
        if data and len(data) > SECTOR and chance.random() < 0.3:
            data = data[: SECTOR * chance.randint(1, len(data) // SECTOR)]
        kept.append((place, data))
    return kept


def operations(log):
    """What the tracer has written down, one by one."""
    with open(log, "rb") as file:
        while header := file.readline():
            name, inode, path, other, place, size = header.decode().rstrip("\n").split("\t")
            data = file.read(int(size))
            file.read(1)
            yield name, inode, path, other, int(place), data


def ids_in(store):
    database = sqlite3.connect(store)
    try:
        return [row[0] for row in database.execute("SELECT id FROM event ORDER BY position")]
    finally:
        database.close()


class Examiner:
    def __init__(self, stage, whole):
        self.stage = stage
        self.whole = whole  # the ids of the whole log
        self.faults = []
        self.cuts = 0

    def examine(self, disk, chance, least, most, moment):
        shutil.rmtree(self.stage.data)
        disk.lay_out(self.stage.data, chance)
        self.cuts += 1
        if least == 0 and not self.stage.store.exists():
            return
        wrong = [f["text"] for f in stages.findings(self.stage) if not self.is_expected(f["text"], f["severity"])]
        ids, lost = self.read() if self.stage.store.exists() else ([], [])
        if ids != self.whole[: len(ids)] or not least <= len(ids) <= most:
            wrong.append(f"{len(ids)} events, and between {least} and {most} are right")
        for text in wrong + lost:
            self.faults.append(f"{moment}: {text}")

    @staticmethod
    def is_expected(text, severity):
        """A letter may be in doubt, and a file may have come before what refers to it."""
        return "whether message" in text or (severity == "note" and text.startswith("nothing refers to"))

    def read(self):
        ids = ids_in(self.stage.store)
        database = sqlite3.connect(self.stage.store)
        try:
            letters = "".join(path.read_text() for path in (self.stage.data / "outbox").glob("*.eml"))
            sent = [row[0] for row in database.execute("SELECT message_id FROM outbox WHERE state = 'sent'")]
            return ids, [f"the letter {each} is called sent and is gone" for each in sent if each not in letters]
        finally:
            database.close()


def main():
    spoc, tracer = (str(Path(path).resolve()) for path in sys.argv[1:3])
    variants = 8 if os.environ.get("FAULTS") == "all" else 1
    home = Path(tempfile.mkdtemp(prefix="spoc-power-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
    try:
        day = Stage(spoc, home / "day")
        marks, log = [], home / "log"
        for command in COMMANDS:
            tracing = [tracer, "--root", str(day.data), "--log", str(log), "--report", str(home / "report")]
            done = day.run("-q", *command, before=tracing, now=NOW)
            if done.returncode != 0:
                raise SystemExit(f"spoc {' '.join(command)}: {done.returncode} {done.stderr.decode()}")
            copy = Stage(spoc, home / "copy")  # to look would itself write beside the store
            copy.take(day.data)
            events = ids_in(copy.store)
            marks.append((sum(1 for _ in operations(log)), len(events)))
        examiner = Examiner(Stage(spoc, home / "after"), events)
        chance = random.Random(20261110)
        disk = Disk(day.data)
        ended, sure, moments, syncs = 0, 0, 0, 0
        for number, operation in enumerate(operations(log), 1):
            disk.apply(*operation)
            under_way = marks[ended][1]
            while ended < len(marks) and marks[ended][0] <= number:
                sure = marks[ended][1]
                ended += 1
            syncs += operation[0] in ("fsync", "fdatasync")
            if operation[0] != "open" and not operation[2].endswith("-shm"):
                moments += 1
                moment = f"after {number} operations, {operation[0]} {os.path.basename(operation[2])}"
                examiner.examine(disk, None, sure, under_way, moment)
                for _ in range(variants):
                    examiner.examine(disk, chance, sure, under_way, moment + ", at random")
        for fault in examiner.faults:
            print(fault)
        print(
            f"the power cut at {moments} moments ({syncs} of them syncs), {examiner.cuts} disks examined, "
            f"{len(COMMANDS)} commands, {len(events)} events, {len(examiner.faults)} losses"
        )
        sys.exit(1 if examiner.faults else 0)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
