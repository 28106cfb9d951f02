import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Spanned {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly kind: number;
  readonly status: number;
  readonly service: unknown;
  readonly attributes: Readonly<Record<string, unknown>>;
}

type Value = Readonly<Record<string, unknown>>;
interface Attribute { readonly key: string; readonly value: Value }
interface Body {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly (Omit<Spanned, 'attributes' | 'status' | 'service'> & { readonly attributes: readonly Attribute[]; readonly status: { readonly code?: number } })[] }[];
  }[];
}

/** Takes traces as a collector does: OTLP over HTTP in its JSON form, read by the text of the protocol alone. */
export class OtlpReceiver {
  readonly spans: Spanned[] = [];
  readonly bodies: string[] = [];
  readonly #server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const wanted = request.method === 'POST' && request.url === '/v1/traces' && request.headers['content-type'] === 'application/json';
      if (wanted) this.#take(body);
      response.writeHead(wanted ? 200 : 415, { 'content-type': 'application/json' }).end('{}');
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => { this.#server.close(() => resolve()); });
  }

  /** From the span outward to the first of its trace that came here. */
  wayTo(span: Spanned): readonly Spanned[] {
    const parent = this.spans.find(({ spanId }) => spanId === span.parentSpanId);
    return parent ? [...this.wayTo(parent), span] : [span];
  }

  #take(body: string): void {
    this.bodies.push(body);
    for (const { resource, scopeSpans } of (JSON.parse(body) as Body).resourceSpans) {
      const service = recordOf(resource.attributes)['service.name'];
      for (const { spans } of scopeSpans) {
        for (const span of spans) this.spans.push({ ...span, parentSpanId: span.parentSpanId ?? '', status: span.status.code ?? 0, service, attributes: recordOf(span.attributes) });
      }
    }
  }
}

function recordOf(attributes: readonly Attribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
