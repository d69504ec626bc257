#!/bin/sh
# Plays the main job of a support-authorised user in a throw-away store, in Danish, and tells what it does.
# Usage: sh config/demo/play.sh path/to/spoc
set -eu
spoc=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

home=$(mktemp -d "${TMPDIR:-/tmp}/spoc-demo.XXXXXX")
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data"
export LC_ALL=C.UTF-8
config=$here/demo.toml

# Says what comes, shows the command as it is typed, and runs it at the moment given.
at() { moment=$1; }
say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
run() {
    printf '  $ spoc'
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_.,:=/@+-]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    status=0
    SPOC_NOW=$moment "$spoc" --config "$config" --lang da "$@" >"$home/said" 2>&1 || status=$?
    sed 's/^/    /' "$home/said"
    [ "$status" -eq 0 ] || {
        printf 'spoc ended with %s\n' "$status" >&2
        exit 1
    }
}
# The same for a command that is meant to be refused: $1 is the exit status it must have.
refused() {
    expected=$1
    shift
    printf '  $ spoc %s\n' "$*"
    status=0
    SPOC_NOW=$moment "$spoc" --config "$config" --lang da "$@" >"$home/refused" 2>&1 || status=$?
    sed 's/^/    /' "$home/refused"
    [ "$status" -eq "$expected" ] || {
        printf 'spoc ended with %s, not with %s\n' "$status" "$expected" >&2
        exit 1
    }
}
at 2026-11-02T08:40:00+01:00
say 'Mandag morgen. Tre fejl er kommet ind fra kolleger. Den første rammer alle, og leverandøren skal have den.'
run report new 'Ansøgere kan ikke indsende: "Der opstod en fejl" på sidste trin' --category 2 \
    --reason 'Væsentlig funktion ude for alle ansøgere' --observed-at 2026-11-02T08:10:00+01:00 \
    --environment prod --steps 'Log ind med MitID, vælg en sag, tryk Indsend' --expected 'Kvittering for indsendelse' \
    --actual 'Den røde bjælke "Der opstod en fejl (500)"' --object 'BOM-sag om carport, Søndergade' --users alle \
    --frequency 'hver gang' --browser 'Edge 130' --os 'Windows 11' --workaround nej \
    --local-check 'Prøvet fra to pc’er og fra mobilnet, samme fejl' --reporter 'Åse Ørsted' \
    --retest 'Log ind og åbn kladden' --retest 'Tryk Indsend og se kvitteringen' --attach "$here/fejltekst.txt"

say 'Den anden ligner et udløbet funktionscertifikat hos os selv.'
run report new 'Fagsystemet får ikke nye ansøgninger: certifikatet afvises' --category 3 \
    --reason 'Få brugere, kan klares i hånden' --observed-at 2026-11-02T07:55:00+01:00 --environment prod \
    --steps 'Vent på den natlige overførsel' --expected 'Nye ansøgninger i fagsystemet kl. 6' \
    --actual 'SOAP-fejl: certificate expired' --reporter 'Jørgen Bæk'
run report analyse 2 --cause local --finding 'Vores funktionscertifikat udløb den 31. oktober'

say 'Den tredje er en skønhedsfejl.'
run report new 'Stavefejl på kvitteringssiden: "ansøgnign"' --category 4 --reason 'Kun udseende' \
    --observed-at 2026-11-02T08:20:00+01:00 --actual 'Der står ansøgnign' --expected ansøgning --reporter 'Mette Høj'

say 'Et CPR-nummer må aldrig forlade huset. Porten ser det, sender ikke og gemmer kladden.'
refused 6 report send 3 --text 'Borgeren 010190-1234 så det først.' --yes

say 'Sådan ser henvendelsen til leverandøren ud, før den går ud.'
run report send 1 --print --by-hand

at 2026-11-02T09:00:00+01:00
say 'De tre sager sendes: to til leverandøren, én til den lokale it-afdeling.'
run report send 1 --yes --text 'Vi hører fra flere ansøgere. Ring gerne.'
run report send 2 --yes
run report send 3 --yes

at 2026-11-02T09:20:00+01:00
say 'Leverandøren svarer på den første og giver sit sagsnummer.'
run report log 1 --from vendor --kind answered --ref INC0047110 'Vi har taget fejlen op og undersøger den.'
run report log 1 --from vendor --kind promised --by 2026-11-02T13:00:00+01:00 'Rettelse forventes kl. 13.'

at 2026-11-03T08:30:00+01:00
say 'Næste morgen. Intet er rettet; fristen er overskredet. Tavlen siger, hvad der haster.'
run status
run escalate why 1
say 'Først en rykker, så op ad stigen.'
run report remind 1 --yes --text 'Fristen er overskredet, og løftet fra i går kl. 13 er ikke holdt.'

at 2026-11-04T09:00:00+01:00
run escalate
run escalate ready 1
run escalate send 1 --rung service-manager --yes --text 'Vi beder om en plan for rettelsen i dag.'
at 2026-11-05T09:00:00+01:00
run escalate send 1 --rung incident-manager --yes --text 'Alle ansøgere i kommunen er ramt på andet døgn.'

at 2026-11-05T14:00:00+01:00
say 'Nu kommer en rettelse. Den holder ikke prøven.'
run report log 1 --from vendor --kind fix-announced --release 5.12.1 'Rettet i version 5.12.1.'
run verify
run verify fail 1 --step 1=pass --step '2=fail:samme røde bjælke' --text 'Indsendelse fejler stadig.'

at 2026-11-06T10:00:00+01:00
say 'Den næste rettelse holder.'
run report log 1 --from vendor --kind fix-announced --release 5.12.2 'Rettet i version 5.12.2.'
run verify pass 1 --step 1=pass --step 2=pass --text 'Prøvet i drift, kvitteringen kommer.'
run report close 1 --as fixed --text 'Tak til Åse for prøvekørslen.'
run report close 2 --as local --text 'Nyt certifikat er lagt ind.'

say 'Et ønske samler opbakning.'
run wishlist add 'Mulighed for at gemme standardsvar til ansøgere' --system BOM --text 'Sagsbehandlere skriver det samme igen og igen.'
run wishlist back 4 --by 'Byggesag' --benefit '12 personer × 5 minutter × 20 gange om måneden'
run wishlist back 4 --by 'Miljøafdelingen' --municipality 'Nabokommune'
run wishlist

say 'En driftsmeddelelse gives videre til dem, den angår.'
run notice add --title 'Planlagt vedligehold af Byg og Miljø' --kind maintenance --system BOM \
    --starts-at 2026-11-10T20:00:00+01:00 --ends-at 2026-11-10T22:00:00+01:00 \
    --text 'Byg og Miljø er lukket tirsdag den 10. november kl. 20-22.'
run notice forward 1 --yes
run notice receipts 1

say 'Tavlen, og månedens side til systemansvarlig.'
run status
run status owner --period 2026-11
run doctor

printf '\nBrevene ligger i %s\n' "$home/data/spoc/outbox"
