"""Sixteen processes at once, as cron and several terminals would be, for some seconds; meanwhile and afterwards what
must be true is looked at.

    python3 crowd.py SPOC [SECONDS]

  - a command that ended with status 0 is in the log exactly once, and no other is;
  - numbers of cases are unique and without a gap; the doctor finds the chain, the list and the counters right;
  - every export that was read meanwhile is a beginning of the whole log;
  - no command fails, and a reader is never kept waiting for a writer: while a process holds the store for itself, all
    readers come to their end;
  - no writer waits much longer than the others (the longest wait is bounded by what the median one leads to expect);
  - who holds the store for too long is named by its number when the wait ends.
"""

import itertools
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import stage as stages
from stage import ANSWER, Stage

WRITERS, READERS = 10, 6


class Crowd:
    def __init__(self, stage, seconds):
        self.stage = stage
        self.end = time.monotonic() + seconds
        self.lock = threading.Lock()
        self.done = []  # what was recorded: a word of its own for each command
        self.faults = []
        self.times = {"writers": [], "readers": []}
        self.exports = []
        self.serial = itertools.count(1)

    def run(self, group, *words, stdin=b""):
        begun = time.monotonic()
        done = self.stage.run("-q", *words, stdin=stdin, env={"SPOC_NOW": ""})
        took = time.monotonic() - begun
        with self.lock:
            self.times[group].append(took)
            if done.returncode != 0:
                self.faults.append(f"{' '.join(words)}: status {done.returncode}, {done.stderr.decode()}")
        return done

    def write(self, chance):
        """One command of a terminal or of cron."""
        word = f"ord{next(self.serial)}ende"
        mail = f"From: x@ukendt.example\nSubject: Hej\nMessage-ID: <{word}@x.example>\n\nHej {word}\n".encode()
        command, stdin = chance.choices(
            [
                (("report", "new", f"Fejl {word}", "--category", "3"), b""),
                (("report", "log", "1", "--kind", "noted", word), b""),
                (("report", "edit", "2", "--steps", word), b""),
                (("wishlist", "add", f"Ønske {word}", "--by", "Per", "--benefit", "1 × 2 × 3"), b""),
                (("assist", "new", f"Spørgsmål {word}"), b""),
                (("notice", "add", "--kind", "message", "--title", word, "--text", f"Tekst {word}"), b""),
                (("receive",), mail),
            ],
            weights=[6, 6, 3, 2, 2, 2, 3],
        )[0]
        done = self.run("writers", *command, stdin=stdin)
        if done.returncode == 0:
            with self.lock:
                self.done.append((command[0], word))

    def read(self, chance):
        command = chance.choice([("status", "--json"), ("report", "--plain"), ("find", "fejl"), ("report", "show", "1"), ("export",)])
        done = self.run("readers", *command)
        if command == ("export",) and chance.random() < 0.2:
            with self.lock:
                self.exports.append(done.stdout)

    def work(self, act, seed):
        chance = random.Random(seed)
        while time.monotonic() < self.end:
            act(chance)

    def judge(self):
        log = self.stage.must("export")
        lines = [json.loads(line) for line in log.splitlines()]
        text = log.decode()
        database = sqlite3.connect(self.stage.store)
        kept = text + json.dumps(database.execute("SELECT title, summary FROM notice").fetchall())
        kept += json.dumps([row[0] for row in database.execute("SELECT message_id FROM mail")])
        database.close()
        for noun, word in self.done:
            times = kept.count(f"{word}@x") if noun == "receive" else kept.count(word)
            if times != (2 if noun == "notice" else 1):
                self.faults.append(f"{noun} {word} is there {times} times")
        numbers = sorted(int(line["case"].split("-")[1]) for line in lines if line["kind"] == "recorded")
        if numbers != list(range(1, len(numbers) + 1)):
            self.faults.append("numbers of cases have a gap or were given twice")
        if [line["seq"] for line in lines] != list(range(1, len(lines) + 1)):
            self.faults.append("the log has a gap")
        self.faults += [f"the doctor: {f['text']}" for f in stages.findings(self.stage, now="")]
        self.faults += ["an export is no beginning of the log" for each in self.exports if not log.startswith(each)]
        return len(lines)


def held_store(stage):
    """While somebody holds the store, readers read on, and a writer that gives up names the holder."""
    script = "import sqlite3, sys; d = sqlite3.connect(sys.argv[1], isolation_level=None); d.execute('BEGIN IMMEDIATE'); print('held', flush=True); input()"
    faults, longest = [], 0
    # what was shown is marked as read, if that can be done at once
    stage.must("-q", "receive", stdin=ANSWER.encode(), env={"SPOC_NOW": ""})
    stage.must("-q", "notice", "add", "--kind", "incident", "--title", "MitID er nede", env={"SPOC_NOW": ""})
    holder = subprocess.Popen([sys.executable, "-c", script, str(stage.store)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        holder.stdout.readline()
        looks = (["status"], ["report"], ["find", "fejl"], ["export"], ["report", "show", "1"], ["notice", "show", "1"])
        for words in looks * 3:
            begun = time.monotonic()
            done = stage.run("-q", *words, env={"SPOC_NOW": ""})
            longest = max(longest, time.monotonic() - begun)
            if done.returncode != 0:
                faults.append(f"a reader was refused: {words} {done.stderr.decode()}")
        (stage.home / "short.toml").write_text('[store]\nwait = "300ms"\n')
        begun = time.monotonic()
        done = stage.run("-q", "report", "new", "Nej", "--category", "3", config="short.toml")
        waited = time.monotonic() - begun
        said = done.stderr.decode()
        if done.returncode != 4 or f"process {holder.pid};" not in said or waited < 0.3:
            faults.append(f"the holder {holder.pid} is not named: status {done.returncode} after {waited:.2f} s, {said}")
    finally:
        holder.communicate(b"\n")
    return faults, longest


def main():
    seconds = float(sys.argv[2] if len(sys.argv) > 2 else os.environ.get("CROWD_SECONDS", "12"))
    home = Path(tempfile.mkdtemp(prefix="spoc-crowd-"))
    try:
        stage = Stage(sys.argv[1], home)
        (home / "spoc.toml").write_text('[store]\nwait = "1min"\n')
        for number in (1, 2):
            stage.must("-q", "report", "new", f"Fejl nummer {number}", "--category", "3", env={"SPOC_NOW": ""})
        faults, held = held_store(stage)
        crowd = Crowd(stage, seconds)
        crowd.faults += faults
        acts = [crowd.write] * WRITERS + [crowd.read] * READERS
        threads = [threading.Thread(target=crowd.work, args=(act, seed)) for seed, act in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        events = crowd.judge()
        medians = {group: statistics.median(times) for group, times in crowd.times.items()}
        longest = {group: max(times) for group, times in crowd.times.items()}
        bound = max(2.0, 60 * medians["writers"])
        if longest["writers"] > bound:
            crowd.faults.append(f"a writer waited {longest['writers']:.2f} s, where the median is {medians['writers']:.3f}")
        for fault in crowd.faults[:40]:
            print(fault)
        told = ", ".join(
            f"{len(times)} {group} (median {1000 * medians[group]:.0f} ms, 99 % within "
            f"{1000 * statistics.quantiles(times, n=100)[98]:.0f} ms, longest {1000 * longest[group]:.0f} ms)"
            for group, times in crowd.times.items()
        )
        print(f"{seconds:.0f} s, 16 processes: {told}; {events} events; beside a stuck process {1000 * held:.0f} ms at most")
        print(f"{len(crowd.done)} commands ended well, {len(crowd.faults)} faults")
        sys.exit(1 if crowd.faults else 0)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main()
