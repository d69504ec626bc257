-- A store of schema 6 with a short history, as `sqlite3 spoc.db .dump` gives it. Never changed: such files are out there.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES('latest_occurred','1795165200');
INSERT INTO meta VALUES('latest_recorded','1795734494');
INSERT INTO meta VALUES('origin','40aaff12-ad6b-4da9-865a-72f06eb91df1');
INSERT INTO meta VALUES('rules','e23cc5e831b1554298b35859647c0faffdd62e5a5c9d41e245cedeb190c864ff');
INSERT INTO meta VALUES('rules_source','1 0.1.0 5049d74780a3e07d4202ab47d4cef2f4');
INSERT INTO meta VALUES('vendors','BOM=vendor;');
CREATE TABLE origin (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO origin VALUES(1,'40aaff12-ad6b-4da9-865a-72f06eb91df1');
CREATE TABLE event (
        position        INTEGER PRIMARY KEY,  -- the order recorded here
        id              BLOB    NOT NULL UNIQUE,
        case_number     INTEGER NOT NULL,     -- the case here; `label` is its name where the event was recorded
        label           TEXT    NOT NULL,
        kind            TEXT    NOT NULL,
        occurred_at     INTEGER NOT NULL,
        occurred_offset INTEGER NOT NULL,
        recorded_at     INTEGER NOT NULL,
        recorded_offset INTEGER NOT NULL,
        actor           TEXT    NOT NULL,
        origin          INTEGER NOT NULL,
        seq             INTEGER NOT NULL,
        hash            BLOB    NOT NULL,
        data            TEXT    NOT NULL,
        UNIQUE (origin, seq)
    ) STRICT;
INSERT INTO event VALUES(1,X'01a19b45b800700080000781a98abab7',1,'BOM-1','recorded',1793606400,60,1793606400,60,'Karen Holm',1,1,X'7b70ed6ce5bc45268e60fe4f511e40eb28cf8cf306e1b22859fdc7799af8b20b','{"type":"defect","title":"Ansøgere kan ikke indsende","category":2,"reporter":"Åse Ørsted","retest":["Indsend"],"system":"BOM"}');
INSERT INTO event VALUES(2,X'01a19b45b800700080000b03c2b3e67d',2,'BOM-2','recorded',1793606400,60,1793606400,60,'Karen Holm',1,2,X'fd0281abddc59a348c70cdcbf756f0fbe4f7cf724453a956b45bde9aec728939','{"type":"defect","title":"Kvitteringen kommer ikke","category":3,"system":"BOM"}');
INSERT INTO event VALUES(3,X'01a19b45b800700080000cae1a9c97ef',1,'BOM-1','reported',1793606400,60,1793606400,60,'Karen Holm',1,3,X'6f182089aaa1e44d6370e3ea7875133b9d68d79dba9f6bcc9d7b06c5d4ccc08d','{"to":"vendor","via":"mail"}');
INSERT INTO event VALUES(4,X'01a19b45b80070008000105b70de69ee',1,'BOM-1','answered',1793606400,60,1793606400,60,'Karen Holm',1,4,X'd27acb8501e80756700582da0978539db9af00eb50919d46569041e99168af66','{"from":"vendor","ref":"INC0012345","text":"Vi ser på det"}');
INSERT INTO event VALUES(5,X'01a19b45b8007000800015e76a0633d4',2,'BOM-2','closed',1793606400,60,1793606400,60,'Karen Holm',1,5,X'9d41b55132aab7cf5fc6ac4d6cc5a89e38f50fd6b96bdcb60407212c1765a8ae','{"as":"no-defect","text":"Den kommer om natten"}');
INSERT INTO event VALUES(6,X'01a19b45b800700080001b0b8f220b9c',3,'BOM-3','recorded',1793606400,60,1793606400,60,'Karen Holm',1,6,X'17662cf962c0438685aa4bea207062d710d83a60bb648f227363820fbee339a2','{"type":"wish","title":"Sortering af listen","system":"BOM"}');
INSERT INTO event VALUES(7,X'01a19b45b800700080001c2a03accc15',3,'BOM-3','backed',1793606400,60,1793606400,60,'Karen Holm',1,7,X'0d5746073864e126c31570709b3722f6a48464db2453d7c8bfa86d3e3b9c43f6','{"by":"Åse","benefit":"3 × 5 × 20"}');
INSERT INTO event VALUES(8,X'01a21a1ddb3070008000207a60551b86',1,'BOM-1','noted',1795165200,60,1795734494,60,'Support',1,8,X'7c9669769f731edef164c6c742af71c21101545fbcf1d1409532d00e21bc9f8c','{"text":"Efter flytningen","direction":"internal"}');
CREATE TABLE alias (
        origin INTEGER NOT NULL, label TEXT NOT NULL, case_number INTEGER NOT NULL,
        PRIMARY KEY (origin, label)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE cases (
        number          INTEGER PRIMARY KEY,
        system          TEXT    NOT NULL,
        recorded_event  BLOB    NOT NULL,
        type            INTEGER NOT NULL,
        title           TEXT    NOT NULL,
        category        INTEGER NOT NULL,     -- 0: none
        state           INTEGER NOT NULL,
        open            INTEGER NOT NULL,
        ball            TEXT    NOT NULL,
        vendor_ref      TEXT    NOT NULL,
        interface       TEXT    NOT NULL,
        reporter        TEXT    NOT NULL,
        release         TEXT    NOT NULL,
        reported_at     INTEGER,
        reported_offset INTEGER,
        recorded_at     INTEGER NOT NULL,
        recorded_offset INTEGER NOT NULL,
        changed_at      INTEGER NOT NULL,
        changed_offset  INTEGER NOT NULL,
        due             INTEGER NOT NULL,     -- the year 9999 if there is no deadline, so that it sorts last
        clock           INTEGER,
        rung            TEXT    NOT NULL,
        escalate_at     INTEGER,
        escalate_rung   TEXT    NOT NULL,
        escalate_clock  INTEGER,
        failed_verifications INTEGER NOT NULL,
        slips           INTEGER NOT NULL,
        reopenings      INTEGER NOT NULL,
        trouble         TEXT    NOT NULL
    ) STRICT;
INSERT INTO cases VALUES(1,'BOM',X'01a19b45b800700080000781a98abab7',0,'Ansøgere kan ikke indsende',2,3,1,'vendor','INC0012345','','Åse Ørsted','',1793606400,60,1793606400,60,1795165200,60,1793610000,2,'',1793610001,'reminder',2,0,0,0,'');
INSERT INTO cases VALUES(2,'BOM',X'01a19b45b800700080000b03c2b3e67d',0,'Kvitteringen kommer ikke',3,8,0,'','','','','',NULL,NULL,1793606400,60,1793606400,60,253402214400,NULL,'',NULL,'',NULL,0,0,0,'');
INSERT INTO cases VALUES(3,'BOM',X'01a19b45b800700080001b0b8f220b9c',1,'Sortering af listen',0,0,1,'us','','','','',NULL,NULL,1793606400,60,1793606400,60,253402214400,NULL,'',NULL,'',NULL,0,0,0,'');
CREATE TABLE case_ref (
        ref TEXT NOT NULL, case_number INTEGER NOT NULL, PRIMARY KEY (ref, case_number)
    ) STRICT, WITHOUT ROWID;
INSERT INTO case_ref VALUES('inc0012345',1);
CREATE TABLE tally (
        system TEXT NOT NULL, type INTEGER NOT NULL, category INTEGER NOT NULL, state INTEGER NOT NULL,
        ball TEXT NOT NULL, cases INTEGER NOT NULL,
        PRIMARY KEY (system, type, category, state, ball)
    ) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES('BOM',0,2,3,'vendor',1);
INSERT INTO tally VALUES('BOM',0,3,8,'',1);
INSERT INTO tally VALUES('BOM',1,0,0,'us',1);
CREATE TABLE moment_tally (
        moment INTEGER NOT NULL, width INTEGER NOT NULL, bucket INTEGER NOT NULL,
        system TEXT NOT NULL, type INTEGER NOT NULL, cases INTEGER NOT NULL,
        PRIMARY KEY (moment, width, bucket, system, type)
    ) STRICT, WITHOUT ROWID;
INSERT INTO moment_tally VALUES(0,4096,437893,'BOM',0,1);
INSERT INTO moment_tally VALUES(0,65536,27368,'BOM',0,1);
INSERT INTO moment_tally VALUES(0,1048576,1710,'BOM',0,1);
INSERT INTO moment_tally VALUES(1,4096,437893,'BOM',0,1);
INSERT INTO moment_tally VALUES(1,65536,27368,'BOM',0,1);
INSERT INTO moment_tally VALUES(1,1048576,1710,'BOM',0,1);
INSERT INTO moment_tally VALUES(2,86400,20759,'BOM',0,2);
INSERT INTO moment_tally VALUES(2,86400,20759,'BOM',1,1);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search','search',0,'CREATE VIRTUAL TABLE search USING fts5 (body, content = '''', tokenize = ''ascii'')');
CREATE TABLE IF NOT EXISTS 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_data VALUES(1,X'071c');
INSERT INTO search_data VALUES(10,X'000000000107070007010101020101030101040101050101060101070101');
INSERT INTO search_data VALUES(137438953473,X'0000004805306161736501020602086e736f65676572650102020104696b6b6501020402066e6473656e6401020808016501020501036b616e01020301076f65727374656401020704090d090b0608');
INSERT INTO search_data VALUES(274877906945,X'000000280530696b6b6502020401066b6f6d6d6572020203020b766974746572696e67656e02020204090b');
INSERT INTO search_data VALUES(412316860417,X'000000320430646574040206010a696e6330303132333435040202010370616104020501037365720402040102766904020304080f0808');
INSERT INTO search_data VALUES(549755813889,X'00000029043064656e05020201066b6f6d6d657205020301066e617474656e05020501026f6d05020404080b0b');
INSERT INTO search_data VALUES(687194767361,X'000000240330616606020301066c697374656e0602040109736f72746572696e6706020204070b');
INSERT INTO search_data VALUES(824633720833,X'000000200330323007020501013307020301013507020401046161736507020204070606');
INSERT INTO search_data VALUES(962072674305,X'0000001d06306566746572080202010a666c79746e696e67656e080203040a');
CREATE TABLE IF NOT EXISTS 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO search_idx VALUES(1,X'',2);
INSERT INTO search_idx VALUES(2,X'',2);
INSERT INTO search_idx VALUES(3,X'',2);
INSERT INTO search_idx VALUES(4,X'',2);
INSERT INTO search_idx VALUES(5,X'',2);
INSERT INTO search_idx VALUES(6,X'',2);
INSERT INTO search_idx VALUES(7,X'',2);
CREATE TABLE IF NOT EXISTS 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO search_docsize VALUES(1,X'07');
INSERT INTO search_docsize VALUES(2,X'03');
INSERT INTO search_docsize VALUES(4,X'05');
INSERT INTO search_docsize VALUES(5,X'04');
INSERT INTO search_docsize VALUES(6,X'03');
INSERT INTO search_docsize VALUES(7,X'04');
INSERT INTO search_docsize VALUES(8,X'02');
CREATE TABLE IF NOT EXISTS 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_config VALUES('version',4);
CREATE TABLE outbox (
        id          INTEGER PRIMARY KEY AUTOINCREMENT,
        case_number INTEGER,
        notice      INTEGER,
        event       TEXT    NOT NULL,
        kind        TEXT    NOT NULL,
        recipient   TEXT    NOT NULL,
        subject     TEXT    NOT NULL,
        message_id  TEXT    NOT NULL,
        message     BLOB    NOT NULL,
        state       TEXT    NOT NULL,
        settled     INTEGER NOT NULL,         -- sent or dropped
        created_at  INTEGER NOT NULL,
        changed_at  INTEGER NOT NULL,
        attempts    INTEGER NOT NULL,
        error       TEXT    NOT NULL,
        sender      TEXT    NOT NULL          -- the process that delivers it, while it does
    , overridden TEXT NOT NULL DEFAULT '', returned INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO outbox VALUES(1,1,NULL,'01a19b45-b800-7000-8000-0cae1a9c97ef','report','vendor','[BOM-1] Fejlmelding: Ansøgere kan ikke indsende','lhncdbibkoidmoeokndgpikngkbcmimj@kommune.example',X'4d494d452d56657273696f6e3a20312e300a46726f6d3a204b6172656e20486f6c6d203c626f6d406b6f6d6d756e652e6578616d706c653e0a546f3a20736572766963656465736b406c65766572616e646f65722e6578616d706c650a5375626a6563743a205b424f4d2d315d2046656a6c6d656c64696e673a203d3f5554462d383f423f5157357a7737686e5a584a6c3f3d206b616e20696b6b6520696e6473656e64650a446174653a204d6f6e2c203032204e6f7620323032362030393a30303a3030202b303130300a4d6573736167652d49443a203c6c686e63646269626b6f69646d6f656f6b6e646770696b6e676b62636d696d6a406b6f6d6d756e652e6578616d706c653e0a557365722d4167656e743a2073706f630a436f6e74656e742d547970653a20746578742f706c61696e3b20636861727365743d7574662d380a436f6e74656e742d5472616e736665722d456e636f64696e673a20386269740a0a48656a0a0a5669206d656c646572206865726d656420656e2066656a6c3a20416e73c3b867657265206b616e20696b6b6520696e6473656e64650a0a566f726573207361673a20424f4d2d310a53797374656d3a20424f4d0a4b617465676f72693a20322028416c766f726c6967290a0a53c3a564616e206b76616c6974657473746a656b6b657220766920656e2072657474656c73653a0a312e20496e6473656e640a0a4265686f6c642076656e6c69677374205b424f4d2d315d206920656d6e6566656c7465742c206ec3a5722049207376617265722e0a0a4d65642076656e6c69672068696c73656e0a0a4b6172656e20486f6c6d0a537570706f727462657265747469676574206272756765722c20456b73656d70656c204b6f6d6d756e650a','sent',1,1793606400,1793606400,1,'','','',0);
CREATE TABLE mail (
        id          INTEGER PRIMARY KEY AUTOINCREMENT,
        direction   INTEGER NOT NULL,
        message_id  TEXT    NOT NULL,
        case_number INTEGER,
        notice      INTEGER,
        outbox      INTEGER REFERENCES outbox (id),
        sha256      TEXT    NOT NULL,
        filed_as    TEXT    NOT NULL,
        event       TEXT    NOT NULL,
        sender      TEXT    NOT NULL,
        subject     TEXT    NOT NULL,
        at          INTEGER NOT NULL,
        answer      TEXT    NOT NULL
    , unread INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO mail VALUES(1,1,'lhncdbibkoidmoeokndgpikngkbcmimj@kommune.example',1,NULL,1,'','','','servicedesk@leverandoer.example','[BOM-1] Fejlmelding: Ansøgere kan ikke indsende',1793606400,'null',0);
CREATE TABLE notice (
        id           INTEGER PRIMARY KEY AUTOINCREMENT,
        source       TEXT    NOT NULL,
        guid         TEXT    NOT NULL,
        title        TEXT    NOT NULL,
        link         TEXT    NOT NULL,
        published_at INTEGER,
        updated_at   INTEGER,
        kind         INTEGER NOT NULL,
        state        TEXT    NOT NULL,
        starts_at    INTEGER,
        ends_at      INTEGER,
        summary      TEXT    NOT NULL,
        system       TEXT    NOT NULL,
        interface    TEXT    NOT NULL,
        components   TEXT    NOT NULL,
        began_at     INTEGER,
        over_at      INTEGER,
        seen_at      INTEGER NOT NULL,
        changed_at   INTEGER NOT NULL,
        settled      INTEGER NOT NULL,
        unread       INTEGER NOT NULL,
        before       TEXT    NOT NULL, body TEXT NOT NULL DEFAULT '', announced_from INTEGER, announced_until INTEGER,  -- the title and summary of the reading before this one, as JSON; or empty
        UNIQUE (source, guid)
    ) STRICT;
INSERT INTO notice VALUES(1,'manual','sha256:71eb39c30a12e8715441dab3371b8d88f5badc25d5cc9ed9a0b863a752e0c966','MitID er nede','',1793606400,NULL,2,'under-way',NULL,NULL,'Fejl','BOM','','[]',NULL,NULL,1793606400,1793606400,0,1,'','Fejl',NULL,NULL);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','notice_search','notice_search',0,'CREATE VIRTUAL TABLE notice_search USING fts5 (body, tokenize = ''ascii'')');
CREATE TABLE IF NOT EXISTS 'notice_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO notice_search_data VALUES(1,X'0104');
INSERT INTO notice_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO notice_search_data VALUES(137438953473,X'0000002703306572010203010466656a6c01020501056d6974696401020201046e6564650102040407090a');
CREATE TABLE IF NOT EXISTS 'notice_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO notice_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'notice_search_content'(id INTEGER PRIMARY KEY, c0);
INSERT INTO notice_search_content VALUES(1,'mitid er nede fejl');
CREATE TABLE IF NOT EXISTS 'notice_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO notice_search_docsize VALUES(1,X'04');
CREATE TABLE IF NOT EXISTS 'notice_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO notice_search_config VALUES('version',4);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('outbox',1);
INSERT INTO sqlite_sequence VALUES('mail',1);
INSERT INTO sqlite_sequence VALUES('notice',1);
CREATE INDEX event_case ON event (case_number);
CREATE TRIGGER event_stays BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_remains BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
CREATE INDEX cases_urgent ON cases (
        due, number, system, recorded_event, type, title, category, state, open, ball, vendor_ref, interface,
        reporter, release, reported_at, reported_offset, recorded_at, recorded_offset, changed_at, changed_offset,
        clock, rung, escalate_at, escalate_rung, escalate_clock, failed_verifications, slips, reopenings, trouble
    ) WHERE open = 1;
CREATE INDEX cases_state ON cases (state, due) WHERE open = 1;
CREATE INDEX cases_ball ON cases (ball, due) WHERE open = 1;
CREATE INDEX cases_escalate ON cases (escalate_at) WHERE escalate_at IS NOT NULL;
CREATE INDEX cases_other ON cases (type, due) WHERE type > 0;
CREATE INDEX outbox_unsettled ON outbox (id) WHERE settled = 0;
CREATE UNIQUE INDEX mail_message_id ON mail (message_id, direction) WHERE message_id <> '';
CREATE INDEX mail_digest ON mail (sha256) WHERE direction = 0 AND sha256 <> '';
CREATE INDEX mail_case ON mail (case_number) WHERE case_number IS NOT NULL;
CREATE INDEX mail_inbox ON mail (id) WHERE filed_as = 'inbox';
CREATE INDEX notice_unread ON notice (id) WHERE unread = 1;
CREATE INDEX notice_current ON notice (ends_at, id) WHERE settled = 0 AND kind IN (2, 3);
CREATE INDEX notice_seen ON notice (seen_at);
CREATE INDEX notice_maintenance ON notice (announced_from) WHERE kind = 3;
CREATE INDEX outbox_notice ON outbox (notice) WHERE notice IS NOT NULL;
CREATE INDEX notice_changed ON notice (changed_at);
CREATE INDEX mail_notice ON mail (notice) WHERE notice IS NOT NULL;
CREATE INDEX event_card ON event (position) WHERE kind IN ('card', 'card-used');
CREATE INDEX mail_unread ON mail (id) WHERE unread = 1;
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id = 1397772099;
PRAGMA user_version = 6;
PRAGMA journal_mode = WAL;
