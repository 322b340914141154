#!/usr/bin/env bash
# How long summaries take as a whole command (start of the JVM, questions, answers, printing), and the plain summary
# beside aureport reading the same log.
#
#   aulens node start; aulens index --index bench audit.log; src/bench/report.sh bench audit.log
#
# Needs aureport (Debian: auditd). Without the log only the summaries are measured.
set -euo pipefail

prefix=$1 log=${2:-}
aulens=${AULENS:-target/aulens}
rounds=3

seconds() { TIMEFORMAT=%R; { time "$@" >/dev/null 2>&1 </dev/null; } 2>&1 || true; }
median() { sort -n | sed -n "$((rounds / 2 + 1))p"; }
repeated() { for ((i = 0; i < rounds; i++)); do seconds "$@"; done | median; }

printf '%-24s %12s\n' report 'command, s'
for report in '' '-a --summary' '-au --summary' '-c --summary' '--comm --summary' '-cr --summary' '-e --summary' \
  '-f --summary' '-h --summary' '-k --summary' '-l --summary' '-m --summary' '-ma --summary' '-n --summary' \
  '-p --summary' '-s --summary' '-s --summary -i' '-tm --summary' '-u --summary' '-u --summary -i' '-x --summary' \
  '-t' '--session' '--logins' '--sudo' '--rules' '--gaps'; do
  read -ra words <<<"$report"
  printf '%-24s %12s\n' "${report:-(plain summary)}" "$(repeated "$aulens" report --index "$prefix" "${words[@]}")"
done

if [ -n "$log" ]; then
  printf '\nplain summary: aureport %s s\n' "$(seconds aureport -if "$log")"
fi
