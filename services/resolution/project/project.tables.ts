import type { PublishedEvent } from '#libs/contracts/event.js';
import type { BeatEvent, ProjectEvent, RegulatorEvent } from '#libs/contracts/project.events.js';
import type { Instant } from '#libs/contracts/time.js';
import { uuidv5 } from '#libs/contracts/uuid.js';
import { streamEvent } from '#libs/event-store/streams.js';
import type { Projection } from '#libs/runtime/projection.js';
import { evolve, initial } from './project.state.js';
import type { Project } from './project.state.js';

export interface ProjectRow {
  readonly projectId: string;
  readonly division: string;
  readonly sector: string;
  readonly fingerprint: string;
  readonly file: Project;
  readonly position: string;
}
export interface BeatRow {
  readonly id: string;
  readonly coordinator: string;
  readonly divisions: readonly string[];
  readonly projects: readonly string[];
  readonly visitEveryDays: number;
  readonly active: boolean;
}
export interface RequestRow {
  readonly id: string;
  readonly caseId: string;
  readonly order: number;
  readonly department: string;
  readonly division: string;
  readonly subject: string;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly action: string | null;
  readonly project: string | null;
}

/** A project's file as its own stream folds it. */
export const projects: Projection<ProjectRow> = {
  table: 'resolution.project', key: 'projectId', of: ['project/'], keysOf: ({ stream, caseId }) => (stream.startsWith('project/') ? [caseId] : []),
  fold(row, event, projectId) {
    const file = evolve(row?.file ?? initial, streamEvent<ProjectEvent>(event));
    const { division, sector, fingerprint } = file.about!;
    return { projectId, division, sector, fingerprint, file, position: event.position };
  },
};

export const beats: Projection<BeatRow> = {
  table: 'resolution.beat', key: 'id', of: ['beat/'], keysOf: ({ stream, caseId }) => (stream.startsWith('beat/') ? [caseId] : []),
  fold(row, { type, data }, id) {
    if (type === 'resolution.beat-ended.v1') return row && { ...row, active: false };
    const { coordinator, divisions, projects: sites, visitEveryDays } = data as never as Extract<BeatEvent, { type: 'BeatAssigned' }>;
    return { id, coordinator, divisions, projects: sites, visitEveryDays, active: true };
  },
};

/** What each regulator was asked last on each order, and its answer. */
export const requests: Projection<RequestRow> = {
  table: 'resolution.regulator_request', key: 'id', of: ['regulator/'],
  keysOf: ({ stream, caseId, data }: PublishedEvent) => (stream.startsWith('regulator/') ? [uuidv5(`regulator/${caseId}/${String(data['order'])}/${String(data['department'])}`)] : []),
  fold(row, event, id) {
    const { at, order, department } = event.data as never as RegulatorEvent;
    if (event.type === 'resolution.regulator-answered.v1') {
      const { action, project } = event.data as never as Extract<RegulatorEvent, { type: 'RegulatorAnswered' }>;
      return row && { ...row, answeredAt: at, action, project };
    }
    const { division, subject } = event.data as never as Extract<RegulatorEvent, { type: 'RegulatorAsked' }>;
    return { id, caseId: event.caseId, order, department, division, subject, askedAt: at, answeredAt: null, action: null, project: null };
  },
};
