import Glibc

extension SQLiteFile {
  /// What of the place of the file at `path` endangers what is in it.
  static func risks(of path: String) -> [EngineReport.Risk] {
    var risks: [EngineReport.Risk] = []
    if let system = fileSystem(of: path), networks.contains(where: system.hasPrefix) {
      risks.append(EngineReport.Risk(setting: "network", found: system, wanted: "local"))
    }
    var status = stat()
    let folder = folder(of: path)
    if unsafe stat(folder, &status) == 0, status.st_mode & (S_IWOTH | S_ISVTX) == S_IWOTH {
      risks.append(EngineReport.Risk(setting: "folder", found: folder, wanted: "private"))
    }
    return risks
  }

  /// What the names of file systems begin with on which neither locks nor shared memory hold between
  /// machines.
  private static let networks = [
    "nfs", "smb", "cifs", "9p", "afs", "ceph", "glusterfs", "lustre", "fuse.sshfs", "fuse.gluster",
  ]

  /// The kind of file system that the file at `path` is on; nil where Linux does not tell.
  ///
  /// Source: proc_pid_mountinfo(5): the third word is the device, the one after ` - ` the kind.
  private static func fileSystem(of path: String) -> String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    let device = status.st_dev
    let number = "\((device >> 8) & 0xFFF):\((device & 0xFF) | ((device >> 12) & 0xFFF00))"
    let lines = text(at: "/proc/self/mountinfo").split(separator: "\n")
    let line = lines.last { line in
      line.split(separator: " ").dropFirst(2).first.map { $0 == number } ?? false
    }
    return line?.firstRange(of: " - ").flatMap { range in
      line?[range.upperBound...].split(separator: " ").first.map(String.init)
    }
  }

  /// What the short file at `path` holds; nothing where it cannot be read.
  private static func text(at path: String) -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
