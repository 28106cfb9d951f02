import type { AnyDecider } from '#libs/decider/decider.js';
import { claim } from '../../intake/claim/claim.decider.js';
import { evidence } from '../../intake/evidence/evidence.decider.js';
import { arbitration } from '../../resolution/arbitration/arbitration.decider.js';
import { closure } from '../../resolution/closure/closure.decider.js';
import { court } from '../../resolution/court/court.decider.js';
import { handover } from '../../resolution/handover/handover.decider.js';
import { inspection } from '../../resolution/inspection/inspection.decider.js';
import { limitation } from '../../resolution/limitation/limitation.decider.js';
import { mediation } from '../../resolution/mediation/mediation.decider.js';
import { payment } from '../../resolution/payment/payment.decider.js';
import { assignment } from '../../routing/assignment/assignment.decider.js';
import { escalation } from '../escalation/escalation.decider.js';
import '../../resolution/arbitration/arbitration.requests.js';
import '../../resolution/closure/closure.requests.js';
import '../../resolution/court/court.requests.js';
import '../../resolution/handover/handover.help.requests.js';
import '../../resolution/handover/handover.requests.js';
import '../../resolution/inspection/inspection.requests.js';
import '../../resolution/limitation/limitation.requests.js';
import '../../resolution/mediation/mediation.requests.js';
import '../../resolution/payment/payment.requests.js';
import '../../routing/assignment/assignment.requests.js';
import '../../intake/claim/claim.requests.js';
import '../../intake/evidence/evidence.requests.js';
import '../escalation/escalation.requests.js';

/** The deciders of every stream that people act on, whoever owns it: they are pure, so `/actions` answers by the same law that decides. */
export const openDesks: Readonly<Record<string, AnyDecider>> = { claim, evidence, assignment, mediation, inspection, arbitration, court, handover, payment, limitation, closure, escalation };
