import { Body, Controller, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ServiceName } from '#libs/contracts/event.js';
import type { Caller } from '#libs/security/caller.js';
import { roleNames } from '#libs/security/roles.js';
import { CurrentCaller, Roles } from './auth.guard.js';
import { CommandDoor } from './command-door.js';

/** `POST /v1/<service>/cases/{caseId}/commands/{command}`: every step that a person may take at the desks of one service. */
export function commandsController(service: ServiceName): Type {
  @Controller(`v1/${service}/cases/:caseId/commands`)
  class CommandsController {
    constructor(private readonly door: CommandDoor) {}

    @Post(':command') @HttpCode(200) @ApiExcludeEndpoint()
    @Roles(...roleNames.filter((role) => role !== 'channel')) // Which of them: the action says.
    async give(
      @Param('caseId') caseId: string, @Param('command') command: string, @Body() body: unknown, @CurrentCaller() caller: Caller,
      @Headers('if-match') ifMatch: string | undefined, @Headers('idempotency-key') idempotencyKey: string | undefined, @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<object> {
      const { outcome, stream, version, position, events } = await this.door.give(service, caseId, command, body, caller, { ifMatch, idempotencyKey });
      void reply.header('etag', `"${version}"`);
      return { caseId, stream, version, position, outcome, events: events.map(({ type }) => type) };
    }
  }
  return CommandsController;
}
