import MusterStore
public import MusterWords

/// What to tell of `error`, and the exit code that goes with it.
public func refusal(for error: any Error) -> Refusal {
  switch error {
  case let refusal as Refusal: refusal
  case let refusal as FileRefusal: Refusal(refusal)
  case let fault as StoreFault: refusal(of: fault)
  default: Refusal(.bug, [StoreWords.bug("\(error)")])
  }
}

private func refusal(of fault: StoreFault) -> Refusal {
  switch fault {
  case .missing(let path): Refusal(.noInput, [StoreWords.missing(path)])
  case .exists(let path): Refusal(.cannotWrite, [StoreWords.exists(path)])
  case .cannotCreate(let path, _): Refusal(.cannotWrite, [StoreWords.cannotCreate(path)])
  case .notAllowed(let path): Refusal(.notAllowed, [StoreWords.notAllowed(path)])
  case .notAnAddress: Refusal(.badData, [StoreWords.notAnAddress])
  case .copyDiffers(let table): Refusal(.inputOutput, [StoreWords.copyDiffers(table)])
  case .disconnected(let place): Refusal(.inputOutput, [StoreWords.disconnected(place)])
  case .tooSlow: Refusal(.busy, [StoreWords.tooSlow])
  case .notAStore(let path): Refusal(.badData, [StoreWords.notAStore(path)])
  case .newerSchema(let found, let known):
    Refusal(.badData, [StoreWords.newerSchema(found: found, known: known)])
  case .unfinished(let path, let from, let at):
    Refusal(.badData, [StoreWords.unfinished(path, from: from, at: at)])
  case .moved(let path, let to, let at):
    Refusal(.notAllowed, [StoreWords.movedAway(from: path, to: to, at: at)])
  case .clockBehind(let now, let last):
    Refusal(.notAllowed, [StoreWords.clockBehind(now, last: last)])
  case .busy: Refusal(.busy, [StoreWords.busy])
  case .readOnly: Refusal(.cannotWrite, [StoreWords.readOnly])
  case .full: Refusal(.inputOutput, [StoreWords.full])
  case .corrupt: Refusal(.inputOutput, [StoreWords.corrupt])
  case .inputOutput: Refusal(.inputOutput, [StoreWords.inputOutput])
  case .constraint(let message): Refusal(.bug, [StoreWords.bug(message)])
  case .unreadable(let column, let found, let wanted):
    Refusal(.inputOutput, [StoreWords.unreadable(column, found: found, wanted: wanted)])
  case .engine(let code, let message): Refusal(.bug, [StoreWords.bug("\(code) \(message)")])
  }
}
