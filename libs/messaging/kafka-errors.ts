/** The broker's own name of an error, wherever kafkajs wrapped it. */
export function protocolError(error: unknown): string | undefined {
  for (let one: unknown = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    const { type } = one as { type?: unknown };
    if (one.name === 'KafkaJSProtocolError' && typeof type === 'string') return type; // Its class is not among the names that Node can import from kafkajs.
  }
  return undefined;
}

/** What may be shown of an error: the broker's, the database's or the system's code for it, else its name; no addresses, no values. */
export function nameOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return protocolError(error) ?? (typeof code === 'string' ? code : error instanceof Error ? error.name : 'Error');
}
