# shellcheck shell=sh disable=SC2154  # run.sh says what is measured, where, and how often
# The measures beside programs that keep their own records, for run.sh: taskwarrior and fossil, with as many as the
# store has cases. All tasks are pending, since taskwarrior reads the completed ones for nothing that is measured.

# $1 lines of taskwarrior's own form.
tasks() {
    awk -v tasks="$1" 'BEGIN {
        for (at = 1; at <= tasks; ++at)
            printf "[description:\"Kladden %d forsvinder\" due:\"%d\" entry:\"%d\" project:\"BOM\" status:\"pending\" uuid:\"%08x-0000-4000-8000-000000000000\"]\n",
                at, 1796025600 + at, 1669881600 + at, at
    }'
}

measure_task() {
    copy_for_adding
    mkdir -p tasks
    tasks "$cases" >tasks/pending.data
    printf 'data.location=%s/tasks\nconfirmation=off\nverbose=nothing\nrecurrence=off\n' "$PWD" >taskrc
    export TASKRC="$PWD/taskrc"
    # As many pairs as its patience allows: it reads all that is pending for each.
    take add-task taskwarrior -- "$spoc" -q --store added.db report new 'Opgaven {} forsvinder' --category 3 --steps 'Log ind' \
        --expected 'Opgaven er der' --actual 'Den er væk, nummer {}' --users alle -- task add project:BOM 'Opgaven {} forsvinder'
    take list20-task taskwarrior -- "$spoc" --store store.db report --limit 20 --plain -- task next limit:20
    rm -rf tasks taskrc
}

# Its tickets are put into its table as they stand; those that are added meanwhile are artefacts, as it makes them.
measure_fossil() {
    copy_for_adding
    fossil init desk.fossil >fossil.log
    fossil sql -R desk.fossil "INSERT INTO ticket(tkt_uuid, tkt_mtime, tkt_ctime, type, status, title)
        WITH RECURSIVE every(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM every WHERE n < $cases)
        SELECT lower(hex(randomblob(20))), 2459914 + n / 1e6, 2459914 + n / 1e6, 'Code_Defect', iif(n % 5 < 2, 'Open', 'Closed'),
            'Kladden ' || n || ' forsvinder' FROM every" >fossil.log
    take add-fossil fossil -- "$spoc" -q --store added.db report new 'Sagen {} forsvinder' --category 3 --steps 'Log ind' \
        --expected 'Sagen er der' --actual 'Den er væk, nummer {}' --users alle -- \
        fossil ticket add -R desk.fossil title 'Sagen {} forsvinder' type Code_Defect status Open
    rm -f desk.fossil*
}
