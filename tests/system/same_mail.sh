#!/bin/sh
# One mail arrives 20 times at the same time: it is filed once, and every other arrival is told that it is known.
# Usage: sh tests/system/same_mail.sh path/to/spoc
set -eu
spoc=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 SPOC_NOW=2026-11-02T10:00:00+01:00

"$spoc" -q report new 'Ansøgere kan ikke indsende' --category 2 >"$home/id"
"$spoc" -q report send 1 --yes >"$home/id"
cat >"$home/mail" <<'END'
From: servicedesk@leverandoer.example
To: support@kommune.example
Subject: Re: [BOM-1] Ansøgere kan ikke indsende
Message-ID: <one@leverandoer.example>
Date: Mon, 02 Nov 2026 09:55:00 +0100
Content-Type: text/plain; charset=utf-8

Vi ser på det.
END
arrival=0
while [ "$arrival" -lt 20 ]; do
    arrival=$((arrival + 1))
    { "$spoc" receive --json <"$home/mail" >"$home/answer.$arrival" 2>&1 || echo "failed: $?" >>"$home/answer.$arrival"; } &
done
wait
first=$(cat "$home"/answer.* | grep -c '"duplicate":false' || true)
again=$(cat "$home"/answer.* | grep -c '"duplicate":true' || true)
echo "$first filed, $again known"
if [ "$first" -ne 1 ] || [ "$again" -ne 19 ]; then
    cat "$home"/answer.*
    exit 1
fi
