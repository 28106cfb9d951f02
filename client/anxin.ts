/** What the package gives: a client, one function for each operation, webhooks in both directions, and problems as errors. */
export { Client } from './client.js';
export type { Identity, Options, Settings } from './client.js';
export { isProblem, NoAnswer, ProblemError } from './problem.js';
export type { Problem } from './problem.js';
export { newWebhookId, sign, SignatureRefused, verify } from './webhook.js';
export type { WebhookHeaders } from './webhook.js';
export * from './operations.js';
