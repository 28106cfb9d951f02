import { Controller, Get, Inject } from '@nestjs/common';
import { Pool } from 'pg';
import { caseStates } from '#libs/contracts/case-states.js';
import { divisionNamed } from '#libs/contracts/divisions.js';
import { eventKinds } from '#libs/contracts/event.js';
import { conditionName, derivedNames, stageNames } from '#libs/policy/condition-names.js';
import { factCatalogue } from '#libs/policy/facts.js';
import { ladderOf } from '#libs/policy/ladder.js';
import { categories, matters } from '#libs/policy/matters.js';
import type { Policies } from '#libs/policy/in-force.js';
import { CurrentCaller, Roles } from '#libs/runtime/auth.guard.js';
import { POLICIES } from '#libs/runtime/product.js';
import type { Caller } from '#libs/security/caller.js';
import { roles } from '#libs/security/roles.js';
import { scopeOf } from '#libs/security/scope.js';
import { DESK_ROLES } from '../case-view/case-view.controller.js';
import { tallied } from './tally.js';

interface Name { readonly zh: string; readonly en: string }

/** What the columns of the rule tables ask, for the receipt of a decision. */
const conditions: Readonly<Record<string, Name>> = Object.fromEntries([...Object.keys(factCatalogue), ...Object.keys(derivedNames), ...Object.keys(stageNames)].map((field) => [field, conditionName(field)]));

/** What the ids of the board are called on a screen. Of every pack: a case keeps the one that it began under. */
@Controller('v1/supervision')
export class NamesController {
  constructor(@Inject(POLICIES) private readonly policies: Policies, private readonly pool: Pool) {}

  @Get('names') @Roles(...DESK_ROLES, 'policy', 'operator', 'security-admin')
  async names(@CurrentCaller() caller: Caller): Promise<object> {
    const { packs } = this.policies;
    const departments: Record<string, Name> = {};
    const clocks: Record<string, Name & { source: string; level: string }> = {};
    const sources: Record<string, Name> = {};
    const clueConclusions: Record<string, Name> = {};
    const ladder: Record<string, Name> = {};
    for (const pack of packs) {
      for (const { id, zh, en } of Object.values(ladderOf(pack) ?? {}).flat()) ladder[id] = { zh, en };
      for (const [label, { zh, en }] of Object.entries(pack.sources)) sources[label] = { zh, en };
      for (const [id, { zh, en }] of Object.entries(pack.departments)) departments[id] = { zh, en };
      for (const [id, { zh, en }] of Object.entries(pack.parameters.clueConclusions ?? {})) clueConclusions[id] = { zh, en };
      for (const { id, zh, en, source, level } of pack.clocks.values()) clocks[id] = { zh, en, source, level };
    }
    return {
      departments, clocks, sources, conditions, clueConclusions, ladder, categories, roles, states: caseStates, divisions: { ...(caller.roles.some((role) => role === 'policy' || role === 'auditor') && divisionsOf(packs)), ...(await this.#divisions(caller)) },
      matters: Object.fromEntries(Object.entries(matters).map(([id, { zh, en }]) => [id, { zh, en }])),
      events: Object.fromEntries([...eventKinds.values()].map(({ type, zh }) => [type, zh])),
    };
  }

  /** Of the places where the caller's cases are: the whole list of divisions has some three thousand. */
  async #divisions(caller: Caller): Promise<Record<string, string>> {
    const [rows] = await tallied(this.pool, scopeOf(caller), ['division', 'handlingDivision']);
    const codes = new Set([...caller.divisions, ...rows!.flatMap(({ division, handlingDivision }) => [division!, handlingDivision!])]);
    return Object.fromEntries([...codes].map((code) => [code, divisionNamed(code)?.name ?? code]));
  }
}

/** Who makes or audits the law sees the places of all packs. */
function divisionsOf(packs: Policies['packs']): Record<string, string> {
  return Object.fromEntries(packs.map(({ ref: { division } }) => [division, division === '000000' ? '全国' : divisionNamed(division)?.name ?? division]));
}
