import type { ChannelEvent } from '#libs/contracts/channel.events.js';
import { specify } from '#libs/decider/specify.js';
import type { ChannelsCommand } from './channels.decider.js';
import { channelRegister } from './channels.decider.js';

const given = specify(channelRegister);
const at = '2026-03-02T09:00:00+08:00';
const later = '2026-03-09T00:00:00+08:00';
const asked = { at, by: 'security-admin:1', channel: '12345', reason: '年度更换', configured: ['k-old'] } as const;
const fact = { at, by: 'security-admin:1', channel: '12345', reason: '年度更换' } as const;
const issue = (key: string, until: string | null = null, more: object = {}): ChannelsCommand => ({ type: 'IssueKey', ...asked, key, until, ...more });
const issued = (key: string): ChannelEvent => ({ type: 'ChannelKeyIssued', ...fact, key });
const retired = (key: string, until: string): ChannelEvent => ({ type: 'ChannelKeyRetired', ...fact, key, until });
const revoke = (key: string): ChannelsCommand => ({ type: 'RevokeKey', ...asked, key });
const revoked = (key: string): ChannelEvent => ({ type: 'ChannelKeyRevoked', ...fact, key });
const terms = { divisions: ['439901'], kinds: null, formats: null, rate: { perMinute: 60, burst: 10 }, certificates: [], feedbackUrl: null };
const set: ChannelsCommand = { type: 'SetTerms', ...asked, terms };

describe('The keys of a channel', () => {
  it('are several at once', () => given(issued('k-1')).when(issue('k-2')).then(issued('k-2')));
  it('are issued once each', () => given(issued('k-1')).when(issue('k-1')).thenNothing());
  it('change hands: the new one is live at once, every other ends at the stated instant', () =>
    given(issued('k-1')).when(issue('k-2', later)).then(issued('k-2'), retired('k-1', later), retired('k-old', later)));
  it('that end sooner keep their end, and those that ended are left alone', () =>
    given(issued('k-1'), retired('k-1', '2026-03-05T00:00:00+08:00'), issued('k-2'), revoked('k-2'), revoked('k-old')).when(issue('k-3', later)).then(issued('k-3')));
  it.each([['2026-03-02T09:00:00+08:00', 'now'], ['2026-03-01T00:00:00+08:00', 'before'], ['2026-05-31T09:00:01+08:00', 'ninety days and a second ahead']])('do not end %s: %s', (until) =>
    given().when(issue('k-1', until)).thenRefused('KEY_END_NOT_AHEAD'));
  it('end ninety days ahead at the latest', () => given().when(issue('k-1', '2026-05-31T09:00:00+08:00')).then(issued('k-1'), retired('k-old', '2026-05-31T09:00:00+08:00')));
  it('are five at most, those of the configuration counted', () => given(...['1', '2', '3', '4'].map(issued)).when(issue('5')).thenRefused('CHANNEL_KEYS_TOO_MANY'));
  it('make room where one was revoked', () => given(...['1', '2', '3', '4'].map(issued), revoked('k-old')).when(issue('5')).then(issued('5')));

  it('are revoked once', () => given(issued('k-1')).when(revoke('k-1')).then(revoked('k-1')));
  it('are revoked for good', () => given(issued('k-1'), revoked('k-1')).when(revoke('k-1')).thenNothing());
  it('of the configuration are revoked too', () => given().when(revoke('k-old')).then(revoked('k-old')));
  it('of another channel, or of nobody, are none of its keys', () => given({ ...issued('k-1'), channel: '12333' } as ChannelEvent).when(revoke('k-1')).thenRefused('NO_SUCH_CHANNEL_KEY'));
});

describe('A channel', () => {
  it('gets terms', () => given().when(set).then({ type: 'ChannelTermsSet', ...fact, terms }));
  it('keeps them when they are set again', () => given({ type: 'ChannelTermsSet', ...fact, terms }).when(set).thenNothing());
  it('is disabled and enabled, each once', () => {
    const [off, on] = [{ type: 'ChannelDisabled', ...fact }, { type: 'ChannelEnabled', ...fact }] as const;
    given().when({ ...asked, type: 'DisableChannel' }).then(off);
    given(off).when({ ...asked, type: 'DisableChannel' }).thenNothing();
    given().when({ ...asked, type: 'EnableChannel' }).thenNothing();
    given(off).when({ ...asked, type: 'EnableChannel' }).then(on);
  });
});
