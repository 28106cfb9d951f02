import { z } from 'zod';
import type { EventsOf } from './event.js';
import { day, instant, stream } from './event.js';
import { sealed } from './sealed.js';

/** Facts by the keys of the fact catalogue (`libs/policy/facts.ts`); money in Fen. */
export const facts = z.record(z.string(), z.unknown());

export const requester = z.strictObject({
  subject: z.uuid(),
  name: sealed.nullable(),
  phone: sealed.nullable(),
  idNumber: sealed.nullable(),
  migrantWorker: z.boolean(),
  /** The person asked that the employer's side must not learn who complained (LSR 9). */
  secrecy: z.boolean(),
  identity: z.enum(['unproven', 'proven']),
  /** Somebody else filed for this person. */
  representedBy: z.string().nullable(),
});
export type Requester = z.infer<typeof requester>;

export const employer = z.strictObject({ name: z.string().nullable(), creditCode: z.string().nullable(), address: z.string().nullable() });

export const project = z.strictObject({
  name: z.string().nullable(), sector: z.string().nullable(), owner: z.string().nullable(),
  generalContractor: z.string().nullable(), subcontractor: z.string().nullable(),
});

const attachment = z.strictObject({ name: sealed, sha256: z.string(), size: z.int(), uri: z.string() });

/** One thing that an order lacks, named so that the person can be asked once for all of it. */
const gap = z.strictObject({ field: z.string(), zh: z.string(), en: z.string() });

/**
 * What was read out of the order's text: a proposal, where its category was not taken over, for a person to confirm. The deciding words are
 * places in the text (UTF-16 units), never the words themselves: the text is sealed, and shown with them once it is revealed.
 */
export const recognised = z.strictObject({
  confidence: z.number(), threshold: z.number(),
  category: z.string().nullable(), candidates: z.array(z.strictObject({ category: z.string(), confidence: z.number() })),
  kinds: z.array(z.string()), matters: z.array(z.string()), facts,
  /** Fields of the order that its text filled: `category`, `kinds`, `matters`, `facts.<key>`. */
  taken: z.array(z.string()),
  words: z.array(z.strictObject({ start: z.int(), end: z.int(), for: z.string(), weight: z.number().optional() })),
});

/** Who stands for the person, and by what right: power of attorney (LDMA 24), statutory agency or the heirs (LDMA 25), election among the workers (LDMA 7), appointment of
 * legal aid (LAL 43), the union's support (工会法 22); or a word alone, for which a paper is still to come. */
export const relations = ['closeRelative', 'guardian', 'tradeUnion', 'legalAidBody', 'lawyer', 'fellowWorker', 'other'] as const;
export const representationBases = ['writtenAuthority', 'statutoryAgency', 'elected', 'legalAidAppointment', 'unionSupport', 'oralAuthority'] as const;
export const representation = z.strictObject({ relation: z.enum(relations), basis: z.enum(representationBases), name: sealed.nullable(), phone: sealed.nullable() });
export type Representation = z.infer<typeof representation>;

/** That a service of real names, or an officer with a paper in hand, says who it is. The number itself is in none of it. */
export const identityProof = z.strictObject({
  person: z.enum(['requester', 'representative']),
  /** The service's own word for the way (RFC 8176 `amr`, or `acr`); `seen:<document>` where an officer looked at a paper. */
  method: z.string().min(1).max(80), provenAt: instant, issuer: z.string().nullable(),
  /** What of the claim it was held against. */
  matched: z.array(z.enum(['name', 'idNumber'])),
});
export type IdentityProof = z.infer<typeof identityProof>;

/** What the person of a case may have put right (个人信息保护法 46); null stays as it is. What stood before is not told again. */
const corrected = { name: sealed.nullable(), phone: sealed.nullable(), idNumber: sealed.nullable() };

/** Why what was asked for was not done: the person is told (个人信息保护法 50). */
export const correctionDeclines = ['identityNotConfirmed', 'recordIsRight', 'paperNeeded'] as const;

/** The visit that found it, of which campaign, at which place. */
const foundBy = z.strictObject({ campaign: z.uuid(), place: z.uuid(), visit: z.uuid(), finding: z.uuid() });

const body = z.strictObject({ department: z.string(), division: z.string() });

/**
 * From which case of which other log it came: the position of the transfer there, the hash of that leaf, and the signed checkpoint of that log which covers it, where it was sealed
 * in time. With them that log's own proof of inclusion can be asked for and checked for ever.
 */
export const cameFrom = z.strictObject({
  transfer: z.uuid(), log: z.string(), caseId: z.uuid(), order: z.int().min(0), position: z.string(), leafHash: z.string(), checkpoint: z.string().nullable(),
  firstReceivedAt: instant, from: body.nullable(), to: body, ground: z.string(),
});
export type CameFrom = Readonly<z.infer<typeof cameFrom>>;

/** An order as one channel numbered it: every channel keeps its own number and gets its own answer. */
const channelOrder = { channel: z.string(), channelNumber: z.string(), origin: z.string(), receivedAt: instant };

/** Where it happened, by street and number, and who speaks for whom, in the channel's words. Missing where nothing was said of it. */
const circumstances = { address: sealed.optional(), onBehalfOf: sealed.optional() };

/** claim/<caseId>: what was said, by whom, through which channels. */
export const claimEvents = stream('intake', 'claim', {
  ClaimFiled: ['诉求已登记', z.strictObject({
    at: instant, caseNumber: z.string(), trackingCode: z.string(), ...channelOrder,
    division: z.string(), category: z.string().nullable(), kinds: z.array(z.string()), matters: z.array(z.string()),
    requester: requester.nullable(), employer: employer.nullable(), project: project.nullable(),
    text: sealed.nullable(), attachments: z.array(attachment), facts, missing: z.array(gap), ...circumstances,
    recognised: recognised.optional(),
    /** The collective case whose roster named this worker, and where in it the worker belongs. */
    group: z.strictObject({ group: z.uuid(), tier: z.string().nullable(), site: z.string().nullable() }).optional(),
    /** The case from which this order was taken out again, where it had been linked to it wrongly. */
    separatedFrom: z.uuid().optional(),
    /** The case of the same complaint whose time to be reopened has passed. */
    follows: z.uuid().optional(),
    foundBy: foundBy.optional(),
    /** The code of a site by which the worker came: its project file, and which of its codes. */
    site: z.strictObject({ project: z.uuid(), code: z.int().min(1) }).optional(),
    /** An enquiry that no entry of the answer base answers, and the section that shall: passed on as soon as the case is open. */
    passedOn: z.strictObject({ by: z.string(), section: z.string() }).optional(),
    cameFrom: cameFrom.optional(),
  })],
  DuplicateLinked: ['重复诉求已并单', z.strictObject({
    at: instant, ...channelOrder, category: z.string().nullable(), text: sealed.nullable(), facts,
    /** The rest of the order, so that a wrong link can be undone; sealed under the person of the case it was linked to. */
    order: z.strictObject({
      division: z.string(), kinds: z.array(z.string()), matters: z.array(z.string()), requester: requester.nullable(), employer: employer.nullable(), project: project.nullable(),
      attachments: z.array(attachment), missing: z.array(gap), ...circumstances,
    }).optional(),
    foundBy: foundBy.optional(),
  })],
  /** A person undid the link of one order: it is the case `into` from now on. What was done here stands. */
  DuplicateSeparated: ['并单已撤销', z.strictObject({ at: instant, by: z.string(), channel: z.string(), channelNumber: z.string(), into: z.uuid(), reason: sealed.nullable() })],
  /** In the streams of both cases. `duplicate`: both tell of one complaint; each goes on all the same. */
  RelatedLinked: ['案件已关联', z.strictObject({ at: instant, by: z.string(), other: z.uuid(), relation: z.enum(['duplicate', 'related']) })],
  /** In the streams of both cases: a person looked, and they have nothing to do with each other; a link ends by it. */
  UnrelatedDeclared: ['已认定案件不相关', z.strictObject({ at: instant, by: z.string(), other: z.uuid() })],
  ClaimSupplemented: ['材料已补充', z.strictObject({ at: instant, by: z.string(), facts, text: sealed.nullable(), attachments: z.array(attachment), missing: z.array(gap) })],
  /** By a person: what the text was not read as surely enough, or was read wrongly. */
  DemandClassified: ['诉求已甄别分类', z.strictObject({ at: instant, by: z.string(), category: z.string(), kinds: z.array(z.string()), matters: z.array(z.string()) })],
  /** The channel says under which number of its own it has taken what it was told; `about` and `delivery`: the event that it was told of, and the call by which. */
  FeedbackAcknowledged: ['渠道已签收反馈', z.strictObject({ at: instant, channel: z.string(), channelNumber: z.string(), about: z.string(), delivery: z.uuid(), receipt: z.string() })],
  IdentityProven: ['身份已核验', identityProof.extend({ at: instant, by: z.string() })],
  /** The last one holds. */
  RepresentationRecorded: ['代办关系已登记', representation.extend({ at: instant, by: z.string() })],
  /** By the tracking code alone, which proves nobody: an officer verifies and corrects, or says why not. The last one holds. */
  CorrectionRequested: ['个人信息更正已申请', z.strictObject({ at: instant, by: z.string(), ...corrected, reason: sealed.nullable() })],
  /** Settles what was requested. Proofs of who the person is vouch for another name or number no more. */
  PersonalDataCorrected: ['个人信息已更正', z.strictObject({ at: instant, by: z.string(), ...corrected, reason: sealed.nullable(), missing: z.array(gap) })],
  CorrectionDeclined: ['个人信息更正未予办理', z.strictObject({ at: instant, by: z.string(), ground: z.enum(correctionDeclines), note: sealed.nullable() })],
  ClaimWithdrawn: ['诉求已撤回', z.strictObject({ at: instant, reason: z.string() })],
});
export type ClaimEvent = EventsOf<typeof claimEvents>;

/** What a piece of evidence shows. */
export const evidenceKinds = ['contract', 'wageRecord', 'debtNote', 'attendance', 'transfer', 'messages', 'photo', 'recording', 'identity', 'testimony', 'other'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * evidence/<caseId>: files that prove something. The file itself lies in the store of evidence, sealed under the key of the case's person: without that
 * key nobody reads it. `sha256` is of what is stored, so that everybody can check it. `mac` is of what was sent, keyed: by the plain hash of a
 * short text whoever guesses the text would know that he guessed right, for ever.
 */
export const evidenceEvents = stream('intake', 'evidence', {
  EvidenceAdded: ['证据已提交', z.strictObject({
    at: instant, by: z.string(), evidence: z.uuid(), kind: z.enum(evidenceKinds), name: sealed, mediaType: z.string(), size: z.int().min(1),
    mac: z.string().regex(/^[0-9a-f]{64}$/), sha256: z.string().regex(/^[0-9a-f]{64}$/), scan: z.enum(['clean', 'notConfigured']), byCode: z.boolean(),
  })],
  /** The piece counts no more; it and its file stay. */
  EvidenceWithdrawn: ['证据已撤回', z.strictObject({ at: instant, by: z.string(), evidence: z.uuid(), reason: sealed.nullable(), replacedBy: z.uuid().nullable() })],
  EvidenceRead: ['证据已查阅', z.strictObject({ at: instant, by: z.string(), evidence: z.uuid() })],
});
export type EvidenceEvent = EventsOf<typeof evidenceEvents>;

/** On which of the law's grounds a person is erased (个人信息保护法 47): the term of the files has ended, the purpose is served, or the person asks. */
export const erasureBases = ['retentionEnded', 'purposeEnded', 'personAsked'] as const;
export type ErasureBasis = (typeof erasureBases)[number];

/** retention/<caseId>: what keeps a file beyond its term, and that its person is in it no more. */
export const retentionEvents = stream('intake', 'retention', {
  HoldPlaced: ['案卷已保全', z.strictObject({ at: instant, by: z.string(), reason: z.string() })],
  HoldLifted: ['案卷保全已解除', z.strictObject({ at: instant, by: z.string(), reason: z.string() })],
  PersonalDataErased: ['本案个人信息已删除', z.strictObject({ at: instant, by: z.string(), subject: z.uuid() })],
});
export type RetentionEvent = EventsOf<typeof retentionEvents>;

/** erasure/<subject>: one person asks, another decides. With the last of these the person's key is destroyed, in the same transaction. */
export const erasureEvents = stream('intake', 'erasure', {
  ErasureRequested: ['个人信息删除已提请', z.strictObject({ at: instant, by: z.string(), subject: z.uuid(), cases: z.array(z.uuid()).min(1), basis: z.enum(erasureBases), reason: z.string() })],
  ErasureRejected: ['个人信息删除未获批准', z.strictObject({ at: instant, by: z.string(), subject: z.uuid(), reason: z.string() })],
  PersonErased: ['个人信息已删除', z.strictObject({ at: instant, by: z.string(), subject: z.uuid(), cases: z.array(z.uuid()).min(1), basis: z.enum(erasureBases), requestedBy: z.string() })],
});
export type ErasureEvent = EventsOf<typeof erasureEvents>;

/** answer/<id of the enquiry>: what an agent told a caller out of the answer base. What the caller said is not kept. Of an enquiry that was passed on, answer/<caseId>. */
export const answerEvents = stream('intake', 'answer', {
  AnswerGiven: ['已按问答库答复', z.strictObject({
    at: instant, by: z.string(), entry: z.string(), pack: z.strictObject({ division: z.string(), version: z.string() }), division: z.string(), channel: z.string(), source: z.string(),
  })],
  /** An agent took the section's answer to give it back to the caller. */
  ReplyReturned: ['答复已转告咨询人', z.strictObject({ at: instant, by: z.string() })],
});
export type AnswerEvent = EventsOf<typeof answerEvents>;

/** transfer/<caseId>: what the log of another region said of an order that was handed over to it. */
export const transferEvents = stream('intake', 'transfer', {
  /** `receipt`: the other log's own, its position and checkpoint with it. */
  TransferDelivered: ['跨地区移交已送达', z.strictObject({
    at: instant, transfer: z.uuid(), order: z.int().min(0), peer: z.string(), to: body,
    receipt: z.strictObject({ caseId: z.uuid(), caseNumber: z.string(), position: z.string(), checkpoint: z.string().nullable() }),
  })],
  TransferTaken: ['对方地区已接收', z.strictObject({ at: instant, transfer: z.uuid(), order: z.int().min(0), peer: z.string(), unit: body.nullable() })],
  TransferSentBack: ['对方地区已退回', z.strictObject({ at: instant, transfer: z.uuid(), order: z.int().min(0), peer: z.string(), ground: z.string(), reason: z.string() })],
});
export type TransferEvent = EventsOf<typeof transferEvents>;

/** feedback/<caseId>: what was told to each channel; the attempts are in the delivery log. */
export const feedbackEvents = stream('intake', 'feedback', {
  FeedbackAbandoned: ['反馈未能送达', z.strictObject({ at: instant, channel: z.string(), channelNumber: z.string(), delivery: z.string(), attempts: z.int(), lastDay: day })],
});
export type FeedbackEvent = EventsOf<typeof feedbackEvents>;
