# Completion of spoc for fish. Made by: spoc completion fish

function __spoc_complete
    set -l typed (commandline -opc)
    set -l found (spoc completion words -- $typed[2..-1] (commandline -ct) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c spoc -f -a '(__spoc_complete)'
