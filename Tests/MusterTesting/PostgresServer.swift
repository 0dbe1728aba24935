import Foundation
import MusterStore
import Synchronization

/// A PostgreSQL server of the tests' own: in a temporary folder, on a Unix socket, ended with them.
///
/// It is started when the first test asks for it, as an ordinary user, since it refuses to run as
/// root. Each test has a schema of its own in it, or a database.
public final class PostgresServer: Sendable {
  /// The server, or nil where none can be started.
  public static let shared = PostgresServer()

  private let folder: String
  /// Kept open as long as this process lives: the script below ends when it is closed, however
  /// that comes.
  private let leash: Pipe
  private let places = Mutex(0)

  /// Debian keeps each version's programs in a folder of its own.
  public static let programs: String? = {
    let versions =
      (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
    let folders = versions.compactMap(Int.init).sorted().reversed().map {
      "/usr/lib/postgresql/\($0)/bin"
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return (folders + path.split(separator: ":").map(String.init)).first {
      FileManager.default.isExecutableFile(atPath: $0 + "/initdb")
    }
  }()

  /// Leaves the script below behind as a process of its own, which holds no file but the three
  /// standard ones: others that are started at the same moment would else wait for its end to see
  /// theirs.
  private static let launcher = #"""
    (
      for fd in /proc/self/fd/*; do
        fd=${fd##*/}
        [ "$fd" -gt 2 ] && eval "exec $fd>&-"
      done
      exec /bin/sh -c "$0" sh "$1" "$2"
    ) <&0 &
    """#

  /// What is lost with the machine's power does not matter here, so nothing waits for a disk.
  private static let script = #"""
    trap '' INT
    as=
    if [ "$(id -u)" = 0 ]; then
      for user in postgres nobody; do id "$user" >/dev/null 2>&1 && break; done
      group=$(id -g "$user")
      chown "$user:$group" "$1"
      as="setpriv --reuid=$user --regid=$group --clear-groups"
    fi
    cd "$1"
    end() { cd /; rm -rf "$1"; }
    init="$as $2/initdb -D $1/data -U muster -A trust -E UTF8 -N"
    $init --locale-provider=icu --icu-locale=und >init 2>&1 || { rm -rf "$1/data"; false; } ||
      $init --locale=C.UTF-8 >init 2>&1 || { end "$1"; exit 1; }
    $as "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off \
      -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
      -c max_locks_per_transaction=256 >log 2>&1 &
    server=$!
    until "$2/pg_isready" -q -h "$1"; do
      kill -0 $server 2>/dev/null || { end "$1"; exit 1; }
      sleep 0.05
    done
    echo ready
    cat >/dev/null
    kill -QUIT $server
    wait $server
    end "$1"
    """#

  private init?() {
    guard let programs = PostgresServer.programs else {
      print("no PostgreSQL is installed: its tests are skipped")
      return nil
    }
    folder = FileManager.default.temporaryDirectory.path + "/muster-pg-\(getpid())"
    leash = Pipe()
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", PostgresServer.launcher, PostgresServer.script, folder, programs]
    process.standardInput = leash
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try process.run()
    } catch {
      print("PostgreSQL cannot be started (\(error)): its tests are skipped")
      return nil
    }
    guard output.fileHandleForReading.availableData.starts(with: Data("ready".utf8)) else {
      print("PostgreSQL does not start: its tests are skipped")
      return nil
    }
  }

  /// The address of a schema that is empty and nobody else's.
  func newSchema() throws -> String {
    let name = newName("t")
    try Store.administer(address(), "CREATE SCHEMA \(name)")
    return "\(address())&options=-csearch_path%3D\(name)"
  }

  /// The address of a database that is nobody else's: empty, or a copy of `template`, to which
  /// nobody may be connected.
  public func newDatabase(copying template: String? = nil) throws -> String {
    let name = newName("d")
    try Store.administer(
      address(), "CREATE DATABASE \(name) TEMPLATE \(template.map(Self.name) ?? "template0")")
    return address(database: name)
  }

  /// Removes the database at `address`, whoever is connected to it.
  public func drop(_ address: String) throws {
    try Store.administer(self.address(), "DROP DATABASE \(Self.name(of: address)) WITH (FORCE)")
  }

  /// The name of the database at `address`, one that ``newDatabase(copying:)`` gave.
  public static func name(of address: String) -> String {
    String(address.split(separator: "?")[0].split(separator: "/").last ?? "")
  }

  private func newName(_ kind: String) -> String {
    places.withLock { number in
      number += 1
      return "\(kind)\(number)"
    }
  }

  /// The address of a database, else of the one that is there for administrators.
  public func address(database: String = "postgres") -> String {
    "postgresql:///\(database)?host=\(folder)&user=muster"
  }
}
