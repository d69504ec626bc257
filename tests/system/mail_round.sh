#!/bin/sh
# A defect goes out by mail through procmail into the vendor's maildir, is answered there with mutt, and comes back
# through procmail into ours, where spoc takes it: it lands on its case, and the response clock stops.
# Usage: sh tests/system/mail_round.sh path/to/spoc
set -eu
spoc=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8
cd "$home"

# A mail filter that delivers all it reads into the maildir $1.
deliver_into() {
    printf 'MAILDIR=%s\nDEFAULT=%s/%s/\nLOGFILE=%s/procmail.log\n' "$home" "$home" "$1" "$home" >"$1.procmailrc"
    mkdir -p "$1/new" "$1/cur" "$1/tmp"
}
deliver_into vendor
deliver_into ours
cat >spoc.toml <<END
[mail]
courier = "sendmail"
command = ["procmail", "-m", "$home/vendor.procmailrc"]
END
export SPOC_CONFIG="$home/spoc.toml"

"$spoc" -q report new 'Ansøgere kan ikke indsende' --category 2 --actual 'Blå skærm' --retest 'Indsend' >id
"$spoc" -q report send 1 --yes >id
received=$(find vendor/new -type f)
[ -n "$received" ] || {
    echo 'the vendor got nothing'
    cat procmail.log
    exit 1
}
message=$(sed -n 's/^Message-I[dD]: *//p' "$received" | head -n 1)

# The vendor answers that mail.
cat >draft <<END
From: Servicedesk <servicedesk@leverandoer.example>
To: support@kommune.example
Subject: Re: Deres henvendelse
In-Reply-To: $message

Vi har modtaget fejlen og går i gang. På gensyn.
END
printf 'set sendmail="procmail -m %s/ours.procmailrc"\nset use_from=yes\nset copy=no\nset charset=utf-8\n' "$home" >muttrc
mutt -n -F muttrc -H draft </dev/null

"$spoc" receive --maildir ours --json >filed
"$spoc" report show 1 --json clocks,state >shown
wanted() {
    grep -q "$1" "$2" || {
        printf 'not found: %s\n' "$1"
        cat "$2"
        exit 1
    }
}
wanted '"filed_as":"case","id":"BOM-1","event":"answered"' filed
wanted 'På gensyn' filed
wanted '"clock":"response","state":"met"' shown
# The same maildir again: nothing is filed twice.
"$spoc" receive --maildir ours --json >again
wanted '"duplicate":true' again
"$spoc" doctor
