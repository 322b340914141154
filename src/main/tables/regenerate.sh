#!/bin/bash
# Writes the tables of dev.aulens.interpret anew, from what an installed ausearch and ausyscall answer.
#
#   src/main/tables/regenerate.sh FOLDER      (FOLDER: src/main/resources/dev/aulens/interpret/tables)
#
# AUSEARCH and AUSYSCALL name the programs; those in the folder are of audit 4.2.2. Each row is a fact that the tools
# were asked for: made-up records with every candidate value are given to ausearch -i, and the answers kept. Review the
# difference before committing: a build without an architecture answers with another one's table.
# PROVENANCE.md in the folder says where the tables come from that are not made here.
set -euo pipefail
export TZ=UTC LC_ALL=C
ausearch=${AUSEARCH:-/usr/sbin/ausearch}
ausyscall=${AUSYSCALL:-/usr/bin/ausyscall}
folder=$1
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# probe TABLE FIELD TYPE BODY VALUE...: asks for FIELD in records "type=TYPE ...: BODY", where @ is each value in turn.
probe() {
    local table=$1 field=$2 type=$3 body=$4 time=1700000000
    shift 4
    : > "$work/log"
    for value in "$@"; do
        time=$((time + 3))
        printf 'type=%s msg=audit(%d.000:%d): %s end=1\n' "$type" "$time" "$time" "${body//@/$value}" >> "$work/log"
    done
    "$ausearch" -if "$work/log" -i < /dev/null | grep -v '^----' | sed -n "s/.* $field=\\([^ ]*\\) .*/\\1/p" > "$work/answers"
    printf '%s\n' "$@" | paste - "$work/answers" |
        awk -F'\t' '$2 !~ /^(unknown|undefined|0x|conversion)/ && $2 != "" { print }' > "$work/rows"
    { head -1 "$folder/$table.tsv"; numbers "$field"; } > "$work/table"
    mv "$work/table" "$folder/$table.tsv"
}

# Writes hex values as 0x..., decimal ones as they are.
numbers() {
    case $1 in
        a? | code | flags | resolve) sed 's/^0x//; s/^/0x/' "$work/rows" ;;
        *) cat "$work/rows" ;;
    esac
}

hex() { for i in $(seq "$1" "$2"); do printf '%x\n' "$i"; done; }
bits() { for i in $(seq 0 31); do printf '%x\n' $((1 << i)); done; }
x86_64() { "$ausyscall" x86_64 --exact "$1"; }
call() { echo "arch=c000003e syscall=$(x86_64 "$1") success=yes exit=0 $2 items=0"; }

for architecture in i386 x86_64 arm aarch64 ppc ppc64 ppc64le s390 s390x riscv32 riscv64 uring; do
    table=$folder/syscall-$architecture.tsv
    "$ausyscall" "$architecture" --dump > "$work/dump" 2>/dev/null || continue
    case "$(head -1 "$work/dump")" in
        "Using $architecture "* | "Using ${architecture}eb "*) ;;
        *) continue ;;
    esac
    { head -1 "$table"; tail -n +2 "$work/dump"; } > "$work/table"
    mv "$work/table" "$table"
done

probe capability capability BPRM_FCAPS 'x=1 capability=@' $(seq 0 63)
probe signal sig ANOM_ABEND 'auid=1 uid=1 sig=@' $(seq 0 64)
probe list list CONFIG_CHANGE 'op=x list=@' $(seq 0 15)
probe nfproto family NETFILTER_CFG 'table=x family=@' $(seq 0 31)
probe icmptype icmptype NETFILTER_PKT 'x=1 icmptype=@' $(seq 0 255)
probe ipproto proto NETFILTER_PKT 'x=1 proto=@' $(seq 0 255)
probe hook hook NETFILTER_PKT 'x=1 hook=@' $(seq 0 15)
probe netaction action NETFILTER_PKT 'x=1 action=@' $(seq 0 15)
probe openat2-resolve resolve OPENAT2 'oflag=0 resolve=@' $(bits)
probe seccomp code SECCOMP 'auid=1 uid=1 gid=1 ses=1 pid=1 comm="x" exe="/x" sig=0 arch=c000003e syscall=1 compat=0 ip=0x0 code=@' \
    0x0 0x30000 0x50000 0x7fc00000 0x7ff00000 0x7ffc0000 0x7fff0000 0x80000000

probe access-mode a1 SYSCALL "$(call access 'a0=0 a1=@')" 0 1 2 4
probe bpf a0 SYSCALL "$(call bpf 'a0=@ a1=0')" $(hex 0 63)
probe clone-flag a0 SYSCALL "$(call unshare 'a0=@ a1=0')" $(bits | tail -n +9)
probe clock a0 SYSCALL "$(call clock_settime 'a0=@ a1=0')" $(hex 0 15)
probe epoll-ctl a1 SYSCALL "$(call epoll_ctl 'a0=0 a1=@')" $(hex 0 7)
probe fcntl a1 SYSCALL "$(call fcntl 'a0=0 a1=@')" $(hex 0 2047)
probe prctl a0 SYSCALL "$(call prctl 'a0=@ a1=0')" $(hex 0 127) 59616d61 53564d41
probe ptrace a0 SYSCALL "$(call ptrace 'a0=@ a1=0')" $(hex 0 63) $(hex 16896 16927)
probe rlimit a0 SYSCALL "$(call setrlimit 'a0=@ a1=0')" $(hex 0 31)
probe sched a1 SYSCALL "$(call sched_setscheduler 'a0=0 a1=@')" $(hex 0 15)
probe seek a2 SYSCALL "$(call lseek 'a0=0 a1=0 a2=@')" $(hex 0 15)
probe sockfamily a0 SYSCALL "$(call socket 'a0=@ a1=1')" $(hex 0 63)
probe socktype a1 SYSCALL "$(call socket 'a0=1 a1=@')" $(hex 0 15)
probe sol-level a1 SYSCALL "$(call setsockopt 'a0=0 a1=@')" $(hex 0 511)
probe ip-opt a2 SYSCALL "$(call setsockopt 'a0=0 a1=0 a2=@')" $(hex 0 255)
probe so-opt a2 SYSCALL "$(call setsockopt 'a0=0 a1=1 a2=@')" $(hex 0 255)
probe tcp-opt a2 SYSCALL "$(call setsockopt 'a0=0 a1=6 a2=@')" $(hex 0 255)
probe udp-opt a2 SYSCALL "$(call setsockopt 'a0=0 a1=11 a2=@')" $(hex 0 255)
probe ip6-opt a2 SYSCALL "$(call setsockopt 'a0=0 a1=29 a2=@')" $(hex 0 255)
probe packet-opt a2 SYSCALL "$(call setsockopt 'a0=0 a1=107 a2=@')" $(hex 0 255)
probe mount-flag a3 SYSCALL "$(call mount 'a0=0 a1=0 a2=0 a3=@')" $(bits)
probe msg-flag a2 SYSCALL "$(call sendmsg 'a0=0 a1=0 a2=@')" $(bits)
probe umount-flag a1 SYSCALL "$(call umount2 'a0=0 a1=@')" $(bits)
