#!/bin/sh
# Completion as it is typed, in the real shells: each is started in a terminal of tmux, the script is loaded as the
# manual says, and what stands on the line after the tabulator key is looked at.
# Usage: sh tests/system/completion.sh path/to/spoc
set -eu
spoc=$1
home=$(mktemp -d)
server=spoc-completion-$$
trap 'tmux -L "$server" kill-server 2>/dev/null || true; rm -rf "$home"' EXIT
export HOME="$home" LC_ALL=C.UTF-8 SPOC_NOW=2026-11-03T09:00:00+01:00 TERM=screen
unset SPOC_CONFIG SPOC_STORE XDG_CONFIG_HOME XDG_DATA_HOME
mkdir "$home/bin"
ln -s "$(realpath "$spoc")" "$home/bin/spoc"
PATH=$home/bin:$PATH
cd "$home"

spoc -q report new 'Bilag kan ikke åbnes' --category 3 >/dev/null
spoc -q wishlist add 'Sortering efter adresse' --by Åse >/dev/null
: >bilag-til-sagen.txt

tmux() { command tmux -L "$server" -f /dev/null "$@"; }
screen() { tmux capture-pane -p -t pane; }

# Waits until the text $1 stands on the screen.
await() {
    tries=0
    until screen | grep -qF -- "$1"; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || {
            printf '%s: "%s" did not appear:\n' "$shell" "$1"
            screen
            exit 1
        }
        sleep 0.1
    done
}

# Types $1 and the tabulator key; then $2 must stand on the line. The line is given up.
completes() {
    tmux send-keys -t pane -l "$1"
    tmux send-keys -t pane Tab
    await "$2"
    tmux send-keys -t pane C-c
    tmux send-keys -t pane -l 'clear; echo cle''ared'
    tmux send-keys -t pane Enter
    await 'cleared'
}

# Drives the shell that the command line $2 starts, with the script that $3 loads.
drive() {
    shell=$1
    command -v "$shell" >/dev/null || {
        echo "$shell is not installed: not looked at"
        return
    }
    tmux new-session -d -s pane -x 120 -y 40 "$2"
    tmux send-keys -t pane -l "$3; echo rea""dy"
    tmux send-keys -t pane Enter
    await 'ready'
    completes 'spoc rep' 'spoc report'
    completes 'spoc report analy' 'spoc report analyse'
    completes 'spoc report new --categ' 'spoc report new --category'
    completes 'spoc report --ball loc' 'spoc report --ball local-it'
    completes 'spoc wishlist show ' 'spoc wishlist show BOM-2'
    completes 'spoc report close 1 --as withd' 'spoc report close 1 --as withdrawn'
    completes 'spoc report attach 1 bilag-t' 'spoc report attach 1 bilag-til-sagen.txt'
    completes 'spoc help exi' 'spoc help exit-codes'
    tmux kill-session -t pane
    echo "$shell completes"
}

# shellcheck disable=SC2016  # it is the shell in the terminal that expands it
drive bash 'bash --norc --noprofile' '. /dev/stdin <<<"$(spoc completion bash)"'
drive zsh 'zsh -f' 'autoload -U compinit; compinit -u; source <(spoc completion zsh)'
drive fish 'fish --no-config' 'spoc completion fish | source'
