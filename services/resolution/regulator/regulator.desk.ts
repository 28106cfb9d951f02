import type { RoutingDecision } from '#libs/contracts/routing.events.js';
import type { Streams } from '#libs/event-store/streams.js';
import type { Pack } from '#libs/policy/pack.js';
import type { Desk } from '#libs/runtime/desk.js';
import { project } from '../project/project.decider.js';
import { refuse as refuseProject } from '../project/project.refusals.js';
import { ensureOwnDepartment } from './regulator-law.js';
import { refuse } from './regulator-law.refusals.js';
import { regulator } from './regulator.decider.js';

interface Needs {
  readonly streams: Streams;
  readonly lawOf: (caseId: string) => Promise<{ readonly pack: Pack; readonly decision: RoutingDecision } | undefined>;
}

/** Who is a regulator, the pack of the case says. */
export function regulatorDesk({ streams, lawOf }: Needs): Desk<typeof regulator> {
  return {
    service: 'resolution', stream: 'regulator', decider: regulator,
    async prepare(command, { caseId, caller }) {
      if (command.type === 'AskRegulator') {
        const law = await lawOf(caseId);
        if (!law?.pack.parameters.regulators?.includes(command.department)) throw refuse('NO_SUCH_REGULATOR', { regulators: law?.pack.parameters.regulators ?? [] });
        return { ...command, division: law.decision.handlingDivision };
      }
      ensureOwnDepartment(caller, command.department);
      if (command.project && (await streams.load(`project/${command.project}`, project)).version === 0) throw refuseProject('NO_SUCH_PROJECT');
      return command;
    },
  };
}
