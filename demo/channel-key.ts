import { CHANNELS, homeFolder, secretsOf } from './home.js';

/** `npm run channel-key -- <channel>`: prints the webhook secret of a channel of the demo. */
const [channel] = process.argv.slice(2);
const secret = channel === undefined ? undefined : secretsOf(homeFolder()).channels[channel];
if (!secret) {
  console.error(`请给出渠道：Give a channel, one of: ${CHANNELS.join(', ')}`);
  process.exit(2);
}
console.log(secret);
