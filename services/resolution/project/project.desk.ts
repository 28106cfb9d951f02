import { dayOf } from '#libs/contracts/time.js';
import type { Policies } from '#libs/policy/in-force.js';
import type { Desk } from '#libs/runtime/desk.js';
import { lastDayOfNotice } from '../clock-law.js';
import { project } from './project.decider.js';

/** The desk of project files. How long the closing of an account is under notice, the law of the place says. */
export function projectDesk({ policies }: { readonly policies: Policies }): Desk<typeof project> {
  return {
    service: 'resolution', stream: 'project', decider: project,
    async prepare(command, { state }) {
      if (command.type !== 'CloseProjectAccount') return command;
      const { about, account } = await state();
      const pack = about && policies.packToDecide(about.division, dayOf(command.at));
      if (!pack || account.step !== 'announced' || !account.on) return command;
      const noticeUntil = lastDayOfNotice({ rows: pack.clocks, parameters: pack.parameters, calendar: policies.calendarFor(about.division, pack) }, account.on);
      return { ...command, noticeUntil };
    },
  };
}
