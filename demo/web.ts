import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DemoIssuer, Person } from './people.js';
import { tokenFor } from './people.js';

/** The demo's one-click sign-in: cards in place of passwords. Only the demo has it; a real installation signs in at its own issuer. */
export async function serveCards(app: NestFastifyApplication, { issuer, people }: { issuer: DemoIssuer; people: readonly Person[] }): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/demo/people', () => people);
  fastify.get<{ Params: { id: string } }>('/demo/token/:id', async (request, reply) => {
    const person = people.find(({ id }) => id === request.params.id);
    if (!person) return reply.code(404).send({ title: '没有这个演示人员 / no such person' });
    return reply.header('cache-control', 'no-store').send({ token: await tokenFor(issuer, person), person });
  });
}
