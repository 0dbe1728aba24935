/// The types of PostgreSQL that a store meets, by the numbers that are theirs in every server.
///
/// Source: `pg_type.dat` of PostgreSQL.
enum PostgresType: UInt32 {
  /// Left to the server to find out; so is the type of NULL.
  case unknown = 0
  case bool = 16
  case bytes = 17
  case name = 19
  case int8 = 20
  case int2 = 21
  case int4 = 23
  case text = 25
  case float8 = 701
  case varchar = 1043
  /// Any other one, which no query of ours gives.
  case other = 4_294_967_295

  /// The type that `value` is sent as.
  init(of value: Value) {
    self =
      switch value {
      case .null: .unknown
      case .integer: .int8
      case .real: .float8
      case .text: .text
      case .bytes: .bytes
      }
  }
}
