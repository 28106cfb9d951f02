import { parseArgs } from 'node:util';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { isRole, roleNames } from '#libs/security/roles.js';
import { addressOf, homeFolder, secretsOf } from './home.js';
import { people, tokenFor } from './people.js';

/** `npm run token -- --role <role> --division <code>`: prints a bearer token of the running demo's issuer. */
const { values } = parseArgs({ options: { role: { type: 'string' }, division: { type: 'string', default: '439900' } } });
const { role } = values;
if (!role || !isRole(role)) {
  console.error(`请给出 --role：Give --role, one of: ${roleNames.join(', ')}`);
  process.exit(2);
}
const division = values.division === '000000' ? '000000' : divisionNamed(values.division)?.code;
if (!division) {
  console.error(`没有这个行政区划：There is no division ${values.division}`);
  process.exit(2);
}
try {
  const home = homeFolder();
  const id = people.find((person) => person.role === role && person.division === division)?.id ?? `${role}-${division}`;
  console.log(await tokenFor({ issuer: addressOf(home).issuer, clientSecret: secretsOf(home).clientSecret }, { id, role, division }));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
