"""What the tests of this folder share: a store with a history, the commands that change one, and a look at it from outside.

A look is by SQLite itself, not by spoc: every row of every table, and the letters in the folder of the courier. Ids,
digests and what is made from them differ from run to run and are left out of it; times do not, as SPOC_NOW is set.
"""

import datetime
import json
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

NOW = "2026-11-10T09:00:00+01:00"
CONFIG = '[me]\nname = "Karen Holm"\nmail = "bom@kommune.example"\n[store]\nwait = "2s"\n'
TERMS = """[[agreement]]
name = "Drift"
from = 2015-01-01
calendars = { response = "office", fix = "office", update = "window" }
  [[agreement.category]]
  category = 1
  fix = "1h"
  [[agreement.category]]
  category = 2
  fix = "2h"
  [[agreement.category]]
  category = 3
  fix = "3h"
"""
FEED = (
    '<rss version="2.0"><channel><item><guid>1</guid><title>Planlagt vedligehold</title><description>Torsdag'
    "</description></item><item><guid>2</guid><title>Driften er normal</title><description>Igen</description></item>"
    "</channel></rss>"
)
ANSWER = (
    "From: Support <support@leverandoer.example>\nTo: bom@kommune.example\nSubject: Re: [BOM-1] Uploads\n"
    "Date: Tue, 10 Nov 2026 08:30:00 +0100\nMessage-ID: <answer@leverandoer.example>\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nWe look into it.\n\n'
    "--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=log.txt\n\nline 1\n\n--x--\n"
)
STRANGER = "From: x@ukendt.example\nSubject: Hej\nMessage-ID: <%s@ukendt.example>\n\nHej\n"


class Stage:
    """A home with a configuration, input files, and a folder `data` that holds the store."""

    def __init__(self, spoc, home):
        self.spoc = str(Path(spoc).resolve())
        self.home = Path(home)
        self.data = self.home / "data"
        self.store = self.data / "spoc.db"
        self.home.mkdir(parents=True, exist_ok=True)
        self.data.mkdir(exist_ok=True, mode=0o700)
        files = {
            "spoc.toml": CONFIG,
            "refused.toml": CONFIG + '[mail]\ncourier = "sendmail"\ncommand = ["/bin/false"]\n',
            "terms.toml": CONFIG + TERMS,
            "feed.xml": FEED,
            "answer.eml": ANSWER,
            "stranger.eml": STRANGER % "second",
            "log.txt": "first line\nsecond line\n",
            "other.txt": "another file\n",
            "maildir/new/1": STRANGER % "third",
        }
        for name, text in files.items():
            path = self.home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        (self.home / "maildir/cur").mkdir(exist_ok=True)

    def environment(self, now=NOW, config="spoc.toml"):
        return {
            "HOME": str(self.home),
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "SPOC_NOW": now,
            "SPOC_CONFIG": str(self.home / config),
            "SPOC_STORE": str(self.store),
        }

    def run(self, *words, stdin=b"", now=NOW, config="spoc.toml", program=None, before=(), **more):
        command = [*before, program or self.spoc, *words]
        env = {**self.environment(now, config), **more.pop("env", {})}
        more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        return subprocess.run(command, input=stdin, env=env, cwd=self.home, timeout=120, **more)

    def must(self, *words, **more):
        done = self.run(*words, **more)
        if done.returncode != more.get("status", 0):
            raise SystemExit(f"spoc {' '.join(words)}: status {done.returncode}\n{done.stderr.decode()}")
        return done.stdout

    def take(self, other):
        """Makes the data folder a copy of another one, or empty."""
        shutil.rmtree(self.data, ignore_errors=True)
        if other is None:
            self.data.mkdir(mode=0o700)
        else:
            shutil.copytree(other, self.data, symlinks=True)


def tell_history(stage):
    """Fills the store so that every command of COMMANDS has something to do."""
    early, later = "2026-11-02T09:00:00+01:00", "2026-11-03T09:00:00+01:00"
    must = lambda *words, now=later, **more: stage.must("-q", *words, now=now, **more)
    for number in range(1, 8):  # BOM-1 to BOM-7
        must("report", "new", f"Fejl nummer {number} i indsendelsen", "--category", "2", "--retest", "Indsend", now=early)
    for number in (1, 3, 4, 5, 6, 7):
        must("report", "send", str(number), "--yes", now=early)
    must("report", "log", "1", "--from", "vendor", "--kind", "answered", "--ref", "INC0012345", "Vi ser")
    must("report", "wait", "3", "--text", "Hvad")
    must("report", "close", "4", "--as", "no-defect", "--text", "Sådan er det", "--yes")
    must("report", "log", "5", "--from", "vendor", "--kind", "fix-announced", "--release", "5.4", "Rettet")
    must("escalate", "send", "7", "--rung", "incident-manager", "--yes", "--reason", "Haster")
    must("wishlist", "add", "Sortering af listen", "--by", "Åse", "--benefit", "3 × 5 × 20")  # BOM-8
    must("wishlist", "add", "Sortering af en anden liste")  # BOM-9
    must("wishlist", "submit", "9", "--yes")
    must("wishlist", "add", "Større skrift")  # BOM-10
    must("assist", "new", "Hvor er kvitteringen?", "--reporter", "Åse Ørsted")  # BOM-11
    must("notice", "add", "--kind", "incident", "--title", "MitID er nede", "--text", "Fejl", "--state", "under-way")
    must("report", "attach", "2", "other.txt")
    must("receive", stdin=(STRANGER % "first").encode())
    stage.run("-q", "report", "remind", "6", "--yes", config="refused.toml", now=later)


def commands(stage):
    """What changes a store: name, words, and what it reads; `sends` where a letter goes out after the change is kept,
    `resumes` where the same command, given again, does what one that was cut off had left to do."""
    def command(name, *words, stdin="", sends=False, many=False, base="history", file=None, resumes=False):
        return {"name": name, "words": words, "stdin": stdin.encode(), "sends": sends, "many": many, "base": base, "file": file, "resumes": resumes}

    feed = f"file://{stage.home}/feed.xml"
    yield command("report new", "report", "new", "En ny fejl", "--category", "3", "--attach", "log.txt", "--link", "1")
    yield command("report new of a question", "report", "new", "--question", "11", "--category", "3")
    yield command("report edit", "report", "edit", "2", "--steps", "Et skridt")
    yield command("report analyse", "report", "analyse", "2", "--cause", "vendor", "--finding", "Hos dem")
    yield command("report send", "report", "send", "2", "--yes", sends=True)
    yield command("report log", "report", "log", "6", "--from", "vendor", "--kind", "answered", "--ref", "INC9", "Ja")
    yield command("report log with a file", "report", "log", "6", "--from", "vendor", "--kind", "noted", "Se her", "--attach", "log.txt")
    yield command("report remind", "report", "remind", "3", "--yes", sends=True)
    yield command("report wait", "report", "wait", "1", "--text", "Hvad")
    yield command("report resume", "report", "resume", "3", "--text", "Det")
    yield command("report close", "report", "close", "1", "--as", "no-defect", "--text", "Nej", "--yes")
    yield command("report reopen", "report", "reopen", "4", "--text", "Igen")
    yield command("report link", "report", "link", "1", "2", "--as", "related")
    yield command("report attach", "report", "attach", "1", "log.txt")
    yield command("report show", "report", "show", "1")
    yield command("escalate send", "escalate", "send", "6", "--rung", "incident-manager", "--yes", "--reason", "Haster", sends=True)
    yield command("escalate answer", "escalate", "answer", "7", "Vi ser")
    yield command("verify pass", "verify", "pass", "5", "--step", "1=pass", "--yes", sends=True)
    yield command("verify fail", "verify", "fail", "5", "--step", "1=fail:nej", "--text", "Nej", "--yes", sends=True)
    yield command("wishlist add", "wishlist", "add", "Et nyt ønske", "--by", "Per", "--benefit", "1 × 2 × 3")
    yield command("wishlist add of a question", "wishlist", "add", "--question", "11", "--by", "Per")
    yield command("wishlist edit", "wishlist", "edit", "8", "--text", "mere")
    yield command("wishlist back", "wishlist", "back", "8", "--by", "Per", "--benefit", "1 × 2 × 3")
    yield command("wishlist merge", "wishlist", "merge", "10", "--into", "8")
    yield command("wishlist submit", "wishlist", "submit", "8", "--yes", sends=True)
    yield command("wishlist decide", "wishlist", "decide", "9", "--outcome", "accepted", "--release", "6.0")
    yield command("notice fetch", "notice", "fetch", "--from", feed)
    yield command("notice add", "notice", "add", "--kind", "release", "--title", "Release 5.6", "--text", "I produktion")
    yield command("notice edit", "notice", "edit", "1", "--state", "resolved")
    yield command("notice forward", "notice", "forward", "1", "--yes", sends=True, many=True)
    yield command("assist new", "assist", "new", "Hvordan logger man på?", "--reporter", "Åse Ørsted")
    yield command("assist card", "assist", "card", "11", "--title", "Kvittering", "--text", "I indbakken", "--kind", "how-to")
    yield command("assist card, new", "assist", "card", "--title", "Login", "--text", "Med MitID", "--kind", "how-to")
    yield command("assist answer", "assist", "answer", "11", "--text", "Her", "--yes", sends=True)
    yield command("receive on a case", "receive", stdin=ANSWER)
    yield command("receive in the inbox", "receive", stdin=STRANGER % "second")
    yield command("receive a maildir", "receive", "--maildir", "maildir")
    yield command("receive place", "receive", "place", "9", "--on", "1")
    yield command("receive drop", "receive", "drop", "9")
    yield command("outbox send", "outbox", "send", "9", sends=True)
    yield command("outbox drop", "outbox", "drop", "9")
    yield command("status owner", "status", "owner", "--period", "2026-11", "--send", "--yes", sends=True)
    yield command("import", "import", "import.jsonl")
    yield command("doctor rebuild", "doctor", "--rebuild")
    yield command("redact", "redact", "5", "--yes", "--reason", "Efter aftale", "--text", "indsendelsen", resumes=True)
    yield command("backup", "backup", str(stage.data / "copy.db"), file="copy.db")
    yield command("export", "export", "-o", str(stage.data / "log.jsonl"), file="log.jsonl")
    yield command("new terms", "--config", "terms.toml", "report")
    yield command("first run", "report", "new", "Den første", "--category", "3", base="nothing")
    yield command("recovery", "report", "log", "2", "--kind", "noted", "Efter et sammenbrud", base="crashed")
    for version in sorted(int(path.name) for path in (stage.home / "bases/schemas").glob("*")):
        yield command(f"migration from {version}", "report", "log", "1", "--kind", "noted", "Flyttet", base=f"schemas/{version}")


VOLATILE = [
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "<id>"),
    (re.compile(r"[0-9a-f]{64}"), "<digest>"),
    (re.compile(r"[a-p]{32}@"), "<message>@"),
    (re.compile(r"=-[A-Za-z0-9+/=_-]{16,}"), "<boundary>"),
]


def settled(value):
    """The value without what differs from run to run."""
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            return "<bytes>"
        if len(value) in (16, 32):
            return "<bytes>"
    if isinstance(value, str):
        for pattern, word in VOLATILE:
            value = pattern.sub(word, value)
    return value


def tables(path):
    """Every row of a store's tables, those of the search index aside: the doctor compares these with the log.

    Left out is where the rules were read from: whoever writes next remembers it, whatever else is written."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        names = [
            row[0]
            for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
            if not re.match(r"(notice_)?search|sqlite_", row[0])
        ]
        return {
            name: sorted((tuple(settled(cell) for cell in row) for row in database.execute(f"SELECT * FROM {name}") if row[0] != "rules_source"), key=repr)
            for name in sorted(names)
        }
    finally:
        database.close()


def letters(data):
    """The letters that the courier has written: their subjects and recipients, as often as they are there."""
    found = []
    for letter in sorted((data / "outbox").glob("*.eml")):
        text = letter.read_bytes().decode("utf-8", "replace")
        found.append(settled(text))
    return sorted(found)


def look(stage):
    return {"tables": tables(stage.store), "letters": letters(stage.data)}


def findings(stage, now="2026-12-24T09:00:00+01:00"):
    """What the doctor says, or the sentence with which it refused."""
    done = stage.run("doctor", "--json", now=now)
    if done.returncode not in (0, 4) or not done.stdout:
        return [{"severity": "damage", "text": f"doctor ended with {done.returncode}: {done.stderr.decode()}"}]
    return json.loads(done.stdout)["findings"]


def old_stores(folder):
    """The stores of earlier programs: the version of the schema, and what makes one at a path."""
    for dump in sorted(Path(folder).glob("*.sql")):
        yield dump.stem, lambda path, dump=dump: make_old_store(dump, path)


def make_old_store(dump, path):
    with open(dump, "rb") as script:
        subprocess.run(["sqlite3", str(path)], stdin=script, check=True, stdout=subprocess.DEVNULL)
    path.chmod(0o600)


def moment(text):
    """RFC 3339 as something that can be compared."""
    return datetime.datetime.fromisoformat(text)
