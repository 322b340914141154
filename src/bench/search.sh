#!/usr/bin/env bash
# How long questions take: the first page of each option at the server (took) and as a whole command, and one whole
# answer beside ausearch reading the same log.
#
#   aulens node start; aulens index --index bench audit.log; src/bench/search.sh bench audit.log
#
# Needs curl, jq and ausearch (Debian: auditd).
set -euo pipefail

prefix=$1 log=$2
url=${ES_URL:-http://127.0.0.1:9200}
aulens=${AULENS:-target/aulens}
rounds=5
page='"size":200,"track_total_hits":false,"_source":["event.original"],"sort":["@timestamp","event.sequence"]'

questions() {
  cat <<'QUESTIONS'
-k exec
-w -k exec
-ua 1500
-ui alice
-sv no
-sc execve
-m USER_LOGIN
-x /usr/bin/sudo
-c bash
-f passwd
-e -EACCES
-p 8836
-tm pts
-hn 10.
-su unconfined
--session 72
-ts 11/22/26 07:05:00 -te 11/22/26 07:06:00
-m ALL
deleted shadow
QUESTIONS
}

median() { sort -n | sed -n "$((rounds / 2 + 1))p"; }
seconds() { TIMEFORMAT=%R; { time "$@" >/dev/null 2>&1; } 2>&1 || true; }

printf '%-50s %12s %12s\n' question 'server, ms' 'command, s'
questions | while read -r question; do
  read -ra words <<<"$question"
  query=$("$aulens" search --explain "${words[@]}" 2>/dev/null | head -1) || { echo "$question: not known here"; continue; }
  took=$(for ((i = 0; i < rounds; i++)); do
    curl -sf -H 'Content-Type: application/json' "$url/$prefix-*/_search?filter_path=took" -d "{$page,\"query\":$query}" | jq .took
  done | median)
  wall=$(for ((i = 0; i < rounds; i++)); do
    seconds "$aulens" search --index "$prefix" --limit 200 --raw "${words[@]}"
  done | median)
  printf '%-50s %12s %12s\n' "$question" "$took" "$wall"
done

echo
for ((i = 0; i < 3; i++)); do seconds "$aulens" search --index "$prefix" -k exec -i; done | sort -n | sed -n 2p |
  xargs printf 'the whole of -k exec -i: aulens %s s (median of 3), '
printf 'ausearch %s s\n' "$(seconds ausearch -if "$log" -k exec -i)"
