#!/usr/bin/env bash
# A throw-away PostgreSQL server on loopback, for tests and trials.
#
#   scripts/postgresql.sh start          starts one and prints its address
#   scripts/postgresql.sh stop           stops it and removes its data
#   scripts/postgresql.sh run COMMAND…   starts one for the time of a command, which finds it in FANGHU_TEST_POSTGRESQL
#
# FANGHU_PG_FAST=1 gives up durability (fsync=off): right for tests, wrong for measurements.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
note="$root/.run/postgresql"

fail() {
    echo "postgresql.sh: $*" >&2
    exit 1
}

# Debian keeps the server's programs out of PATH, in a folder for each version; the newest one is taken.
find_programs() {
    local folder newest=""
    for folder in /usr/lib/postgresql/*/bin; do
        if [[ -x "$folder/initdb" ]]; then newest=$folder; fi
    done
    if [[ -z "$newest" ]] && command -v initdb >/dev/null; then newest=$(dirname "$(command -v initdb)"); fi
    [[ -n "$newest" ]] || fail "no PostgreSQL server is installed (Debian: apt-get install postgresql)"
    echo "$newest"
}

# The server refuses to run as root.
unprivileged() {
    if [[ $(id -u) -ne 0 ]]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        runuser -u postgres -- "$@"
    else
        runuser -u nobody -- "$@"
    fi
}

free_port() {
    local port
    for _ in $(seq 50); do
        port=$((20000 + RANDOM % 12000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    fail "no free port found"
}

# Starts a server in the folder $1 and leaves its address in $1/address.
start_in() {
    local folder=$1 programs password port
    programs=$(find_programs)
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    echo "$password" >"$folder/password"
    if [[ $(id -u) -eq 0 ]]; then
        if id postgres >/dev/null 2>&1; then chown -R postgres "$folder"; else chown -R nobody "$folder"; fi
    fi
    # The locale C orders text by its bytes, as SQLite does.
    unprivileged "$programs/initdb" -D "$folder/data" -U fanghu --auth=md5 --pwfile="$folder/password" \
        --encoding=UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1 || {
        cat "$folder/initdb.log" >&2
        fail "initdb failed"
    }
    local settings="-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300"
    settings+=" -c shared_buffers=64MB -c max_wal_size=2GB -c log_min_messages=fatal"
    if [[ "${FANGHU_PG_FAST:-0}" == 1 ]]; then settings+=" -c fsync=off -c full_page_writes=off"; fi
    for _ in 1 2 3; do
        port=$(free_port)
        if unprivileged "$programs/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -o "$settings -p $port" \
            start >/dev/null 2>&1; then
            echo "postgresql://fanghu:$password@127.0.0.1:$port/postgres" >"$folder/address"
            return
        fi
    done
    cat "$folder/server.log" >&2
    fail "the server did not start"
}

# Stops the server of the folder $1 by its own process and removes the folder.
stop_in() {
    local folder=$1
    [[ -n "$folder" && -d "$folder" ]] || return 0
    if [[ -f "$folder/data/postmaster.pid" ]]; then
        unprivileged "$(find_programs)/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    fi
    rm -rf "$folder"
}

new_folder() {
    local folder
    folder=$(mktemp -d "${TMPDIR:-/tmp}/fanghu-postgresql.XXXXXX")
    chmod 711 "$folder"
    echo "$folder"
}

case "${1:-}" in
start)
    if [[ -f "$note" ]]; then
        folder=$(cat "$note")
        if [[ -f "$folder/data/postmaster.pid" ]]; then
            cat "$folder/address"
            exit 0
        fi
    fi
    folder=$(new_folder)
    mkdir -p "$(dirname "$note")"
    start_in "$folder"
    echo "$folder" >"$note"
    cat "$folder/address"
    ;;
stop)
    [[ -f "$note" ]] || exit 0
    stop_in "$(cat "$note")"
    rm -f "$note"
    ;;
run)
    shift
    [[ $# -gt 0 ]] || fail "run needs a command"
    folder=$(new_folder)
    trap 'stop_in "$folder"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    start_in "$folder"
    FANGHU_TEST_POSTGRESQL=$(cat "$folder/address")
    export FANGHU_TEST_POSTGRESQL
    status=0
    "$@" || status=$?
    exit "$status"
    ;;
*)
    sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 64
    ;;
esac
