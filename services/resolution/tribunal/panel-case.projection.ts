import type { PublishedEvent } from '#libs/contracts/event.js';
import type { ArbitrationEvent } from '#libs/contracts/resolution.events.js';

/** A case in arbitration and who hears it: what a person's load is counted from. */
export interface PanelCaseRow {
  readonly caseId: string;
  readonly kind: 'simplified' | 'ordinary' | 'collective';
  readonly arbitrators: readonly string[];
  readonly open: boolean;
}

export const panelCaseTypes: ReadonlySet<string> = new Set(['application-accepted', 'panel-formed', 'recusal-ruled', 'converted-to-ordinary', 'award-made', 'mediation-instrument-served', 'application-withdrawn', 'case-closed'].map((name) => `resolution.${name}.v1`));

export function panelCaseKeys({ type, caseId }: PublishedEvent): readonly string[] {
  return panelCaseTypes.has(type) ? [caseId] : [];
}

export function panelCase(row: PanelCaseRow | undefined, { type, caseId, data }: PublishedEvent): PanelCaseRow | undefined {
  switch (type) {
    case 'resolution.application-accepted.v1': {
      const { collective, simplified } = data as never as Extract<ArbitrationEvent, { type: 'ApplicationAccepted' }>;
      return { caseId, kind: collective ? 'collective' : simplified ? 'simplified' : 'ordinary', arbitrators: [], open: true };
    }
    case 'resolution.panel-formed.v1': return row && { ...row, arbitrators: (data as never as Extract<ArbitrationEvent, { type: 'PanelFormed' }>).arbitrators };
    case 'resolution.recusal-ruled.v1': return row && (data as never as Extract<ArbitrationEvent, { type: 'RecusalRuled' }>).granted ? { ...row, arbitrators: [] } : row;
    case 'resolution.converted-to-ordinary.v1': return row && { ...row, kind: row.kind === 'collective' ? row.kind : 'ordinary' };
    default: return row && { ...row, open: false };
  }
}
