#!/usr/bin/env bash
# What the settings of an index cost: indexes one log with each variant, and prints the server's CPU time for each
# document while indexing, and the size on disk after a merge to one segment.
#
#   aulens node start; src/bench/index-settings.sh audit.log [ROUNDS]
#
# A variant is a component template that goes over the ones in mappings/ (auditd@custom). Needs curl and jq.
set -euo pipefail

log=$1 rounds=${2:-1}
url=${ES_URL:-http://127.0.0.1:9200}
aulens=${AULENS:-target/aulens}

variants() {
  cat <<'VARIANTS'
as-shipped {}
logsdb-by-time {"settings":{"index":{"sort.field":["host.name","@timestamp"],"sort.order":["asc","desc"]}}}
standard-sorted {"settings":{"index":{"mode":"standard"}}}
standard {"settings":{"index":{"mode":"standard","sort.field":[],"sort.order":[]}}}
standard-lz4 {"settings":{"index":{"mode":"standard","codec":"default","sort.field":[],"sort.order":[]}}}
VARIANTS
  cat "${VARIANTS:-/dev/null}"
}

es() { curl -sf -H 'Content-Type: application/json' -X "$1" "$url/$2" ${3:+-d "$3"}; }
cpu() { es GET '_nodes/stats/process?filter_path=nodes.*.process.cpu.total_in_millis' | jq '[.nodes[].process.cpu.total_in_millis] | add'; }
forget() {
  es GET "_cat/indices/$1-*?h=index" | while read -r index; do es DELETE "$index" >/dev/null; done
  es DELETE "_index_template/$1" >/dev/null || true
}

# Merged-away segments are deleted a little later.
settle() {
  local size last=-1
  while size=$(es GET "_cat/indices/$1-*?h=pri.store.size&bytes=b" | paste -sd+) && [[ $size != "$last" ]]; do
    last=$size
    es POST "$1-*/_refresh" >/dev/null
    sleep 3
  done
}

raw=$(stat -c %s "$log")
printf '%-16s %10s %14s %14s %8s\n' variant documents 'µs CPU/doc' 'bytes/doc' 'of raw'
for ((round = 0; round < rounds; round++)); do
  variants | while read -r name template; do
    prefix=bench-$name
    forget "$prefix"
    es PUT _component_template/auditd@custom "{\"template\":$template}" >/dev/null
    before=$(cpu)
    "$aulens" index --quiet --index "$prefix" "$log" >/dev/null
    used=$(($(cpu) - before))
    es POST "$prefix-*/_forcemerge?max_num_segments=1&flush=true" >/dev/null
    settle "$prefix"
    es GET "_cat/indices/$prefix-*?h=docs.count,pri.store.size&bytes=b" |
      awk -v name="$name" -v cpu="$used" -v raw="$raw" '{ docs += $1; size += $2 } END {
        printf "%-16s %10d %14.1f %14.1f %8.3f\n", name, docs, cpu * 1000 / docs, size / docs, size / raw }'
    forget "$prefix"
  done
done
es DELETE _component_template/auditd@custom >/dev/null || true
