import MusterFiles
import MusterStore
public import MusterWords

/// What to tell of `error`, and the exit code that goes with it.
public func refusal(for error: any Error) -> Refusal {
  switch error {
  case let refusal as Refusal: refusal
  case let refusal as FileRefusal: Refusal(refusal)
  case let fault as StoreFault: refusal(of: fault)
  default: Refusal(.bug, [StoreText.bug("\(error)")])
  }
}

private func refusal(of fault: StoreFault) -> Refusal {
  switch fault {
  case .missing(let path): Refusal(.noInput, [StoreText.missing(path)])
  case .exists(let path): Refusal(.cannotWrite, [StoreText.exists(path)])
  case .cannotCreate(let path, _): Refusal(.cannotWrite, [StoreText.cannotCreate(path)])
  case .notAllowed(let path): Refusal(.notAllowed, [StoreText.notAllowed(path)])
  case .notAnAddress: Refusal(.badData, [StoreText.notAnAddress])
  case .copyDiffers(let table): Refusal(.inputOutput, [StoreText.copyDiffers(table)])
  case .disconnected(let place): Refusal(.inputOutput, [StoreText.disconnected(place)])
  case .tooSlow: Refusal(.busy, [StoreText.tooSlow])
  case .notAStore(let path): Refusal(.badData, [StoreText.notAStore(path)])
  case .newerSchema(let found, let known):
    Refusal(.badData, [StoreText.newerSchema(found: found, known: known)])
  case .unfinished(let path, let from, let at):
    Refusal(.badData, [StoreText.unfinished(path, from: from, at: at)])
  case .moved(let path, let to, let at):
    Refusal(.notAllowed, [StoreText.movedAway(from: path, to: to, at: at)])
  case .clockBehind(let now, let last):
    Refusal(.notAllowed, [StoreText.clockBehind(now, last: last)])
  case .busy: Refusal(.busy, [StoreText.busy])
  case .readOnly: Refusal(.cannotWrite, [StoreText.readOnly])
  case .full: Refusal(.inputOutput, [StoreText.full])
  case .corrupt: Refusal(.inputOutput, [StoreText.corrupt])
  case .inputOutput: Refusal(.inputOutput, [StoreText.inputOutput])
  case .constraint(let message): Refusal(.bug, [StoreText.bug(message)])
  case .unreadable(let column, let found, let wanted):
    Refusal(.inputOutput, [StoreText.unreadable(column, found: found, wanted: wanted)])
  case .engine(let code, let message): Refusal(.bug, [StoreText.bug("\(code) \(message)")])
  }
}
