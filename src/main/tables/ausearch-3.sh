#!/bin/bash
# Writes FOLDER/ausearch-3: what an older ausearch names otherwise than the tables of FOLDER.
#
#   src/main/tables/ausearch-3.sh FOLDER OLDER
#
# FOLDER: src/main/resources/dev/aulens/interpret/tables. OLDER: a copy of it that regenerate.sh has written anew with
# AUSEARCH and AUSYSCALL of 3.0.9. Lines are "number TAB name", the name is - if the older version has none.
set -euo pipefail
folder=$1 older=$2
mkdir -p "$folder/ausearch-3"
for table in "$folder"/*.tsv; do
    name=$(basename "$table")
    rows=$(awk -F'\t' '
        /^#/ { next }
        FNR == NR { older[$1] = $2; next }
        older[$1] != $2 { print $1 "\t" ($1 in older ? older[$1] : "-") }' "$older/$name" "$table")
    if [ -n "$rows" ]; then
        printf '# What ausearch 3.0.9 names otherwise than %s: number, name; - for none.\n%s\n' "$name" "$rows" \
            > "$folder/ausearch-3/$name"
    fi
done
