#compdef spoc
# Completion of spoc for zsh. Made by: spoc completion zsh

_spoc() {
    local line
    local -a found
    for line in "${(@f)$(spoc completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] && found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    if (( $#found )); then
        _describe -V spoc found
    else
        _files
    fi
}
if [[ ${funcstack[1]-} == _spoc ]]; then
    _spoc "$@"
else
    compdef _spoc spoc
fi
