// The transport between the engine and its spawn helper, small enough for Node's IPC and for Electron's parentPort alike.

/** Messages are structured-clone values; both ends come from the same build, so their shape is protocol.ts and not checked again. */
export interface Channel<Outgoing, Incoming> {
  /** Never throws; a message to a closed channel is dropped, `onClose` tells. */
  send(message: Outgoing): void;
  onMessage(listener: (message: Incoming) => void): void;
  /** Called once, when the other end is gone. */
  onClose(listener: (why: string) => void): void;
  close(): void;
}
