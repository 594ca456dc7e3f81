/**
 * Ends the process well where somebody interrupts it: first `close`, then the exit code that a shell expects. More
 * signals change nothing: npm hands a Ctrl-C on that the terminal has sent already.
 *
 * @returns what takes the handlers away again
 */
export function endOnSignals(close: () => Promise<void>): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  let closing: Promise<void> | undefined;
  const handlers = Object.entries(signals).map(([signal, code]) => {
    const handler = () => void (closing ??= close().then(() => process.exit(code)));
    process.on(signal, handler);
    return () => void process.removeListener(signal, handler);
  });
  return () => {
    for (const remove of handlers) remove();
  };
}
