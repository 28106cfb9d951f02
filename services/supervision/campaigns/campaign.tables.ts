import type { CampaignEvent } from '#libs/contracts/campaign.events.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Projection } from '#libs/runtime/projection.js';
import type { Campaign } from './campaign.decider.js';
import { campaign } from './campaign.decider.js';

export interface CampaignRow {
  readonly campaign: string;
  readonly division: string;
  readonly kind: string;
  readonly phase: string;
  readonly file: Campaign;
  readonly position: string;
}

/** A campaign as its own stream folds it. */
export const campaigns: Projection<CampaignRow> = {
  table: 'supervision.campaign', key: 'campaign', of: ['campaign/'], keysOf: ({ stream, caseId }) => (stream.startsWith('campaign/') ? [caseId] : []),
  fold(row, event, id) {
    const file = campaign.evolve(row?.file ?? campaign.initial, streamEvent<CampaignEvent>(event));
    const { division, kind } = file.about!;
    return { campaign: id, division, kind, phase: file.phase, file, position: event.position };
  },
};
