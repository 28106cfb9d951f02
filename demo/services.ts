import type { Service } from '#libs/runtime/service.js';
import { audit } from '../services/audit/audit.module.js';
import { intake } from '../services/intake/intake.module.js';
import { resolution } from '../services/resolution/resolution.module.js';
import { routing } from '../services/routing/routing.module.js';
import { supervision } from '../services/supervision/supervision.module.js';

/** The five services, in the order of a case's way. */
export const allServices: readonly Service[] = [intake, routing, resolution, supervision, audit];
