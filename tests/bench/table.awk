# Makes the table of run.sh from targets.txt and the results.
function words(measure) { return measure in name ? name[measure] : measure }

function figure(number) {
    if (number == "") return "–"
    return sprintf(number < 0.01 ? "%.4f" : number < 0.9995 ? "%.3f" : number < 9.995 ? "%.2f" : number < 99.95 ? "%.1f" : "%.0f", number)
}

# A number of cases, its thousands apart.
function counted(number) {
    return number < 1000 ? number : counted(int(number / 1000)) "," sprintf("%03d", number % 1000)
}

# The values of an array for a measure, one for each size.
function each(values, measure, scale,    at, out, value) {
    for (at = 1; at <= sizes; ++at) {
        if (!((measure, size[at]) in ratio)) {
            if (measure ~ /^start/) continue
            value = "–"
        } else value = figure(values[measure, size[at]] * scale)
        out = out (out == "" ? "" : " · ") value
    }
    return out
}

# What a target speaks of at one size: empty if it was not measured.
function reached(measure, what, cases) {
    if (what == "growth") {
        if (cases != size[sizes]) return ""
        return (("growth-" measure, cases) in ratio) ? ratio["growth-" measure, cases] : ""
    }
    if (!((measure, cases) in ratio)) return ""
    if (what == "ratio") return ratio[measure, cases]
    if (what == "memory") return memory[measure, cases] * 0.001024
    if (what == "swell" && cases != size[1] && (measure, size[1]) in ratio)
        return memory[measure, cases] / memory[measure, size[1]]
    return ""
}

function judge(target,    part, at, value, worst) {
    split(target, part, " ")
    for (at = 1; at <= sizes; ++at) {
        if (part[3] != "any" && part[3] != size[at]) continue
        value = reached(part[1], part[2], size[at])
        if (value != "" && value > worst) worst = value
    }
    if (worst == "") return "not measured"
    return worst <= part[4] + 0 ? "yes" : "**no: " figure(worst) "**"
}

function told(target,    part, unit) {
    split(target, part, " ")
    unit = part[2] == "memory" ? " MB" : ""
    return (part[2] == "ratio" ? "" : part[2] == "swell" ? "memory growth " : part[2] " ") "≤ " figure(part[4] + 0) unit \
        (part[3] == "any" ? "" : " at " counted(part[3]))
}

function targets_of(measure, judged,    at, out) {
    for (at = 1; at <= targets; ++at)
        if (target[at] ~ "^" measure " ")
            out = out (out == "" ? "" : "; ") (judged ? judge(target[at]) : told(target[at]))
    return out
}

function growth(measure) {
    if (sizes < 2 || measure ~ /^start/) return ""
    if (("growth-" measure, size[sizes]) in ratio) return figure(ratio["growth-" measure, size[sizes]])
    if ((measure, size[1]) in ours && (measure, size[sizes]) in ours)
        return figure(ours[measure, size[sizes]] / ours[measure, size[1]])
    return "–"
}

BEGIN {
    FS = "\t"
    name["start"] = "start: `--version`"; name["status"] = "`status`"; name["list20"] = "list of the 20 most urgent"
    name["listall"] = "list of all open"; name["rare"] = "find a rare word"; name["common"] = "find a common word, 20 best"
    name["add"] = "durable add"; name["import"] = "import"; name["export"] = "export"; name["rebuild"] = "rebuild"
    name["fetch"] = "`notice fetch`, 1,000 known items"
    name["start-task"] = "start"; name["add-task"] = "durable add"; name["list20-task"] = "list of 20"
    name["start-fossil"] = "start"; name["add-fossil"] = "durable add"
    shown = split("start status list20 listall rare common add import export rebuild fetch start-task add-task list20-task " \
        "start-fossil add-fossil", order, " ")
}

FILENAME ~ /targets.txt$/ {
    if ($0 !~ /^#/ && NF) {
        gsub(/ +/, " ")
        target[++targets] = $0
    }
    next
}

{
    measure = $1; cases = $2
    ratio[measure, cases] = $3; ours[measure, cases] = $4; theirs[measure, cases] = $5
    memory[measure, cases] = $6; their_memory[measure, cases] = $7; peer[measure] = $9
    if (!(cases in seen)) { seen[cases] = 1; size[++sizes] = cases }
}

END {
    for (at = 1; at <= sizes; ++at) heading = heading (at > 1 ? " · " : "") counted(size[at])
    printf "Ratios, times and memory at %s cases with six events each; growth is the time at the most cases by that at the fewest.\n\n", heading
    print "| measure | beside | ratio | target | holds | spoc, ms | peer, ms | growth | spoc, MB | peer, MB |"
    print "|---|---|---|---|---|---|---|---|---|---|"
    for (at = 1; at <= shown; ++at) {
        measure = order[at]
        if (!(measure in peer)) continue
        printf "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", words(measure), peer[measure], each(ratio, measure, 1),
            targets_of(measure, 0), targets_of(measure, 1), each(ours, measure, 1), each(theirs, measure, 1), growth(measure),
            each(memory, measure, 0.001024), each(their_memory, measure, 0.001024)
    }
}
