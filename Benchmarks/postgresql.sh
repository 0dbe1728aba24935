# For other scripts to source: `start_server FOLDER` starts a PostgreSQL server of their own there, with
# the settings it comes with, on a Unix socket, as an ordinary user, and has psql and muster find it;
# 1 where none is installed. `stop_server` ends it.
server=""

start_server() {
  local programs as=""
  programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -n "$programs" ] || return 1
  if [ "$(id -u)" = 0 ]; then
    as="setpriv --reuid=postgres --regid=postgres --clear-groups"
    chmod 755 "$(dirname "$1")"
    install -d -o postgres -g postgres "$1"
  else
    mkdir "$1"
  fi
  export PGHOST="$1" PGUSER=muster PGDATABASE=postgres
  (cd "$1" && $as "$programs/initdb" -D data -U muster -A trust -E UTF8 --locale=C.UTF-8 >init)
  (cd "$1" && exec $as "$programs/postgres" -D data -k "$1" -c listen_addresses= >log 2>&1) &
  server=$!
  until "$programs/pg_isready" -q; do sleep 0.1; done
}

stop_server() {
  [ -z "$server" ] || { kill -INT "$server"; wait "$server" || true; }
}
