// Made of docs/api/openapi.json by `npm run api`; a test compares it.
import type { Client, Options } from './client.js';

export type AcceptApplication = { readonly track?: "speedy" | "ordinary" | null; readonly simplified?: boolean | null; readonly collective?: boolean | null; readonly pendingDocuments?: readonly string[] | null; readonly promisedUntil?: string | null; readonly at?: string | null };
export type AcceptAssistance = { readonly at?: string | null; readonly order: number; readonly department: string; readonly division: string };
export type AcceptComplaint = { readonly at?: string | null };
export type AcceptOffer = { readonly at?: string | null; readonly offer: string };
export type AcceptPaymentOrder = { readonly at?: string | null };
export type AcceptProcedure = { readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition"; readonly factsClear?: boolean | null; readonly at?: string | null; readonly order: number };
export type AcceptReferral = { readonly referral: number; readonly at?: string | null; readonly order: number };
export type AcceptTransfer = { readonly at?: string | null; readonly order?: number | null };
export type AcknowledgeEscalation = { readonly at?: string | null; readonly escalation: string };
export type Acknowledgement = { readonly delivery: string; readonly receipt: string };
export type AddSubcontractor = { readonly name: string; readonly creditCode?: string | null; readonly kind: "labour" | "professional"; readonly at?: string | null };
export type AdjournSession = { readonly reason: string; readonly at?: string | null };
export type AdvanceFromFund = { readonly worker: number; readonly amount: number; readonly evidence: string; readonly at?: string | null };
export type AllotWaiting = { readonly officer?: string | null };
export type AnnounceAccountClosure = { readonly at?: string | null };
export type AnnounceClosing = { readonly at?: string | null };
export type AnnounceDecision = { readonly decision: "handling" | "penalty"; readonly at?: string | null };
export type Answer = { readonly matter: string | null; readonly to: string | null; readonly zh: string; readonly en: string; readonly ground: { readonly zh: string; readonly en: string }; readonly department: { readonly key: string; readonly zh: string; readonly en: string }; readonly filledFrom: readonly string[]; readonly id: string; readonly confidence: "A" | "B" | "C" | "P"; readonly from: string; readonly source: string; readonly topic: string };
export type AnswerCampaign = { readonly division: string; readonly answer: string; readonly at?: string | null };
export type AnswerCircularRequest = { readonly answer: string; readonly department: string; readonly division: string };
export type AnswerEscalation = { readonly answer: string; readonly at?: string | null; readonly escalation: string };
export type AnswerInvitation = { readonly party: "worker" | "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor"; readonly answer: "attends" | "declines" | "notReached"; readonly at?: string | null };
export type AnswerJointMediation = { readonly body: string; readonly takesPart: boolean; readonly at?: string | null };
export type AnswerOnLine = { readonly order: number; readonly reply?: string | null; readonly at?: string | null };
export type AnswerRegulator = { readonly department: string; readonly action: "fileProvided" | "supervised" | "rectificationOrdered" | "fundsReleased" | "notCompetent"; readonly project?: string | null; readonly reply?: string | null; readonly at?: string | null; readonly order: number };
export type AnswerSupervision = { readonly answer: string; readonly at?: string | null };
export type AnswerWarning = { readonly department: string; readonly division: string; readonly action: "inspected" | "paymentArranged" | "fundsSecured" | "casesMerged" | "reportedUp" | "noRiskFound"; readonly answer?: string | null; readonly at?: string | null };
export type ApplyForAdvanceEnforcement = { readonly at?: string | null };
export type ApplyForArbitralReview = { readonly at?: string | null };
export type ApplyForArbitration = { readonly collective: boolean; readonly track: "speedy" | "ordinary"; readonly simplified: boolean; readonly order?: number | null; readonly renewed?: boolean | null; readonly at?: string | null };
export type ApplyForCourtEnforcement = { readonly at?: string | null };
export type ApplyForEnforcement = { readonly title?: "award" | "instrument" | "confirmation" | "paymentOrder" | "judgment" | null; readonly at?: string | null };
export type ApplyForFund = { readonly ground: "unable" | "absconded"; readonly asked: readonly { readonly worker: number; readonly amount: number }[]; readonly at?: string | null };
export type ApplyForJudicialConfirmation = { readonly at?: string | null };
export type ApplyForMediation = { readonly organisation: string; readonly kind?: "single" | "joint" | "roving" | null; readonly bodies?: readonly string[] | null; readonly roundOn?: string | null; readonly roundPlace?: string | null; readonly applicant?: "worker" | "employer" | "both" | null; readonly online?: boolean | null; readonly thenArbitration?: boolean | null; readonly at?: string | null };
export type ApplyForPaymentOrder = { readonly at?: string | null };
export type ApplyForProcedure = { readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition"; readonly urgent?: boolean | null; readonly at?: string | null; readonly order: number };
export type ApplyToSetAside = { readonly at?: string | null };
export type ApproveFund = { readonly approved: readonly { readonly worker: number; readonly amount: number }[]; readonly approvedBy: string; readonly at?: string | null };
export type ApproveTransfer = { readonly approvedBy: string; readonly at?: string | null };
export type ArchiveCase = { readonly retainUntil?: string | null; readonly at?: string | null };
export type AskErasure = { readonly caseId: string; readonly basis: "retentionEnded" | "purposeEnded" | "personAsked"; readonly reason: string };
export type AskRebuild = { readonly projection: string; readonly check?: boolean | null };
export type AskRegulator = { readonly department: string; readonly subject: "projectFile" | "supervision" | "fundsReleased"; readonly at?: string | null; readonly order: number };
export type AssessPartner = { readonly year: number; readonly scores: Readonly<Record<string, unknown>>; readonly grounds?: string | null; readonly at?: string | null };
export type AssignBeat = { readonly divisions?: readonly string[] | null; readonly projects?: readonly string[] | null; readonly visitEveryDays?: number | null; readonly at?: string | null };
export type AssignLawyer = { readonly lawyer?: string | null; readonly conflict?: boolean | null; readonly at?: string | null; readonly order: number };
export type AttendMediation = { readonly parties: readonly ("worker" | "employer")[]; readonly at?: string | null };
export type BeginLimitation = { readonly from: string; readonly at?: string | null; readonly order: number; readonly right: "labour" | "wages" | "land" | "enforcement" };
export type Body = { readonly department: null | Said; readonly division: string };
export type BookHearing = { readonly caseId: string; readonly on: string; readonly from: string; readonly to: string; readonly room: string; readonly online?: boolean | null; readonly moved?: "party" | "arbitrator" | "room" | "service" | "other" | null };
export type BundlesRequest = { readonly cases?: readonly string[] | null; readonly sample?: { readonly size: number; readonly seed: string; readonly byRisk?: boolean | null } | null };
export type CalendarTold = { readonly first: number; readonly last: number; readonly zh: string; readonly en: string };
export type CallDeposit = { readonly amount: number; readonly at?: string | null };
export type Candidate = { readonly arbitrator: string; readonly open: number; readonly why: { readonly zh: string; readonly en: string } };
export type CarryForward = { readonly reason: string; readonly reviewOn: string; readonly at?: string | null };
export type CaseBehind = { readonly caseId: string; readonly caseNumber: string; readonly state: string; readonly division: string; readonly lead: string | null; readonly facts: number };
export type CaseRow = { readonly caseId: string; readonly caseNumber: string; readonly division: string; readonly handlingDivision: string; readonly state: "ACCEPTED" | "ADVISED_CLOSED" | "ANSWERED" | "ARBITRATING" | "ARB_MEDIATED" | "ARCHIVED" | "AWARDED" | "CALLBACK" | "CARRIED" | "CLOSED" | "CONTACTED" | "COURT_REFERRED" | "DECIDED_INSP" | "DISPATCHED" | "EFFECTIVE" | "ENFORCING" | "HANDED_TO_EMERGENCY" | "INVESTIGATING" | "LITIGATION" | "MEDIATED" | "MEDIATING" | "MEDIATION_FAILED" | "OBJECTED" | "REGISTERED" | "REOPENED" | "RESOLVED" | "SIGNED" | "TRANSFERRED" | "TRANSFERRED_POLICE" | "TRIAGED" | "UNENFORCEABLE" | "WITHDRAWN"; readonly channel: string; readonly channelOrders: readonly { readonly channel: string; readonly channelNumber: string }[]; readonly origin: string; readonly receivedAt: string; readonly category: string | null; readonly mode: string | null; readonly lead: string | null; readonly orders: readonly OrderLine[]; readonly guide: readonly string[]; readonly rules: readonly string[]; readonly flags: Readonly<Record<string, unknown>>; readonly facts: Readonly<Record<string, unknown>>; readonly employer: string | null; readonly project: string | null; readonly missing: readonly { readonly field: string; readonly zh: string; readonly en: string }[]; readonly clocks: Readonly<Record<string, ClockLine>>; readonly nextClock: string | null; readonly nextDueAt: string | null; readonly breached: number; readonly warned: number; readonly escalation: number; readonly ownerless: boolean; readonly stuck: boolean; readonly returnedTwice: boolean; readonly ladder: Readonly<Record<string, LadderLine>>; readonly listed: boolean; readonly owed: Readonly<Record<string, number>>; readonly paid: Readonly<Record<string, number>>; readonly unpaid: number; readonly openedAt: string; readonly changedAt: string; readonly movedAt: string; readonly closed: boolean; readonly position: string };
export type Cause = { readonly actor: string; readonly organ?: string; readonly cause?: string; readonly onBehalfOf?: string; readonly reason?: string; readonly sealed?: string; readonly traceparent?: string };
export type CertifyFailure = { readonly to: "worker" | "employer" | "both"; readonly at?: string | null };
export type ChallengeProcedure = { readonly route: "lawsuit" | "reconsideration"; readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type ChangeClaims = { readonly change: "addedParty" | "changedClaims" | "counterClaim" | "transferredCase"; readonly at?: string | null };
export type ChangeLead = { readonly lead: string };
export type Changed = { readonly path: string; readonly before?: unknown; readonly after?: unknown };
export type ChannelReason = { readonly reason: string };
export type ChannelTermsRequest = { readonly divisions?: readonly string[] | null; readonly kinds?: readonly ("consult" | "help" | "complaint" | "report" | "suggestion")[] | null; readonly formats?: readonly ("json" | "csv" | "xlsx")[] | null; readonly rate?: { readonly perMinute: number; readonly burst: number } | null; readonly certificates?: readonly string[] | null; readonly feedbackUrl?: string | null; readonly reason: string };
export type Check = { readonly duty: string; readonly zh: string; readonly en: string; readonly ground: string; readonly status: "due" | "lacking" | "met"; readonly dueOn: string | null; readonly months: readonly string[] };
export type CheckPack = { readonly files: Readonly<Record<string, unknown>> };
export type CheckRightsBoard = { readonly complete: boolean; readonly proof: string; readonly at?: string | null };
export type CheckRoster = { readonly onSite: number; readonly registered: number; readonly withContract: number; readonly at?: string | null };
export type Checked = { readonly clocks?: readonly Due[]; readonly children?: readonly Readonly<Record<string, unknown>>[]; readonly missing: readonly Readonly<Record<string, unknown>>[]; readonly wrong: readonly FieldProblem[]; readonly optional: readonly Readonly<Record<string, unknown>>[]; readonly explanation?: Readonly<Record<string, unknown>>; readonly recognised?: Readonly<Record<string, unknown>>; readonly limits?: readonly Readonly<Record<string, unknown>>[]; readonly entitlements?: Readonly<Record<string, unknown>>; readonly related?: { readonly open: number; readonly caseNumbers: readonly string[] }; readonly category?: string; readonly matter?: string | null; readonly kind?: string; readonly mode?: "advise" | "dispatch" | "explain" | "guide" | "handover" | "merge" | "refuse" | "transfer" | "triage"; readonly lead?: string | null; readonly leadAlternatives?: readonly string[]; readonly assist?: readonly string[]; readonly guide?: readonly string[]; readonly rules?: readonly string[]; readonly places?: readonly Place[]; readonly handover?: readonly string[]; readonly flags?: Readonly<Record<string, boolean | null | string>>; readonly handlingRegion?: string | null; readonly mergedInto?: string | null; readonly liableParties?: readonly string[]; readonly urgency?: "24h" | "2h" | "ordinary"; readonly pack?: { readonly division: string; readonly version: string; readonly hash: string } };
export type ChoiceLimit = { readonly kind: "choice"; readonly choice: string; readonly division: string | null; readonly id: string; readonly title: { readonly zh: string; readonly en: string }; readonly zh: string; readonly en: string; readonly steps: readonly LimitStep[]; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" };
export type ChooseFeedback = { readonly events?: readonly ("intake.claim-supplemented.v1" | "intake.claim-withdrawn.v1" | "resolution.answered-on-line.v1" | "resolution.application-accepted.v1" | "resolution.application-refused.v1" | "resolution.award-made.v1" | "resolution.callback-made.v1" | "resolution.case-carried-forward.v1" | "resolution.case-closed.v1" | "resolution.case-mediated.v1" | "resolution.case-reopened.v1" | "resolution.case-resolved.v1" | "resolution.clue-verified.v1" | "resolution.complaint-accepted.v1" | "resolution.complaint-refused.v1" | "resolution.job-seeker-referred.v1" | "resolution.legal-route-advised.v1" | "resolution.mediation-failed.v1" | "resolution.mediation-instrument-served.v1" | "resolution.payment-completed.v1" | "resolution.payment-defaulted.v1" | "resolution.referral-concluded.v1" | "resolution.reply-given.v1" | "resolution.requester-contacted.v1" | "routing.case-redispatched.v1" | "routing.case-rerouted.v1" | "routing.case-routed.v1" | "routing.case-transferred.v1" | "routing.dispatch-maintained.v1" | "routing.dispatch-objected.v1" | "routing.duplicate-routed.v1" | "routing.order-signed.v1" | "routing.order-split.v1" | "routing.routing-overridden.v1" | "routing.transfer-accepted.v1" | "routing.transfer-returned.v1" | "supervision.clock-extended.v1" | "supervision.clock-suspended.v1")[] | null };
export type ChooseRepresentatives = { readonly representatives: readonly string[] };
export type ClaimRecourse = { readonly amount: number; readonly at?: string | null };
export type ClassifyDemand = { readonly category: "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3"; readonly matters?: readonly ("wages" | "socialInsurance" | "workInjury" | "laborContract" | "dismissal" | "siteHazard" | "occupationalDisease" | "psychological" | "hukou" | "residencePermit" | "training" | "subsidy" | "certificate" | "enrolment" | "insurance" | "crossRegionSettlement" | "publicHealth" | "vaccination" | "publicRental" | "agencyFee" | "election" | "workersCongress" | "partyMembership" | "venues" | "events" | "newResident" | "union" | "youthLeague" | "womensFederation" | "child" | "childAlone" | "elder" | "elderAlone" | "woman" | "leftBehindWoman" | "landContract" | "homestead" | "collectiveIncome" | "relief" | "emergency" | "disaster" | "noIncome" | "vagrant" | "jobSeeking" | "unemploymentRegistration" | "legalAid")[] | null; readonly kinds?: readonly ("consult" | "help" | "complaint" | "report" | "suggestion")[] | null; readonly at?: string | null };
export type ClockEffect = { readonly clock: string; readonly zh: string; readonly en: string; readonly effect: "ends" | "extends" | "meets" | "restarts" | "resumes" | "starts" | "stops"; readonly due: string };
export type ClockLine = { readonly kind: string; readonly order: number | null; readonly part?: string; readonly startedAt: string; readonly due: string; readonly provisionalDue: string | null; readonly breachAt: string | null; readonly status: "cancelled" | "met" | "running" | "suspended"; readonly warned: boolean; readonly breached: boolean; readonly onTime: boolean | null; readonly level: string; readonly duty: string };
export type ClocksCause = { readonly id: string; readonly type: string; readonly title: Sentence; readonly at: string; readonly by: string };
export type CloseCampaign = { readonly note?: string | null; readonly at?: string | null };
export type CloseCase = { readonly reason?: string | null; readonly at?: string | null };
export type CloseProjectAccount = { readonly at?: string | null };
export type CloseRoom = { readonly room: string };
export type CloseWageAccount = { readonly at?: string | null };
export type CloseWarning = { readonly result: "wagesPaid" | "riskRemoved" | "underCampaign" | "handedUp"; readonly text?: string | null; readonly at?: string | null };
export type ClueNumber = { readonly channel: string; readonly channelNumber: string; readonly acknowledgedAt: string | null; readonly receipt: string | null };
export type CluePlatformRequest = { readonly clueNo: string; readonly submittedAt: string; readonly realName: string; readonly idNumber: string; readonly phone: string; readonly bankCard?: string | null; readonly isConstruction: boolean; readonly employer: string; readonly employerCreditCode?: string | null; readonly region: string; readonly address: string; readonly projectName?: string | null; readonly projectSector?: string | null; readonly constructionUnit?: string | null; readonly generalContractor?: string | null; readonly subcontractor?: string | null; readonly governmentProject?: boolean | null; readonly arrearsFrom: string; readonly arrearsTo: string; readonly arrearsAmount: number; readonly workerCount: number; readonly description: string; readonly hideIdentity?: boolean | null; readonly evidence?: readonly { readonly name: string; readonly sha256: string; readonly size: number; readonly uri: string }[] | null };
export type Compared = { readonly here: number; readonly there: number; readonly unknownThere: readonly string[]; readonly unknownHere: readonly string[] };
export type ComparedFigure = { readonly onLastYear: number | null; readonly onPrevious: number | null; readonly metric: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null };
export type CompleteCorrections = { readonly at?: string | null };
export type CompleteInvestigation = { readonly at?: string | null };
export type CompleteProject = { readonly at?: string | null };
export type CompleteReliefPapers = { readonly at?: string | null; readonly order: number };
export type ConcludeMatter = { readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition"; readonly result: "solved" | "answered" | "granted" | "refused" | "recognised" | "notRecognised" | "awarded" | "mediated" | "unfounded" | "withdrawn" | "notSolved" | "papersMissing"; readonly reply?: string | null; readonly at?: string | null; readonly order: number };
export type ConcludeOrder = { readonly order: number; readonly result: "paid" | "solved" | "answered" | "refused" | "settled" | "awarded" | "withdrawn" | "unfounded" | "noJurisdiction" | "advised" | "transferredToPolice" | "unclaimed" | "notSolved" | "transferred"; readonly at?: string | null };
export type ConcludeReferral = { readonly result: "placed" | "trained" | "declined" | "notReached"; readonly startsOn?: string | null; readonly at?: string | null; readonly order: number; readonly referral: number };
export type ConfirmIdentity = { readonly person: "requester" | "representative"; readonly document: "residentIdCard" | "temporaryIdCard" | "socialSecurityCard" | "passport"; readonly at?: string | null };
export type ConfirmRelation = { readonly at?: string | null };
export type ContactRequester = { readonly order: number; readonly reached: boolean; readonly at?: string | null };
export type ContributeAssistance = { readonly note?: string | null; readonly at?: string | null; readonly order: number; readonly department: string; readonly division: string };
export type ConveneInterview = { readonly at?: string | null; readonly order: number; readonly text: string; readonly to?: string | null; readonly answerDue?: string | null };
export type ConvertToOrdinary = { readonly ground: string; readonly at?: string | null };
export type CopyRequest = { readonly reason: string };
export type CorrectFinding = { readonly finding: string; readonly proof: string; readonly at?: string | null };
export type CorrectHeldWagesPaid = { readonly at?: string | null; readonly worker: number; readonly amount: number; readonly reason: string; readonly evidence: string };
export type CorrectPerson = { readonly reason: string; readonly document?: "residentIdCard" | "temporaryIdCard" | "socialSecurityCard" | "passport" | null; readonly at?: string | null; readonly name?: string | null; readonly phone?: string | null; readonly idNumber?: string | null };
export type CorrectWagePaid = { readonly at?: string | null; readonly worker: number; readonly amount: number; readonly reason: string; readonly evidence: string };
export type CorrectWagesHeld = { readonly at?: string | null; readonly worker: number; readonly amount: number; readonly reason: string; readonly evidence: string };
export type CorrectWagesOwed = { readonly at?: string | null; readonly worker: number; readonly amount: number; readonly reason: string };
export type CorrectionOutcome = { readonly outcome: "corrected" | "requested" | "unchanged" };
export type CorrectionRequest = { readonly name?: string | null; readonly phone?: string | null; readonly idNumber?: string | null; readonly reason?: string | null };
export type DecideArbitralReview = { readonly at?: string | null; readonly confirmed: boolean; readonly ground?: string | null };
export type DecideHandling = { readonly amount: number; readonly additionalCompensation: number; readonly at?: string | null };
export type DecideJudicialConfirmation = { readonly at?: string | null; readonly confirmed: boolean; readonly ground?: string | null };
export type DecidePenalty = { readonly fine: number; readonly at?: string | null };
export type DeclareConflict = { readonly employer?: string | null; readonly caseId?: string | null; readonly basis: "relative" | "formerEmployee" | "interest" | "complainedAbout"; readonly officer?: string | null };
export type DeclareUnrelated = { readonly other: string; readonly at?: string | null };
export type DeclineAssistance = { readonly ground: string; readonly at?: string | null; readonly order: number; readonly department: string; readonly division: string };
export type DeclineCorrection = { readonly ground: "identityNotConfirmed" | "recordIsRight" | "paperNeeded"; readonly note?: string | null; readonly at?: string | null };
export type DeclineFund = { readonly reason: string; readonly at?: string | null };
export type DeclineOffer = { readonly at?: string | null; readonly offer: string };
export type DeclineSanctionListing = { readonly reason: string; readonly at?: string | null };
export type DeclineTransfer = { readonly reason: string; readonly at?: string | null };
export type DeemWithdrawn = { readonly at?: string | null };
export type DelistFromSupervision = { readonly solved: boolean; readonly at?: string | null };
export type Delivery = { readonly id: string; readonly channel: string; readonly channelNumber: string; readonly caseId: string; readonly position: string; readonly event: string; readonly payload: Readonly<Record<string, unknown>>; readonly status: string; readonly attempts: number; readonly nextAt: string | null; readonly lastStatus: number | null; readonly lastProblem: string | null; readonly createdAt: string; readonly doneAt: string | null };
export type DemandRecords = { readonly records: readonly ("contract" | "roster" | "wageLedger" | "payList" | "attendance")[]; readonly dueOn: string; readonly at?: string | null };
export type DesignateBody = { readonly ground: string; readonly reason: string; readonly at?: string | null; readonly order?: number | null; readonly department: string; readonly division?: string | null };
export type Desk = { readonly id: string; readonly caseId: string; readonly order: number; readonly caseNumber: string | null; readonly department: string | null; readonly division: string; readonly heldBefore: readonly string[]; readonly step: string; readonly officer: string | null; readonly category: string | null; readonly matter: string | null; readonly kind: string | null; readonly track: string | null; readonly since: string; readonly movedAt: string; readonly clocks?: Readonly<Record<string, unknown>>; readonly nextClock: string | null; readonly dueAt: string | null; readonly breached: number; readonly warned: number; readonly waitsFor: string; readonly open: boolean; readonly position: string };
export type Differs = { readonly how: "elsewhere" | "forked" | "restored"; readonly from?: string; readonly to?: string };
export type DismissSign = { readonly ground: "sameNameOnly" | "handledAlready" | "notArrears" | "settled"; readonly reason?: string | null; readonly at?: string | null };
export type DraftAgreement = { readonly at?: string | null; readonly performBy: string; readonly owed: readonly { readonly worker: number; readonly amount: number }[]; readonly items?: readonly { readonly kind: "wages" | "overtime" | "annualLeave" | "severance" | "injuryMedical" | "damages" | "other"; readonly worker: number; readonly amount: number }[] | null; readonly plan?: readonly { readonly on: string; readonly worker: number; readonly amount: number }[] | null; readonly acceleration?: boolean | null; readonly payers?: readonly ("employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor")[] | null; readonly unsettled?: readonly { readonly worker: number; readonly wantsArbitration: boolean }[] | null; readonly text?: string | null };
export type DrawProjectDeposit = { readonly amount: number; readonly proof: string; readonly at?: string | null };
export type Due = { readonly id: string; readonly startedAt: string; readonly due: string; readonly provisionalDue?: string };
export type EndBeat = { readonly at?: string | null };
export type EndMediation = { readonly outcome: "declined" | "absent" | "noAgreement"; readonly at?: string | null };
export type EndNotice = { readonly at?: string | null };
export type EnrolOfficer = { readonly specialities?: readonly { readonly kind: "category" | "matter" | "track"; readonly code: string }[] | null; readonly openMax?: number | null; readonly officer?: string | null };
export type Entitlements = { readonly offered: readonly Offer[]; readonly usedUp: readonly Offer[]; readonly near: readonly NearOffer[] };
export type Entry = { readonly at: string; readonly amount: number; readonly evidence: string; readonly payer: "dispatcher" | "employer" | "generalContractor" | "investor" | "licensedContractor" | "projectOwner" | "qualificationLender" | "subcontractor" | "userUnit" | null; readonly source: "court" | "deposit" | "emergencyFund" | "employer" | "generalContractor" | "otherParty" | "projectOwner" | "wageAccount"; readonly corrected: readonly { readonly at: string; readonly was: number }[] };
export type EscortToStation = { readonly escort: "police" | "civilAffairs" | "none"; readonly vulnerable?: "minor" | "elder" | "disabled" | "ill" | null; readonly at?: string | null; readonly order: number };
export type ExplainClock = { readonly clock?: string | null; readonly rule?: { readonly n: number; readonly unit: "calendarDays" | "workingDays" | "hours" | "months" | "years" | "backwardWorkingDays" | "date"; readonly extension?: number | null; readonly suspended?: readonly { readonly from: string; readonly to: string }[] | null } | null; readonly extension?: number | null; readonly suspended?: readonly { readonly from: string; readonly to: string }[] | null; readonly division?: string | null; readonly startedAt: string };
export type ExplainRules = { readonly workers: number; readonly topics: readonly ("wages" | "contract" | "evidence" | "mediation" | "arbitration" | "legalAid")[]; readonly at?: string | null; readonly order: number };
export type ExtendAwardDeadline = { readonly days: number; readonly approvedBy: string; readonly at?: string | null };
export type ExtendInvestigation = { readonly days: number; readonly approvedBy: string; readonly at?: string | null };
export type ExtendMediation = { readonly days: number; readonly bothAgree: boolean; readonly at?: string | null };
export type ExtendProcedure = { readonly days: number; readonly reason: string; readonly approvedBy: string; readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type ExtendSanctionListing = { readonly days: number; readonly approvedBy: string; readonly at?: string | null };
export type Extension = { readonly n: number; readonly reason?: string; readonly by?: string; readonly approvedBy?: string };
export type FailMediation = { readonly reason: string; readonly wantsArbitration: boolean; readonly at?: string | null };
export type Festival = { readonly zh: string; readonly en: string };
export type FieldProblem = { readonly field: string; readonly zh: string; readonly en: string };
export type FieldSchema = { readonly type?: string | (readonly string[]); readonly description?: string; readonly properties?: Readonly<Record<string, FieldSchema>>; readonly required?: readonly string[]; readonly items?: FieldSchema; readonly enum?: readonly unknown[] };
export type Figure = { readonly metric: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null };
export type Figures = { readonly figures: string; readonly publishedAt: string; readonly by: string; readonly title: string; readonly division: string; readonly parameters: { readonly kind: "extract" | "figures" | "league"; readonly period: string; readonly by: string; readonly level: number; readonly metrics: readonly string[]; readonly division: string; readonly at: string; readonly only: Readonly<Record<string, string>>; readonly ranks: boolean; readonly pack: { readonly division: string; readonly version: string; readonly hash: string } }; readonly atPosition: string; readonly queryVersion: string; readonly digest: string; readonly position: string };
export type FileInspection = { readonly inspectors: readonly string[]; readonly noInterest?: boolean | null; readonly at?: string | null };
export type FileSuit = { readonly party: "worker" | "employer"; readonly at?: string | null };
export type FindMajorViolation = { readonly publishing: "local" | "provincial"; readonly at?: string | null };
export type Finding = { readonly correctedOn: string | null; readonly dueOn: string; readonly duty: string };
export type FinishMatter = { readonly matter: string; readonly proof: string; readonly at?: string | null };
export type FixIssues = { readonly at?: string | null };
export type Flip = { readonly table: string; readonly row: string; readonly rule: string | null; readonly source: string | null; readonly change: "changed" | "gained" | "lost"; readonly why: readonly ({ readonly kind: "cell"; readonly field: string; readonly before: string; readonly after: string; readonly found?: unknown } | { readonly kind: "value"; readonly field: string; readonly before?: unknown; readonly after?: unknown; readonly by: readonly string[] } | { readonly kind: "added" } | { readonly kind: "removed" } | { readonly kind: "preceded"; readonly row: string } | { readonly kind: "period" } | { readonly kind: "result"; readonly field: string; readonly before?: unknown; readonly after?: unknown })[] };
export type FollowUpPayment = { readonly paid: "full" | "part" | "none"; readonly promisedBy?: string | null; readonly at?: string | null; readonly order: number };
export type FormGroup = { readonly group: string; readonly ground: "together" | "person"; readonly members: readonly { readonly caseId: string; readonly tier?: string | null; readonly site?: string | null }[]; readonly lead?: string | null };
export type FormPanel = { readonly arbitrators: readonly string[]; readonly presiding?: string | null; readonly overrideReason?: string | null; readonly at?: string | null };
export type ForwardAnswer = { readonly at?: string | null };
export type ForwardByPolice = { readonly to: string; readonly at?: string | null };
export type ForwardProcedure = { readonly department: string; readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type FoundAnswers = { readonly division: string; readonly pack: { readonly division: string; readonly version: string; readonly from: string }; readonly answers: readonly ({ readonly matter: string | null; readonly to: string | null; readonly zh: string; readonly en: string; readonly ground: { readonly zh: string; readonly en: string }; readonly department: { readonly key: string; readonly zh: string; readonly en: string }; readonly filledFrom: readonly string[]; readonly id: string; readonly confidence: "A" | "B" | "C" | "P"; readonly from: string; readonly source: string; readonly topic: string; readonly score: number; readonly matched: readonly string[] })[] };
export type FundLabourCost = { readonly month: string; readonly amount: number; readonly proof: string; readonly at?: string | null };
export type GiveAnswerRequest = { readonly enquiry: string; readonly entry: string; readonly division?: string | null; readonly channel: "12333" | "12345" | "12348" | "serviceStation" };
export type GiveRelief = { readonly amount: number; readonly basis?: "emergencyPlace" | "habitualResidence" | "regionalRule" | null; readonly form?: "cash" | "kind" | "shelter" | null; readonly at?: string | null; readonly order: number };
export type GiveReply = { readonly order: number; readonly reply: string; readonly at?: string | null };
export type GiveSpeciality = { readonly speciality: { readonly kind: "category" | "matter" | "track"; readonly code: string }; readonly officer?: string | null };
export type GrantLegalAid = { readonly at?: string | null; readonly order: number };
export type GrantRelief = { readonly amount: number; readonly at?: string | null; readonly order: number };
export type Group = { readonly group: string; readonly figures: readonly ComparedFigure[] };
export type Happening = { readonly type: "ClockBreached" | "ClockCancelled" | "ClockExtended" | "ClockExtensionRefused" | "ClockPauseEnded" | "ClockRescheduled" | "ClockRestarted" | "ClockResumed" | "ClockSatisfied" | "ClockStarted" | "ClockSuspended" | "ClockWarned"; readonly at: string; readonly cause: null | ClocksCause; readonly event: ({ readonly type: "ClockStarted"; readonly causedBy: string; readonly due: string; readonly provisionalDue: string | null; readonly warnAt: string | null; readonly breachAt: string | null; readonly calendar: string; readonly at: string; readonly clock: string; readonly kind: string; readonly order: number | null; readonly startedAt: string; readonly rule: { readonly n: number | null; readonly unit: string; readonly roll: boolean; readonly source: string; readonly level: "law" | "service" | "target"; readonly duty: "authority" | "employer" | "person" }; readonly part?: string }) | { readonly type: "ClockRestarted"; readonly causedBy: string; readonly due: string; readonly provisionalDue: string | null; readonly warnAt: string | null; readonly breachAt: string | null; readonly calendar: string; readonly at: string; readonly clock: string; readonly kind: string; readonly startedAt: string } | { readonly type: "ClockSuspended"; readonly at: string; readonly clock: string; readonly kind: string; readonly from: string; readonly reason: string; readonly causedBy: string; readonly by?: string; readonly ground?: string } | { readonly type: "ClockPauseEnded"; readonly at: string; readonly clock: string; readonly kind: string; readonly ground: string; readonly to: string; readonly causedBy: string; readonly by?: string } | { readonly type: "ClockResumed"; readonly causedBy: string; readonly due: string; readonly provisionalDue: string | null; readonly warnAt: string | null; readonly breachAt: string | null; readonly calendar: string; readonly at: string; readonly clock: string; readonly kind: string; readonly to: string; readonly by?: string } | { readonly type: "ClockExtended"; readonly approvedBy: string; readonly causedBy: string; readonly due: string; readonly provisionalDue: string | null; readonly warnAt: string | null; readonly breachAt: string | null; readonly calendar: string; readonly at: string; readonly clock: string; readonly kind: string; readonly by: number; readonly ground?: string } | ({ readonly type: "ClockExtensionRefused"; readonly at: string; readonly clock: string; readonly kind: string; readonly by: number | null; readonly limit: "amount" | "approver" | "ended" | "none" | "times"; readonly allowed: { readonly n: number; readonly times: number; readonly approver: string } | null; readonly approvedBy: string; readonly causedBy: string }) | ({ readonly type: "ClockRescheduled"; readonly due: string; readonly provisionalDue: string | null; readonly warnAt: string | null; readonly breachAt: string | null; readonly calendar: string; readonly at: string; readonly clock: string; readonly kind: string; readonly before: string; readonly notice?: { readonly division: string; readonly year: number; readonly version: string }; readonly causedBy?: string; readonly beforeProvisional?: string | null }) | { readonly type: "ClockSatisfied"; readonly at: string; readonly clock: string; readonly kind: string; readonly onTime: boolean; readonly causedBy: string } | { readonly type: "ClockCancelled"; readonly at: string; readonly clock: string; readonly kind: string; readonly causedBy: string; readonly fact?: string } | { readonly type: "ClockWarned"; readonly at: string; readonly clock: string; readonly kind: string; readonly order: number | null; readonly due: string; readonly warnAt: string; readonly duty?: "authority" | "employer" | "person" } | { readonly type: "ClockBreached"; readonly at: string; readonly clock: string; readonly kind: string; readonly duty: "authority" | "employer" | "person"; readonly order: number | null; readonly due: string; readonly breachAt: string; readonly lagMs: number }; readonly zh: string; readonly en: string };
export type HelpFirst = { readonly ground: "limitEnds" | "preservation" | "advanceEnforcement" | "other"; readonly at?: string | null; readonly order: number };
export type HoldFirstMediation = { readonly agreed: boolean; readonly at?: string | null; readonly order: number };
export type HoldHearing = { readonly absent?: "employer" | null; readonly heard?: readonly string[] | null; readonly at?: string | null };
export type HoldSession = { readonly attended: readonly ("worker" | "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor")[]; readonly minutes?: string | null; readonly at?: string | null };
export type HoldWages = { readonly holder: string; readonly at?: string | null; readonly worker: number; readonly amount: number; readonly source: "employer" | "generalContractor" | "projectOwner" | "deposit" | "emergencyFund" | "court" | "wageAccount" | "otherParty"; readonly evidence: string; readonly payer?: "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor" | null };
export type Hotline12333Request = { readonly ticketNo: string; readonly acceptedTime: string; readonly consultType: "policy" | "service" | "complaint" | "report" | "advice"; readonly businessLine?: "wages" | "socialInsurance" | "workInjury" | "laborContract" | "dismissal" | "training" | "employment" | null; readonly region: string; readonly summary: string; readonly personName?: string | null; readonly mobile?: string | null; readonly personId?: string | null; readonly ruralWorker?: boolean | null; readonly nameWithheld?: boolean | null; readonly confidential?: boolean | null; readonly proxyNote?: string | null; readonly unit?: string | null; readonly unitCode?: string | null; readonly workPlace?: string | null; readonly industry?: string | null; readonly projectTitle?: string | null; readonly buildingOwner?: string | null; readonly contractor?: string | null; readonly labourCompany?: string | null; readonly unpaidYuan?: number | null; readonly headcount?: number | null; readonly unpaidSince?: string | null; readonly unpaidUntil?: string | null; readonly leftOn?: string | null; readonly hurry?: boolean | null; readonly enclosures?: readonly { readonly name: string; readonly sha256: string; readonly size: number; readonly uri: string }[] | null };
export type Hotline12345Request = { readonly orderNo: string; readonly callTime: string; readonly appealType: "CONSULTATION" | "HELP" | "COMPLAINT" | "REPORT" | "SUGGESTION"; readonly categoryCode?: "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3" | null; readonly areaCode: string; readonly eventAddress?: string | null; readonly content: string; readonly urgencyLevel?: "2H" | "24H" | "NORMAL" | "COMPLEX" | null; readonly caller?: { readonly callerName?: string | null; readonly callerPhone?: string | null; readonly idCardNo?: string | null; readonly isAnonymous?: boolean | null; readonly keepSecret?: boolean | null; readonly isMigrantWorker?: boolean | null; readonly callsFor?: string | null } | null; readonly appealedUnit?: { readonly unitName?: string | null; readonly unitCreditCode?: string | null; readonly unitAddress?: string | null } | null; readonly site?: { readonly siteName?: string | null; readonly industryCode?: string | null; readonly developer?: string | null; readonly mainContractor?: string | null; readonly laborSubcontractor?: string | null } | null; readonly arrears?: { readonly owedAmount?: number | null; readonly peopleCount?: number | null; readonly beginMonth?: string | null; readonly endMonth?: string | null } | null; readonly files?: readonly { readonly name: string; readonly sha256: string; readonly size: number; readonly uri: string }[] | null };
export type InterruptLimitation = { readonly ground: "claimToObligor" | "requestToAuthority" | "admission"; readonly at?: string | null; readonly order: number; readonly right: "labour" | "wages" | "land" | "enforcement" };
export type InviteParty = { readonly party: "worker" | "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor"; readonly means: "phone" | "message" | "mail" | "inPerson" | "online" | "posted"; readonly proof: string; readonly at?: string | null };
export type IssueCircularRequest = { readonly number: string; readonly title: string; readonly text: string; readonly figures: string; readonly units: readonly { readonly department: string; readonly division: string }[] };
export type IssueCriticism = { readonly at?: string | null; readonly order: number; readonly text: string; readonly to?: string | null; readonly answerDue?: string | null };
export type IssueKeyRequest = { readonly oldUntil?: string | null; readonly reason: string };
export type IssuePaperRequest = { readonly worker?: number | null; readonly replaces?: string | null };
export type IssuePaymentOrder = { readonly at?: string | null };
export type IssueSiteCode = { readonly contractor?: string | null; readonly division?: string | null; readonly until?: string | null; readonly at?: string | null };
export type IssueWrittenNotice = { readonly at?: string | null; readonly order: number; readonly text: string; readonly to?: string | null; readonly answerDue?: string | null };
export type Issued = { readonly key: string; readonly secret: string | null; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" };
export type Issues = { readonly agreed: readonly string[]; readonly disputed: readonly string[] };
export type ItemLimit = { readonly item: number; readonly claim: string; readonly amount: number; readonly most: number | null; readonly answer: "met" | "unknown" | "unmet" };
export type ItemsLimit = { readonly kind: "items"; readonly answer: "met" | "unknown" | "unmet"; readonly flag: string | null; readonly items: readonly ItemLimit[]; readonly isMixed: boolean; readonly id: string; readonly title: { readonly zh: string; readonly en: string }; readonly zh: string; readonly en: string; readonly steps: readonly LimitStep[]; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" };
export type JoinGroup = { readonly members: readonly { readonly caseId: string; readonly tier?: string | null; readonly site?: string | null }[] };
export type JoinSessionOnline = { readonly party: "worker" | "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor"; readonly at?: string | null };
export type JudgedClock = { readonly by: readonly string[]; readonly breachedBefore: boolean | null; readonly breachedAfter: boolean | null; readonly id: string; readonly order: number; readonly before: string | null; readonly after: string | null; readonly startedAt: string };
export type Kept = { readonly recordedAt: string; readonly event: string; readonly title: string; readonly field: string; readonly value: string | null; readonly replaced?: boolean };
export type LadderLine = { readonly clock: string | null; readonly kind: string; readonly order: number | null; readonly step: number; readonly measure: string; readonly addressee: string; readonly to: string | null; readonly department: string | null; readonly division: string | null; readonly by: string | null; readonly from: string | null; readonly ground: string | null; readonly next: string | null; readonly since: string | null; readonly raisedAt: string; readonly answerDue: string | null; readonly acknowledgedAt: string | null; readonly acknowledgedBy: string | null; readonly answeredAt: string | null; readonly answeredBy: string | null; readonly status: "answered" | "open" | "settled" };
export type LapsePaymentOrder = { readonly reason: string; readonly at?: string | null };
export type Lateness = { readonly stage: string; readonly clocks: number; readonly most: number; readonly median: number };
export type LeagueRow = { readonly group: string; readonly value: number | null; readonly sample: number; readonly grade: string | null; readonly rank: number | null; readonly figures: readonly Figure[] };
export type LeaveGroup = { readonly reason: "settled" | "withdrew" | "ownWay" | "wronglyAdded"; readonly members: readonly string[] };
export type LiftConflict = { readonly arbitrator: string; readonly creditCode?: string | null; readonly employer?: string | null };
export type LiftHold = { readonly reason: string; readonly at?: string | null };
export type LimitStep = { readonly point: string; readonly way: string; readonly zh: string; readonly en: string; readonly answer: "met" | "unknown" | "unmet" | null; readonly excludes: boolean; readonly wanted: boolean | null | string | number; readonly found: boolean | null | string | number; readonly facts: readonly ("acceptedOn" | "accidentOn" | "advanceEnforcementRequested" | "age" | "agreementDate" | "amount" | "amountAdmitted" | "amountDisputed" | "applicationReceived" | "assetsMoved" | "awardEffective" | "awardReceivedOn" | "bothAgreeSimplified" | "bothWilling" | "callerRegion" | "canPay" | "caseYear" | "certificateLevel" | "certificateOn" | "childAlone" | "childOfSchoolAge" | "childOutOfSchool" | "claimType" | "commonClaim" | "contractedToUnlicensedBy" | "deadlinePressure" | "diagnosisOn" | "disabled" | "disaster" | "dismissedOn" | "dispatchObjection" | "dispatchedTo" | "duplicateOf" | "earlierCase" | "elderAlone" | "emergencyRegion" | "employed" | "employerAppliedOn" | "employerFiled" | "employerForm" | "employerHoldsRecords" | "employerName" | "employerSeat" | "employerUnreachable" | "everComplained" | "factsClear" | "filedOn" | "forceMajeureFrom" | "forceMajeureTo" | "gathering" | "generalContractor" | "governmentInvested" | "habitualRegion" | "hardToEmploy" | "hiredBy" | "homeRegion" | "hotWeatherWork" | "idNumber" | "illnessUntreated" | "imminentDanger" | "inArbitration" | "interruptedOn" | "interruptionKind" | "iou" | "itemKinds" | "items" | "kind" | "kinds" | "knownOn" | "laborDispatch" | "laborRelation" | "leftInvoluntarily" | "legalAidRequested" | "lifeSeriouslyAffected" | "littleDispute" | "majorSocialImpact" | "massIncident" | "matter" | "matters" | "minWageMonth" | "minimumLivingAllowance" | "months" | "noIncome" | "onwardContracting" | "otherLaborClaims" | "otherSupport" | "overAge" | "overtimeHoursMonth" | "ownsHomeHere" | "passedToUnlicensed" | "payOrderAmount" | "payOrderDueOn" | "payOrderEffective" | "payOrderServedOn" | "pensioner" | "performBy" | "performRegion" | "periodFrom" | "periodTo" | "phone" | "planningViolation" | "platformWork" | "povertyRelieved" | "projectFundsUnpaid" | "projectRegion" | "publicInterest" | "publicPrivate" | "qualificationLent" | "reconsiderBy" | "recordsDestroyed" | "registeredUnemployed" | "reliefThisYear" | "reportedOn" | "reps" | "requesterName" | "residenceMonths" | "residencePermit" | "respondentReachable" | "returnedHome" | "rightsClear" | "sector" | "selfHarmRisk" | "skillSubsidiesThisYear" | "socialInsuranceMonths" | "startedBusinessOn" | "stateOwned" | "subcontractor" | "subsidiesTaken" | "suddenIllness" | "terminatedOn" | "trainingBy" | "trainingCompleted" | "trainingItems" | "trainingOnline" | "unemploymentInsurance" | "unemploymentPremiumMonths" | "unfitForSimplified" | "unlicensed" | "unpaidProjectMoney" | "urgentPreservation" | "vagrant" | "violationEndedOn" | "violenceOrThreat" | "wagesPaid" | "wantsAward" | "workRegion" | "workerAppliedOn" | "workers" | "worksType" | "writtenContract")[]; readonly source: string };
export type Line = { readonly worker: number; readonly owed: number; readonly lowered: readonly { readonly at: string; readonly was: number }[]; readonly paid: number; readonly unclaimed: number; readonly unpaid: number; readonly overpaid: number; readonly grounds: readonly { readonly basis: "agreement" | "award" | "confirmation" | "instrument" | "payOrder" | "voluntary"; readonly amount: number; readonly performBy: string }[]; readonly promised: readonly { readonly on: string; readonly amount: number }[]; readonly payments: readonly Entry[]; readonly kept: readonly PaymentKept[] };
export type Lines = { readonly zh: readonly string[]; readonly en: readonly string[] };
export type LinkProjectCase = { readonly caseId: string; readonly at?: string | null };
export type LinkRelated = { readonly other: string; readonly relation: "duplicate" | "related"; readonly at?: string | null };
export type ListForSanctions = { readonly at?: string | null };
export type ListForSupervision = { readonly reason: string; readonly answerDue: string; readonly head?: string | null; readonly at?: string | null };
export type ListMatter = { readonly matter: string; readonly title: string; readonly department: string; readonly division: string; readonly dueOn: string; readonly at?: string | null };
export type ListedPlace = { readonly code: string; readonly name: string; readonly inside: readonly { readonly name: string; readonly code: string }[] };
export type Load = { readonly name: string; readonly before: number; readonly after: number };
export type Look = { readonly position: string; readonly at: string; readonly by: string; readonly organ: string | null; readonly type: string; readonly title: string; readonly what: readonly string[]; readonly reason: string | null; readonly refused: string | null };
export type Looked = { readonly caseId: string; readonly caseNumber: string; readonly looks: readonly Look[] };
export type MaintainDispatch = { readonly ground: string; readonly reason: string; readonly at?: string | null; readonly order?: number | null };
export type MakeAdverseFinding = { readonly at?: string | null };
export type MakeAward = { readonly final: boolean; readonly performBy: string; readonly owed: readonly { readonly worker: number; readonly amount: number }[]; readonly items?: readonly { readonly kind: "wages" | "overtime" | "annualLeave" | "severance" | "injuryMedical" | "damages" | "other" | "labourStandards"; readonly claimed: number; readonly awarded: number; readonly law: string; readonly elements?: readonly string[] | null }[] | null; readonly grounds?: string | null; readonly at?: string | null };
export type MakeFinding = { readonly finding: string; readonly duty: "wageAccount" | "deposit" | "labourCost" | "wagesPaid" | "roster" | "rightsBoard"; readonly dueOn: string; readonly at?: string | null };
export type MakePartialAward = { readonly amount: number; readonly kind?: "wages" | "overtime" | "annualLeave" | "severance" | "injuryMedical" | "damages" | "other" | "labourStandards" | null; readonly elements?: readonly string[] | null; readonly performBy?: string | null; readonly owed?: readonly { readonly worker: number; readonly amount: number }[] | null; readonly at?: string | null };
export type MemberLine = { readonly caseId: string; readonly caseNumber: string; readonly division: string; readonly category: string | null; readonly funding: string; readonly receivedOn: string; readonly workers: number; readonly unpaid: number; readonly reason: string; readonly closed: boolean; readonly open: boolean };
export type MemberResult = { readonly caseId: string; readonly result: "done" | "failed" | "refused" | "unchanged"; readonly code?: string; readonly zh?: string; readonly en?: string; readonly ground?: string; readonly position?: string };
export type MergeGroup = { readonly other: string };
export type MoneyLimit = { readonly kind: "money"; readonly answer: "met" | "unknown" | "unmet"; readonly least: number | null; readonly most: number | null; readonly id: string; readonly title: { readonly zh: string; readonly en: string }; readonly zh: string; readonly en: string; readonly steps: readonly LimitStep[]; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" };
export type MonthForecast = { readonly month: number; readonly numerator: number; readonly denominator: number; readonly expected: number | null; readonly came: number; readonly index: number | null };
export type Moving = { readonly before: Standing; readonly after: Standing; readonly status: "running" | "suspended"; readonly caseId: string; readonly caseNumber: string; readonly division: string; readonly order: number | null; readonly department: string | null; readonly kind: string; readonly startedAt: string; readonly handlingDivision: string; readonly clock: string };
export type Name = { readonly zh: string; readonly en: string };
export type NameOfficer = { readonly officer: string; readonly reason?: string | null; readonly at?: string | null; readonly order?: number | null };
export type NameStaff = { readonly staff: string; readonly duty: "head" | "liaison" | "monitor" | "legalAid"; readonly at?: string | null };
export type NearOffer = { readonly lacks: { readonly fact: "acceptedOn" | "accidentOn" | "advanceEnforcementRequested" | "age" | "agreementDate" | "amount" | "amountAdmitted" | "amountDisputed" | "applicationReceived" | "assetsMoved" | "awardEffective" | "awardReceivedOn" | "bothAgreeSimplified" | "bothWilling" | "callerRegion" | "canPay" | "caseYear" | "certificateLevel" | "certificateOn" | "childAlone" | "childOfSchoolAge" | "childOutOfSchool" | "claimType" | "commonClaim" | "contractedToUnlicensedBy" | "deadlinePressure" | "diagnosisOn" | "disabled" | "disaster" | "dismissedOn" | "dispatchObjection" | "dispatchedTo" | "duplicateOf" | "earlierCase" | "elderAlone" | "emergencyRegion" | "employed" | "employerAppliedOn" | "employerFiled" | "employerForm" | "employerHoldsRecords" | "employerName" | "employerSeat" | "employerUnreachable" | "everComplained" | "factsClear" | "filedOn" | "forceMajeureFrom" | "forceMajeureTo" | "gathering" | "generalContractor" | "governmentInvested" | "habitualRegion" | "hardToEmploy" | "hiredBy" | "homeRegion" | "hotWeatherWork" | "idNumber" | "illnessUntreated" | "imminentDanger" | "inArbitration" | "interruptedOn" | "interruptionKind" | "iou" | "itemKinds" | "items" | "kind" | "kinds" | "knownOn" | "laborDispatch" | "laborRelation" | "leftInvoluntarily" | "legalAidRequested" | "lifeSeriouslyAffected" | "littleDispute" | "majorSocialImpact" | "massIncident" | "matter" | "matters" | "minWageMonth" | "minimumLivingAllowance" | "months" | "noIncome" | "onwardContracting" | "otherLaborClaims" | "otherSupport" | "overAge" | "overtimeHoursMonth" | "ownsHomeHere" | "passedToUnlicensed" | "payOrderAmount" | "payOrderDueOn" | "payOrderEffective" | "payOrderServedOn" | "pensioner" | "performBy" | "performRegion" | "periodFrom" | "periodTo" | "phone" | "planningViolation" | "platformWork" | "povertyRelieved" | "projectFundsUnpaid" | "projectRegion" | "publicInterest" | "publicPrivate" | "qualificationLent" | "reconsiderBy" | "recordsDestroyed" | "registeredUnemployed" | "reliefThisYear" | "reportedOn" | "reps" | "requesterName" | "residenceMonths" | "residencePermit" | "respondentReachable" | "returnedHome" | "rightsClear" | "sector" | "selfHarmRisk" | "skillSubsidiesThisYear" | "socialInsuranceMonths" | "startedBusinessOn" | "stateOwned" | "subcontractor" | "subsidiesTaken" | "suddenIllness" | "terminatedOn" | "trainingBy" | "trainingCompleted" | "trainingItems" | "trainingOnline" | "unemploymentInsurance" | "unemploymentPremiumMonths" | "unfitForSimplified" | "unlicensed" | "unpaidProjectMoney" | "urgentPreservation" | "vagrant" | "violationEndedOn" | "violenceOrThreat" | "wagesPaid" | "wantsAward" | "workRegion" | "workerAppliedOn" | "workers" | "worksType" | "writtenContract"; readonly wanted: string; readonly zh: string; readonly en: string }; readonly row: string; readonly rule: string; readonly department: string | null; readonly amount: number | null; readonly times: number | null; readonly per: string | null; readonly used: number | null; readonly left: number | null; readonly total: number | null; readonly source: string; readonly confidence: string; readonly zh: string; readonly en: string };
export type NoteAbsence = { readonly from: string; readonly to?: string | null; readonly officer?: string | null };
export type NoteLeaving = { readonly officer?: string | null };
export type NoteProgress = { readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition"; readonly note: string; readonly at?: string | null; readonly order: number };
export type NoteReturn = { readonly officer?: string | null };
export type NotifyCollective = { readonly at?: string | null };
export type NotifyHearing = { readonly services?: readonly { readonly party: "worker" | "employer"; readonly means: "inPerson" | "posted" | "mail" | "notice" | "phone" | "sms" | "email"; readonly proof: string }[] | null; readonly at?: string | null };
export type NotifySanctionListing = { readonly at?: string | null };
export type ObjectToAidRefusal = { readonly at?: string | null; readonly order: number };
export type ObjectToDispatch = { readonly ground: string; readonly reason: string; readonly at?: string | null; readonly order?: number | null };
export type ObjectToSanctionListing = { readonly ground: string; readonly at?: string | null };
export type Offer = { readonly row: string; readonly rule: string; readonly department: string | null; readonly amount: number | null; readonly times: number | null; readonly per: string | null; readonly used: number | null; readonly left: number | null; readonly total: number | null; readonly source: string; readonly confidence: string; readonly zh: string; readonly en: string };
export type OfferMediation = { readonly first?: readonly ("wages" | "overtime" | "annualLeave" | "severance" | "injuryMedical" | "damages" | "other" | "labourStandards")[] | null; readonly at?: string | null };
export type Open = { readonly method: "POST"; readonly href: string; readonly version: number; readonly fields: FieldSchema; readonly orders: readonly number[] | null; readonly prefill: Readonly<Record<string, unknown>>; readonly clocks: readonly ClockEffect[]; readonly command: string; readonly service: string; readonly title: { readonly zh: string; readonly en: string }; readonly ground: string };
export type OpenProjectAccount = { readonly bank: string; readonly openedOn: string; readonly at?: string | null };
export type OpenRoom = { readonly room: string; readonly opens: string; readonly closes: string; readonly online: boolean };
export type OrderLine = { readonly order: number; readonly matter: string | null; readonly kind: string; readonly department: string | null; readonly division: string; readonly assist: readonly string[]; readonly signed: boolean; readonly officer: string | null; readonly concluded: boolean };
export type OrderPayment = { readonly owed: readonly { readonly worker: number; readonly amount: number }[]; readonly dueOn: string; readonly service: "inPerson" | "posted" | "mail" | "notice"; readonly at?: string | null };
export type OrderRectification = { readonly matters: readonly string[]; readonly dueOn: string; readonly at?: string | null };
export type OverrideRouting = { readonly assist?: readonly string[] | null; readonly reason: string; readonly at?: string | null; readonly order?: number | null; readonly department: string; readonly division?: string | null };
export type OwnCase = { readonly caseNumber: string; readonly receivedAt: string; readonly channel: string; readonly category: string | null; readonly identity: string | null; readonly secrecy: boolean; readonly facts: Readonly<Record<string, unknown>>; readonly employer: { readonly name: string | null; readonly creditCode: string | null; readonly address: string | null } | null; readonly project: { readonly name: string | null; readonly sector: string | null; readonly owner: string | null; readonly generalContractor: string | null; readonly subcontractor: string | null } | null; readonly personal: readonly Kept[]; readonly seenBy: readonly { readonly at: string; readonly role: string; readonly organ: string | null; readonly what: readonly string[] }[] };
export type OwnOrder = { readonly yours: "no" | "officer" | "unit"; readonly officer: string | null; readonly order: number; readonly unit: { readonly department: string; readonly division: string } | null; readonly step: "dispatched" | "objected" | "signed" | "transferring" | "unheld" };
export type PackName = { readonly division: string; readonly version: string };
export type PageReceipt = { readonly caseNumber: string; readonly trackingCode: string; readonly url: string; readonly qr: string; readonly text: { readonly zh: string; readonly en: string }; readonly identity: "notAccepted" | "notAsked" | "proven" | "serviceAway"; readonly missing: readonly { readonly field: string; readonly zh: string; readonly en: string }[] };
export type ParkedCase = { readonly caseId: string; readonly events: number; readonly firstPosition: string; readonly error: string; readonly since: string };
export type ParkedEvent = { readonly position: string; readonly partition: number; readonly offset: string; readonly attempts: number; readonly error: string; readonly at: string };
export type PassEnquiryOn = { readonly order: number; readonly section: string; readonly at?: string | null };
export type PassOnRequest = { readonly enquiry: string; readonly question: string; readonly topic: "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3"; readonly section: string; readonly division?: string | null; readonly channel: "12333" | "12345" | "12348" | "serviceStation"; readonly callerName?: string | null; readonly callerPhone: string };
export type Pause = { readonly from: string; readonly to: string; readonly reason?: string; readonly by?: string; readonly approvedBy?: string };
export type PayHeldWages = { readonly worker: number; readonly amount: number; readonly evidence: string; readonly at?: string | null };
export type PayInDeposit = { readonly amount: number; readonly form: "cash" | "guarantee"; readonly proof: string; readonly at?: string | null };
export type PayProjectWages = { readonly workers: number; readonly at?: string | null; readonly month: string; readonly amount: number; readonly proof: string };
export type Payer = { readonly order: number; readonly party: string; readonly zh: string; readonly en: string; readonly grounds: readonly { readonly zh: string; readonly en: string; readonly source: string; readonly upTo: number | null; readonly isCapped: boolean }[]; readonly isCapped: boolean; readonly upTo: number | null; readonly recourse: string | null };
export type PayersLimit = { readonly kind: "payers"; readonly payers: readonly Payer[]; readonly id: string; readonly title: { readonly zh: string; readonly en: string }; readonly zh: string; readonly en: string; readonly steps: readonly LimitStep[]; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" };
export type PaymentKept = { readonly at: string; readonly amount: number; readonly evidence: string; readonly corrected: readonly { readonly at: string; readonly was: number }[]; readonly holder: string | null; readonly what: "claimed" | "held" };
export type Pedigree = { readonly position: string; readonly queryVersion: string; readonly parameters: { readonly kind: "extract" | "figures" | "league"; readonly period: string; readonly by: string; readonly level: number; readonly metrics: readonly string[]; readonly division: string; readonly at: string; readonly only: Readonly<Record<string, string>>; readonly ranks: boolean; readonly pack: { readonly division: string; readonly version: string; readonly hash: string } }; readonly digest: string; readonly parked: number };
export type Period = { readonly extension?: number | (readonly Extension[]); readonly suspended?: readonly Pause[]; readonly restarts?: readonly Restart[]; readonly suspendedSince?: { readonly reason?: string; readonly by?: string; readonly approvedBy?: string; readonly from: string }; readonly n: number; readonly unit: "backwardWorkingDays" | "calendarDays" | "date" | "hours" | "months" | "workingDays" | "years"; readonly roll?: boolean; readonly source?: string };
export type PeriodLimit = { readonly kind: "period"; readonly start: string | null; readonly from: string | null; readonly lastDay: string | null; readonly isProvisional: boolean; readonly daysLeft: number | null; readonly state: "notStarted" | "passed" | "running" | "stopped" | "suspended" | "unknown"; readonly effect: "bar" | "defence" | "rightLost" | "undetermined"; readonly renewedTo: string | null; readonly id: string; readonly title: { readonly zh: string; readonly en: string }; readonly zh: string; readonly en: string; readonly steps: readonly LimitStep[]; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" };
export type PersonDue = { readonly subject: string; readonly cases: readonly { readonly caseId: string; readonly caseNumber: string; readonly file: string | null; readonly keptUntil: string }[] };
export type PersonalCopy = { readonly madeAt: string; readonly ground: string; readonly cases: readonly OwnCase[] };
export type Place = { readonly division: string; readonly role: "assist" | "lead"; readonly department: string; readonly fact: string; readonly rule: string; readonly source: string };
export type PlaceHold = { readonly reason: string; readonly at?: string | null };
export type PlaceMembers = { readonly tier?: string | null; readonly site?: string | null; readonly members: readonly string[] };
export type PlanProjectEnd = { readonly endsOn: string; readonly at?: string | null };
export type PlanVisit = { readonly place: string; readonly division: string; readonly residence: "community" | "workplace" | "lodging" | "barracks"; readonly name: string; readonly dueOn: string; readonly at?: string | null };
export type PolicyProblem = { readonly level: "error" | "warning"; readonly table: string; readonly row: string; readonly field: string; readonly zh: string; readonly en: string };
export type Preview = { readonly wrong: readonly FieldProblem[]; readonly missing: readonly FieldProblem[]; readonly call: readonly Said[]; readonly who: readonly SelfServicePlace[]; readonly turnTo: readonly Said[]; readonly by: readonly { readonly zh: string; readonly en: string; readonly due: string; readonly ground: Said }[]; readonly entitled: readonly Said[]; readonly workBits: number };
export type PreviewOfNotice = { readonly division?: string | null; readonly year: number; readonly notice: Readonly<Record<string, unknown>> };
export type Progress = { readonly importId: string; readonly state: "done" | "underWay"; readonly rows: number; readonly done: number; readonly filed: number; readonly joined: number; readonly refused: number; readonly failed: number; readonly takenAt: string; readonly doneAt: string | null };
export type ProposeCalendar = { readonly division?: string | null; readonly year: number; readonly notice: Readonly<Record<string, unknown>>; readonly note: string };
export type ProposeCampaign = { readonly campaign: string; readonly kind: "clearZeroA" | "clearZeroB" | "winter" | "summer" | "practicalMatters" | "visits"; readonly title: string; readonly division: string; readonly year: number; readonly source: string; readonly rule?: { readonly categories?: readonly ("D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3")[] | null; readonly sectors?: readonly string[] | null; readonly fundings?: readonly ("government" | "stateOwned" | "ppp" | "other")[] | null; readonly arrearsYear?: number | null; readonly receivedFrom?: string | null; readonly receivedTo?: string | null; readonly verified?: boolean | null; readonly collective?: boolean | null; readonly left?: "unpaid" | "unclosed" | null } | null; readonly openMax?: number | null; readonly dueOn?: string | null; readonly targets?: readonly { readonly division: string; readonly openMax: number; readonly dueOn?: string | null }[] | null; readonly at?: string | null };
export type ProposePack = { readonly files: Readonly<Record<string, unknown>>; readonly note: string; readonly ground?: string | null };
export type PublicClaim = { readonly formId: string; readonly site?: string | null; readonly topic?: "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3" | null; readonly problems?: readonly ("wages" | "socialInsurance" | "workInjury" | "laborContract" | "dismissal" | "siteHazard" | "occupationalDisease" | "psychological" | "hukou" | "residencePermit" | "training" | "subsidy" | "certificate" | "enrolment" | "insurance" | "crossRegionSettlement" | "publicHealth" | "vaccination" | "publicRental" | "agencyFee" | "election" | "workersCongress" | "partyMembership" | "venues" | "events" | "newResident" | "union" | "youthLeague" | "womensFederation" | "child" | "childAlone" | "elder" | "elderAlone" | "woman" | "leftBehindWoman" | "landContract" | "homestead" | "collectiveIncome" | "relief" | "emergency" | "disaster" | "noIncome" | "vagrant" | "jobSeeking" | "unemploymentRegistration" | "legalAid")[] | null; readonly iWantTo?: "consult" | "help" | "complaint" | "report" | "suggestion" | null; readonly place: string; readonly street?: string | null; readonly me: { readonly myName?: string | null; readonly myMobile?: string | null; readonly myIdNumber?: string | null; readonly iAmMigrantWorker?: boolean | null; readonly stayAnonymous?: boolean | null; readonly keepMyNameFromEmployer?: boolean | null; readonly filledInBy?: string | null }; readonly helper?: { readonly whoIAm: "closeRelative" | "guardian" | "tradeUnion" | "legalAidBody" | "lawyer" | "fellowWorker" | "other"; readonly why: "writtenAuthority" | "statutoryAgency" | "elected" | "legalAidAppointment" | "unionSupport" | "oralAuthority"; readonly helperName?: string | null; readonly helperMobile?: string | null } | null; readonly bossOrCompany?: string | null; readonly companyCreditCode?: string | null; readonly siteName?: string | null; readonly kindOfWork?: string | null; readonly siteOwner?: string | null; readonly mainBuilder?: string | null; readonly gangCompany?: string | null; readonly owedYuan?: number | null; readonly howManyPeople?: number | null; readonly firstUnpaidMonth?: string | null; readonly lastUnpaidMonth?: string | null; readonly stillWorkingThere?: boolean | null; readonly lastDayOfWork?: string | null; readonly bossCannotBeReached?: boolean | null; readonly needLegalAid?: boolean | null; readonly iHoldAnIou?: boolean | null; readonly cannotWait?: boolean | null; readonly story?: string | null };
export type PublishFiguresRequest = { readonly title: string; readonly kind: "figures" | "league"; readonly period: string; readonly division?: string | null; readonly by?: "division" | "department" | "track" | "category" | "channel" | "clock" | "stage" | "part" | "none" | "month" | null; readonly level?: "province" | "prefecture" | "county" | "township" | null; readonly metric?: string | null; readonly ranks?: "true" | "false" | null; readonly asOf?: string | null };
export type PublishNotice = { readonly at?: string | null };
export type PublishProposal = { readonly hash?: string | null };
export type PublishViolation = { readonly at?: string | null };
export type RaiseWarning = { readonly warning: string; readonly bodies: readonly { readonly department: string; readonly division: string }[]; readonly text?: string | null; readonly at?: string | null };
export type Rate = { readonly numerator: number; readonly denominator: number; readonly percent: number | null };
export type ReadNotes = { readonly reason: string };
export type Readiness = { readonly status: "not-ready" | "ready"; readonly postgres: "down" | "up"; readonly kafka: readonly string[]; readonly workers?: Readonly<Record<string, string>>; readonly log?: Differs };
export type ReassignOrders = { readonly officer?: string | null };
export type Rebuilt = { readonly projection: string; readonly position: string; readonly events: number; readonly rows: number; readonly digest: string; readonly differing: number; readonly firstKey: string | null };
export type ReceiveAnswer = { readonly at?: string | null };
export type ReceiveMaterials = { readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type ReceivePendingDocument = { readonly document: string; readonly at?: string | null };
export type ReceiveRecords = { readonly at?: string | null };
export type ReceiveSupplements = { readonly at?: string | null };
export type Reconcile = { readonly day: string; readonly orders: readonly string[]; readonly feedback?: readonly string[] | null };
export type Reconciled = { readonly day: string; readonly agrees: boolean; readonly orders: Compared; readonly feedback?: { readonly here: number; readonly there: number; readonly unknownThere: readonly string[]; readonly unknownHere: readonly string[]; readonly delivered: number; readonly waiting: number; readonly abandoned: number } };
export type RecordActivity = { readonly activity: string; readonly kind: "service" | "monitoring" | "emergency" | "mediation" | "legalAid" | "visit"; readonly on: string; readonly workers: number; readonly at?: string | null };
export type RecordAgreement = { readonly at?: string | null; readonly performBy: string; readonly owed: readonly { readonly worker: number; readonly amount: number }[]; readonly items?: readonly { readonly kind: "wages" | "overtime" | "annualLeave" | "severance" | "injuryMedical" | "damages" | "other"; readonly worker: number; readonly amount: number }[] | null; readonly plan?: readonly { readonly on: string; readonly worker: number; readonly amount: number }[] | null; readonly acceleration?: boolean | null; readonly payers?: readonly ("employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor")[] | null; readonly unsettled?: readonly { readonly worker: number; readonly wantsArbitration: boolean }[] | null; readonly text?: string | null };
export type RecordBrokenPromise = { readonly document: string; readonly consequence: "decidedWithout" | "leavesSpeedy"; readonly at?: string | null };
export type RecordCallback = { readonly solved?: boolean | null; readonly satisfied?: "satisfied" | "basicallySatisfied" | "dissatisfied" | null; readonly answers?: readonly { readonly order: number; readonly solved: boolean }[] | null; readonly at?: string | null };
export type RecordCallbackUnreached = { readonly at?: string | null };
export type RecordDepositRefilled = { readonly at?: string | null };
export type RecordDepositUsed = { readonly at?: string | null };
export type RecordFinding = { readonly visit: string; readonly finding: string; readonly category: "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3"; readonly kinds?: readonly ("consult" | "help" | "complaint" | "report" | "suggestion")[] | null; readonly matters?: readonly ("wages" | "socialInsurance" | "workInjury" | "laborContract" | "dismissal" | "siteHazard" | "occupationalDisease" | "psychological" | "hukou" | "residencePermit" | "training" | "subsidy" | "certificate" | "enrolment" | "insurance" | "crossRegionSettlement" | "publicHealth" | "vaccination" | "publicRental" | "agencyFee" | "election" | "workersCongress" | "partyMembership" | "venues" | "events" | "newResident" | "union" | "youthLeague" | "womensFederation" | "child" | "childAlone" | "elder" | "elderAlone" | "woman" | "leftBehindWoman" | "landContract" | "homestead" | "collectiveIncome" | "relief" | "emergency" | "disaster" | "noIncome" | "vagrant" | "jobSeeking" | "unemploymentRegistration" | "legalAid")[] | null; readonly person?: { readonly name?: string | null; readonly phone?: string | null; readonly idNumber?: string | null; readonly secrecy?: boolean | null } | null; readonly employer?: { readonly name?: string | null; readonly creditCode?: string | null } | null; readonly project?: string | null; readonly text?: string | null; readonly facts?: Readonly<Record<string, unknown>> | null; readonly at?: string | null };
export type RecordInterview = { readonly attended: boolean; readonly record?: string | null; readonly at?: string | null; readonly escalation: string };
export type RecordLeaving = { readonly arbitrator: string };
export type RecordNoShow = { readonly party: "worker" | "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor"; readonly at?: string | null };
export type RecordPoliceFiling = { readonly at?: string | null };
export type RecordPoliceRefusal = { readonly reason: string; readonly at?: string | null };
export type RecordReconsideration = { readonly filed: boolean; readonly reason: string; readonly at?: string | null };
export type RecordRecourse = { readonly amount: number; readonly evidence: string; readonly at?: string | null };
export type RecordRectified = { readonly proof: string; readonly at?: string | null };
export type RecordRepresentation = { readonly relation: "closeRelative" | "guardian" | "tradeUnion" | "legalAidBody" | "lawyer" | "fellowWorker" | "other"; readonly basis: "writtenAuthority" | "statutoryAgency" | "elected" | "legalAidAppointment" | "unionSupport" | "oralAuthority"; readonly name?: string | null; readonly phone?: string | null; readonly at?: string | null };
export type RecordVisit = { readonly visit: string; readonly interviewed: number; readonly registered: number; readonly informed: boolean; readonly note?: string | null; readonly revisitOn?: string | null; readonly at?: string | null };
export type RecordWagePaid = { readonly beyondOwed?: boolean | null; readonly at?: string | null; readonly worker: number; readonly amount: number; readonly source: "employer" | "generalContractor" | "projectOwner" | "deposit" | "emergencyFund" | "court" | "wageAccount" | "otherParty"; readonly evidence: string; readonly payer?: "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor" | null };
export type RedispatchOrder = { readonly ground: string; readonly reason: string; readonly at?: string | null; readonly order?: number | null; readonly department: string; readonly division?: string | null };
export type ReferJobSeeker = { readonly to: "platform" | "employer" | "training" | "gigMarket" | "publicPost"; readonly unit: string; readonly at?: string | null; readonly order: number };
export type RefuseApplication = { readonly ground: string; readonly at?: string | null };
export type RefuseComplaint = { readonly ground: string; readonly otherRoutes: readonly string[]; readonly at?: string | null };
export type RefuseLegalAid = { readonly ground: string; readonly cause?: "means" | "scope" | "merit" | "other" | null; readonly at?: string | null; readonly order: number };
export type RefuseProcedure = { readonly ground: string; readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type Refused = { readonly code: string; readonly reason: { readonly zh: string; readonly en: string }; readonly command: string; readonly service: string; readonly title: { readonly zh: string; readonly en: string }; readonly ground: string };
export type RegisterArbitrator = { readonly specialities: readonly ("speedy" | "ordinary" | "collective" | "wages" | "workInjury" | "dismissal" | "socialInsurance")[]; readonly arbitrator: string };
export type RegisterPoint = { readonly kind: "nationalPark" | "provincialPark" | "otherPark" | "association"; readonly every: "month" | "quarter"; readonly at?: string | null; readonly partner: string; readonly name: string; readonly creditCode?: string | null; readonly division: string };
export type RegisterProject = { readonly project: string; readonly name: string; readonly sector: "housing" | "transport" | "water" | "railway" | "aviation" | "other"; readonly division: string; readonly owner: string; readonly generalContractor: { readonly name: string; readonly creditCode?: string | null }; readonly investment: "government" | "stateOwned" | "private"; readonly startedOn: string; readonly at?: string | null };
export type RegisterStation = { readonly place: string; readonly host: "chamber" | "association" | "enterprise" | "office"; readonly at?: string | null; readonly partner: string; readonly name: string; readonly creditCode?: string | null; readonly division: string };
export type RegisterUnit = { readonly services: readonly ("monitoring" | "legalAid" | "policyAdvice" | "counselling" | "careerGuidance" | "training" | "finance" | "culture" | "integration")[]; readonly at?: string | null; readonly partner: string; readonly name: string; readonly creditCode?: string | null; readonly division: string };
export type RejectCampaign = { readonly reason: string; readonly at?: string | null };
export type RejectErasure = { readonly reason: string };
export type RejectProposal = { readonly reason: string };
export type ReleaseDeposit = { readonly at?: string | null };
export type ReleaseHearing = { readonly caseId: string; readonly on: string };
export type ReleaseStaff = { readonly staff: string; readonly at?: string | null };
export type RemoveFromSanctionList = { readonly ground: "termEnded" | "early" | "revoked"; readonly correctedOn?: string | null; readonly promised?: boolean | null; readonly at?: string | null };
export type RemovePartner = { readonly ground: "assessment" | "withdrew" | "dissolved" | "breach" | "moved"; readonly at?: string | null };
export type ReopenCase = { readonly reason: string; readonly at?: string | null };
export type ReplaceMediator = { readonly mediator: string; readonly noConflict: boolean; readonly reason?: string | null; readonly at?: string | null };
export type ReportCrime = { readonly at?: string | null };
export type ReportMajorEvent = { readonly event: string; readonly kind: "arrears" | "gathering" | "injuryOrDeath" | "stoppage" | "epidemic" | "other"; readonly workers: number; readonly text?: string | null; readonly at?: string | null };
export type ReportPeriod = { readonly period: string; readonly workers: number; readonly arrived: number; readonly left: number; readonly unpaidWorkers: number; readonly unpaid: number; readonly summary?: string | null; readonly at?: string | null };
export type RequestAdjournment = { readonly party: "worker" | "employer"; readonly reason: string; readonly at?: string | null };
export type RequestCorrection = { readonly reason?: string | null; readonly at?: string | null; readonly name?: string | null; readonly phone?: string | null; readonly idNumber?: string | null };
export type RequestMaterials = { readonly gaps: readonly string[]; readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type RequestReconsideration = { readonly at?: string | null };
export type RequestRecusal = { readonly arbitrator: string; readonly party: "worker" | "employer" | "self"; readonly ground: "partyOrRelative" | "interest" | "otherRelation" | "privateMeeting"; readonly reason?: string | null; readonly at?: string | null };
export type RequestSupplements = { readonly gaps: readonly string[]; readonly at?: string | null };
export type RequireCorrections = { readonly gaps: readonly string[]; readonly at?: string | null };
export type Restart = { readonly from: string; readonly at: string; readonly reason?: string; readonly by?: string; readonly approvedBy?: string };
export type ResumeArbitration = { readonly at?: string | null };
export type ResumeCase = { readonly reason: string; readonly at?: string | null };
export type ResumeInvestigation = { readonly at?: string | null };
export type ResumeLimitation = { readonly at?: string | null; readonly order: number; readonly right: "labour" | "wages" | "land" | "enforcement" };
export type ResumeProcedure = { readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type ReturnProcedure = { readonly ground: string; readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type ReturnTransfer = { readonly ground: string; readonly reason: string; readonly at?: string | null; readonly order?: number | null };
export type RevealRequest = { readonly fields: readonly ("name" | "phone" | "idNumber" | "text" | "address" | "onBehalfOf" | "representativeName" | "representativePhone" | "requestedName" | "requestedPhone" | "requestedIdNumber")[]; readonly reason: string };
export type ReviewAidRefusal = { readonly upheld: boolean; readonly at?: string | null; readonly order: number };
export type RevokeSiteCode = { readonly code: number; readonly at?: string | null };
export type RowAnswer = { readonly row: number; readonly number: string | null; readonly result: "failed" | "filed" | "joined" | "refused"; readonly caseId?: string; readonly caseNumber?: string; readonly trackingCode?: string; readonly code?: string; readonly zh?: string; readonly en?: string; readonly errors?: readonly { readonly field: string; readonly column?: string; readonly zh: string; readonly en: string }[] };
export type RuleAdvanceEnforcement = { readonly amount: number; readonly rightsClear?: boolean | null; readonly lifeAffected?: boolean | null; readonly at?: string | null };
export type RuleOnRecusal = { readonly arbitrator: string; readonly granted: boolean; readonly at?: string | null };
export type RuleOnSetAside = { readonly annulled: boolean; readonly at?: string | null };
export type Run = { readonly projection: string; readonly check: boolean; readonly by: string; readonly startedAt: string; readonly state: "done" | "failed" | "running"; readonly position: number; readonly of: number; readonly result: null | Rebuilt; readonly code: string | null };
export type Said = { readonly zh: string; readonly en: string };
export type ScheduleHearing = { readonly hearingOn: string; readonly room: string; readonly from?: string | null; readonly to?: string | null; readonly online?: boolean | null; readonly at?: string | null };
export type ScheduleSession = { readonly startsAt: string; readonly mode: "onSite" | "online"; readonly place?: string | null; readonly at?: string | null };
export type SelfServicePlace = { readonly department: Said; readonly division: string };
export type SelfServiceRequest = { readonly formId: string; readonly sentAt: string; readonly photos?: readonly { readonly name: string; readonly sha256: string; readonly size: number; readonly uri: string }[] | null; readonly topic?: "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3" | null; readonly problems?: readonly ("wages" | "socialInsurance" | "workInjury" | "laborContract" | "dismissal" | "siteHazard" | "occupationalDisease" | "psychological" | "hukou" | "residencePermit" | "training" | "subsidy" | "certificate" | "enrolment" | "insurance" | "crossRegionSettlement" | "publicHealth" | "vaccination" | "publicRental" | "agencyFee" | "election" | "workersCongress" | "partyMembership" | "venues" | "events" | "newResident" | "union" | "youthLeague" | "womensFederation" | "child" | "childAlone" | "elder" | "elderAlone" | "woman" | "leftBehindWoman" | "landContract" | "homestead" | "collectiveIncome" | "relief" | "emergency" | "disaster" | "noIncome" | "vagrant" | "jobSeeking" | "unemploymentRegistration" | "legalAid")[] | null; readonly iWantTo?: "consult" | "help" | "complaint" | "report" | "suggestion" | null; readonly place: string; readonly street?: string | null; readonly me: { readonly myName?: string | null; readonly myMobile?: string | null; readonly myIdNumber?: string | null; readonly iAmMigrantWorker?: boolean | null; readonly stayAnonymous?: boolean | null; readonly keepMyNameFromEmployer?: boolean | null; readonly filledInBy?: string | null }; readonly helper?: { readonly whoIAm: "closeRelative" | "guardian" | "tradeUnion" | "legalAidBody" | "lawyer" | "fellowWorker" | "other"; readonly why: "writtenAuthority" | "statutoryAgency" | "elected" | "legalAidAppointment" | "unionSupport" | "oralAuthority"; readonly helperName?: string | null; readonly helperMobile?: string | null } | null; readonly bossOrCompany?: string | null; readonly companyCreditCode?: string | null; readonly siteName?: string | null; readonly kindOfWork?: string | null; readonly siteOwner?: string | null; readonly mainBuilder?: string | null; readonly gangCompany?: string | null; readonly owedYuan?: number | null; readonly howManyPeople?: number | null; readonly firstUnpaidMonth?: string | null; readonly lastUnpaidMonth?: string | null; readonly stillWorkingThere?: boolean | null; readonly lastDayOfWork?: string | null; readonly bossCannotBeReached?: boolean | null; readonly needLegalAid?: boolean | null; readonly iHoldAnIou?: boolean | null; readonly cannotWait?: boolean | null; readonly story?: string | null };
export type SendReminder = { readonly at?: string | null; readonly order: number; readonly text: string; readonly to?: string | null; readonly answerDue?: string | null };
export type Sentence = { readonly zh: string; readonly en: string };
export type SeparateDuplicate = { readonly channel: string; readonly channelNumber: string; readonly reason?: string | null; readonly at?: string | null };
export type ServeAward = { readonly party: "worker" | "employer" | "both"; readonly means?: "inPerson" | "posted" | "mail" | "notice" | "phone" | "sms" | "email" | null; readonly proof?: string | null; readonly at?: string | null };
export type ServeCopy = { readonly proof: string; readonly means?: "inPerson" | "posted" | "mail" | "notice" | "phone" | "sms" | "email" | null; readonly at?: string | null };
export type ServeDecision = { readonly decision: "handling" | "penalty"; readonly at?: string | null };
export type ServeMediationInstrument = { readonly performBy: string; readonly owed: readonly { readonly worker: number; readonly amount: number }[]; readonly services?: readonly { readonly party: "worker" | "employer"; readonly means: "inPerson" | "posted" | "mail" | "notice" | "phone" | "sms" | "email"; readonly proof: string }[] | null; readonly at?: string | null };
export type ServePartialInstrument = { readonly kinds: readonly ("wages" | "overtime" | "annualLeave" | "severance" | "injuryMedical" | "damages" | "other" | "labourStandards")[]; readonly performBy: string; readonly owed: readonly { readonly worker: number; readonly amount: number }[]; readonly at?: string | null };
export type ServePaymentOrder = { readonly at?: string | null };
export type SetOpenLimit = { readonly openMax: number; readonly officer?: string | null };
export type Shown = { readonly channel: string; readonly zh: string; readonly en: string; readonly enabled: boolean; readonly terms: { readonly divisions: readonly string[] | null; readonly kinds: readonly string[] | null; readonly formats: readonly ("csv" | "json" | "xlsx")[] | null; readonly rate: { readonly perMinute: number; readonly burst: number } | null; readonly certificates: readonly string[]; readonly feedbackUrl: string | null }; readonly keys: readonly ShownKey[]; readonly mine: boolean };
export type ShownKey = { readonly key: string; readonly live: boolean; readonly configured: boolean; readonly issuedAt: string | null; readonly issuedBy: string | null; readonly until: string | null; readonly revokedAt: string | null; readonly lastUsedAt: string | null };
export type SignAgreement = { readonly party: "worker" | "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor"; readonly worker?: number | null; readonly means: "paper" | "online"; readonly at?: string | null };
export type SignOrder = { readonly at?: string | null; readonly order?: number | null };
export type SiteCase = { readonly caseId: string; readonly caseNumber: string; readonly division: string; readonly handlingDivision: string; readonly receivedAt: string; readonly category: string | null; readonly closed: boolean; readonly followedUpAt: string | null };
export type SkipParked = { readonly position: string; readonly reason: string };
export type SplitGroup = { readonly into: string; readonly members: readonly string[] };
export type SplitOrder = { readonly matter: string; readonly kind: "consult" | "help" | "complaint" | "report" | "suggestion"; readonly category: string; readonly reason: string; readonly at?: string | null; readonly order?: number | null; readonly department: string; readonly division?: string | null };
export type Standing = { readonly due: string; readonly provisionalDue: string | null };
export type StartCampaign = { readonly at?: string | null };
export type StartMediation = { readonly mediator: string; readonly noConflict?: boolean | null; readonly at?: string | null };
export type StateElements = { readonly party: "worker" | "employer"; readonly statements: readonly { readonly element: string; readonly value: unknown }[]; readonly remark?: string | null; readonly at?: string | null };
export type StateWagesOwed = { readonly performBy: string; readonly owed: readonly { readonly worker: number; readonly amount: number }[]; readonly plan?: readonly { readonly on: string; readonly worker: number; readonly amount: number }[] | null; readonly payers?: readonly ("employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor")[] | null; readonly at?: string | null };
export type StationRequest = { readonly externalId: string; readonly receivedAt: string; readonly category?: "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3" | null; readonly demandKind?: "consult" | "help" | "complaint" | "report" | "suggestion" | null; readonly division?: string | null; readonly origin?: "12345" | "12333" | "12348" | "12351" | "cluePlatform" | "miniProgram" | "serviceStation" | "arbitrationWindow" | "mediationOrg" | null; readonly text?: string | null; readonly address?: string | null; readonly urgencyHint?: "emergency" | "urgent" | "ordinary" | "complex" | null; readonly requester?: { readonly name?: string | null; readonly phone?: string | null; readonly idNumber?: string | null; readonly migrantWorker?: boolean | null; readonly anonymous?: boolean | null; readonly secrecy?: boolean | null; readonly onBehalfOf?: string | null } | null; readonly employer?: { readonly name?: string | null; readonly creditCode?: string | null; readonly address?: string | null } | null; readonly project?: { readonly name?: string | null; readonly sector?: string | null; readonly owner?: string | null; readonly generalContractor?: string | null; readonly subcontractor?: string | null } | null; readonly attachments?: readonly { readonly name: string; readonly sha256: string; readonly size: number; readonly uri: string }[] | null; readonly facts?: Readonly<Record<string, unknown>> | null };
export type StatisticsAnswer = { readonly period: StatisticsPeriod; readonly compared: { readonly lastYear: StatisticsPeriod; readonly previous: StatisticsPeriod }; readonly total: readonly ComparedFigure[]; readonly groups: readonly Group[]; readonly overdue: readonly Lateness[]; readonly league: readonly LeagueRow[] | null; readonly pedigree: Pedigree };
export type StatisticsPeriod = { readonly name: string; readonly from: string; readonly to: string };
export type StayArbitration = { readonly ground: string; readonly at?: string | null };
export type Step = { readonly position: string; readonly recordedAt: string; readonly at?: unknown; readonly type: string; readonly title?: string; readonly actor: string; readonly changed: Readonly<Record<string, unknown>> };
export type StepTaken = { readonly caseId: string; readonly stream: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] };
export type Subscription = { readonly channel: string; readonly events: readonly string[] | null; readonly stoppedAt: string | null };
export type SupplementClaim = { readonly facts?: Readonly<Record<string, unknown>> | null; readonly text?: string | null; readonly at?: string | null };
export type SupplementRequest = { readonly text: string };
export type SuspendInvestigation = { readonly reason: string; readonly at?: string | null };
export type SuspendLimitation = { readonly reason: string; readonly at?: string | null; readonly order: number; readonly right: "labour" | "wages" | "land" | "enforcement" };
export type SuspendProcedure = { readonly reason: string; readonly at?: string | null; readonly order: number; readonly procedure: "general" | "workInjury" | "capacityAppraisal" | "residencePermit" | "landArbitration" | "relief" | "legalAid" | "petition" };
export type TakeMajorEvent = { readonly event: string; readonly action: "caseOpened" | "sentOn" | "handledOnSite" | "notTrue"; readonly caseId?: string | null; readonly at?: string | null };
export type TakeSpeciality = { readonly officer?: string | null; readonly speciality: { readonly kind: "category" | "matter" | "track"; readonly code: string } };
export type Taken = { readonly evidence: string; readonly position: string; readonly sha256: string; readonly outcome: "added" | "unchanged" };
export type TellLongerLimit = { readonly order: number; readonly until: string; readonly ground: string; readonly reply: string; readonly at?: string | null };
export type TerminateEnforcement = { readonly at?: string | null };
export type TestLimit = { readonly kind: "test"; readonly answer: "met" | "unknown" | "unmet"; readonly flag: string | null; readonly id: string; readonly title: { readonly zh: string; readonly en: string }; readonly zh: string; readonly en: string; readonly steps: readonly LimitStep[]; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" };
export type Told = { readonly zh: string; readonly en: string; readonly step: "accepted" | "concluded" | "referred"; readonly result: "declined" | "notReached" | "placed" | "trained" | null };
export type TopUpDeposit = { readonly at?: string | null; readonly amount: number; readonly proof: string };
export type Totals = { readonly clocks: number; readonly cases: number; readonly byKind: Readonly<Record<string, number>>; readonly byDepartment: Readonly<Record<string, number>> };
export type Touched = { readonly count: number; readonly cases: readonly { readonly at: string; readonly caseId: string; readonly position: string; readonly division: string; readonly packDivision: string; readonly packVersion: string }[]; readonly next: string | null };
export type Tracked = { readonly caseNumber: string; readonly receivedAt: string; readonly state: "ACCEPTED" | "ADVISED_CLOSED" | "ANSWERED" | "ARBITRATING" | "ARB_MEDIATED" | "ARCHIVED" | "AWARDED" | "CALLBACK" | "CARRIED" | "CLOSED" | "CONTACTED" | "COURT_REFERRED" | "DECIDED_INSP" | "DISPATCHED" | "EFFECTIVE" | "ENFORCING" | "HANDED_TO_EMERGENCY" | "INVESTIGATING" | "LITIGATION" | "MEDIATED" | "MEDIATING" | "MEDIATION_FAILED" | "OBJECTED" | "REGISTERED" | "REOPENED" | "RESOLVED" | "SIGNED" | "TRANSFERRED" | "TRANSFERRED_POLICE" | "TRIAGED" | "UNENFORCEABLE" | "WITHDRAWN"; readonly stateName: string; readonly stateNameEn: string; readonly closed: boolean; readonly inCharge: readonly { readonly department: null | Said; readonly division: string; readonly order: number }[]; readonly why: { readonly zh: string; readonly en: string; readonly ground: Said } | null; readonly told: readonly (null | Said)[]; readonly nextStep: { readonly due: string; readonly name: Said; readonly who: null | Body; readonly ground: Said } | null; readonly missing: readonly { readonly field: string; readonly zh: string; readonly en: string }[]; readonly unpaidFen: number; readonly paidFen: number; readonly referrals: readonly Told[]; readonly closedUnpaid: boolean; readonly entitled: readonly { readonly zh: string; readonly en: string; readonly department: null | Said; readonly offer: string; readonly answer: "accepted" | "declined" | "made" | null }[]; readonly reopenUntil: string | null; readonly correction: { readonly zh: string; readonly en: string; readonly step: "corrected" | "declined" | "requested" } | null; readonly canDo: readonly { readonly zh: string; readonly en: string; readonly command: string }[]; readonly steps: readonly { readonly type: string; readonly at?: unknown; readonly title: string }[] };
export type TransferAnswer = { readonly transfer: string; readonly outcome: "taken" | "returned"; readonly at: string; readonly unit?: { readonly department: string; readonly division: string } | null; readonly ground?: string | null; readonly reason?: string | null };
export type TransferOrder = { readonly department?: string | null; readonly division: string; readonly ground: string; readonly at?: string | null; readonly order?: number | null };
export type TransferRequest = { readonly transfer: string; readonly log: string; readonly position: string; readonly leafHash: string; readonly checkpoint?: string | null; readonly caseId: string; readonly caseNumber: string; readonly order: number; readonly from?: { readonly department: string; readonly division: string } | null; readonly to: { readonly department: string; readonly division: string }; readonly ground: string; readonly transferredAt: string; readonly firstReceivedAt: string; readonly origin: "12345" | "12333" | "12348" | "12351" | "cluePlatform" | "miniProgram" | "serviceStation" | "arbitrationWindow" | "mediationOrg"; readonly category?: "D01" | "D02" | "D03" | "D04" | "D05" | "D06" | "D07" | "D08" | "D09" | "D10" | "D11" | "D12" | "D13" | "X1" | "X2" | "X3" | null; readonly kinds: readonly ("consult" | "help" | "complaint" | "report" | "suggestion")[]; readonly matters: readonly ("wages" | "socialInsurance" | "workInjury" | "laborContract" | "dismissal" | "siteHazard" | "occupationalDisease" | "psychological" | "hukou" | "residencePermit" | "training" | "subsidy" | "certificate" | "enrolment" | "insurance" | "crossRegionSettlement" | "publicHealth" | "vaccination" | "publicRental" | "agencyFee" | "election" | "workersCongress" | "partyMembership" | "venues" | "events" | "newResident" | "union" | "youthLeague" | "womensFederation" | "child" | "childAlone" | "elder" | "elderAlone" | "woman" | "leftBehindWoman" | "landContract" | "homestead" | "collectiveIncome" | "relief" | "emergency" | "disaster" | "noIncome" | "vagrant" | "jobSeeking" | "unemploymentRegistration" | "legalAid")[]; readonly text?: string | null; readonly address?: string | null; readonly requester?: { readonly name?: string | null; readonly phone?: string | null; readonly idNumber?: string | null; readonly onBehalfOf?: string | null; readonly migrantWorker: boolean; readonly secrecy: boolean } | null; readonly employer?: { readonly name?: string | null; readonly creditCode?: string | null; readonly address?: string | null } | null; readonly project?: { readonly name?: string | null; readonly sector?: string | null; readonly owner?: string | null; readonly generalContractor?: string | null; readonly subcontractor?: string | null } | null; readonly attachments: readonly { readonly name: string; readonly sha256: string; readonly size: number; readonly uri: string }[]; readonly facts: Readonly<Record<string, unknown>> };
export type TransferToPolice = { readonly at?: string | null };
export type TribunalDeclareConflict = { readonly ground: "partyOrRelative" | "interest" | "otherRelation"; readonly arbitrator: string; readonly creditCode?: string | null; readonly employer?: string | null };
export type TribunalNoteAbsence = { readonly from: string; readonly to: string; readonly arbitrator: string };
export type UndoMerge = { readonly other: string };
export type UnitGiven = { readonly department: string; readonly division: string };
export type UnitLine = { readonly receivedAt: string | null; readonly answeredAt: string | null; readonly answer: string | null; readonly late: boolean; readonly missed: boolean; readonly department: string; readonly division: string };
export type UnlinkProjectCase = { readonly at?: string | null; readonly caseId: string };
export type VerifyClue = { readonly conclusion: string; readonly amount?: number | null; readonly workers?: number | null; readonly division?: string | null; readonly reference?: string | null; readonly at?: string | null; readonly order: number };
export type Visit = { readonly on: string; readonly visit: string; readonly by: string; readonly interviewed: number; readonly unpaid: { readonly workers: number; readonly amount: number; readonly months: number } | null };
export type VisitSite = { readonly visit: string; readonly interviewed: number; readonly unpaid?: { readonly workers: number; readonly amount: number; readonly months: number } | null; readonly at?: string | null };
export type WaiveAnswerPeriod = { readonly at?: string | null };
export type WhatIfRequest = { readonly pack?: { readonly division: string; readonly version: string } | null; readonly proposal?: string | null; readonly files?: Readonly<Record<string, unknown>> | null; readonly from?: string | null; readonly to?: string | null; readonly division?: string | null; readonly cursor?: string | null; readonly limit?: number | null };
export type WhatIfTotals = { readonly cases: number; readonly beyond: number; readonly gone: number; readonly unreadable: number; readonly strayed: number; readonly differing: number; readonly elsewhere: number; readonly shareElsewhere: number; readonly otherMode: number; readonly otherFlags: number; readonly otherDays: number; readonly newlyBreached: number; readonly spared: number; readonly departments: readonly Load[]; readonly divisions: readonly Load[]; readonly conditions: readonly ({ readonly table: string; readonly row: string; readonly rule: string | null; readonly change: "changed" | "gained" | "lost"; readonly why: null | { readonly kind: "cell"; readonly field: string; readonly before: string; readonly after: string; readonly found?: unknown } | { readonly kind: "value"; readonly field: string; readonly before?: unknown; readonly after?: unknown; readonly by: readonly string[] } | { readonly kind: "added" } | { readonly kind: "removed" } | { readonly kind: "preceded"; readonly row: string } | { readonly kind: "period" } | { readonly kind: "result"; readonly field: string; readonly before?: unknown; readonly after?: unknown }; readonly cases: number })[] };
export type WhoLookedRequest = { readonly caseId?: string | null; readonly name?: string | null; readonly phone?: string | null; readonly idNumber?: string | null; readonly reason: string };
export type WithdrawApplication = { readonly settled: boolean; readonly at?: string | null };
export type WithdrawClaim = { readonly reason: string; readonly at?: string | null };
export type WithdrawEvidence = { readonly evidence: string; readonly reason: string; readonly replacedBy?: string | null; readonly at?: string | null };
export type WithdrawFiling = { readonly reason: string; readonly at?: string | null };
export type WithdrawFromMediation = { readonly party: "worker" | "employer" | "subcontractor" | "generalContractor" | "projectOwner" | "qualificationLender" | "licensedContractor" | "dispatcher" | "userUnit" | "investor"; readonly at?: string | null };
export type WithdrawPack = { readonly division: string; readonly version: string; readonly reason: string };
export type Words = { readonly zh: string; readonly en: string };

/** 进程是否在运行（Whether the process runs）. Whether the process runs. */
export type HealthLiveProblem = 'INTERNAL' | 'UNAVAILABLE';
/** 进程是否在运行（Whether the process runs）. GET /health/live */
export function healthLive(client: Client, given: {} = {}, options?: Options): Promise<{ readonly status: "live" }> {
  return client.call({ method: 'GET', path: '/health/live' }, given, options);
}

/** 进程能否接受请求（Whether the process can take requests）. Whether the process can take requests. */
export type HealthReadyProblem = 'INTERNAL' | 'UNAVAILABLE';
/** 进程能否接受请求（Whether the process can take requests）. GET /health/ready */
export function healthReady(client: Client, given: {} = {}, options?: Options): Promise<Readiness> {
  return client.call({ method: 'GET', path: '/health/ready' }, given, options);
}

/** 导出多件案卷证据包（Takes several cases away as a bundle）. Roles: auditor. */
export type BundleBundlesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'LOG_NOT_SEALED' | 'LOG_WITHOUT_KEY' | 'NO_SUCH_CASE' | 'NO_SUCH_LEAF' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'BUNDLE_CASES_OR_SAMPLE' | 'SAMPLE_EMPTY' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 导出多件案卷证据包（Takes several cases away as a bundle）. POST /v1/audit/bundles */
export function bundleBundles(client: Client, given: { readonly body: BundlesRequest }, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'POST', path: '/v1/audit/bundles', answers: 'bytes' }, given, options);
}

/** 导出案卷证据包（Takes a case away as a bundle）. Roles: auditor. */
export type BundleProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'LOG_WITHOUT_KEY' | 'NO_SUCH_CASE' | 'NO_SUCH_LEAF' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 导出案卷证据包（Takes a case away as a bundle）. GET /v1/audit/cases/{caseId}/bundle */
export function bundle(client: Client, given: { readonly caseId: string }, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/audit/cases/{caseId}/bundle', answers: 'bytes' }, given, options);
}

/** 查看个人信息并留痕（Reveals personal data, on record）. Personal data for those who handle the case, each field as far as their role needs it: each look is recorded before anything is shown. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid. */
export type AccessRevealProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'COMPLAINANT_IS_SECRET' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 查看个人信息并留痕（Reveals personal data, on record）. POST /v1/audit/cases/{caseId}/personal-data */
export function accessReveal(client: Client, given: { readonly caseId: string; readonly body: RevealRequest }, options?: Options): Promise<{ readonly caseId: string; readonly erased: boolean; readonly personal: Readonly<Record<string, string | null>> }> {
  return client.call({ method: 'POST', path: '/v1/audit/cases/{caseId}/personal-data' }, given, options);
}

/** 回放案件（Replays a case）. A case folded again from nothing, step by step: what each fact changed, and the case as it stood at the end. Roles: auditor, supervisor. */
export type ReplayProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'REPLAY_AS_OF_MALFORMED' | 'INTERNAL' | 'UNAVAILABLE';
/** 回放案件（Replays a case）. GET /v1/audit/cases/{caseId}/replay */
export function replay(client: Client, given: { readonly caseId: string; readonly asOf?: string }, options?: Options): Promise<{ readonly steps: readonly Step[]; readonly state?: CaseRow; readonly caseId: string }> {
  return client.call({ method: 'GET', path: '/v1/audit/cases/{caseId}/replay', query: ["asOf"] }, given, options);
}

/** 消费进度（Shows the consumer’s lag）. How far a service is behind the topic, for the operator. Roles: operator. */
export type AuditConsumerShowProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 消费进度（Shows the consumer’s lag）. GET /v1/audit/consumer */
export function auditConsumerShow(client: Client, given: {} = {}, options?: Options): Promise<{ readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: null; readonly reason: null; readonly lag: null } | { readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: "rebuilding" | "running" | "starting" | "stopped" | "waiting"; readonly reason: string | null; readonly lag: string | null }> {
  return client.call({ method: 'GET', path: '/v1/audit/consumer' }, given, options);
}

/** 日志检查点（Shows the newest checkpoint）. The log as C2SP tlog-tiles serves it: any client of such logs reads it here. Checkpoint, hashes and keys are for everybody, the entries for auditors. */
export type LogCheckpointProblem = 'LOG_NOT_SEALED' | 'INTERNAL' | 'UNAVAILABLE';
/** 日志检查点（Shows the newest checkpoint）. GET /v1/audit/log/checkpoint */
export function logCheckpoint(client: Client, given: {} = {}, options?: Options): Promise<string> {
  return client.call({ method: 'GET', path: '/v1/audit/log/checkpoint', answers: 'text' }, given, options);
}

/** 验签公钥（Shows the verifier key）. The log as C2SP tlog-tiles serves it: any client of such logs reads it here. Checkpoint, hashes and keys are for everybody, the entries for auditors. */
export type LogKeyProblem = 'LOG_WITHOUT_KEY' | 'INTERNAL' | 'UNAVAILABLE';
/** 验签公钥（Shows the verifier key）. GET /v1/audit/log/key */
export function logKey(client: Client, given: {} = {}, options?: Options): Promise<string> {
  return client.call({ method: 'GET', path: '/v1/audit/log/key', answers: 'text' }, given, options);
}

/** 日志条目（Reads a tile of entries）. The log as C2SP tlog-tiles serves it: any client of such logs reads it here. Checkpoint, hashes and keys are for everybody, the entries for auditors. Roles: auditor. */
export type LogEntriesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'LOG_NOT_SEALED' | 'NO_SUCH_TILE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 日志条目（Reads a tile of entries）. GET /v1/audit/log/tile/entries/{path} */
export function logEntries(client: Client, given: { readonly path: string }, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/audit/log/tile/entries/{path}', answers: 'bytes' }, given, options);
}

/** 哈希瓦片（Reads a tile of hashes）. The log as C2SP tlog-tiles serves it: any client of such logs reads it here. Checkpoint, hashes and keys are for everybody, the entries for auditors. */
export type LogTileProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'LOG_NOT_SEALED' | 'NO_SUCH_TILE' | 'INTERNAL' | 'UNAVAILABLE';
/** 哈希瓦片（Reads a tile of hashes）. GET /v1/audit/log/tile/{path} */
export function logTile(client: Client, given: { readonly path: string }, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/audit/log/tile/{path}', answers: 'bytes' }, given, options);
}

/** 搁置的事件（Lists parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type AuditParkedListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 搁置的事件（Lists parked events）. GET /v1/audit/parked */
export function auditParkedList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly parked: readonly ParkedCase[] }> {
  return client.call({ method: 'GET', path: '/v1/audit/parked' }, given, options);
}

/** 查看案件被搁置的事件（Shows a case’s parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type AuditParkedShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看案件被搁置的事件（Shows a case’s parked events）. GET /v1/audit/parked/{caseId} */
export function auditParkedShow(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly events: readonly ParkedEvent[] }> {
  return client.call({ method: 'GET', path: '/v1/audit/parked/{caseId}' }, given, options);
}

/** 重试被搁置的事件（Tries parked events again）. Handles the case's parked events again, in order, until one fails. Roles: operator. */
export type AuditParkedRetryProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 重试被搁置的事件（Tries parked events again）. POST /v1/audit/parked/{caseId}/retry */
export function auditParkedRetry(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly replayed: number; readonly remaining: number; readonly error?: string; readonly caseId: string }> {
  return client.call({ method: 'POST', path: '/v1/audit/parked/{caseId}/retry' }, given, options);
}

/** 放弃一条被搁置的事件（Gives a parked event up）. Gives one event up. That somebody did so, and why, is an event of the case, stored with it. Roles: operator. */
export type AuditParkedSkipProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 放弃一条被搁置的事件（Gives a parked event up）. POST /v1/audit/parked/{caseId}/skip */
export function auditParkedSkip(client: Client, given: { readonly caseId: string; readonly body: SkipParked }, options?: Options): Promise<{ readonly caseId: string; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/audit/parked/{caseId}/skip' }, given, options);
}

/** 一致性证明（Proves two trees consistent）. That an older tree is the beginning of a newer one. */
export type ProofsConsistencyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'LOG_NOT_SEALED' | 'LOG_RANGE_INVALID' | 'INTERNAL' | 'UNAVAILABLE';
/** 一致性证明（Proves two trees consistent）. GET /v1/audit/proofs/consistency */
export function proofsConsistency(client: Client, given: { readonly from: string; readonly to: string }, options?: Options): Promise<{ readonly from: number; readonly to: number; readonly fromRoot: string; readonly toRoot: string; readonly proof: readonly string[] }> {
  return client.call({ method: 'GET', path: '/v1/audit/proofs/consistency', query: ["from","to"] }, given, options);
}

/** 存在证明（Proves an event’s inclusion）. That the event at a position stands in the newest sealed tree. */
export type ProofsInclusionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'LOG_NOT_SEALED' | 'NO_SUCH_LEAF' | 'INTERNAL' | 'UNAVAILABLE';
/** 存在证明（Proves an event’s inclusion）. GET /v1/audit/proofs/inclusion */
export function proofsInclusion(client: Client, given: { readonly position: string }, options?: Options): Promise<{ readonly leafIndex: number; readonly leafHash: string; readonly treeSize: number; readonly rootHash: string; readonly proof: readonly string[]; readonly checkpoint: string }> {
  return client.call({ method: 'GET', path: '/v1/audit/proofs/inclusion', query: ["position"] }, given, options);
}

/** 读表重建情况（Lists the rebuilds）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type AuditRebuildsListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 读表重建情况（Lists the rebuilds）. GET /v1/audit/rebuilds */
export function auditRebuildsList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly projections: readonly { readonly projection: string; readonly run: null | Run }[] }> {
  return client.call({ method: 'GET', path: '/v1/audit/rebuilds' }, given, options);
}

/** 重建一张读表（Rebuilds a read table）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type AuditRebuildsStartProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECTION' | 'REBUILD_BEHIND' | 'REBUILD_DISTURBED' | 'REBUILD_RUNNING' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 重建一张读表（Rebuilds a read table）. POST /v1/audit/rebuilds */
export function auditRebuildsStart(client: Client, given: { readonly body: AskRebuild }, options?: Options): Promise<Run> {
  return client.call({ method: 'POST', path: '/v1/audit/rebuilds' }, given, options);
}

/** 审计报告（Writes the auditor’s report）. What an auditor signs: what was verified, a sample drawn and replayed, and what the events of a period say. Stores nothing. Roles: auditor. */
export type ReportProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'LOG_NOT_SEALED' | 'LOG_WITHOUT_KEY' | 'REPORT_BUSY' | 'REPORT_PERIOD_INVALID' | 'REPORT_TOO_LONG' | 'INTERNAL' | 'UNAVAILABLE';
/** 审计报告（Writes the auditor’s report）. GET /v1/audit/report */
export function report(client: Client, given: { readonly at?: string; readonly from?: string; readonly to?: string; readonly size?: string; readonly seed?: string; readonly byRisk?: string; readonly format?: "json" | "html" | "pdf"; readonly language?: "zh" | "en" } = {}, options?: Options): Promise<Readonly<Record<string, unknown>>> {
  return client.call({ method: 'GET', path: '/v1/audit/report', query: ["at","from","to","size","seed","byRisk","format","language"] }, given, options);
}

/** 按其他规则重算（Decides past cases under another pack）. Past cases under another law, by the facts of their moment: what would have gone elsewhere or been due on another day, and the condition that flipped. Stores nothing. Roles: policy, auditor. */
export type WhatIfProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'WHAT_IF_NO_SUCH_LAW' | 'WHAT_IF_BUSY' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'WHAT_IF_CURSOR_MALFORMED' | 'WHAT_IF_DRAFT_FAILS' | 'WHAT_IF_NO_PACK' | 'WHAT_IF_ONE_LAW' | 'WHAT_IF_TOO_MANY_CASES' | 'WHAT_IF_UNKNOWN_PLACE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 按其他规则重算（Decides past cases under another pack）. POST /v1/audit/what-if */
export function whatIf(client: Client, given: { readonly body: WhatIfRequest }, options?: Options): Promise<{ readonly differences: readonly { readonly text: Lines; readonly caseId: string; readonly receivedAt: string; readonly division: string; readonly category: string; readonly packs: { readonly before: { readonly division: string; readonly version: string; readonly hash: string }; readonly after: { readonly division: string; readonly version: string; readonly hash: string } }; readonly changed: readonly Changed[]; readonly clocks: readonly JudgedClock[]; readonly flips: readonly Flip[] }[]; readonly next: string | null; readonly totals?: WhatIfTotals; readonly draft: { readonly division: string; readonly version: string }; readonly until: string }> {
  return client.call({ method: 'POST', path: '/v1/audit/what-if' }, given, options);
}

/** 谁查看过（Tells who looked）. Who looked at a case, or at the cases of a named worker. The question is a look itself: it is recorded before it is answered. Roles: auditor. */
export type WhoLookedProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'LOOK_NAMES_NOBODY' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 谁查看过（Tells who looked）. POST /v1/audit/who-looked */
export function whoLooked(client: Client, given: { readonly body: WhoLookedRequest }, options?: Options): Promise<{ readonly found: number; readonly cases: readonly Looked[]; readonly exports: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'POST', path: '/v1/audit/who-looked' }, given, options);
}

/** 案件列表（Lists cases）. The page of one case and the list of them. A GET reads one table; only a past moment is folded from the log. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CaseViewListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'CLOCK_RULE_INVALID' | 'CURSOR_MALFORMED' | 'UNKNOWN_DIVISION' | 'INTERNAL' | 'UNAVAILABLE';
/** 案件列表（Lists cases）. GET /v1/cases */
export function caseViewList(client: Client, given: { readonly state?: "REGISTERED" | "TRIAGED" | "ANSWERED" | "DISPATCHED" | "OBJECTED" | "SIGNED" | "CONTACTED" | "ACCEPTED" | "MEDIATING" | "MEDIATED" | "MEDIATION_FAILED" | "INVESTIGATING" | "DECIDED_INSP" | "TRANSFERRED_POLICE" | "ARBITRATING" | "AWARDED" | "ARB_MEDIATED" | "EFFECTIVE" | "ENFORCING" | "UNENFORCEABLE" | "LITIGATION" | "COURT_REFERRED" | "RESOLVED" | "CALLBACK" | "REOPENED" | "CARRIED" | "CLOSED" | "ARCHIVED" | "HANDED_TO_EMERGENCY" | "ADVISED_CLOSED" | "TRANSFERRED" | "WITHDRAWN"; readonly lead?: string; readonly category?: string; readonly division?: string; readonly caseNumber?: string; readonly closed?: string; readonly breached?: string; readonly listed?: string; readonly dueBefore?: string; readonly ownerless?: string; readonly stuck?: string; readonly returnedTwice?: string; readonly colour?: "blue" | "yellow" | "red" | "none"; readonly unpaid?: string; readonly cursor?: string; readonly limit?: string } = {}, options?: Options): Promise<{ readonly total?: number; readonly cases: readonly { readonly colour: "blue" | "none" | "red" | "yellow"; readonly caseId: string; readonly caseNumber: string; readonly division: string; readonly handlingDivision: string; readonly state: string; readonly channel: string; readonly channelOrders: readonly unknown[]; readonly origin: string; readonly receivedAt: string; readonly category: string | null; readonly mode: string | null; readonly lead: string | null; readonly orders: readonly unknown[]; readonly guide: readonly string[]; readonly rules: readonly string[]; readonly flags: Readonly<Record<string, unknown>>; readonly facts: Readonly<Record<string, unknown>>; readonly employer: string | null; readonly project: string | null; readonly missing: readonly unknown[]; readonly clocks: Readonly<Record<string, unknown>>; readonly nextClock: string | null; readonly nextDueAt: string | null; readonly breached: number; readonly warned: number; readonly escalation: number; readonly ownerless: boolean; readonly stuck: boolean; readonly returnedTwice: boolean; readonly ladder: Readonly<Record<string, unknown>>; readonly listed: boolean; readonly owed: Readonly<Record<string, number>>; readonly paid: Readonly<Record<string, number>>; readonly unpaid: number; readonly openedAt: string; readonly changedAt: string; readonly movedAt: string; readonly closed: boolean; readonly position: string; readonly stateName: string; readonly closedUnpaid: boolean }[]; readonly next: string | null }> {
  return client.call({ method: 'GET', path: '/v1/cases', query: ["state","lead","category","division","caseNumber","closed","breached","listed","dueBefore","ownerless","stuck","returnedTwice","colour","unpaid","cursor","limit"] }, given, options);
}

/** 查看案件（Shows a case）. The page of one case and the list of them. A GET reads one table; only a past moment is folded from the log. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CaseViewShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NOT_CAUGHT_UP' | 'AS_OF_MALFORMED' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看案件（Shows a case）. GET /v1/cases/{caseId} */
export function caseViewShow(client: Client, given: { readonly caseId: string; readonly asOf?: string; readonly minPosition?: string }, options?: Options): Promise<({ readonly caseId: string; readonly caseNumber: string; readonly division: string; readonly handlingDivision: string; readonly state: "ACCEPTED" | "ADVISED_CLOSED" | "ANSWERED" | "ARBITRATING" | "ARB_MEDIATED" | "ARCHIVED" | "AWARDED" | "CALLBACK" | "CARRIED" | "CLOSED" | "CONTACTED" | "COURT_REFERRED" | "DECIDED_INSP" | "DISPATCHED" | "EFFECTIVE" | "ENFORCING" | "HANDED_TO_EMERGENCY" | "INVESTIGATING" | "LITIGATION" | "MEDIATED" | "MEDIATING" | "MEDIATION_FAILED" | "OBJECTED" | "REGISTERED" | "REOPENED" | "RESOLVED" | "SIGNED" | "TRANSFERRED" | "TRANSFERRED_POLICE" | "TRIAGED" | "UNENFORCEABLE" | "WITHDRAWN"; readonly channel: string; readonly channelOrders: readonly { readonly channel: string; readonly channelNumber: string }[]; readonly origin: string; readonly receivedAt: string; readonly category: string | null; readonly mode: string | null; readonly lead: string | null; readonly orders: readonly OrderLine[]; readonly guide: readonly string[]; readonly rules: readonly string[]; readonly flags: Readonly<Record<string, unknown>>; readonly facts: Readonly<Record<string, unknown>>; readonly employer: string | null; readonly project: string | null; readonly missing: readonly { readonly field: string; readonly zh: string; readonly en: string }[]; readonly clocks: Readonly<Record<string, ClockLine>>; readonly nextClock: string | null; readonly nextDueAt: string | null; readonly breached: number; readonly warned: number; readonly escalation: number; readonly ownerless: boolean; readonly stuck: boolean; readonly returnedTwice: boolean; readonly ladder: Readonly<Record<string, LadderLine>>; readonly listed: boolean; readonly owed: Readonly<Record<string, number>>; readonly paid: Readonly<Record<string, number>>; readonly unpaid: number; readonly openedAt: string; readonly changedAt: string; readonly movedAt: string; readonly closed: boolean; readonly position: string; readonly stateName: string; readonly closedUnpaid: boolean }) | { readonly caseId: string; readonly caseNumber: string; readonly division: string; readonly handlingDivision: string; readonly state: string; readonly channel: string; readonly channelOrders: readonly unknown[]; readonly origin: string; readonly receivedAt: string; readonly category: string | null; readonly mode: string | null; readonly lead: string | null; readonly orders: readonly unknown[]; readonly guide: readonly string[]; readonly rules: readonly string[]; readonly flags: Readonly<Record<string, unknown>>; readonly facts: Readonly<Record<string, unknown>>; readonly employer: string | null; readonly project: string | null; readonly missing: readonly unknown[]; readonly clocks: Readonly<Record<string, unknown>>; readonly nextClock: string | null; readonly nextDueAt: string | null; readonly breached: number; readonly warned: number; readonly escalation: number; readonly ownerless: boolean; readonly stuck: boolean; readonly returnedTwice: boolean; readonly ladder: Readonly<Record<string, unknown>>; readonly listed: boolean; readonly owed: Readonly<Record<string, number>>; readonly paid: Readonly<Record<string, number>>; readonly unpaid: number; readonly openedAt: string; readonly changedAt: string; readonly movedAt: string; readonly closed: boolean; readonly position: string; readonly stateName: string; readonly closedUnpaid: boolean }> {
  return client.call({ method: 'GET', path: '/v1/cases/{caseId}', query: ["asOf","minPosition"] }, given, options);
}

/** 案件可办事项（Lists the lawful steps on a case）. The page of one case and the list of them. A GET reads one table; only a past moment is folded from the log. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor, worker. */
export type CaseViewActionsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CALLBACK_BY_HANDLER' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'CLOCK_RULE_INVALID' | 'INTERNAL' | 'UNAVAILABLE';
/** 案件可办事项（Lists the lawful steps on a case）. GET /v1/cases/{caseId}/actions */
export function caseViewActions(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly orders: readonly OwnOrder[]; readonly actions: readonly Open[]; readonly refused: readonly Refused[]; readonly caseId: string }> {
  return client.call({ method: 'GET', path: '/v1/cases/{caseId}/actions' }, given, options);
}

/** 案件历史（Shows a case’s history）. Everything that happened to a case, whoever wrote it, in the order of the log. Personal fields stay sealed. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CaseViewHistoryProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'AS_OF_MALFORMED' | 'INTERNAL' | 'UNAVAILABLE';
/** 案件历史（Shows a case’s history）. GET /v1/cases/{caseId}/history */
export function caseViewHistory(client: Client, given: { readonly caseId: string; readonly asOf?: string; readonly minPosition?: string }, options?: Options): Promise<{ readonly caseId: string; readonly events: readonly { readonly position: string; readonly id: string; readonly type: string; readonly stream: string; readonly version: number; readonly recordedAt: string; readonly meta: Cause; readonly data: Readonly<Record<string, unknown>> }[] }> {
  return client.call({ method: 'GET', path: '/v1/cases/{caseId}/history', query: ["asOf","minPosition"] }, given, options);
}

/** 渠道与密钥清单（Lists the channels and their keys）. For the security administrator: who may speak for which channel, with which keys, and how much. Roles: security-admin, auditor, operator. */
export type RegisterListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 渠道与密钥清单（Lists the channels and their keys）. GET /v1/channels */
export function registerList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly channels: readonly Shown[] }> {
  return client.call({ method: 'GET', path: '/v1/channels' }, given, options);
}

/** 确认已收到反馈（Acknowledges a feedback）. A channel says that it has taken what it was told: that a call got an answer shows that it arrived, this shows that it was read. */
export type AcknowledgementsAcknowledgeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'WEBHOOK_REFUSED' | 'FORBIDDEN' | 'CLAIM_NOT_FILED' | 'NO_SUCH_DELIVERY' | 'CONCURRENT_CHANGE' | 'FEEDBACK_ACKNOWLEDGED_OTHERWISE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 确认已收到反馈（Acknowledges a feedback）. POST /v1/channels/{channel}/acknowledgements */
export function acknowledgementsAcknowledge(client: Client, given: { readonly channel: string; readonly body: Acknowledgement }, options?: Options): Promise<{ readonly delivery: string; readonly caseId: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/acknowledgements', signed: true }, given, options);
}

/** 查询反馈记录（Lists the channel’s deliveries）. The delivery log of a channel: what it was told, what failed, and the means to have it sent again. Roles: channel, operator. */
export type DeliveriesListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'WEBHOOK_REFUSED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_DELIVERY' | 'INTERNAL' | 'UNAVAILABLE';
/** 查询反馈记录（Lists the channel’s deliveries）. GET /v1/channels/{channel}/deliveries */
export function deliveriesList(client: Client, given: { readonly channel: string; readonly status?: "waiting" | "delivered" | "abandoned"; readonly channelNumber?: string; readonly limit?: string }, options?: Options): Promise<{ readonly deliveries: readonly Delivery[] }> {
  return client.call({ method: 'GET', path: '/v1/channels/{channel}/deliveries', query: ["status","channelNumber","limit"], signed: true }, given, options);
}

/** 重新发送一条反馈（Sends a delivery again）. Sends a delivery again, from the first try on. Roles: channel, operator. */
export type DeliveriesRedriveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'WEBHOOK_REFUSED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_DELIVERY' | 'INTERNAL' | 'UNAVAILABLE';
/** 重新发送一条反馈（Sends a delivery again）. POST /v1/channels/{channel}/deliveries/{id}/redrive */
export function deliveriesRedrive(client: Client, given: { readonly channel: string; readonly id: string }, options?: Options): Promise<{ readonly id: string; readonly status: string }> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/deliveries/{id}/redrive', signed: true }, given, options);
}

/** 停用渠道（Disables a channel）. For the security administrator: who may speak for which channel, with which keys, and how much. Roles: security-admin. */
export type RegisterDisableProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CHANNEL_OUTSIDE_DIVISIONS' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CHANNEL' | 'NO_SUCH_CHANNEL_KEY' | 'CHANNEL_KEYS_TOO_MANY' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'KEY_END_NOT_AHEAD' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 停用渠道（Disables a channel）. POST /v1/channels/{channel}/disable */
export function registerDisable(client: Client, given: { readonly channel: string; readonly body: ChannelReason }, options?: Options): Promise<{ readonly channel: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly version: number; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/disable' }, given, options);
}

/** 启用渠道（Enables a channel）. For the security administrator: who may speak for which channel, with which keys, and how much. Roles: security-admin. */
export type RegisterEnableProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CHANNEL_OUTSIDE_DIVISIONS' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CHANNEL' | 'NO_SUCH_CHANNEL_KEY' | 'CHANNEL_KEYS_TOO_MANY' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'KEY_END_NOT_AHEAD' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 启用渠道（Enables a channel）. POST /v1/channels/{channel}/enable */
export function registerEnable(client: Client, given: { readonly channel: string; readonly body: ChannelReason }, options?: Options): Promise<{ readonly channel: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly version: number; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/enable' }, given, options);
}

/** 批量登记工单（Files a sheet of work orders）. A channel's sheet of work orders, signed as its single ones are: an answer for each row, kept; the same file again has the same answers. */
export type ImportsTakeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'WEBHOOK_REFUSED' | 'FORBIDDEN' | 'FORMAT_NOT_ALLOWED' | 'NO_SUCH_CHANNEL' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FILE_EMPTY' | 'FILE_UNPACKS_TOO_LARGE' | 'FILE_UNREADABLE' | 'HEADER_WRONG' | 'TOO_MANY_ROWS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 批量登记工单（Files a sheet of work orders）. POST /v1/channels/{channel}/imports */
export function importsTake(client: Client, given: { readonly channel: string; readonly body: string | Uint8Array }, options?: Options): Promise<{ readonly importId: string } | Progress> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/imports', signed: true, sends: 'text/csv' }, given, options);
}

/** 查询导入进度（Shows how far a sheet is）. How far a sheet has come. */
export type ImportsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'WEBHOOK_REFUSED' | 'FORBIDDEN' | 'NO_SUCH_CHANNEL' | 'NO_SUCH_IMPORT' | 'INTERNAL' | 'UNAVAILABLE';
/** 查询导入进度（Shows how far a sheet is）. GET /v1/channels/{channel}/imports/{importId} */
export function importsShow(client: Client, given: { readonly channel: string; readonly importId: string }, options?: Options): Promise<Progress> {
  return client.call({ method: 'GET', path: '/v1/channels/{channel}/imports/{importId}', signed: true }, given, options);
}

/** 逐行结果（Lists the answer to each row）. A channel's sheet of work orders, signed as its single ones are: an answer for each row, kept; the same file again has the same answers. */
export type ImportsRowsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'WEBHOOK_REFUSED' | 'FORBIDDEN' | 'NO_SUCH_CHANNEL' | 'NO_SUCH_IMPORT' | 'INTERNAL' | 'UNAVAILABLE';
/** 逐行结果（Lists the answer to each row）. GET /v1/channels/{channel}/imports/{importId}/rows */
export function importsRows(client: Client, given: { readonly channel: string; readonly importId: string; readonly after?: string; readonly limit?: string }, options?: Options): Promise<{ readonly importId: string } | { readonly results: readonly RowAnswer[]; readonly next: number | null; readonly importId: string; readonly state: "done" | "underWay"; readonly rows: number; readonly done: number; readonly filed: number; readonly joined: number; readonly refused: number; readonly failed: number; readonly takenAt: string; readonly doneAt: string | null }> {
  return client.call({ method: 'GET', path: '/v1/channels/{channel}/imports/{importId}/rows', query: ["after","limit"], signed: true }, given, options);
}

/** 签发渠道密钥（Issues a key）. For the security administrator: who may speak for which channel, with which keys, and how much. Roles: security-admin. */
export type RegisterIssueProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CHANNEL_OUTSIDE_DIVISIONS' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CHANNEL' | 'NO_SUCH_CHANNEL_KEY' | 'CHANNEL_KEYS_TOO_MANY' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'KEY_END_NOT_AHEAD' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 签发渠道密钥（Issues a key）. POST /v1/channels/{channel}/keys */
export function registerIssue(client: Client, given: { readonly channel: string; readonly body: IssueKeyRequest }, options?: Options): Promise<Issued> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/keys', keyed: true }, given, options);
}

/** 吊销渠道密钥（Revokes a key）. For the security administrator: who may speak for which channel, with which keys, and how much. Roles: security-admin. */
export type RegisterRevokeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CHANNEL_OUTSIDE_DIVISIONS' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CHANNEL' | 'NO_SUCH_CHANNEL_KEY' | 'CHANNEL_KEYS_TOO_MANY' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'KEY_END_NOT_AHEAD' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 吊销渠道密钥（Revokes a key）. POST /v1/channels/{channel}/keys/{key}/revoke */
export function registerRevoke(client: Client, given: { readonly channel: string; readonly key: string; readonly body: ChannelReason }, options?: Options): Promise<{ readonly channel: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly version: number; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/keys/{key}/revoke', keyed: true }, given, options);
}

/** 按日对账（Reconciles a day）. The day's closing of the books: what the channel holds against what is held here, each difference by its number. Stores nothing. Roles: channel, operator. */
export type ReconciliationCompareProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'WEBHOOK_REFUSED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_DELIVERY' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 按日对账（Reconciles a day）. POST /v1/channels/{channel}/reconciliations */
export function reconciliationCompare(client: Client, given: { readonly channel: string; readonly body: Reconcile }, options?: Options): Promise<Reconciled> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/reconciliations', signed: true }, given, options);
}

/** 查询订阅的反馈（Shows what the channel is told）. What a channel is told: all that its callers would ask about, or the types of events that it chose. Roles: channel, operator. */
export type SubscriptionsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'WEBHOOK_REFUSED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_DELIVERY' | 'INTERNAL' | 'UNAVAILABLE';
/** 查询订阅的反馈（Shows what the channel is told）. GET /v1/channels/{channel}/subscription */
export function subscriptionsShow(client: Client, given: { readonly channel: string }, options?: Options): Promise<Subscription> {
  return client.call({ method: 'GET', path: '/v1/channels/{channel}/subscription', signed: true }, given, options);
}

/** 选择订阅的反馈（Chooses what the channel is told）. Counts from the next fact on; what was noted before is still told. Where an address had answered 410, telling begins again. Roles: channel, operator. */
export type SubscriptionsChooseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'WEBHOOK_REFUSED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_DELIVERY' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 选择订阅的反馈（Chooses what the channel is told）. POST /v1/channels/{channel}/subscription */
export function subscriptionsChoose(client: Client, given: { readonly channel: string; readonly body: ChooseFeedback }, options?: Options): Promise<Subscription> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/subscription', signed: true }, given, options);
}

/** 设定渠道权限（Sets what a channel may do）. For the security administrator: who may speak for which channel, with which keys, and how much. Roles: security-admin. */
export type RegisterSetTermsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CHANNEL_OUTSIDE_DIVISIONS' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CHANNEL' | 'NO_SUCH_CHANNEL_KEY' | 'CHANNEL_KEYS_TOO_MANY' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'KEY_END_NOT_AHEAD' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 设定渠道权限（Sets what a channel may do）. POST /v1/channels/{channel}/terms */
export function registerSetTerms(client: Client, given: { readonly channel: string; readonly body: ChannelTermsRequest }, options?: Options): Promise<{ readonly channel: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly version: number; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/terms', keyed: true }, given, options);
}

/** 接收外地回告（Takes what the other log says of a case）. The log of another region says what became of what was handed over to it. */
export type TransferAnswersTakeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'WEBHOOK_REFUSED' | 'FORBIDDEN' | 'NO_SUCH_CHANNEL' | 'NO_SUCH_TRANSFER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 接收外地回告（Takes what the other log says of a case）. POST /v1/channels/{channel}/transfer-answers */
export function transferAnswersTake(client: Client, given: { readonly channel: string; readonly body: TransferAnswer }, options?: Options): Promise<{ readonly transfer: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/transfer-answers', signed: true }, given, options);
}

/** 登记工单（Files a work order）. Takes a work order: durable when answered; the same call again gives the same answer. */
export type ChannelsFileProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'WEBHOOK_REFUSED' | 'DIVISION_NOT_ALLOWED' | 'FORBIDDEN' | 'FORMAT_NOT_ALLOWED' | 'KIND_NOT_ALLOWED' | 'NOT_THAT_LOG' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CHANNEL' | 'CLAIM_WITHDRAWN' | 'CONCURRENT_CHANGE' | 'FEEDBACK_ACKNOWLEDGED_OTHERWISE' | 'KEY_REUSED' | 'NOBODY_REPRESENTS' | 'NO_CORRECTION_REQUESTED' | 'NO_SUCH_DUPLICATE' | 'PROVEN_IDENTITY_NEEDS_PAPER' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'NOTHING_TO_CORRECT' | 'OTHER_CASE_UNKNOWN' | 'RELATED_TO_ITSELF' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记工单（Files a work order）. POST /v1/channels/{channel}/work-orders */
export function channelsFile(client: Client, given: { readonly channel: string; readonly body: StationRequest | Hotline12345Request | Hotline12333Request | CluePlatformRequest | SelfServiceRequest | TransferRequest }, options?: Options): Promise<{ readonly caseId: string; readonly caseNumber: string; readonly trackingCode: string; readonly duplicateOf: string | null; readonly position: string; readonly proven?: boolean; readonly checkpoint?: string; readonly missing: readonly { readonly field: string; readonly zh: string; readonly en: string }[] }> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/work-orders', signed: true }, given, options);
}

/** 预检工单，不登记（Checks a work order and stores nothing）. The same body, nothing stored: where it would go, which clocks would run, what is missing, wrong or optional. */
export type ChannelsCheckProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'WEBHOOK_REFUSED' | 'DIVISION_NOT_ALLOWED' | 'FORBIDDEN' | 'KIND_NOT_ALLOWED' | 'NOT_THAT_LOG' | 'NO_SUCH_CHANNEL' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 预检工单，不登记（Checks a work order and stores nothing）. POST /v1/channels/{channel}/work-orders/check */
export function channelsCheck(client: Client, given: { readonly channel: string; readonly body: StationRequest | Hotline12345Request | Hotline12333Request | CluePlatformRequest | SelfServiceRequest | TransferRequest }, options?: Options): Promise<Checked> {
  return client.call({ method: 'POST', path: '/v1/channels/{channel}/work-orders/check', signed: true }, given, options);
}

/** 查找答复口径（Finds entries of the answer base）. Entries for a question, best first. Nothing of the question is kept. Roles: officer, coordinator, inspector, mediator, relief, legal-aid, supervisor. */
export type AnswersFindProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 查找答复口径（Finds entries of the answer base）. GET /v1/intake/answers */
export function answersFind(client: Client, given: { readonly q: string; readonly division?: string; readonly limit?: string }, options?: Options): Promise<FoundAnswers> {
  return client.call({ method: 'GET', path: '/v1/intake/answers', query: ["q","division","limit"] }, given, options);
}

/** 记录已作答复（Records an answer that was told）. Records that an entry was told to a caller, and gives it back as it was told. Roles: officer, coordinator. */
export type AnswersGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'ANSWERS_TOO_MANY' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'NO_SUCH_ANSWER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录已作答复（Records an answer that was told）. POST /v1/intake/answers */
export function answersGive(client: Client, given: { readonly body: GiveAnswerRequest }, options?: Options): Promise<{ readonly enquiry: string; readonly position: string; readonly outcome: string; readonly answer: Answer }> {
  return client.call({ method: 'POST', path: '/v1/intake/answers' }, given, options);
}

/** 甄别分类（Classify the demand）. Ground: S-HN20 四(二); 个人信息保护法 24. Stream: claim. Roles: officer, supervisor. */
export type IntakeClassifyDemandProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CLAIM_WITHDRAWN' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 甄别分类（Classify the demand）. POST /v1/intake/cases/{caseId}/commands/classify-demand */
export function intakeClassifyDemand(client: Client, given: { readonly caseId: string; readonly body: ClassifyDemand }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/classify-demand', keyed: true }, given, options);
}

/** 当面核验身份（Confirm the identity in person）. Ground: P. Stream: claim. Roles: officer, inspector, arbitrator, mediator, relief, legal-aid. */
export type IntakeConfirmIdentityProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOBODY_REPRESENTS' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 当面核验身份（Confirm the identity in person）. POST /v1/intake/cases/{caseId}/commands/confirm-identity */
export function intakeConfirmIdentity(client: Client, given: { readonly caseId: string; readonly body: ConfirmIdentity }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/confirm-identity', keyed: true }, given, options);
}

/** 更正个人信息（Correct personal data）. Ground: 个人信息保护法 46. Stream: claim. Roles: officer, inspector, arbitrator, mediator, relief, legal-aid. */
export type IntakeCorrectPersonProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOBODY_REPRESENTS' | 'PERSON_ERASED' | 'PROVEN_IDENTITY_NEEDS_PAPER' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NOTHING_TO_CORRECT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 更正个人信息（Correct personal data）. POST /v1/intake/cases/{caseId}/commands/correct-person */
export function intakeCorrectPerson(client: Client, given: { readonly caseId: string; readonly body: CorrectPerson }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/correct-person', keyed: true }, given, options);
}

/** 认定不相关（Declare a case unrelated）. Ground: P. Stream: claim. Roles: officer, supervisor. */
export type IntakeDeclareUnrelatedProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'OTHER_CASE_UNKNOWN' | 'RELATED_TO_ITSELF' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 认定不相关（Declare a case unrelated）. POST /v1/intake/cases/{caseId}/commands/declare-unrelated */
export function intakeDeclareUnrelated(client: Client, given: { readonly caseId: string; readonly body: DeclareUnrelated }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/declare-unrelated', keyed: true }, given, options);
}

/** 不予更正个人信息（Decline a correction of personal data）. Ground: 个人信息保护法 46, 50. Stream: claim. Roles: officer, inspector, arbitrator, mediator, relief, legal-aid. */
export type IntakeDeclineCorrectionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_CORRECTION_REQUESTED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 不予更正个人信息（Decline a correction of personal data）. POST /v1/intake/cases/{caseId}/commands/decline-correction */
export function intakeDeclineCorrection(client: Client, given: { readonly caseId: string; readonly body: DeclineCorrection }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/decline-correction', keyed: true }, given, options);
}

/** 解除案卷保全（Lift the hold）. Ground: 个人信息保护法 47; 档案法实施条例 24. Stream: retention. Roles: supervisor. */
export type IntakeLiftHoldProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FILE_NOT_HELD' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 解除案卷保全（Lift the hold）. POST /v1/intake/cases/{caseId}/commands/lift-hold */
export function intakeLiftHold(client: Client, given: { readonly caseId: string; readonly body: LiftHold }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/lift-hold', keyed: true }, given, options);
}

/** 关联案件（Link a related case）. Ground: P. Stream: claim. Roles: officer, supervisor. */
export type IntakeLinkRelatedProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'OTHER_CASE_UNKNOWN' | 'RELATED_TO_ITSELF' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 关联案件（Link a related case）. POST /v1/intake/cases/{caseId}/commands/link-related */
export function intakeLinkRelated(client: Client, given: { readonly caseId: string; readonly body: LinkRelated }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/link-related', keyed: true }, given, options);
}

/** 保全案卷（Hold the file）. Ground: 个人信息保护法 47; 档案法实施条例 24. Stream: retention. Roles: supervisor. */
export type IntakePlaceHoldProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'HOLD_TOO_LATE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 保全案卷（Hold the file）. POST /v1/intake/cases/{caseId}/commands/place-hold */
export function intakePlaceHold(client: Client, given: { readonly caseId: string; readonly body: PlaceHold }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/place-hold', keyed: true }, given, options);
}

/** 登记代办关系（Record who acts for the person）. Ground: LDMA 24, 25; LDMA 7. Stream: claim. Roles: officer, inspector, arbitrator, mediator, relief, legal-aid. */
export type IntakeRecordRepresentationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记代办关系（Record who acts for the person）. POST /v1/intake/cases/{caseId}/commands/record-representation */
export function intakeRecordRepresentation(client: Client, given: { readonly caseId: string; readonly body: RecordRepresentation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/record-representation', keyed: true }, given, options);
}

/** 申请更正个人信息（Ask for personal data to be corrected）. Ground: 个人信息保护法 46. Stream: claim. Roles: officer, worker. */
export type IntakeRequestCorrectionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NOTHING_TO_CORRECT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请更正个人信息（Ask for personal data to be corrected）. POST /v1/intake/cases/{caseId}/commands/request-correction */
export function intakeRequestCorrection(client: Client, given: { readonly caseId: string; readonly body: RequestCorrection }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/request-correction', keyed: true }, given, options);
}

/** 撤销并单（Undo the link of a duplicate）. Ground: HL-2025; P. Stream: claim. Roles: officer, supervisor. */
export type IntakeSeparateDuplicateProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_SUCH_DUPLICATE' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'OTHER_CASE_UNKNOWN' | 'RELATED_TO_ITSELF' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 撤销并单（Undo the link of a duplicate）. POST /v1/intake/cases/{caseId}/commands/separate-duplicate */
export function intakeSeparateDuplicate(client: Client, given: { readonly caseId: string; readonly body: SeparateDuplicate }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/separate-duplicate', keyed: true }, given, options);
}

/** 补充材料（Supplement the claim）. Ground: BJ-REG 13; CHR 46. Stream: claim. Roles: officer, worker, inspector, arbitrator, mediator, relief, legal-aid, supervisor. */
export type IntakeSupplementClaimProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CLAIM_WITHDRAWN' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 补充材料（Supplement the claim）. POST /v1/intake/cases/{caseId}/commands/supplement-claim */
export function intakeSupplementClaim(client: Client, given: { readonly caseId: string; readonly body: SupplementClaim }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/supplement-claim', keyed: true }, given, options);
}

/** 撤回诉求（Withdraw the claim）. Ground: LDMA 36. Stream: claim. Roles: officer, worker, supervisor. */
export type IntakeWithdrawClaimProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CLAIM_WITHDRAWN' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 撤回诉求（Withdraw the claim）. POST /v1/intake/cases/{caseId}/commands/withdraw-claim */
export function intakeWithdrawClaim(client: Client, given: { readonly caseId: string; readonly body: WithdrawClaim }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/withdraw-claim', keyed: true }, given, options);
}

/** 撤回证据（Withdraw a piece of evidence）. Ground: LDMA 39. Stream: evidence. Roles: officer, worker, inspector, arbitrator, mediator. */
export type IntakeWithdrawEvidenceProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'EVIDENCE_NOT_YOURS' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_EVIDENCE' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'EVIDENCE_UNKNOWN' | 'FACT_IN_FUTURE' | 'REPLACEMENT_UNKNOWN' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 撤回证据（Withdraw a piece of evidence）. POST /v1/intake/cases/{caseId}/commands/withdraw-evidence */
export function intakeWithdrawEvidence(client: Client, given: { readonly caseId: string; readonly body: WithdrawEvidence }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/commands/withdraw-evidence', keyed: true }, given, options);
}

/** 材料清单（Lists the evidence）. What there is, without names: those are personal, and stand with the file. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, worker, supervisor, auditor. */
export type EvidenceListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'INTERNAL' | 'UNAVAILABLE';
/** 材料清单（Lists the evidence）. GET /v1/intake/cases/{caseId}/evidence */
export function evidenceList(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly evidence: readonly ({ readonly withdrawn: { readonly at: string; readonly by: string; readonly replacedBy: string | null } | null; readonly at: string; readonly sha256: string; readonly size: number; readonly by: string; readonly kind: "attendance" | "contract" | "debtNote" | "identity" | "messages" | "other" | "photo" | "recording" | "testimony" | "transfer" | "wageRecord"; readonly evidence: string; readonly mediaType: string; readonly scan: "clean" | "notConfigured"; readonly byCode: boolean })[] }> {
  return client.call({ method: 'GET', path: '/v1/intake/cases/{caseId}/evidence' }, given, options);
}

/** 提交材料（Hands in evidence）. multipart/form-data: `kind`, `file`. The same bytes again are the same piece. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, worker. */
export type EvidenceAddProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'CONCURRENT_CHANGE' | 'EVIDENCE_ERASED' | 'EVIDENCE_TOO_MANY' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'EVIDENCE_INFECTED' | 'EVIDENCE_TYPE_DIFFERS' | 'EVIDENCE_TYPE_NOT_ALLOWED' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 提交材料（Hands in evidence）. POST /v1/intake/cases/{caseId}/evidence */
export function evidenceAdd(client: Client, given: { readonly caseId: string; readonly body: FormData }, options?: Options): Promise<Taken> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/evidence' }, given, options);
}

/** 查看材料（Reads a piece of evidence）. Files that prove something: handed in one by one, read one by one, each reading on record. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid. */
export type EvidenceReadProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_EVIDENCE' | 'CONCURRENT_CHANGE' | 'EVIDENCE_ERASED' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'EVIDENCE_UNKNOWN' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 查看材料（Reads a piece of evidence）. GET /v1/intake/cases/{caseId}/evidence/{evidenceId} */
export function evidenceRead(client: Client, given: { readonly caseId: string; readonly evidenceId: string }, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/intake/cases/{caseId}/evidence/{evidenceId}', answers: 'bytes' }, given, options);
}

/** 代为查阅、复制个人信息（Gives a person the own data at a desk）. At a desk, on the person's request: the person's cases inside the officer's divisions. Roles: officer, legal-aid. */
export type OwnDataCopyForProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 代为查阅、复制个人信息（Gives a person the own data at a desk）. POST /v1/intake/cases/{caseId}/personal-data-copy */
export function ownDataCopyFor(client: Client, given: { readonly caseId: string; readonly body: CopyRequest }, options?: Options): Promise<PersonalCopy> {
  return client.call({ method: 'POST', path: '/v1/intake/cases/{caseId}/personal-data-copy' }, given, options);
}

/** 可能相关的案件（Lists cases that may be related）. Cases that may tell of the same complaint, or are against the same unit: suggested with the reasons, joined by a person alone. Roles: officer, supervisor, mediator, arbitrator, inspector, legal-aid, auditor. */
export type RelatedShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'INTERNAL' | 'UNAVAILABLE';
/** 可能相关的案件（Lists cases that may be related）. GET /v1/intake/cases/{caseId}/related */
export function relatedShow(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly group: string | null; readonly linked: readonly Readonly<Record<string, unknown>>[]; readonly unrelated: readonly Readonly<Record<string, unknown>>[]; readonly duplicates: readonly Readonly<Record<string, unknown>>[]; readonly related: readonly Readonly<Record<string, unknown>>[]; readonly orders: readonly { readonly channel: string; readonly channelNumber: string; readonly separatedInto: string | null }[] }> {
  return client.call({ method: 'GET', path: '/v1/intake/cases/{caseId}/related' }, given, options);
}

/** 消费进度（Shows the consumer’s lag）. How far a service is behind the topic, for the operator. Roles: operator. */
export type IntakeConsumerShowProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 消费进度（Shows the consumer’s lag）. GET /v1/intake/consumer */
export function intakeConsumerShow(client: Client, given: {} = {}, options?: Options): Promise<{ readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: null; readonly reason: null; readonly lag: null } | { readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: "rebuilding" | "running" | "starting" | "stopped" | "waiting"; readonly reason: string | null; readonly lag: string | null }> {
  return client.call({ method: 'GET', path: '/v1/intake/consumer' }, given, options);
}

/** 已转交的咨询（Lists enquiries that were passed on）. Enquiries that were passed on in the caller's divisions, those without an answer first, by when it is due. Roles: officer, coordinator, inspector, mediator, relief, legal-aid, supervisor. */
export type AnswersPassedOnProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 已转交的咨询（Lists enquiries that were passed on）. GET /v1/intake/enquiries */
export function answersPassedOn(client: Client, given: {} = {}, options?: Options): Promise<{ readonly enquiries: readonly { readonly askedAt: string; readonly answeredAt: string | null }[] }> {
  return client.call({ method: 'GET', path: '/v1/intake/enquiries' }, given, options);
}

/** 转交咨询（Passes an enquiry on）. Passes on what no entry answers: a case, a tracking code, and two working days. Roles: officer, coordinator. */
export type AnswersPassOnProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'CLAIM_WITHDRAWN' | 'CONCURRENT_CHANGE' | 'FEEDBACK_ACKNOWLEDGED_OTHERWISE' | 'KEY_REUSED' | 'NOBODY_REPRESENTS' | 'NO_CORRECTION_REQUESTED' | 'NO_SUCH_DUPLICATE' | 'PROVEN_IDENTITY_NEEDS_PAPER' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'NOTHING_TO_CORRECT' | 'OTHER_CASE_UNKNOWN' | 'RELATED_TO_ITSELF' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 转交咨询（Passes an enquiry on）. POST /v1/intake/enquiries */
export function answersPassOn(client: Client, given: { readonly body: PassOnRequest }, options?: Options): Promise<{ readonly caseId: string; readonly caseNumber: string; readonly trackingCode: string }> {
  return client.call({ method: 'POST', path: '/v1/intake/enquiries' }, given, options);
}

/** 查看咨询答复（Shows the answer to an enquiry）. The section's answer, for the agent who calls back; the look is recorded. Roles: officer, coordinator. */
export type AnswersReplyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_REPLY_YET' | 'VERSION_MISMATCH' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 查看咨询答复（Shows the answer to an enquiry）. POST /v1/intake/enquiries/{caseId}/reply */
export function answersReply(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly reply: string | null; readonly phone: string | null; readonly caseId: string }> {
  return client.call({ method: 'POST', path: '/v1/intake/enquiries/{caseId}/reply' }, given, options);
}

/** 待删除的个人信息（Lists erasures that wait）. Who is to be erased, who asked, and who decides. The list of what is due erases nobody: a person asks, and a second one decides. Roles: supervisor, auditor. */
export type ErasuresListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 待删除的个人信息（Lists erasures that wait）. GET /v1/intake/erasures */
export function erasuresList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly open: readonly { readonly type: "ErasureRequested"; readonly at: string; readonly by: string; readonly subject: string; readonly cases: readonly string[]; readonly basis: "personAsked" | "purposeEnded" | "retentionEnded"; readonly reason: string }[]; readonly due: readonly PersonDue[] }> {
  return client.call({ method: 'GET', path: '/v1/intake/erasures' }, given, options);
}

/** 申请删除个人信息（Asks for an erasure）. Who is to be erased, who asked, and who decides. The list of what is due erases nobody: a person asks, and a second one decides. Roles: supervisor. */
export type ErasuresAskProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'ERASURE_FOUR_EYES' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_ERASURE' | 'CONCURRENT_CHANGE' | 'ERASURE_CASE_OPEN' | 'ERASURE_HELD' | 'ERASURE_WITHIN_RETENTION' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请删除个人信息（Asks for an erasure）. POST /v1/intake/erasures */
export function erasuresAsk(client: Client, given: { readonly body: AskErasure }, options?: Options): Promise<{ readonly subject: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/intake/erasures' }, given, options);
}

/** 批准删除（Approves an erasure）. Who is to be erased, who asked, and who decides. The list of what is due erases nobody: a person asks, and a second one decides. Roles: supervisor. */
export type ErasuresApproveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_ERASURE' | 'INTERNAL' | 'UNAVAILABLE';
/** 批准删除（Approves an erasure）. POST /v1/intake/erasures/{subject}/approve */
export function erasuresApprove(client: Client, given: { readonly subject: string }, options?: Options): Promise<{ readonly subject: string; readonly outcome: string; readonly cases: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/intake/erasures/{subject}/approve' }, given, options);
}

/** 驳回删除申请（Rejects an erasure）. Who is to be erased, who asked, and who decides. The list of what is due erases nobody: a person asks, and a second one decides. Roles: supervisor. */
export type ErasuresRejectProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'ERASURE_FOUR_EYES' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_ERASURE' | 'CONCURRENT_CHANGE' | 'ERASURE_CASE_OPEN' | 'ERASURE_HELD' | 'ERASURE_WITHIN_RETENTION' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 驳回删除申请（Rejects an erasure）. POST /v1/intake/erasures/{subject}/reject */
export function erasuresReject(client: Client, given: { readonly subject: string; readonly body: RejectErasure }, options?: Options): Promise<{ readonly subject: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/intake/erasures/{subject}/reject' }, given, options);
}

/** 建立集体案件（Forms a group）. Collective cases: made of cases, changed by steps on the group; a step on each member is taken at its own service. Roles: officer, supervisor. */
export type GroupsMakeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_GROUP' | 'ALREADY_IN_GROUP' | 'CONCURRENT_CHANGE' | 'GROUP_ABSORBED' | 'GROUP_CLOSED' | 'GROUP_EXISTS' | 'GROUP_NOT_ABSORBED' | 'KEY_REUSED' | 'MEMBER_CASE_CLOSED' | 'NOT_A_MEMBER' | 'NOT_MERGED' | 'REPRESENTATIVES_FROM_TEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'GROUP_TOO_SMALL' | 'LEAD_NOT_A_MEMBER' | 'MEMBER_TWICE' | 'NOBODY_WOULD_STAY' | 'REPRESENTATIVES_THREE_TO_FIVE' | 'REPRESENTATIVE_NOT_A_MEMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 建立集体案件（Forms a group）. POST /v1/intake/groups */
export function groupsMake(client: Client, given: { readonly body: FormGroup }, options?: Options): Promise<{ readonly groupId: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/intake/groups', keyed: true }, given, options);
}

/** 查看集体案件（Shows a group）. Collective cases: made of cases, changed by steps on the group; a step on each member is taken at its own service. Roles: officer, supervisor, mediator, arbitrator, inspector, legal-aid, auditor. */
export type GroupsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_GROUP' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看集体案件（Shows a group）. GET /v1/intake/groups/{groupId} */
export function groupsShow(client: Client, given: { readonly groupId: string }, options?: Options): Promise<{ readonly groupId: string; readonly version: number; readonly phase: "absorbed" | "closed" | "open" | "unformed"; readonly into: string | null; readonly division: string | null; readonly merged: readonly string[]; readonly size: number; readonly outside: number; readonly lead: string | null; readonly representatives: readonly string[]; readonly members: readonly ({ readonly caseId: string; readonly subgroup: { readonly tier: string | null; readonly site: string | null }; readonly closed: boolean; readonly from: string | null })[] }> {
  return client.call({ method: 'GET', path: '/v1/intake/groups/{groupId}' }, given, options);
}

/** 对集体案件办理一步（Takes a step on a group）. Collective cases: made of cases, changed by steps on the group; a step on each member is taken at its own service. Roles: officer, supervisor. */
export type GroupsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'GROUP_REACHES_FURTHER' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_GROUP' | 'ALREADY_IN_GROUP' | 'CONCURRENT_CHANGE' | 'GROUP_ABSORBED' | 'GROUP_CLOSED' | 'GROUP_EXISTS' | 'GROUP_NOT_ABSORBED' | 'KEY_REUSED' | 'MEMBER_CASE_CLOSED' | 'NOT_A_MEMBER' | 'NOT_MERGED' | 'REPRESENTATIVES_FROM_TEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'GROUP_TOO_SMALL' | 'LEAD_NOT_A_MEMBER' | 'MEMBER_TWICE' | 'MERGE_WITH_ITSELF' | 'NOBODY_WOULD_STAY' | 'REPRESENTATIVES_THREE_TO_FIVE' | 'REPRESENTATIVE_NOT_A_MEMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 对集体案件办理一步（Takes a step on a group）. POST /v1/intake/groups/{groupId}/commands/{command} */
export function groupsGive(client: Client, given: { readonly groupId: string; readonly command: "change-lead" | "choose-representatives" | "join" | "leave" | "merge" | "place-members" | "split" | "undo-merge"; readonly body: ChangeLead | ChooseRepresentatives | JoinGroup | LeaveGroup | MergeGroup | PlaceMembers | SplitGroup | UndoMerge }, options?: Options): Promise<{ readonly groupId: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/intake/groups/{groupId}/commands/{command}', keyed: true }, given, options);
}

/** 对全部成员办理同一步（Takes one step on every member）. `POST /v1/<service>/groups/{groupId}/members/commands/{command}`: one step for each member of a group, through the door that a single case's step takes, so that each is accepted or refused by its own state. Members outside the caller's divisions are left out. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor. */
export type IntakeGroupCommandsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_GROUP_MEMBERS' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 对全部成员办理同一步（Takes one step on every member）. POST /v1/intake/groups/{groupId}/members/commands/{command} */
export function intakeGroupCommandsGive(client: Client, given: { readonly groupId: string; readonly command: "classify-demand" | "declare-unrelated" | "lift-hold" | "link-related" | "place-hold" | "record-representation" | "separate-duplicate" | "supplement-claim" | "withdraw-claim" | "withdraw-evidence"; readonly tier?: string; readonly site?: string; readonly body: ClassifyDemand | DeclareUnrelated | LiftHold | LinkRelated | PlaceHold | RecordRepresentation | SeparateDuplicate | SupplementClaim | WithdrawClaim | WithdrawEvidence }, options?: Options): Promise<{ readonly groupId: string; readonly command: string; readonly members: number; readonly outside: number; readonly done: number; readonly unchanged: number; readonly refused: number; readonly failed: number; readonly results: readonly MemberResult[] }> {
  return client.call({ method: 'POST', path: '/v1/intake/groups/{groupId}/members/commands/{command}', query: ["tier","site"], keyed: true }, given, options);
}

/** 导入名册（Takes a roster）. Workers by name, as CSV or XLSX: an answer for each row. `?lead=` makes the group, around the case whose claim they share. Roles: officer, supervisor. */
export type GroupsRosterProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'DIVISION_NOT_ALLOWED' | 'FORBIDDEN' | 'KIND_NOT_ALLOWED' | 'NOT_THAT_LOG' | 'ROLE_NOT_ALLOWED' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CASE' | 'NO_SUCH_GROUP' | 'ALREADY_IN_GROUP' | 'CLAIM_WITHDRAWN' | 'CONCURRENT_CHANGE' | 'FEEDBACK_ACKNOWLEDGED_OTHERWISE' | 'GROUP_ABSORBED' | 'GROUP_CLOSED' | 'GROUP_EXISTS' | 'GROUP_NOT_ABSORBED' | 'KEY_REUSED' | 'MEMBER_CASE_CLOSED' | 'NOBODY_REPRESENTS' | 'NOT_A_MEMBER' | 'NOT_MERGED' | 'NO_CORRECTION_REQUESTED' | 'NO_SUCH_DUPLICATE' | 'PROVEN_IDENTITY_NEEDS_PAPER' | 'REPRESENTATIVES_FROM_TEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FILE_EMPTY' | 'FILE_UNPACKS_TOO_LARGE' | 'FILE_UNREADABLE' | 'GROUP_TOO_SMALL' | 'HEADER_WRONG' | 'LEAD_NOT_A_MEMBER' | 'MEMBER_TWICE' | 'NOBODY_WOULD_STAY' | 'NOTHING_TO_CORRECT' | 'OTHER_CASE_UNKNOWN' | 'RELATED_TO_ITSELF' | 'REPRESENTATIVES_THREE_TO_FIVE' | 'REPRESENTATIVE_NOT_A_MEMBER' | 'TOO_MANY_ROWS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 导入名册（Takes a roster）. POST /v1/intake/groups/{groupId}/roster */
export function groupsRoster(client: Client, given: { readonly groupId: string; readonly lead?: string; readonly body: string | Uint8Array }, options?: Options): Promise<{ readonly importId: string }> {
  return client.call({ method: 'POST', path: '/v1/intake/groups/{groupId}/roster', query: ["lead"], sends: 'text/csv' }, given, options);
}

/** 搁置的事件（Lists parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type IntakeParkedListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 搁置的事件（Lists parked events）. GET /v1/intake/parked */
export function intakeParkedList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly parked: readonly ParkedCase[] }> {
  return client.call({ method: 'GET', path: '/v1/intake/parked' }, given, options);
}

/** 查看案件被搁置的事件（Shows a case’s parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type IntakeParkedShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看案件被搁置的事件（Shows a case’s parked events）. GET /v1/intake/parked/{caseId} */
export function intakeParkedShow(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly events: readonly ParkedEvent[] }> {
  return client.call({ method: 'GET', path: '/v1/intake/parked/{caseId}' }, given, options);
}

/** 重试被搁置的事件（Tries parked events again）. Handles the case's parked events again, in order, until one fails. Roles: operator. */
export type IntakeParkedRetryProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 重试被搁置的事件（Tries parked events again）. POST /v1/intake/parked/{caseId}/retry */
export function intakeParkedRetry(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly replayed: number; readonly remaining: number; readonly error?: string; readonly caseId: string }> {
  return client.call({ method: 'POST', path: '/v1/intake/parked/{caseId}/retry' }, given, options);
}

/** 放弃一条被搁置的事件（Gives a parked event up）. Gives one event up. That somebody did so, and why, is an event of the case, stored with it. Roles: operator. */
export type IntakeParkedSkipProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 放弃一条被搁置的事件（Gives a parked event up）. POST /v1/intake/parked/{caseId}/skip */
export function intakeParkedSkip(client: Client, given: { readonly caseId: string; readonly body: SkipParked }, options?: Options): Promise<{ readonly caseId: string; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/intake/parked/{caseId}/skip' }, given, options);
}

/** 读表重建情况（Lists the rebuilds）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type IntakeRebuildsListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 读表重建情况（Lists the rebuilds）. GET /v1/intake/rebuilds */
export function intakeRebuildsList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly projections: readonly { readonly projection: string; readonly run: null | Run }[] }> {
  return client.call({ method: 'GET', path: '/v1/intake/rebuilds' }, given, options);
}

/** 重建一张读表（Rebuilds a read table）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type IntakeRebuildsStartProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECTION' | 'REBUILD_BEHIND' | 'REBUILD_DISTURBED' | 'REBUILD_RUNNING' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 重建一张读表（Rebuilds a read table）. POST /v1/intake/rebuilds */
export function intakeRebuildsStart(client: Client, given: { readonly body: AskRebuild }, options?: Options): Promise<Run> {
  return client.call({ method: 'POST', path: '/v1/intake/rebuilds' }, given, options);
}

/** 受理仲裁申请（Accept the application）. Ground: LDMA 29. Stream: arbitration. Roles: arbitrator. */
export type ResolutionAcceptApplicationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_ALREADY_ACCEPTED' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_APPLIED' | 'CONCURRENT_CHANGE' | 'CORRECTIONS_OUTSTANDING' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PENDING_DOCUMENTS_SPEEDY_ONLY' | 'PROMISE_IN_THE_PAST' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 受理仲裁申请（Accept the application）. POST /v1/resolution/cases/{caseId}/commands/accept-application */
export function resolutionAcceptApplication(client: Client, given: { readonly caseId: string; readonly body: AcceptApplication }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/accept-application', keyed: true }, given, options);
}

/** 协办单位接收（Take up the assistance）. Ground: BJ-REG 14; P HOT-ASSIST. Stream: handover. Roles: officer, mediator, inspector, coordinator, relief, legal-aid. */
export type ResolutionAcceptAssistanceProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ASSISTANCE_NOT_REQUESTED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 协办单位接收（Take up the assistance）. POST /v1/resolution/cases/{caseId}/commands/accept-assistance */
export function resolutionAcceptAssistance(client: Client, given: { readonly caseId: string; readonly body: AcceptAssistance }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/accept-assistance', keyed: true }, given, options);
}

/** 受理投诉（Accept the complaint）. Ground: LSR-IR 18. Stream: inspection. Roles: inspector. */
export type ResolutionAcceptComplaintProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'COMPLAINT_ALREADY_ACCEPTED' | 'COMPLAINT_NOT_RECEIVED' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 受理投诉（Accept the complaint）. POST /v1/resolution/cases/{caseId}/commands/accept-complaint */
export function resolutionAcceptComplaint(client: Client, given: { readonly caseId: string; readonly body: AcceptComplaint }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/accept-complaint', keyed: true }, given, options);
}

/** 接受可享事项（Accept what was offered）. Ground: LAL 42; WPR 63; SAR 47. Stream: handover. Roles: worker, officer, relief, legal-aid, supervisor. */
export type ResolutionAcceptOfferProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'OFFER_UNKNOWN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 接受可享事项（Accept what was offered）. POST /v1/resolution/cases/{caseId}/commands/accept-offer */
export function resolutionAcceptOffer(client: Client, given: { readonly caseId: string; readonly body: AcceptOffer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/accept-offer', keyed: true }, given, options);
}

/** 支付令申请已受理（Record that the court accepted the application）. Ground: CPL 226. Stream: court. Roles: officer, legal-aid, coordinator. */
export type ResolutionAcceptPaymentOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PAYMENT_ORDER_ALREADY_ACCEPTED' | 'PAYMENT_ORDER_LAPSED' | 'PAYMENT_ORDER_NOT_ACCEPTED' | 'PAYMENT_ORDER_NOT_APPLIED' | 'PAYMENT_ORDER_NOT_ISSUED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 支付令申请已受理（Record that the court accepted the application）. POST /v1/resolution/cases/{caseId}/commands/accept-payment-order */
export function resolutionAcceptPaymentOrder(client: Client, given: { readonly caseId: string; readonly body: AcceptPaymentOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/accept-payment-order', keyed: true }, given, options);
}

/** 部门受理（Accept the application）. Ground: WII 20; 居住证暂行条例 9; 农村土地承包经营纠纷调解仲裁法 23. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionAcceptProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'NOTHING_TO_ACCEPT' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 部门受理（Accept the application）. POST /v1/resolution/cases/{caseId}/commands/accept-procedure */
export function resolutionAcceptProcedure(client: Client, given: { readonly caseId: string; readonly body: AcceptProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/accept-procedure', keyed: true }, given, options);
}

/** 登记对方已接收（Record that the referral was accepted）. Ground: S-CQ24 (一); S-SH21 六. Stream: employment. Roles: officer. */
export type ResolutionAcceptReferralProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_SUCH_REFERRAL' | 'PERSON_ERASED' | 'REFERRAL_CONCLUDED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记对方已接收（Record that the referral was accepted）. POST /v1/resolution/cases/{caseId}/commands/accept-referral */
export function resolutionAcceptReferral(client: Client, given: { readonly caseId: string; readonly body: AcceptReferral }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/accept-referral', keyed: true }, given, options);
}

/** 调解改期（Adjourn the session）. Ground: P. Stream: mediation. Roles: mediator, officer, coordinator. */
export type ResolutionAdjournSessionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'SESSION_NOT_SCHEDULED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 调解改期（Adjourn the session）. POST /v1/resolution/cases/{caseId}/commands/adjourn-session */
export function resolutionAdjournSession(client: Client, given: { readonly caseId: string; readonly body: AdjournSession }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/adjourn-session', keyed: true }, given, options);
}

/** 垫付工资（Advance wages from the emergency fund）. Ground: WPR 63. Stream: fund. Roles: officer, inspector. */
export type ResolutionAdvanceFromFundProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FUND_EVIDENCE_USED' | 'FUND_NOT_APPROVED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'FUND_BEYOND_APPROVAL' | 'FUND_BEYOND_WAGES' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 垫付工资（Advance wages from the emergency fund）. POST /v1/resolution/cases/{caseId}/commands/advance-from-fund */
export function resolutionAdvanceFromFund(client: Client, given: { readonly caseId: string; readonly body: AdvanceFromFund }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/advance-from-fund', keyed: true }, given, options);
}

/** 公示专户销户（Put the closing of the wage account under public notice）. Ground: WPR 27. Stream: inspection. Roles: inspector. */
export type ResolutionAnnounceAccountClosureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ACCOUNT_CLOSURE_ANNOUNCED' | 'COMPLAINT_NOT_RECEIVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 公示专户销户（Put the closing of the wage account under public notice）. POST /v1/resolution/cases/{caseId}/commands/announce-account-closure */
export function resolutionAnnounceAccountClosure(client: Client, given: { readonly caseId: string; readonly body: AnnounceAccountClosure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/announce-account-closure', keyed: true }, given, options);
}

/** 当事人不在场时宣告决定（Announce a decision to an absent party）. Ground: 行政处罚法 61. Stream: inspection. Roles: inspector. */
export type ResolutionAnnounceDecisionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'DECISION_ALREADY_SERVED' | 'KEY_REUSED' | 'NOTHING_DECIDED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 当事人不在场时宣告决定（Announce a decision to an absent party）. POST /v1/resolution/cases/{caseId}/commands/announce-decision */
export function resolutionAnnounceDecision(client: Client, given: { readonly caseId: string; readonly body: AnnounceDecision }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/announce-decision', keyed: true }, given, options);
}

/** 登记对调解邀请的答复（Record the answer to an invitation）. Ground: LDMA 3, 13. Stream: mediation. Roles: worker, mediator, officer, coordinator. */
export type ResolutionAnswerInvitationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_FOR_ANOTHER_PARTY' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PARTY_NOT_INVITED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记对调解邀请的答复（Record the answer to an invitation）. POST /v1/resolution/cases/{caseId}/commands/answer-invitation */
export function resolutionAnswerInvitation(client: Client, given: { readonly caseId: string; readonly body: AnswerInvitation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/answer-invitation', keyed: true }, given, options);
}

/** 登记联合调解单位是否参加（Record whether a body takes part in the joint mediation）. Ground: S-BJ25 七. Stream: mediation. Roles: officer, mediator, coordinator. */
export type ResolutionAnswerJointMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'NOT_JOINT' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'BODY_NOT_NAMED' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记联合调解单位是否参加（Record whether a body takes part in the joint mediation）. POST /v1/resolution/cases/{caseId}/commands/answer-joint-mediation */
export function resolutionAnswerJointMediation(client: Client, given: { readonly caseId: string; readonly body: AnswerJointMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/answer-joint-mediation', keyed: true }, given, options);
}

/** 即时答复（Answer the enquiry）. Ground: BJ-REG 11. Stream: closure. Roles: officer, coordinator. */
export type ResolutionAnswerOnLineProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'ORDER_CONCLUDED_OTHERWISE' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NOT_AN_ENQUIRY' | 'ORDER_UNKNOWN' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 即时答复（Answer the enquiry）. POST /v1/resolution/cases/{caseId}/commands/answer-on-line */
export function resolutionAnswerOnLine(client: Client, given: { readonly caseId: string; readonly body: AnswerOnLine }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/answer-on-line', keyed: true }, given, options);
}

/** 行业主管部门答复（Answer as the regulator）. Ground: WPR 7, 29, 30. Stream: regulator. Roles: officer, supervisor. */
export type ResolutionAnswerRegulatorProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_DEPARTMENT' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_PROJECT' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'REGULATOR_NOT_ASKED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 行业主管部门答复（Answer as the regulator）. POST /v1/resolution/cases/{caseId}/commands/answer-regulator */
export function resolutionAnswerRegulator(client: Client, given: { readonly caseId: string; readonly body: AnswerRegulator }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/answer-regulator', keyed: true }, given, options);
}

/** 申请先予执行（Apply for advance enforcement）. Ground: LDMA 44. Stream: arbitration. Roles: worker, legal-aid, officer, arbitrator. */
export type ResolutionApplyForAdvanceEnforcementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请先予执行（Apply for advance enforcement）. POST /v1/resolution/cases/{caseId}/commands/apply-for-advance-enforcement */
export function resolutionApplyForAdvanceEnforcement(client: Client, given: { readonly caseId: string; readonly body: ApplyForAdvanceEnforcement }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-advance-enforcement', keyed: true }, given, options);
}

/** 共同申请仲裁审查（Apply jointly for arbitral review）. Ground: 人社部发〔2022〕9号. Stream: mediation. Roles: mediator, worker, arbitrator. */
export type ResolutionApplyForArbitralReviewProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_AGREEMENT' | 'PERSON_ERASED' | 'REVIEW_ALREADY_APPLIED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'CONFIRMATION_TOO_LATE' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 共同申请仲裁审查（Apply jointly for arbitral review）. POST /v1/resolution/cases/{caseId}/commands/apply-for-arbitral-review */
export function resolutionApplyForArbitralReview(client: Client, given: { readonly caseId: string; readonly body: ApplyForArbitralReview }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-arbitral-review', keyed: true }, given, options);
}

/** 申请仲裁（Apply for arbitration）. Ground: LDMA 28. Stream: arbitration. Roles: worker, legal-aid, officer, arbitrator. */
export type ResolutionApplyForArbitrationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_UNDER_WAY' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请仲裁（Apply for arbitration）. POST /v1/resolution/cases/{caseId}/commands/apply-for-arbitration */
export function resolutionApplyForArbitration(client: Client, given: { readonly caseId: string; readonly body: ApplyForArbitration }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-arbitration', keyed: true }, given, options);
}

/** 申请法院强制执行（Apply to the court for enforcement）. Ground: WPR 42. Stream: inspection. Roles: inspector. */
export type ResolutionApplyForCourtEnforcementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'ENFORCEMENT_ALREADY_APPLIED' | 'KEY_REUSED' | 'NOTHING_TO_ENFORCE' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'PAY_ORDER_NOT_EXPIRED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请法院强制执行（Apply to the court for enforcement）. POST /v1/resolution/cases/{caseId}/commands/apply-for-court-enforcement */
export function resolutionApplyForCourtEnforcement(client: Client, given: { readonly caseId: string; readonly body: ApplyForCourtEnforcement }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-court-enforcement', keyed: true }, given, options);
}

/** 申请强制执行（Apply for enforcement）. Ground: LDMA 51; CPL 250. Stream: court. Roles: worker, officer, legal-aid, coordinator. */
export type ResolutionApplyForEnforcementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'ENFORCEMENT_ALREADY_APPLIED_FOR' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'NO_ENFORCEABLE_TITLE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请强制执行（Apply for enforcement）. POST /v1/resolution/cases/{caseId}/commands/apply-for-enforcement */
export function resolutionApplyForEnforcement(client: Client, given: { readonly caseId: string; readonly body: ApplyForEnforcement }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-enforcement', keyed: true }, given, options);
}

/** 申请动用应急周转金（Apply to the emergency fund）. Ground: WPR 63. Stream: fund. Roles: officer, inspector. */
export type ResolutionApplyForFundProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FUND_APPLICATION_OPEN' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请动用应急周转金（Apply to the emergency fund）. POST /v1/resolution/cases/{caseId}/commands/apply-for-fund */
export function resolutionApplyForFund(client: Client, given: { readonly caseId: string; readonly body: ApplyForFund }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-fund', keyed: true }, given, options);
}

/** 共同申请司法确认（Apply jointly for judicial confirmation）. Ground: 人民调解法 33. Stream: mediation. Roles: mediator, worker, officer. */
export type ResolutionApplyForJudicialConfirmationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'CONFIRMATION_ALREADY_APPLIED' | 'KEY_REUSED' | 'NO_AGREEMENT' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'CONFIRMATION_TOO_LATE' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 共同申请司法确认（Apply jointly for judicial confirmation）. POST /v1/resolution/cases/{caseId}/commands/apply-for-judicial-confirmation */
export function resolutionApplyForJudicialConfirmation(client: Client, given: { readonly caseId: string; readonly body: ApplyForJudicialConfirmation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-judicial-confirmation', keyed: true }, given, options);
}

/** 申请调解（Apply for mediation）. Ground: LDMA 10, 12; S-BJ25 六, 七; S-SH21 七. Stream: mediation. Roles: worker, officer, mediator, coordinator, legal-aid. */
export type ResolutionApplyForMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_UNDER_WAY' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'BODIES_MISSING' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'ROUND_MISSING' | 'ROUND_PASSED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请调解（Apply for mediation）. POST /v1/resolution/cases/{caseId}/commands/apply-for-mediation */
export function resolutionApplyForMediation(client: Client, given: { readonly caseId: string; readonly body: ApplyForMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-mediation', keyed: true }, given, options);
}

/** 申请支付令（Apply for a payment order）. Ground: LDMA 16; CPL 225. Stream: court. Roles: worker, officer, legal-aid, coordinator. */
export type ResolutionApplyForPaymentOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PAYMENT_ORDER_ALREADY_APPLIED' | 'PAYMENT_ORDER_LAPSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请支付令（Apply for a payment order）. POST /v1/resolution/cases/{caseId}/commands/apply-for-payment-order */
export function resolutionApplyForPaymentOrder(client: Client, given: { readonly caseId: string; readonly body: ApplyForPaymentOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-payment-order', keyed: true }, given, options);
}

/** 提出申请（Apply for a procedure）. Ground: LAL 41; SAR 47; WII 17; 农村土地承包经营纠纷调解仲裁法 18. Stream: handover. Roles: worker, officer, legal-aid, relief. */
export type ResolutionApplyForProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_NOT_HANDED_OVER' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 提出申请（Apply for a procedure）. POST /v1/resolution/cases/{caseId}/commands/apply-for-procedure */
export function resolutionApplyForProcedure(client: Client, given: { readonly caseId: string; readonly body: ApplyForProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-for-procedure', keyed: true }, given, options);
}

/** 用人单位申请撤销裁决（Record that the employer applied to set the award aside）. Ground: LDMA 49. Stream: arbitration. Roles: arbitrator. */
export type ResolutionApplyToSetAsideProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_NOT_MADE' | 'AWARD_NOT_SERVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'SET_ASIDE_ALREADY_APPLIED' | 'SET_ASIDE_FINAL_ONLY' | 'VERSION_MISMATCH' | 'WORKER_HAS_SUED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 用人单位申请撤销裁决（Record that the employer applied to set the award aside）. POST /v1/resolution/cases/{caseId}/commands/apply-to-set-aside */
export function resolutionApplyToSetAside(client: Client, given: { readonly caseId: string; readonly body: ApplyToSetAside }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/apply-to-set-aside', keyed: true }, given, options);
}

/** 批准动用应急周转金（Approve an advance from the emergency fund）. Ground: WPR 63. Stream: fund. Roles: supervisor. */
export type ResolutionApproveFundProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FUND_NOT_APPLIED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'FUND_BEYOND_APPLICATION' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 批准动用应急周转金（Approve an advance from the emergency fund）. POST /v1/resolution/cases/{caseId}/commands/approve-fund */
export function resolutionApproveFund(client: Client, given: { readonly caseId: string; readonly body: ApproveFund }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/approve-fund', keyed: true }, given, options);
}

/** 批准移送公安（Approve the transfer to the police）. Ground: TRF 5. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionApproveTransferProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'CRIME_NOT_REPORTED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 批准移送公安（Approve the transfer to the police）. POST /v1/resolution/cases/{caseId}/commands/approve-transfer */
export function resolutionApproveTransfer(client: Client, given: { readonly caseId: string; readonly body: ApproveTransfer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/approve-transfer', keyed: true }, given, options);
}

/** 归档（Archive the case）. Ground: 档案法实施条例 19; CHR 24. Stream: closure. Roles: officer, supervisor. */
export type ResolutionArchiveCaseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_CLOSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'RETENTION_ENDED' | 'RETENTION_TOO_SHORT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 归档（Archive the case）. POST /v1/resolution/cases/{caseId}/commands/archive-case */
export function resolutionArchiveCase(client: Client, given: { readonly caseId: string; readonly body: ArchiveCase }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/archive-case', keyed: true }, given, options);
}

/** 商请行业主管部门（Ask the regulator of the sector）. Ground: WPR 7, 29, 30; P REG-ANSWER. Stream: regulator. Roles: inspector, officer, supervisor, coordinator. */
export type ResolutionAskRegulatorProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_DEPARTMENT' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_PROJECT' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'REGULATOR_ALREADY_ASKED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'NO_SUCH_REGULATOR' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 商请行业主管部门（Ask the regulator of the sector）. POST /v1/resolution/cases/{caseId}/commands/ask-regulator */
export function resolutionAskRegulator(client: Client, given: { readonly caseId: string; readonly body: AskRegulator }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/ask-regulator', keyed: true }, given, options);
}

/** 指派律师（Assign a lawyer）. Ground: LAL 43; 律师法 39. Stream: handover. Roles: legal-aid. */
export type ResolutionAssignLawyerProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LAWYER_ALREADY_ASSIGNED' | 'LEGAL_AID_NOT_GRANTED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'LAWYER_IN_CONFLICT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 指派律师（Assign a lawyer）. POST /v1/resolution/cases/{caseId}/commands/assign-lawyer */
export function resolutionAssignLawyer(client: Client, given: { readonly caseId: string; readonly body: AssignLawyer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/assign-lawyer', keyed: true }, given, options);
}

/** 记录到场调解（Record who attends the mediation）. Ground: LDMA 42. Stream: arbitration. Roles: arbitrator. */
export type ResolutionAttendMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_MEDIATION_UNDER_WAY' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录到场调解（Record who attends the mediation）. POST /v1/resolution/cases/{caseId}/commands/attend-mediation */
export function resolutionAttendMediation(client: Client, given: { readonly caseId: string; readonly body: AttendMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/attend-mediation', keyed: true }, given, options);
}

/** 登记时效起算日（Record when a limitation began）. Ground: LDMA 27; 农村土地承包经营纠纷调解仲裁法 18. Stream: limitation. Roles: worker, officer, legal-aid, arbitrator. */
export type ResolutionBeginLimitationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'LIMITATION_BEGAN_OTHERWISE' | 'LIMITATION_BEGINS_LATER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记时效起算日（Record when a limitation began）. POST /v1/resolution/cases/{caseId}/commands/begin-limitation */
export function resolutionBeginLimitation(client: Client, given: { readonly caseId: string; readonly body: BeginLimitation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/begin-limitation', keyed: true }, given, options);
}

/** 通知银行支付工资保证金（Notify the bank to pay from the wage deposit）. Ground: 人社部发〔2021〕65号; WPR 32. Stream: inspection. Roles: inspector. */
export type ResolutionCallDepositProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'DEPOSIT_IN_USE' | 'KEY_REUSED' | 'PAY_ORDER_NOT_GIVEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 通知银行支付工资保证金（Notify the bank to pay from the wage deposit）. POST /v1/resolution/cases/{caseId}/commands/call-deposit */
export function resolutionCallDeposit(client: Client, given: { readonly caseId: string; readonly body: CallDeposit }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/call-deposit', keyed: true }, given, options);
}

/** 挂账（Carry the case forward）. Ground: P. Stream: closure. Roles: supervisor. */
export type ResolutionCarryForwardProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'REVIEW_NOT_LATER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 挂账（Carry the case forward）. POST /v1/resolution/cases/{caseId}/commands/carry-forward */
export function resolutionCarryForward(client: Client, given: { readonly caseId: string; readonly body: CarryForward }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/carry-forward', keyed: true }, given, options);
}

/** 出具调解不成证明（Certify that mediation failed）. Ground: LDMA 14. Stream: mediation. Roles: mediator. */
export type ResolutionCertifyFailureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FAILURE_ALREADY_CERTIFIED' | 'KEY_REUSED' | 'MEDIATION_NOT_FAILED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 出具调解不成证明（Certify that mediation failed）. POST /v1/resolution/cases/{caseId}/commands/certify-failure */
export function resolutionCertifyFailure(client: Client, given: { readonly caseId: string; readonly body: CertifyFailure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/certify-failure', keyed: true }, given, options);
}

/** 记录起诉或申请复议（Record a suit or reconsideration against the result）. Ground: 农村土地承包经营纠纷调解仲裁法 48; LAL 49. Stream: handover. Roles: worker, officer, relief, legal-aid. */
export type ResolutionChallengeProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'NO_RESULT_TO_CHALLENGE' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录起诉或申请复议（Record a suit or reconsideration against the result）. POST /v1/resolution/cases/{caseId}/commands/challenge-procedure */
export function resolutionChallengeProcedure(client: Client, given: { readonly caseId: string; readonly body: ChallengeProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/challenge-procedure', keyed: true }, given, options);
}

/** 受理请求变更（Accept a change of claims or parties）. Ground: CHR 45, 46. Stream: arbitration. Roles: arbitrator. */
export type ResolutionChangeClaimsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 受理请求变更（Accept a change of claims or parties）. POST /v1/resolution/cases/{caseId}/commands/change-claims */
export function resolutionChangeClaims(client: Client, given: { readonly caseId: string; readonly body: ChangeClaims }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/change-claims', keyed: true }, given, options);
}

/** 向用人单位追偿（Claim the advance back from the employer）. Ground: WPR 63. Stream: fund. Roles: officer, inspector. */
export type ResolutionClaimRecourseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOTHING_ADVANCED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'RECOURSE_BEYOND_ADVANCE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 向用人单位追偿（Claim the advance back from the employer）. POST /v1/resolution/cases/{caseId}/commands/claim-recourse */
export function resolutionClaimRecourse(client: Client, given: { readonly caseId: string; readonly body: ClaimRecourse }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/claim-recourse', keyed: true }, given, options);
}

/** 结案（Close the case）. Ground: BJ-REG 11, 23. Stream: closure. Roles: officer, supervisor. */
export type ResolutionCloseCaseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'SUPERVISOR_MUST_CLOSE' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CALLBACK_OUTSTANDING' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_RESOLVED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'REASON_MISSING' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 结案（Close the case）. POST /v1/resolution/cases/{caseId}/commands/close-case */
export function resolutionCloseCase(client: Client, given: { readonly caseId: string; readonly body: CloseCase }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/close-case', keyed: true }, given, options);
}

/** 注销工资专用账户（Close the wage account）. Ground: WPR 27. Stream: inspection. Roles: inspector. */
export type ResolutionCloseWageAccountProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ACCOUNT_CLOSURE_NOT_ANNOUNCED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ACCOUNT_NOTICE_RUNS' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 注销工资专用账户（Close the wage account）. POST /v1/resolution/cases/{caseId}/commands/close-wage-account */
export function resolutionCloseWageAccount(client: Client, given: { readonly caseId: string; readonly body: CloseWageAccount }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/close-wage-account', keyed: true }, given, options);
}

/** 补正完成（Complete the corrections）. Ground: CHR 46. Stream: arbitration. Roles: worker, legal-aid, officer, arbitrator. */
export type ResolutionCompleteCorrectionsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_ALREADY_ACCEPTED' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_APPLIED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_CORRECTIONS_OUTSTANDING' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 补正完成（Complete the corrections）. POST /v1/resolution/cases/{caseId}/commands/complete-corrections */
export function resolutionCompleteCorrections(client: Client, given: { readonly caseId: string; readonly body: CompleteCorrections }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/complete-corrections', keyed: true }, given, options);
}

/** 调查终结（Complete the investigation）. Ground: LSR 17. Stream: inspection. Roles: inspector. */
export type ResolutionCompleteInvestigationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'INSPECTION_NOT_FILED' | 'INVESTIGATION_NOT_OPEN' | 'INVESTIGATION_SUSPENDED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 调查终结（Complete the investigation）. POST /v1/resolution/cases/{caseId}/commands/complete-investigation */
export function resolutionCompleteInvestigation(client: Client, given: { readonly caseId: string; readonly body: CompleteInvestigation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/complete-investigation', keyed: true }, given, options);
}

/** 补齐救助手续（Complete the papers of the relief）. Ground: SAR 48. Stream: handover. Roles: relief. */
export type ResolutionCompleteReliefPapersProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RELIEF_NOT_GIVEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 补齐救助手续（Complete the papers of the relief）. POST /v1/resolution/cases/{caseId}/commands/complete-relief-papers */
export function resolutionCompleteReliefPapers(client: Client, given: { readonly caseId: string; readonly body: CompleteReliefPapers }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/complete-relief-papers', keyed: true }, given, options);
}

/** 部门办结（Conclude the matter）. Ground: BJ-REG 14. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionConcludeMatterProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LEGAL_AID_UNDECIDED' | 'MATTER_CONCLUDED' | 'MATTER_CONCLUDED_OTHERWISE' | 'MATTER_NOT_HANDED_OVER' | 'NO_OPEN_MATTER' | 'PERSON_ERASED' | 'RELIEF_PAPERS_OUTSTANDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 部门办结（Conclude the matter）. POST /v1/resolution/cases/{caseId}/commands/conclude-matter */
export function resolutionConcludeMatter(client: Client, given: { readonly caseId: string; readonly body: ConcludeMatter }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/conclude-matter', keyed: true }, given, options);
}

/** 办结工单（Conclude the order）. Ground: BJ-REG 14; WPR 3. Stream: closure. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid. */
export type ResolutionConcludeOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'ORDER_CONCLUDED_OTHERWISE' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'WAGES_UNPAID' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACTS_LACKING' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'ORDER_UNKNOWN' | 'TRANSFER_IS_NO_RESOLUTION' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 办结工单（Conclude the order）. POST /v1/resolution/cases/{caseId}/commands/conclude-order */
export function resolutionConcludeOrder(client: Client, given: { readonly caseId: string; readonly body: ConcludeOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/conclude-order', keyed: true }, given, options);
}

/** 登记推介结果（Record the result of the referral）. Ground: S-CQ24 (一); S-SH21 六. Stream: employment. Roles: officer. */
export type ResolutionConcludeReferralProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_SUCH_REFERRAL' | 'PERSON_ERASED' | 'REFERRAL_CONCLUDED' | 'REFERRAL_NOT_ACCEPTED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'START_UNKNOWN' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记推介结果（Record the result of the referral）. POST /v1/resolution/cases/{caseId}/commands/conclude-referral */
export function resolutionConcludeReferral(client: Client, given: { readonly caseId: string; readonly body: ConcludeReferral }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/conclude-referral', keyed: true }, given, options);
}

/** 确认劳动关系（Confirm the labour relation）. Ground: S-BJ25 六; LDMA 2. Stream: mediation. Roles: mediator, officer, inspector, arbitrator. */
export type ResolutionConfirmRelationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RELATION_ALREADY_CONFIRMED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 确认劳动关系（Confirm the labour relation）. POST /v1/resolution/cases/{caseId}/commands/confirm-relation */
export function resolutionConfirmRelation(client: Client, given: { readonly caseId: string; readonly body: ConfirmRelation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/confirm-relation', keyed: true }, given, options);
}

/** 首次联系诉求人（Contact the requester）. Ground: BJ-REG 14; BJ-REG 32. Stream: closure. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid. */
export type ResolutionContactRequesterProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'ORDER_UNKNOWN' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 首次联系诉求人（Contact the requester）. POST /v1/resolution/cases/{caseId}/commands/contact-requester */
export function resolutionContactRequester(client: Client, given: { readonly caseId: string; readonly body: ContactRequester }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/contact-requester', keyed: true }, given, options);
}

/** 协办单位反馈（Contribute the assistance）. Ground: BJ-REG 14; P HOT-ASSIST. Stream: handover. Roles: officer, mediator, inspector, coordinator, relief, legal-aid. */
export type ResolutionContributeAssistanceProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ASSISTANCE_NOT_REQUESTED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 协办单位反馈（Contribute the assistance）. POST /v1/resolution/cases/{caseId}/commands/contribute-assistance */
export function resolutionContributeAssistance(client: Client, given: { readonly caseId: string; readonly body: ContributeAssistance }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/contribute-assistance', keyed: true }, given, options);
}

/** 转为普通程序（Convert to the ordinary procedure）. Ground: CHR 61. Stream: arbitration. Roles: arbitrator. */
export type ResolutionConvertToOrdinaryProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ALREADY_ORDINARY' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'AWARD_LIMIT_ENDED' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 转为普通程序（Convert to the ordinary procedure）. POST /v1/resolution/cases/{caseId}/commands/convert-to-ordinary */
export function resolutionConvertToOrdinary(client: Client, given: { readonly caseId: string; readonly body: ConvertToOrdinary }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/convert-to-ordinary', keyed: true }, given, options);
}

/** 更正代管工资领取记录（Correct wages recorded wrongly as fetched）. Ground: P. Stream: payment. Roles: officer, inspector, arbitrator, mediator, coordinator. */
export type ResolutionCorrectHeldWagesPaidProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NOT_HELD' | 'PAYMENT_NOT_RECORDED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 更正代管工资领取记录（Correct wages recorded wrongly as fetched）. POST /v1/resolution/cases/{caseId}/commands/correct-held-wages-paid */
export function resolutionCorrectHeldWagesPaid(client: Client, given: { readonly caseId: string; readonly body: CorrectHeldWagesPaid }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/correct-held-wages-paid', keyed: true }, given, options);
}

/** 更正工资支付记录（Correct a payment recorded wrongly）. Ground: P. Stream: payment. Roles: officer, inspector, arbitrator, mediator, coordinator. */
export type ResolutionCorrectWagePaidProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'OVERPAID' | 'PAYMENT_NOT_RECORDED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 更正工资支付记录（Correct a payment recorded wrongly）. POST /v1/resolution/cases/{caseId}/commands/correct-wage-paid */
export function resolutionCorrectWagePaid(client: Client, given: { readonly caseId: string; readonly body: CorrectWagePaid }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/correct-wage-paid', keyed: true }, given, options);
}

/** 更正工资代管记录（Correct wages recorded wrongly as kept）. Ground: P. Stream: payment. Roles: officer, inspector, arbitrator, mediator, coordinator. */
export type ResolutionCorrectWagesHeldProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FETCHED_ALREADY' | 'OVERPAID' | 'PAYMENT_NOT_RECORDED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 更正工资代管记录（Correct wages recorded wrongly as kept）. POST /v1/resolution/cases/{caseId}/commands/correct-wages-held */
export function resolutionCorrectWagesHeld(client: Client, given: { readonly caseId: string; readonly body: CorrectWagesHeld }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/correct-wages-held', keyed: true }, given, options);
}

/** 更正应付工资（Correct wages stated too high）. Ground: P. Stream: payment. Roles: officer, inspector, arbitrator, mediator, coordinator. */
export type ResolutionCorrectWagesOwedProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'OWED_BY_DECISION' | 'STATED_AS_MORE' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NOT_OWED' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 更正应付工资（Correct wages stated too high）. POST /v1/resolution/cases/{caseId}/commands/correct-wages-owed */
export function resolutionCorrectWagesOwed(client: Client, given: { readonly caseId: string; readonly body: CorrectWagesOwed }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/correct-wages-owed', keyed: true }, given, options);
}

/** 登记仲裁审查结果（Record the result of the arbitral review）. Ground: 人社部发〔2022〕9号. Stream: mediation. Roles: arbitrator. */
export type ResolutionDecideArbitralReviewProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'CONFIRMATION_DECIDED' | 'CONFIRMATION_NOT_APPLIED' | 'KEY_REUSED' | 'NO_AGREEMENT' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'GROUND_MISSING' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记仲裁审查结果（Record the result of the arbitral review）. POST /v1/resolution/cases/{caseId}/commands/decide-arbitral-review */
export function resolutionDecideArbitralReview(client: Client, given: { readonly caseId: string; readonly body: DecideArbitralReview }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decide-arbitral-review', keyed: true }, given, options);
}

/** 作出行政处理决定（Decide how the case is handled）. Ground: LSR 18, 26. Stream: inspection. Roles: inspector. */
export type ResolutionDecideHandlingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'HANDLING_ALREADY_DECIDED' | 'INVESTIGATION_NOT_COMPLETED' | 'KEY_REUSED' | 'PAY_ORDER_NOT_GIVEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'COMPENSATION_OUT_OF_RANGE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PAY_ORDER_NOT_EXPIRED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 作出行政处理决定（Decide how the case is handled）. POST /v1/resolution/cases/{caseId}/commands/decide-handling */
export function resolutionDecideHandling(client: Client, given: { readonly caseId: string; readonly body: DecideHandling }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decide-handling', keyed: true }, given, options);
}

/** 登记司法确认结果（Record the result of the judicial confirmation）. Ground: 人民调解法 33. Stream: mediation. Roles: mediator, officer, legal-aid. */
export type ResolutionDecideJudicialConfirmationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'CONFIRMATION_DECIDED' | 'CONFIRMATION_NOT_APPLIED' | 'KEY_REUSED' | 'NO_AGREEMENT' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'GROUND_MISSING' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记司法确认结果（Record the result of the judicial confirmation）. POST /v1/resolution/cases/{caseId}/commands/decide-judicial-confirmation */
export function resolutionDecideJudicialConfirmation(client: Client, given: { readonly caseId: string; readonly body: DecideJudicialConfirmation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decide-judicial-confirmation', keyed: true }, given, options);
}

/** 作出行政处罚决定（Decide a penalty）. Ground: LSR 18. Stream: inspection. Roles: inspector. */
export type ResolutionDecidePenaltyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'INVESTIGATION_NOT_COMPLETED' | 'KEY_REUSED' | 'PENALTY_ALREADY_DECIDED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 作出行政处罚决定（Decide a penalty）. POST /v1/resolution/cases/{caseId}/commands/decide-penalty */
export function resolutionDecidePenalty(client: Client, given: { readonly caseId: string; readonly body: DecidePenalty }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decide-penalty', keyed: true }, given, options);
}

/** 说明不能协办（Decline the assistance）. Ground: BJ-REG 14; P HOT-ASSIST. Stream: handover. Roles: officer, mediator, inspector, coordinator, relief, legal-aid. */
export type ResolutionDeclineAssistanceProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ASSISTANCE_NOT_REQUESTED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 说明不能协办（Decline the assistance）. POST /v1/resolution/cases/{caseId}/commands/decline-assistance */
export function resolutionDeclineAssistance(client: Client, given: { readonly caseId: string; readonly body: DeclineAssistance }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decline-assistance', keyed: true }, given, options);
}

/** 不批准动用应急周转金（Decline the application to the emergency fund）. Ground: WPR 63. Stream: fund. Roles: supervisor. */
export type ResolutionDeclineFundProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FUND_NOT_APPLIED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 不批准动用应急周转金（Decline the application to the emergency fund）. POST /v1/resolution/cases/{caseId}/commands/decline-fund */
export function resolutionDeclineFund(client: Client, given: { readonly caseId: string; readonly body: DeclineFund }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decline-fund', keyed: true }, given, options);
}

/** 谢绝可享事项（Decline what was offered）. Ground: LAL 42; WPR 63; SAR 47. Stream: handover. Roles: worker, officer, relief, legal-aid, supervisor. */
export type ResolutionDeclineOfferProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'OFFER_UNKNOWN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 谢绝可享事项（Decline what was offered）. POST /v1/resolution/cases/{caseId}/commands/decline-offer */
export function resolutionDeclineOffer(client: Client, given: { readonly caseId: string; readonly body: DeclineOffer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decline-offer', keyed: true }, given, options);
}

/** 决定不列入失信名单（Decide against the listing）. Ground: BL 8. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionDeclineSanctionListingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'SANCTION_LISTING_NOT_OPEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 决定不列入失信名单（Decide against the listing）. POST /v1/resolution/cases/{caseId}/commands/decline-sanction-listing */
export function resolutionDeclineSanctionListing(client: Client, given: { readonly caseId: string; readonly body: DeclineSanctionListing }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decline-sanction-listing', keyed: true }, given, options);
}

/** 不批准移送（Decline the transfer to the police）. Ground: TRF 5. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionDeclineTransferProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'CRIME_NOT_REPORTED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 不批准移送（Decline the transfer to the police）. POST /v1/resolution/cases/{caseId}/commands/decline-transfer */
export function resolutionDeclineTransfer(client: Client, given: { readonly caseId: string; readonly body: DeclineTransfer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/decline-transfer', keyed: true }, given, options);
}

/** 按撤回申请处理（Deem the application withdrawn）. Ground: LDMA 36. Stream: arbitration. Roles: arbitrator. */
export type ResolutionDeemWithdrawnProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'HEARING_NOT_SCHEDULED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CALL_NOT_PROVEN' | 'FACT_IN_FUTURE' | 'NOT_THE_HEARING_DAY' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 按撤回申请处理（Deem the application withdrawn）. POST /v1/resolution/cases/{caseId}/commands/deem-withdrawn */
export function resolutionDeemWithdrawn(client: Client, given: { readonly caseId: string; readonly body: DeemWithdrawn }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/deem-withdrawn', keyed: true }, given, options);
}

/** 责令提供用工和工资资料（Demand the records of work and wages）. Ground: WPR 50; LDMA 6. Stream: inspection. Roles: inspector. */
export type ResolutionDemandRecordsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'COMPLAINT_NOT_ACCEPTED' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RECORDS_ALREADY_DEMANDED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'DUE_BEFORE_ORDER' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 责令提供用工和工资资料（Demand the records of work and wages）. POST /v1/resolution/cases/{caseId}/commands/demand-records */
export function resolutionDemandRecords(client: Client, given: { readonly caseId: string; readonly body: DemandRecords }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/demand-records', keyed: true }, given, options);
}

/** 拟定调解协议（Draft the agreement）. Ground: LDMA 14. Stream: mediation. Roles: mediator. */
export type ResolutionDraftAgreementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'INSTALMENT_OUTSIDE' | 'ITEMS_DO_NOT_ADD_UP' | 'PERFORMANCE_BEFORE_AGREEMENT' | 'PLAN_DOES_NOT_ADD_UP' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 拟定调解协议（Draft the agreement）. POST /v1/resolution/cases/{caseId}/commands/draft-agreement */
export function resolutionDraftAgreement(client: Client, given: { readonly caseId: string; readonly body: DraftAgreement }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/draft-agreement', keyed: true }, given, options);
}

/** 结束调解（End the mediation）. Ground: LDMA 42. Stream: arbitration. Roles: arbitrator. */
export type ResolutionEndMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_MEDIATION_UNDER_WAY' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 结束调解（End the mediation）. POST /v1/resolution/cases/{caseId}/commands/end-mediation */
export function resolutionEndMediation(client: Client, given: { readonly caseId: string; readonly body: EndMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/end-mediation', keyed: true }, given, options);
}

/** 公告期满（Record that the public notice ended）. Ground: ZJ-ARB 35. Stream: arbitration. Roles: arbitrator. */
export type ResolutionEndNoticeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOTICE_NOT_PUBLISHED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 公告期满（Record that the public notice ended）. POST /v1/resolution/cases/{caseId}/commands/end-notice */
export function resolutionEndNotice(client: Client, given: { readonly caseId: string; readonly body: EndNotice }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/end-notice', keyed: true }, given, options);
}

/** 送救助管理机构（Bring the person to the relief station）. Ground: SAR 50, 51. Stream: handover. Roles: relief, officer. */
export type ResolutionEscortToStationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_NOT_HANDED_OVER' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ESCORT_REQUIRED' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 送救助管理机构（Bring the person to the relief station）. POST /v1/resolution/cases/{caseId}/commands/escort-to-station */
export function resolutionEscortToStation(client: Client, given: { readonly caseId: string; readonly body: EscortToStation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/escort-to-station', keyed: true }, given, options);
}

/** 向工人说明政策（Explain the rules to the workers）. Ground: S-CQ24 (三). Stream: coordination. Roles: coordinator. */
export type ResolutionExplainRulesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 向工人说明政策（Explain the rules to the workers）. POST /v1/resolution/cases/{caseId}/commands/explain-rules */
export function resolutionExplainRules(client: Client, given: { readonly caseId: string; readonly body: ExplainRules }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/explain-rules', keyed: true }, given, options);
}

/** 延长审限（Extend the award deadline）. Ground: LDMA 43. Stream: arbitration. Roles: arbitrator, supervisor. */
export type ResolutionExtendAwardDeadlineProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_EXTENDED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'APPROVER_MISSING' | 'AWARD_LIMIT_ENDED' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'EXTENSION_OVER_15_DAYS' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 延长审限（Extend the award deadline）. POST /v1/resolution/cases/{caseId}/commands/extend-award-deadline */
export function resolutionExtendAwardDeadline(client: Client, given: { readonly caseId: string; readonly body: ExtendAwardDeadline }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/extend-award-deadline', keyed: true }, given, options);
}

/** 延长调查期限（Extend the investigation）. Ground: LSR 17. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionExtendInvestigationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'INSPECTION_NOT_FILED' | 'INVESTIGATION_ALREADY_EXTENDED' | 'INVESTIGATION_NOT_OPEN' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'EXTENSION_OVER_30_WORKING_DAYS' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 延长调查期限（Extend the investigation）. POST /v1/resolution/cases/{caseId}/commands/extend-investigation */
export function resolutionExtendInvestigation(client: Client, given: { readonly caseId: string; readonly body: ExtendInvestigation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/extend-investigation', keyed: true }, given, options);
}

/** 双方同意延长调解（Extend the mediation by consent of both）. Ground: LDMA 14; ZJ-ARB 10. Stream: mediation. Roles: mediator. */
export type ResolutionExtendMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_ALREADY_EXTENDED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'BOTH_MUST_AGREE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 双方同意延长调解（Extend the mediation by consent of both）. POST /v1/resolution/cases/{caseId}/commands/extend-mediation */
export function resolutionExtendMediation(client: Client, given: { readonly caseId: string; readonly body: ExtendMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/extend-mediation', keyed: true }, given, options);
}

/** 延长办理期限（Extend the time）. Ground: 信访工作条例 34; WII 17, 25; 农村土地承包经营纠纷调解仲裁法 47; 居住证暂行条例 9. Stream: handover. Roles: officer, relief, legal-aid, supervisor. */
export type ResolutionExtendProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'NO_OPEN_MATTER' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 延长办理期限（Extend the time）. POST /v1/resolution/cases/{caseId}/commands/extend-procedure */
export function resolutionExtendProcedure(client: Client, given: { readonly caseId: string; readonly body: ExtendProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/extend-procedure', keyed: true }, given, options);
}

/** 延长列入决定期限（Extend the time to decide on the listing）. Ground: BL 8. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionExtendSanctionListingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'SANCTION_LISTING_ALREADY_EXTENDED' | 'SANCTION_LISTING_NOT_OPEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 延长列入决定期限（Extend the time to decide on the listing）. POST /v1/resolution/cases/{caseId}/commands/extend-sanction-listing */
export function resolutionExtendSanctionListing(client: Client, given: { readonly caseId: string; readonly body: ExtendSanctionListing }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/extend-sanction-listing', keyed: true }, given, options);
}

/** 记录调解不成（Record that mediation failed）. Ground: LDMA 14. Stream: mediation. Roles: mediator. */
export type ResolutionFailMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录调解不成（Record that mediation failed）. POST /v1/resolution/cases/{caseId}/commands/fail-mediation */
export function resolutionFailMediation(client: Client, given: { readonly caseId: string; readonly body: FailMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/fail-mediation', keyed: true }, given, options);
}

/** 立案（File the case）. Ground: LSR 16, 17. Stream: inspection. Roles: inspector. */
export type ResolutionFileInspectionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'COMPLAINT_ALREADY_REFUSED' | 'COMPLAINT_NOT_RECEIVED' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'INSPECTION_ALREADY_FILED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'INSPECTOR_HAS_INTEREST' | 'TWO_INSPECTORS' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 立案（File the case）. POST /v1/resolution/cases/{caseId}/commands/file-inspection */
export function resolutionFileInspection(client: Client, given: { readonly caseId: string; readonly body: FileInspection }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/file-inspection', keyed: true }, given, options);
}

/** 起诉（Record that a party sued）. Ground: LDMA 48, 50. Stream: arbitration. Roles: worker, legal-aid, officer, arbitrator. */
export type ResolutionFileSuitProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_IN_EFFECT' | 'AWARD_NOT_MADE' | 'AWARD_NOT_SERVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'EMPLOYER_MAY_ONLY_SET_ASIDE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 起诉（Record that a party sued）. POST /v1/resolution/cases/{caseId}/commands/file-suit */
export function resolutionFileSuit(client: Client, given: { readonly caseId: string; readonly body: FileSuit }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/file-suit', keyed: true }, given, options);
}

/** 认定重大劳动保障违法行为（Find a major violation）. Ground: 人社部令第29号. Stream: inspection. Roles: inspector. */
export type ResolutionFindMajorViolationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOTHING_DECIDED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'VIOLATION_ALREADY_FOUND' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 认定重大劳动保障违法行为（Find a major violation）. POST /v1/resolution/cases/{caseId}/commands/find-major-violation */
export function resolutionFindMajorViolation(client: Client, given: { readonly caseId: string; readonly body: FindMajorViolation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/find-major-violation', keyed: true }, given, options);
}

/** 确定争议要素（Fix what is in dispute）. Ground: P elementBased. Stream: arbitration. Roles: arbitrator. */
export type ResolutionFixIssuesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'ELEMENTS_NOT_STATED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 确定争议要素（Fix what is in dispute）. POST /v1/resolution/cases/{caseId}/commands/fix-issues */
export function resolutionFixIssues(client: Client, given: { readonly caseId: string; readonly body: FixIssues }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/fix-issues', keyed: true }, given, options);
}

/** 跟进支付情况（Follow up the payment）. Ground: S-CQ24 (三). Stream: coordination. Roles: coordinator. */
export type ResolutionFollowUpPaymentProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'PAYMENT_PROMISED_FOR_PAST' | 'PROMISE_AFTER_FULL_PAYMENT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 跟进支付情况（Follow up the payment）. POST /v1/resolution/cases/{caseId}/commands/follow-up-payment */
export function resolutionFollowUpPayment(client: Client, given: { readonly caseId: string; readonly body: FollowUpPayment }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/follow-up-payment', keyed: true }, given, options);
}

/** 组庭（Form the tribunal）. Ground: LDMA 31-33. Stream: arbitration. Roles: arbitrator. */
export type ResolutionFormPanelProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ARBITRATOR_AWAY' | 'ARBITRATOR_CONFLICTED' | 'ARBITRATOR_NAMED_TWICE' | 'ARBITRATOR_NOT_REGISTERED' | 'ARBITRATOR_RECUSED' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'ONE_ARBITRATOR' | 'ONE_OR_THREE_ARBITRATORS' | 'OVERRIDE_NEEDS_REASON' | 'PRESIDING_NOT_ON_THE_PANEL' | 'THREE_ARBITRATORS' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 组庭（Form the tribunal）. POST /v1/resolution/cases/{caseId}/commands/form-panel */
export function resolutionFormPanel(client: Client, given: { readonly caseId: string; readonly body: FormPanel }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/form-panel', keyed: true }, given, options);
}

/** 向申请人送答辩书副本（Forward the answer to the applicant）. Ground: LDMA 30. Stream: arbitration. Roles: arbitrator. */
export type ResolutionForwardAnswerProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ANSWER_ALREADY_FORWARDED' | 'ANSWER_NOT_RECEIVED' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 向申请人送答辩书副本（Forward the answer to the applicant）. POST /v1/resolution/cases/{caseId}/commands/forward-answer */
export function resolutionForwardAnswer(client: Client, given: { readonly caseId: string; readonly body: ForwardAnswer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/forward-answer', keyed: true }, given, options);
}

/** 记录公安机关转送（Record that the police forwarded the transfer）. Ground: TRF 7. Stream: inspection. Roles: inspector. */
export type ResolutionForwardByPoliceProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_TRANSFERRED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录公安机关转送（Record that the police forwarded the transfer）. POST /v1/resolution/cases/{caseId}/commands/forward-by-police */
export function resolutionForwardByPolice(client: Client, given: { readonly caseId: string; readonly body: ForwardByPolice }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/forward-by-police', keyed: true }, given, options);
}

/** 转送有权处理机关（Forward the matter to the competent body）. Ground: 信访工作条例 22, 23. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionForwardProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'NOTHING_TO_ACCEPT' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 转送有权处理机关（Forward the matter to the competent body）. POST /v1/resolution/cases/{caseId}/commands/forward-procedure */
export function resolutionForwardProcedure(client: Client, given: { readonly caseId: string; readonly body: ForwardProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/forward-procedure', keyed: true }, given, options);
}

/** 先行救助（Give relief first）. Ground: SAR 47, 48; S-CQ24 (六). Stream: handover. Roles: relief. */
export type ResolutionGiveReliefProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RELIEF_ALREADY_GIVEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 先行救助（Give relief first）. POST /v1/resolution/cases/{caseId}/commands/give-relief */
export function resolutionGiveRelief(client: Client, given: { readonly caseId: string; readonly body: GiveRelief }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/give-relief', keyed: true }, given, options);
}

/** 答复诉求人（Reply to the requester）. Ground: BJ-REG 15; JN 24. Stream: closure. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid. */
export type ResolutionGiveReplyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'ORDER_UNKNOWN' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 答复诉求人（Reply to the requester）. POST /v1/resolution/cases/{caseId}/commands/give-reply */
export function resolutionGiveReply(client: Client, given: { readonly caseId: string; readonly body: GiveReply }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/give-reply', keyed: true }, given, options);
}

/** 给予法律援助（Grant legal aid）. Ground: LAL 43. Stream: handover. Roles: legal-aid. */
export type ResolutionGrantLegalAidProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LEGAL_AID_NOT_APPLIED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 给予法律援助（Grant legal aid）. POST /v1/resolution/cases/{caseId}/commands/grant-legal-aid */
export function resolutionGrantLegalAid(client: Client, given: { readonly caseId: string; readonly body: GrantLegalAid }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/grant-legal-aid', keyed: true }, given, options);
}

/** 审核后给予救助（Grant relief after the audit）. Ground: SAR 47. Stream: handover. Roles: relief. */
export type ResolutionGrantReliefProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RELIEF_ALREADY_GIVEN' | 'RELIEF_NOT_AUDITED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 审核后给予救助（Grant relief after the audit）. POST /v1/resolution/cases/{caseId}/commands/grant-relief */
export function resolutionGrantRelief(client: Client, given: { readonly caseId: string; readonly body: GrantRelief }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/grant-relief', keyed: true }, given, options);
}

/** 先行提供法律援助（Give legal aid before the decision）. Ground: LAL 44. Stream: handover. Roles: legal-aid. */
export type ResolutionHelpFirstProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LEGAL_AID_NOT_APPLIED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 先行提供法律援助（Give legal aid before the decision）. POST /v1/resolution/cases/{caseId}/commands/help-first */
export function resolutionHelpFirst(client: Client, given: { readonly caseId: string; readonly body: HelpFirst }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/help-first', keyed: true }, given, options);
}

/** 现场先行调解（Mediate first, on the site）. Ground: S-CQ24 (三). Stream: coordination. Roles: coordinator. */
export type ResolutionHoldFirstMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 现场先行调解（Mediate first, on the site）. POST /v1/resolution/cases/{caseId}/commands/hold-first-mediation */
export function resolutionHoldFirstMediation(client: Client, given: { readonly caseId: string; readonly body: HoldFirstMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/hold-first-mediation', keyed: true }, given, options);
}

/** 开庭（Hold the hearing）. Ground: LDMA 36-42. Stream: arbitration. Roles: arbitrator. */
export type ResolutionHoldHearingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'HEARING_NOT_SCHEDULED' | 'KEY_REUSED' | 'PANEL_NOT_FORMED' | 'PERSON_ERASED' | 'RECUSAL_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CALL_NOT_PROVEN' | 'ELEMENT_NOT_DISPUTED' | 'FACT_IN_FUTURE' | 'NOT_THE_HEARING_DAY' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 开庭（Hold the hearing）. POST /v1/resolution/cases/{caseId}/commands/hold-hearing */
export function resolutionHoldHearing(client: Client, given: { readonly caseId: string; readonly body: HoldHearing }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/hold-hearing', keyed: true }, given, options);
}

/** 登记调解过程（Record the session held）. Ground: LDMA 13. Stream: mediation. Roles: mediator. */
export type ResolutionHoldSessionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'MEDIATION_NOT_STARTED' | 'PERSON_ERASED' | 'SESSION_NOT_SCHEDULED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'SIDE_ABSENT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记调解过程（Record the session held）. POST /v1/resolution/cases/{caseId}/commands/hold-session */
export function resolutionHoldSession(client: Client, given: { readonly caseId: string; readonly body: HoldSession }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/hold-session', keyed: true }, given, options);
}

/** 登记代管工资（Record wages kept for a worker who cannot be found）. Ground: WPR 3; P. Stream: payment. Roles: officer, inspector, arbitrator, mediator, coordinator. */
export type ResolutionHoldWagesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'EVIDENCE_USED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'OVERPAID' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NOT_OWED' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记代管工资（Record wages kept for a worker who cannot be found）. POST /v1/resolution/cases/{caseId}/commands/hold-wages */
export function resolutionHoldWages(client: Client, given: { readonly caseId: string; readonly body: HoldWages }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/hold-wages', keyed: true }, given, options);
}

/** 登记时效中断（Record what interrupted a limitation）. Ground: LDMA 27. Stream: limitation. Roles: worker, officer, legal-aid, arbitrator. */
export type ResolutionInterruptLimitationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'LIMITATION_ALREADY_SUSPENDED' | 'LIMITATION_LAPSED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记时效中断（Record what interrupted a limitation）. POST /v1/resolution/cases/{caseId}/commands/interrupt-limitation */
export function resolutionInterruptLimitation(client: Client, given: { readonly caseId: string; readonly body: InterruptLimitation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/interrupt-limitation', keyed: true }, given, options);
}

/** 邀请当事人参加调解（Invite a party to the mediation）. Ground: LDMA 13; P. Stream: mediation. Roles: mediator, officer, coordinator. */
export type ResolutionInvitePartyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 邀请当事人参加调解（Invite a party to the mediation）. POST /v1/resolution/cases/{caseId}/commands/invite-party */
export function resolutionInviteParty(client: Client, given: { readonly caseId: string; readonly body: InviteParty }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/invite-party', keyed: true }, given, options);
}

/** 支付令已发出（Record that the court issued the payment order）. Ground: CPL 227. Stream: court. Roles: officer, legal-aid, coordinator. */
export type ResolutionIssuePaymentOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PAYMENT_ORDER_ALREADY_ISSUED' | 'PAYMENT_ORDER_LAPSED' | 'PAYMENT_ORDER_NOT_ACCEPTED' | 'PAYMENT_ORDER_NOT_APPLIED' | 'PAYMENT_ORDER_NOT_ISSUED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 支付令已发出（Record that the court issued the payment order）. POST /v1/resolution/cases/{caseId}/commands/issue-payment-order */
export function resolutionIssuePaymentOrder(client: Client, given: { readonly caseId: string; readonly body: IssuePaymentOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/issue-payment-order', keyed: true }, given, options);
}

/** 在线参加调解（Join the session online）. Ground: S-SH21 七. Stream: mediation. Roles: worker, mediator. */
export type ResolutionJoinSessionOnlineProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_FOR_ANOTHER_PARTY' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'SESSION_NOT_ONLINE' | 'SESSION_NOT_SCHEDULED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 在线参加调解（Join the session online）. POST /v1/resolution/cases/{caseId}/commands/join-session-online */
export function resolutionJoinSessionOnline(client: Client, given: { readonly caseId: string; readonly body: JoinSessionOnline }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/join-session-online', keyed: true }, given, options);
}

/** 支付令失效（Record that the payment order lapsed）. Ground: CPL 228; SPC1 13. Stream: court. Roles: officer, legal-aid, coordinator. */
export type ResolutionLapsePaymentOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PAYMENT_ORDER_LAPSED' | 'PAYMENT_ORDER_NOT_ACCEPTED' | 'PAYMENT_ORDER_NOT_APPLIED' | 'PAYMENT_ORDER_NOT_ISSUED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 支付令失效（Record that the payment order lapsed）. POST /v1/resolution/cases/{caseId}/commands/lapse-payment-order */
export function resolutionLapsePaymentOrder(client: Client, given: { readonly caseId: string; readonly body: LapsePaymentOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/lapse-payment-order', keyed: true }, given, options);
}

/** 列入失信联合惩戒名单（Put the employer on the joint-sanction list）. Ground: BL 5, 8. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionListForSanctionsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'SANCTION_LISTING_NOT_OPEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 列入失信联合惩戒名单（Put the employer on the joint-sanction list）. POST /v1/resolution/cases/{caseId}/commands/list-for-sanctions */
export function resolutionListForSanctions(client: Client, given: { readonly caseId: string; readonly body: ListForSanctions }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/list-for-sanctions', keyed: true }, given, options);
}

/** 认定用人单位承担不利后果（Hold it against the employer that it produced no records）. Ground: WPR 50; LDMA 6. Stream: inspection. Roles: inspector. */
export type ResolutionMakeAdverseFindingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RECORDS_NOT_DEMANDED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'RECORDS_STILL_DUE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 认定用人单位承担不利后果（Hold it against the employer that it produced no records）. POST /v1/resolution/cases/{caseId}/commands/make-adverse-finding */
export function resolutionMakeAdverseFinding(client: Client, given: { readonly caseId: string; readonly body: MakeAdverseFinding }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/make-adverse-finding', keyed: true }, given, options);
}

/** 裁决（Make the award）. Ground: LDMA 43, 47. Stream: arbitration. Roles: arbitrator. */
export type ResolutionMakeAwardProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'HEARING_NOT_HELD' | 'KEY_REUSED' | 'PANEL_NOT_FORMED' | 'PERSON_ERASED' | 'RECUSAL_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLAIM_ALREADY_SETTLED' | 'ELEMENT_NOT_STATED' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'FINALITY_NOT_LAW' | 'ITEMS_DIFFER_FROM_OWED' | 'ITEM_NAMED_TWICE' | 'PERFORMANCE_BEFORE_AWARD' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 裁决（Make the award）. POST /v1/resolution/cases/{caseId}/commands/make-award */
export function resolutionMakeAward(client: Client, given: { readonly caseId: string; readonly body: MakeAward }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/make-award', keyed: true }, given, options);
}

/** 先行裁决（Make a partial award）. Ground: LDMA 43. Stream: arbitration. Roles: arbitrator. */
export type ResolutionMakePartialAwardProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PANEL_NOT_FORMED' | 'PERSON_ERASED' | 'RECUSAL_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLAIM_ALREADY_SETTLED' | 'ELEMENT_NOT_AGREED' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'ITEMS_DIFFER_FROM_OWED' | 'PERFORMANCE_BEFORE_AWARD' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 先行裁决（Make a partial award）. POST /v1/resolution/cases/{caseId}/commands/make-partial-award */
export function resolutionMakePartialAward(client: Client, given: { readonly caseId: string; readonly body: MakePartialAward }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/make-partial-award', keyed: true }, given, options);
}

/** 告知办理进展（Tell the person of the progress）. Ground: BJ-REG 15. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionNoteProgressProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'NO_OPEN_MATTER' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 告知办理进展（Tell the person of the progress）. POST /v1/resolution/cases/{caseId}/commands/note-progress */
export function resolutionNoteProgress(client: Client, given: { readonly caseId: string; readonly body: NoteProgress }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/note-progress', keyed: true }, given, options);
}

/** 集体案件一次通知（Serve the one notice of a collective case）. Ground: CHR 64. Stream: arbitration. Roles: arbitrator. */
export type ResolutionNotifyCollectiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'COLLECTIVE_NOTICE_ALREADY_SERVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_COLLECTIVE' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 集体案件一次通知（Serve the one notice of a collective case）. POST /v1/resolution/cases/{caseId}/commands/notify-collective */
export function resolutionNotifyCollective(client: Client, given: { readonly caseId: string; readonly body: NotifyCollective }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/notify-collective', keyed: true }, given, options);
}

/** 送达开庭通知（Notify the parties of the hearing）. Ground: LDMA 35. Stream: arbitration. Roles: arbitrator. */
export type ResolutionNotifyHearingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'HEARING_ALREADY_NOTIFIED' | 'HEARING_NOT_SCHEDULED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ELECTRONIC_SIMPLIFIED_ONLY' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'HEARING_DAY_PASSED' | 'PAPER_NOT_ELECTRONIC' | 'PARTY_SERVED_TWICE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 送达开庭通知（Notify the parties of the hearing）. POST /v1/resolution/cases/{caseId}/commands/notify-hearing */
export function resolutionNotifyHearing(client: Client, given: { readonly caseId: string; readonly body: NotifyHearing }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/notify-hearing', keyed: true }, given, options);
}

/** 告知拟列入失信联合惩戒名单（Notify the employer of the listing intended）. Ground: BL 5, 6. Stream: inspection. Roles: inspector. */
export type ResolutionNotifySanctionListingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PAY_ORDER_NOT_GIVEN' | 'PERSON_ERASED' | 'SANCTION_LISTING_UNDER_WAY' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PAY_ORDER_NOT_EXPIRED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 告知拟列入失信联合惩戒名单（Notify the employer of the listing intended）. POST /v1/resolution/cases/{caseId}/commands/notify-sanction-listing */
export function resolutionNotifySanctionListing(client: Client, given: { readonly caseId: string; readonly body: NotifySanctionListing }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/notify-sanction-listing', keyed: true }, given, options);
}

/** 对不予法律援助提出异议（Object to the refusal of legal aid）. Ground: LAL 49. Stream: handover. Roles: worker, officer, legal-aid. */
export type ResolutionObjectToAidRefusalProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AID_NOT_REFUSED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 对不予法律援助提出异议（Object to the refusal of legal aid）. POST /v1/resolution/cases/{caseId}/commands/object-to-aid-refusal */
export function resolutionObjectToAidRefusal(client: Client, given: { readonly caseId: string; readonly body: ObjectToAidRefusal }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/object-to-aid-refusal', keyed: true }, given, options);
}

/** 记录对列入失信名单的异议（Record the employer’s objection to the listing）. Ground: BL 6. Stream: inspection. Roles: inspector. */
export type ResolutionObjectToSanctionListingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'SANCTION_LISTING_NOT_OPEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录对列入失信名单的异议（Record the employer’s objection to the listing）. POST /v1/resolution/cases/{caseId}/commands/object-to-sanction-listing */
export function resolutionObjectToSanctionListing(client: Client, given: { readonly caseId: string; readonly body: ObjectToSanctionListing }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/object-to-sanction-listing', keyed: true }, given, options);
}

/** 邀请庭前调解（Offer mediation）. Ground: LDMA 42. Stream: arbitration. Roles: arbitrator. */
export type ResolutionOfferMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_OFFERED_ALREADY' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 邀请庭前调解（Offer mediation）. POST /v1/resolution/cases/{caseId}/commands/offer-mediation */
export function resolutionOfferMediation(client: Client, given: { readonly caseId: string; readonly body: OfferMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/offer-mediation', keyed: true }, given, options);
}

/** 责令支付（Order the employer to pay）. Ground: LSR 26; WPR 42; CRIM-I 4. Stream: inspection. Roles: inspector. */
export type ResolutionOrderPaymentProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'COMPLAINT_NOT_ACCEPTED' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'PAY_DUE_BEFORE_SERVICE' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 责令支付（Order the employer to pay）. POST /v1/resolution/cases/{caseId}/commands/order-payment */
export function resolutionOrderPayment(client: Client, given: { readonly caseId: string; readonly body: OrderPayment }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/order-payment', keyed: true }, given, options);
}

/** 责令限期改正（Order to correct by a day）. Ground: LSR 18. Stream: inspection. Roles: inspector. */
export type ResolutionOrderRectificationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'COMPLAINT_NOT_ACCEPTED' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RECTIFICATION_OPEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'DUE_BEFORE_ORDER' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 责令限期改正（Order to correct by a day）. POST /v1/resolution/cases/{caseId}/commands/order-rectification */
export function resolutionOrderRectification(client: Client, given: { readonly caseId: string; readonly body: OrderRectification }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/order-rectification', keyed: true }, given, options);
}

/** 疑难咨询转业务科室（Pass the enquiry on to a section）. Ground: Changsha practice (B). Stream: closure. Roles: officer, coordinator. */
export type ResolutionPassEnquiryOnProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'NOT_AN_ENQUIRY' | 'ORDER_UNKNOWN' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 疑难咨询转业务科室（Pass the enquiry on to a section）. POST /v1/resolution/cases/{caseId}/commands/pass-enquiry-on */
export function resolutionPassEnquiryOn(client: Client, given: { readonly caseId: string; readonly body: PassEnquiryOn }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/pass-enquiry-on', keyed: true }, given, options);
}

/** 登记劳动者领取代管工资（Record that the worker has claimed wages kept）. Ground: WPR 3; P. Stream: payment. Roles: officer, inspector, arbitrator, mediator, coordinator. */
export type ResolutionPayHeldWagesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'EVIDENCE_USED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NOT_HELD' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记劳动者领取代管工资（Record that the worker has claimed wages kept）. POST /v1/resolution/cases/{caseId}/commands/pay-held-wages */
export function resolutionPayHeldWages(client: Client, given: { readonly caseId: string; readonly body: PayHeldWages }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/pay-held-wages', keyed: true }, given, options);
}

/** 公告送达（Publish a notice to serve by）. Ground: ZJ-ARB 35. Stream: arbitration. Roles: arbitrator. */
export type ResolutionPublishNoticeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOTICE_RUNNING' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 公告送达（Publish a notice to serve by）. POST /v1/resolution/cases/{caseId}/commands/publish-notice */
export function resolutionPublishNotice(client: Client, given: { readonly caseId: string; readonly body: PublishNotice }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/publish-notice', keyed: true }, given, options);
}

/** 社会公布重大违法行为（Publish the major violation）. Ground: 人社部令第29号. Stream: inspection. Roles: inspector. */
export type ResolutionPublishViolationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_VIOLATION_TO_PUBLISH' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 社会公布重大违法行为（Publish the major violation）. POST /v1/resolution/cases/{caseId}/commands/publish-violation */
export function resolutionPublishViolation(client: Client, given: { readonly caseId: string; readonly body: PublishViolation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/publish-violation', keyed: true }, given, options);
}

/** 收到答辩书（Receive the answer）. Ground: LDMA 30. Stream: arbitration. Roles: arbitrator. */
export type ResolutionReceiveAnswerProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ANSWER_PERIOD_ALREADY_OVER' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'COPY_NOT_SERVED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 收到答辩书（Receive the answer）. POST /v1/resolution/cases/{caseId}/commands/receive-answer */
export function resolutionReceiveAnswer(client: Client, given: { readonly caseId: string; readonly body: ReceiveAnswer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/receive-answer', keyed: true }, given, options);
}

/** 收到补正材料（Receive the missing materials）. Ground: LAL 43. Stream: handover. Roles: worker, officer, relief, legal-aid. */
export type ResolutionReceiveMaterialsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATERIALS_NOT_REQUESTED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 收到补正材料（Receive the missing materials）. POST /v1/resolution/cases/{caseId}/commands/receive-materials */
export function resolutionReceiveMaterials(client: Client, given: { readonly caseId: string; readonly body: ReceiveMaterials }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/receive-materials', keyed: true }, given, options);
}

/** 补交容缺材料（Receive a document that was promised）. Ground: S-BJ25 七. Stream: arbitration. Roles: arbitrator. */
export type ResolutionReceivePendingDocumentProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_DOCUMENT_PENDING' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'DOCUMENT_NOT_PROMISED' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 补交容缺材料（Receive a document that was promised）. POST /v1/resolution/cases/{caseId}/commands/receive-pending-document */
export function resolutionReceivePendingDocument(client: Client, given: { readonly caseId: string; readonly body: ReceivePendingDocument }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/receive-pending-document', keyed: true }, given, options);
}

/** 收到资料（Receive the records）. Ground: WPR 50. Stream: inspection. Roles: inspector. */
export type ResolutionReceiveRecordsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RECORDS_NOT_DEMANDED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 收到资料（Receive the records）. POST /v1/resolution/cases/{caseId}/commands/receive-records */
export function resolutionReceiveRecords(client: Client, given: { readonly caseId: string; readonly body: ReceiveRecords }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/receive-records', keyed: true }, given, options);
}

/** 收到补充材料（Receive the supplements）. Ground: LSR-IR 18. Stream: inspection. Roles: inspector. */
export type ResolutionReceiveSupplementsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'SUPPLEMENTS_NOT_REQUESTED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 收到补充材料（Receive the supplements）. POST /v1/resolution/cases/{caseId}/commands/receive-supplements */
export function resolutionReceiveSupplements(client: Client, given: { readonly caseId: string; readonly body: ReceiveSupplements }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/receive-supplements', keyed: true }, given, options);
}

/** 登记调解协议（Record the agreement）. Ground: LDMA 14, 15. Stream: mediation. Roles: mediator. */
export type ResolutionRecordAgreementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_DIFFERS' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'INSTALMENT_OUTSIDE' | 'ITEMS_DO_NOT_ADD_UP' | 'PERFORMANCE_BEFORE_AGREEMENT' | 'PLAN_DOES_NOT_ADD_UP' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记调解协议（Record the agreement）. POST /v1/resolution/cases/{caseId}/commands/record-agreement */
export function resolutionRecordAgreement(client: Client, given: { readonly caseId: string; readonly body: RecordAgreement }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-agreement', keyed: true }, given, options);
}

/** 记录容缺承诺未兑现（Record that a promised document did not come）. Ground: S-BJ25 七; LDMA 39. Stream: arbitration. Roles: arbitrator. */
export type ResolutionRecordBrokenPromiseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_DOCUMENT_PENDING' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'AWARD_LIMIT_ENDED' | 'DOCUMENT_NOT_PROMISED' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PROMISE_STILL_RUNS' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录容缺承诺未兑现（Record that a promised document did not come）. POST /v1/resolution/cases/{caseId}/commands/record-broken-promise */
export function resolutionRecordBrokenPromise(client: Client, given: { readonly caseId: string; readonly body: RecordBrokenPromise }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-broken-promise', keyed: true }, given, options);
}

/** 回访（Record the return visit）. Ground: BJ-REG 23. Stream: closure. Roles: officer, supervisor. */
export type ResolutionRecordCallbackProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CALLBACK_BY_HANDLER' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_RESOLVED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'ORDER_UNKNOWN' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 回访（Record the return visit）. POST /v1/resolution/cases/{caseId}/commands/record-callback */
export function resolutionRecordCallback(client: Client, given: { readonly caseId: string; readonly body: RecordCallback }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-callback', keyed: true }, given, options);
}

/** 回访未接通（Record a return visit without answer）. Ground: BJ-REG 23. Stream: closure. Roles: officer, supervisor. */
export type ResolutionRecordCallbackUnreachedProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CALLBACK_BY_HANDLER' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_RESOLVED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 回访未接通（Record a return visit without answer）. POST /v1/resolution/cases/{caseId}/commands/record-callback-unreached */
export function resolutionRecordCallbackUnreached(client: Client, given: { readonly caseId: string; readonly body: RecordCallbackUnreached }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-callback-unreached', keyed: true }, given, options);
}

/** 记录工资保证金已补足（Record that the deposit was refilled）. Ground: 人社部发〔2021〕65号. Stream: inspection. Roles: inspector. */
export type ResolutionRecordDepositRefilledProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'DEPOSIT_NOT_USED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录工资保证金已补足（Record that the deposit was refilled）. POST /v1/resolution/cases/{caseId}/commands/record-deposit-refilled */
export function resolutionRecordDepositRefilled(client: Client, given: { readonly caseId: string; readonly body: RecordDepositRefilled }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-deposit-refilled', keyed: true }, given, options);
}

/** 记录工资保证金已支付（Record that the bank paid from the deposit）. Ground: 人社部发〔2021〕65号. Stream: inspection. Roles: inspector. */
export type ResolutionRecordDepositUsedProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'DEPOSIT_NOT_CALLED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录工资保证金已支付（Record that the bank paid from the deposit）. POST /v1/resolution/cases/{caseId}/commands/record-deposit-used */
export function resolutionRecordDepositUsed(client: Client, given: { readonly caseId: string; readonly body: RecordDepositUsed }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-deposit-used', keyed: true }, given, options);
}

/** 登记当事人未参加（Record that a party stayed away）. Ground: LDMA 13, 14; P. Stream: mediation. Roles: mediator. */
export type ResolutionRecordNoShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'SESSION_NOT_SCHEDULED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PARTY_NOT_INVITED' | 'PARTY_PRESENT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记当事人未参加（Record that a party stayed away）. POST /v1/resolution/cases/{caseId}/commands/record-no-show */
export function resolutionRecordNoShow(client: Client, given: { readonly caseId: string; readonly body: RecordNoShow }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-no-show', keyed: true }, given, options);
}

/** 记录公安立案（Record that the police filed the case）. Ground: TRF 8. Stream: inspection. Roles: inspector. */
export type ResolutionRecordPoliceFilingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_TRANSFERRED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录公安立案（Record that the police filed the case）. POST /v1/resolution/cases/{caseId}/commands/record-police-filing */
export function resolutionRecordPoliceFiling(client: Client, given: { readonly caseId: string; readonly body: RecordPoliceFiling }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-police-filing', keyed: true }, given, options);
}

/** 记录公安不予立案（Record that the police refused）. Ground: TRF 8, 9. Stream: inspection. Roles: inspector. */
export type ResolutionRecordPoliceRefusalProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_TRANSFERRED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录公安不予立案（Record that the police refused）. POST /v1/resolution/cases/{caseId}/commands/record-police-refusal */
export function resolutionRecordPoliceRefusal(client: Client, given: { readonly caseId: string; readonly body: RecordPoliceRefusal }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-police-refusal', keyed: true }, given, options);
}

/** 记录公安复议结果（Record what the police decided on reconsideration）. Ground: TRF 9. Stream: inspection. Roles: inspector. */
export type ResolutionRecordReconsiderationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RECONSIDERATION_NOT_REQUESTED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录公安复议结果（Record what the police decided on reconsideration）. POST /v1/resolution/cases/{caseId}/commands/record-reconsideration */
export function resolutionRecordReconsideration(client: Client, given: { readonly caseId: string; readonly body: RecordReconsideration }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-reconsideration', keyed: true }, given, options);
}

/** 登记收回追偿款（Record what the employer paid back）. Ground: WPR 63. Stream: fund. Roles: officer, inspector. */
export type ResolutionRecordRecourseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FUND_EVIDENCE_USED' | 'KEY_REUSED' | 'NOTHING_ADVANCED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'RECOURSE_BEYOND_ADVANCE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记收回追偿款（Record what the employer paid back）. POST /v1/resolution/cases/{caseId}/commands/record-recourse */
export function resolutionRecordRecourse(client: Client, given: { readonly caseId: string; readonly body: RecordRecourse }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-recourse', keyed: true }, given, options);
}

/** 记录已改正（Record that it was corrected）. Ground: LSR 18. Stream: inspection. Roles: inspector. */
export type ResolutionRecordRectifiedProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RECTIFICATION_NOT_ORDERED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录已改正（Record that it was corrected）. POST /v1/resolution/cases/{caseId}/commands/record-rectified */
export function resolutionRecordRectified(client: Client, given: { readonly caseId: string; readonly body: RecordRectified }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-rectified', keyed: true }, given, options);
}

/** 登记工资支付（Record wages paid）. Ground: WPR 11, 29, 30, 36, 63. Stream: payment. Roles: officer, inspector, arbitrator, mediator, coordinator. */
export type ResolutionRecordWagePaidProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'EVIDENCE_USED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'OVERPAID' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NOT_OWED' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记工资支付（Record wages paid）. POST /v1/resolution/cases/{caseId}/commands/record-wage-paid */
export function resolutionRecordWagePaid(client: Client, given: { readonly caseId: string; readonly body: RecordWagePaid }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/record-wage-paid', keyed: true }, given, options);
}

/** 推介求职者（Refer the job-seeker）. Ground: S-CQ24 (一); S-SH21 六. Stream: employment. Roles: officer. */
export type ResolutionReferJobSeekerProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 推介求职者（Refer the job-seeker）. POST /v1/resolution/cases/{caseId}/commands/refer-job-seeker */
export function resolutionReferJobSeeker(client: Client, given: { readonly caseId: string; readonly body: ReferJobSeeker }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/refer-job-seeker', keyed: true }, given, options);
}

/** 不予受理（Refuse the application）. Ground: LDMA 29. Stream: arbitration. Roles: arbitrator. */
export type ResolutionRefuseApplicationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_ALREADY_ACCEPTED' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_APPLIED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 不予受理（Refuse the application）. POST /v1/resolution/cases/{caseId}/commands/refuse-application */
export function resolutionRefuseApplication(client: Client, given: { readonly caseId: string; readonly body: RefuseApplication }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/refuse-application', keyed: true }, given, options);
}

/** 书面不予受理（Refuse the complaint in writing）. Ground: LSR 20; LSR-IR 18. Stream: inspection. Roles: inspector. */
export type ResolutionRefuseComplaintProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'COMPLAINT_ALREADY_ACCEPTED' | 'COMPLAINT_ALREADY_REFUSED' | 'COMPLAINT_NOT_RECEIVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 书面不予受理（Refuse the complaint in writing）. POST /v1/resolution/cases/{caseId}/commands/refuse-complaint */
export function resolutionRefuseComplaint(client: Client, given: { readonly caseId: string; readonly body: RefuseComplaint }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/refuse-complaint', keyed: true }, given, options);
}

/** 不予法律援助（Refuse legal aid）. Ground: LAL 43, 49. Stream: handover. Roles: legal-aid. */
export type ResolutionRefuseLegalAidProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LEGAL_AID_NOT_APPLIED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'MEANS_CHECK_EXEMPT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 不予法律援助（Refuse legal aid）. POST /v1/resolution/cases/{caseId}/commands/refuse-legal-aid */
export function resolutionRefuseLegalAid(client: Client, given: { readonly caseId: string; readonly body: RefuseLegalAid }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/refuse-legal-aid', keyed: true }, given, options);
}

/** 书面不予受理（Refuse the application in writing）. Ground: 信访工作条例 22; 农村土地承包经营纠纷调解仲裁法 22; LAL 43. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionRefuseProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'NOTHING_TO_ACCEPT' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 书面不予受理（Refuse the application in writing）. POST /v1/resolution/cases/{caseId}/commands/refuse-procedure */
export function resolutionRefuseProcedure(client: Client, given: { readonly caseId: string; readonly body: RefuseProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/refuse-procedure', keyed: true }, given, options);
}

/** 移出失信联合惩戒名单（Take the employer off the joint-sanction list）. Ground: BL. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionRemoveFromSanctionListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ON_SANCTION_LIST' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EARLY_REMOVAL_TOO_EARLY' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'SANCTION_TERM_RUNS' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 移出失信联合惩戒名单（Take the employer off the joint-sanction list）. POST /v1/resolution/cases/{caseId}/commands/remove-from-sanction-list */
export function resolutionRemoveFromSanctionList(client: Client, given: { readonly caseId: string; readonly body: RemoveFromSanctionList }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/remove-from-sanction-list', keyed: true }, given, options);
}

/** 退回重办（Reopen the case）. Ground: JN 27. Stream: closure. Roles: worker, officer, supervisor. */
export type ResolutionReopenCaseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_RESOLVED' | 'PERSON_ERASED' | 'REOPENING_WINDOW_PASSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 退回重办（Reopen the case）. POST /v1/resolution/cases/{caseId}/commands/reopen-case */
export function resolutionReopenCase(client: Client, given: { readonly caseId: string; readonly body: ReopenCase }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/reopen-case', keyed: true }, given, options);
}

/** 更换调解员（Replace the mediator）. Ground: LDMA 11; P. Stream: mediation. Roles: mediator, officer, supervisor. */
export type ResolutionReplaceMediatorProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'MEDIATION_NOT_STARTED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'CONFLICT_OF_INTEREST' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 更换调解员（Replace the mediator）. POST /v1/resolution/cases/{caseId}/commands/replace-mediator */
export function resolutionReplaceMediator(client: Client, given: { readonly caseId: string; readonly body: ReplaceMediator }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/replace-mediator', keyed: true }, given, options);
}

/** 报告涉嫌犯罪（Report a suspected crime to the head）. Ground: TRF 5; CRIM. Stream: inspection. Roles: inspector. */
export type ResolutionReportCrimeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'CRIME_ALREADY_REPORTED' | 'KEY_REUSED' | 'PAY_ORDER_NOT_GIVEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PAY_ORDER_NOT_EXPIRED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 报告涉嫌犯罪（Report a suspected crime to the head）. POST /v1/resolution/cases/{caseId}/commands/report-crime */
export function resolutionReportCrime(client: Client, given: { readonly caseId: string; readonly body: ReportCrime }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/report-crime', keyed: true }, given, options);
}

/** 请求延期开庭（Ask for an adjournment）. Ground: LDMA 35. Stream: arbitration. Roles: worker, legal-aid, officer, arbitrator. */
export type ResolutionRequestAdjournmentProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'HEARING_NOT_SCHEDULED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ADJOURNMENT_TOO_LATE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 请求延期开庭（Ask for an adjournment）. POST /v1/resolution/cases/{caseId}/commands/request-adjournment */
export function resolutionRequestAdjournment(client: Client, given: { readonly caseId: string; readonly body: RequestAdjournment }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/request-adjournment', keyed: true }, given, options);
}

/** 一次性告知补正材料（Ask once for all missing materials）. Ground: LAL 43. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionRequestMaterialsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATERIALS_ALREADY_REQUESTED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 一次性告知补正材料（Ask once for all missing materials）. POST /v1/resolution/cases/{caseId}/commands/request-materials */
export function resolutionRequestMaterials(client: Client, given: { readonly caseId: string; readonly body: RequestMaterials }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/request-materials', keyed: true }, given, options);
}

/** 提请公安机关复议（Ask the police to reconsider）. Ground: TRF 9. Stream: inspection. Roles: inspector. */
export type ResolutionRequestReconsiderationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_POLICE_REFUSAL' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 提请公安机关复议（Ask the police to reconsider）. POST /v1/resolution/cases/{caseId}/commands/request-reconsideration */
export function resolutionRequestReconsideration(client: Client, given: { readonly caseId: string; readonly body: RequestReconsideration }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/request-reconsideration', keyed: true }, given, options);
}

/** 申请仲裁员回避（Ask an arbitrator to withdraw）. Ground: LDMA 33. Stream: arbitration. Roles: worker, legal-aid, officer, arbitrator. */
export type ResolutionRequestRecusalProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'NOT_YOUR_SIDE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PANEL_NOT_FORMED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'NOT_ON_THE_PANEL' | 'RECUSAL_TOO_LATE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 申请仲裁员回避（Ask an arbitrator to withdraw）. POST /v1/resolution/cases/{caseId}/commands/request-recusal */
export function resolutionRequestRecusal(client: Client, given: { readonly caseId: string; readonly body: RequestRecusal }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/request-recusal', keyed: true }, given, options);
}

/** 一次性告知补充材料（Ask once for all supplements）. Ground: LSR-IR 18. Stream: inspection. Roles: inspector. */
export type ResolutionRequestSupplementsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'COMPLAINT_ALREADY_ACCEPTED' | 'COMPLAINT_ALREADY_REFUSED' | 'COMPLAINT_NOT_RECEIVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'SUPPLEMENTS_ALREADY_REQUESTED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 一次性告知补充材料（Ask once for all supplements）. POST /v1/resolution/cases/{caseId}/commands/request-supplements */
export function resolutionRequestSupplements(client: Client, given: { readonly caseId: string; readonly body: RequestSupplements }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/request-supplements', keyed: true }, given, options);
}

/** 一次性告知补正（Ask once for all corrections）. Ground: CHR 46. Stream: arbitration. Roles: arbitrator. */
export type ResolutionRequireCorrectionsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_ALREADY_ACCEPTED' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_APPLIED' | 'CONCURRENT_CHANGE' | 'CORRECTIONS_ALREADY_REQUIRED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 一次性告知补正（Ask once for all corrections）. POST /v1/resolution/cases/{caseId}/commands/require-corrections */
export function resolutionRequireCorrections(client: Client, given: { readonly caseId: string; readonly body: RequireCorrections }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/require-corrections', keyed: true }, given, options);
}

/** 恢复审理（Resume the proceedings）. Ground: CHR 46. Stream: arbitration. Roles: arbitrator. */
export type ResolutionResumeArbitrationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_NOT_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 恢复审理（Resume the proceedings）. POST /v1/resolution/cases/{caseId}/commands/resume-arbitration */
export function resolutionResumeArbitration(client: Client, given: { readonly caseId: string; readonly body: ResumeArbitration }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/resume-arbitration', keyed: true }, given, options);
}

/** 挂账案件恢复办理（Resume the case that was carried forward）. Ground: P. Stream: closure. Roles: supervisor. */
export type ResolutionResumeCaseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_CARRIED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 挂账案件恢复办理（Resume the case that was carried forward）. POST /v1/resolution/cases/{caseId}/commands/resume-case */
export function resolutionResumeCase(client: Client, given: { readonly caseId: string; readonly body: ResumeCase }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/resume-case', keyed: true }, given, options);
}

/** 恢复调查（Resume the investigation）. Ground: ZJ-INSP 30. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionResumeInvestigationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'INSPECTION_NOT_FILED' | 'INVESTIGATION_NOT_OPEN' | 'INVESTIGATION_NOT_SUSPENDED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 恢复调查（Resume the investigation）. POST /v1/resolution/cases/{caseId}/commands/resume-investigation */
export function resolutionResumeInvestigation(client: Client, given: { readonly caseId: string; readonly body: ResumeInvestigation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/resume-investigation', keyed: true }, given, options);
}

/** 登记时效恢复（Record that a limitation runs on）. Ground: LDMA 27. Stream: limitation. Roles: worker, officer, legal-aid, arbitrator. */
export type ResolutionResumeLimitationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LIMITATION_NOT_SUSPENDED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记时效恢复（Record that a limitation runs on）. POST /v1/resolution/cases/{caseId}/commands/resume-limitation */
export function resolutionResumeLimitation(client: Client, given: { readonly caseId: string; readonly body: ResumeLimitation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/resume-limitation', keyed: true }, given, options);
}

/** 恢复办理（Resume the procedure）. Ground: WII 20. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionResumeProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'PERSON_ERASED' | 'PROCEDURE_NOT_SUSPENDED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 恢复办理（Resume the procedure）. POST /v1/resolution/cases/{caseId}/commands/resume-procedure */
export function resolutionResumeProcedure(client: Client, given: { readonly caseId: string; readonly body: ResumeProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/resume-procedure', keyed: true }, given, options);
}

/** 对转送提出异议（Object to the forwarding and return the matter）. Ground: 信访工作条例 23. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionReturnProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'NOT_FORWARDED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 对转送提出异议（Object to the forwarding and return the matter）. POST /v1/resolution/cases/{caseId}/commands/return-procedure */
export function resolutionReturnProcedure(client: Client, given: { readonly caseId: string; readonly body: ReturnProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/return-procedure', keyed: true }, given, options);
}

/** 司法行政部门审查异议（Review the refusal of legal aid）. Ground: LAL 49. Stream: handover. Roles: officer, supervisor. */
export type ResolutionReviewAidRefusalProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AID_REFUSAL_NOT_OBJECTED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 司法行政部门审查异议（Review the refusal of legal aid）. POST /v1/resolution/cases/{caseId}/commands/review-aid-refusal */
export function resolutionReviewAidRefusal(client: Client, given: { readonly caseId: string; readonly body: ReviewAidRefusal }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/review-aid-refusal', keyed: true }, given, options);
}

/** 裁决先予执行（Rule advance enforcement）. Ground: LDMA 44. Stream: arbitration. Roles: arbitrator. */
export type ResolutionRuleAdvanceEnforcementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PANEL_NOT_FORMED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ADVANCE_CONDITIONS_UNMET' | 'ADVANCE_NOT_APPLIED' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 裁决先予执行（Rule advance enforcement）. POST /v1/resolution/cases/{caseId}/commands/rule-advance-enforcement */
export function resolutionRuleAdvanceEnforcement(client: Client, given: { readonly caseId: string; readonly body: RuleAdvanceEnforcement }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/rule-advance-enforcement', keyed: true }, given, options);
}

/** 决定回避申请（Rule on a request for recusal）. Ground: LDMA 33. Stream: arbitration. Roles: supervisor. */
export type ResolutionRuleOnRecusalProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RECUSAL_NOT_REQUESTED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'RECUSAL_NOT_REQUESTED_OF' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 决定回避申请（Rule on a request for recusal）. POST /v1/resolution/cases/{caseId}/commands/rule-on-recusal */
export function resolutionRuleOnRecusal(client: Client, given: { readonly caseId: string; readonly body: RuleOnRecusal }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/rule-on-recusal', keyed: true }, given, options);
}

/** 记录法院对撤销申请的裁定（Record how the court ruled on setting aside）. Ground: LDMA 49. Stream: arbitration. Roles: arbitrator. */
export type ResolutionRuleOnSetAsideProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_NOT_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'SET_ASIDE_ALREADY_RULED' | 'SET_ASIDE_NOT_APPLIED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录法院对撤销申请的裁定（Record how the court ruled on setting aside）. POST /v1/resolution/cases/{caseId}/commands/rule-on-set-aside */
export function resolutionRuleOnSetAside(client: Client, given: { readonly caseId: string; readonly body: RuleOnSetAside }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/rule-on-set-aside', keyed: true }, given, options);
}

/** 确定开庭（Schedule the hearing）. Ground: LDMA 35. Stream: arbitration. Roles: arbitrator. */
export type ResolutionScheduleHearingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PANEL_NOT_FORMED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'HEARING_ENDS_BEFORE_IT_BEGINS' | 'HEARING_IN_THE_PAST' | 'HEARING_TOO_SOON' | 'ROOM_IN_CALENDAR' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 确定开庭（Schedule the hearing）. POST /v1/resolution/cases/{caseId}/commands/schedule-hearing */
export function resolutionScheduleHearing(client: Client, given: { readonly caseId: string; readonly body: ScheduleHearing }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/schedule-hearing', keyed: true }, given, options);
}

/** 安排调解（Schedule a session）. Ground: LDMA 13; S-SH21 七. Stream: mediation. Roles: mediator, officer, coordinator. */
export type ResolutionScheduleSessionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'SESSION_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'SESSION_PLACE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 安排调解（Schedule a session）. POST /v1/resolution/cases/{caseId}/commands/schedule-session */
export function resolutionScheduleSession(client: Client, given: { readonly caseId: string; readonly body: ScheduleSession }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/schedule-session', keyed: true }, given, options);
}

/** 送达裁决书（Serve the award）. Ground: LDMA 48-50. Stream: arbitration. Roles: arbitrator. */
export type ResolutionServeAwardProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_SERVED' | 'AWARD_NOT_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ELECTRONIC_SIMPLIFIED_ONLY' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PAPER_NOT_ELECTRONIC' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 送达裁决书（Serve the award）. POST /v1/resolution/cases/{caseId}/commands/serve-award */
export function resolutionServeAward(client: Client, given: { readonly caseId: string; readonly body: ServeAward }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/serve-award', keyed: true }, given, options);
}

/** 送达申请书副本（Serve the copy on the respondent）. Ground: LDMA 30. Stream: arbitration. Roles: arbitrator. */
export type ResolutionServeCopyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'COPY_ALREADY_SERVED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ELECTRONIC_SIMPLIFIED_ONLY' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PAPER_NOT_ELECTRONIC' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 送达申请书副本（Serve the copy on the respondent）. POST /v1/resolution/cases/{caseId}/commands/serve-copy */
export function resolutionServeCopy(client: Client, given: { readonly caseId: string; readonly body: ServeCopy }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/serve-copy', keyed: true }, given, options);
}

/** 送达决定书（Serve the decision）. Ground: 行政处罚法 61, 85. Stream: inspection. Roles: inspector. */
export type ResolutionServeDecisionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOTHING_DECIDED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 送达决定书（Serve the decision）. POST /v1/resolution/cases/{caseId}/commands/serve-decision */
export function resolutionServeDecision(client: Client, given: { readonly caseId: string; readonly body: ServeDecision }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/serve-decision', keyed: true }, given, options);
}

/** 仲裁调解书双方签收（Serve the mediation instrument on both）. Ground: LDMA 42. Stream: arbitration. Roles: arbitrator. */
export type ResolutionServeMediationInstrumentProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ELECTRONIC_SIMPLIFIED_ONLY' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PAPER_NOT_ELECTRONIC' | 'PARTY_SERVED_TWICE' | 'PERFORMANCE_BEFORE_AWARD' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 仲裁调解书双方签收（Serve the mediation instrument on both）. POST /v1/resolution/cases/{caseId}/commands/serve-mediation-instrument */
export function resolutionServeMediationInstrument(client: Client, given: { readonly caseId: string; readonly body: ServeMediationInstrument }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/serve-mediation-instrument', keyed: true }, given, options);
}

/** 部分请求调解书双方签收（Serve an instrument on some of the claims）. Ground: LDMA 42. Stream: arbitration. Roles: arbitrator. */
export type ResolutionServePartialInstrumentProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_MEDIATION_UNDER_WAY' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLAIM_ALREADY_SETTLED' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'PERFORMANCE_BEFORE_AWARD' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 部分请求调解书双方签收（Serve an instrument on some of the claims）. POST /v1/resolution/cases/{caseId}/commands/serve-partial-instrument */
export function resolutionServePartialInstrument(client: Client, given: { readonly caseId: string; readonly body: ServePartialInstrument }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/serve-partial-instrument', keyed: true }, given, options);
}

/** 债务人已收支付令（Record that the debtor received the payment order）. Ground: CPL 227. Stream: court. Roles: officer, legal-aid, coordinator. */
export type ResolutionServePaymentOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PAYMENT_ORDER_ALREADY_SERVED' | 'PAYMENT_ORDER_LAPSED' | 'PAYMENT_ORDER_NOT_ACCEPTED' | 'PAYMENT_ORDER_NOT_APPLIED' | 'PAYMENT_ORDER_NOT_ISSUED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 债务人已收支付令（Record that the debtor received the payment order）. POST /v1/resolution/cases/{caseId}/commands/serve-payment-order */
export function resolutionServePaymentOrder(client: Client, given: { readonly caseId: string; readonly body: ServePaymentOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/serve-payment-order', keyed: true }, given, options);
}

/** 签署调解协议（Sign the agreement）. Ground: LDMA 14; S-SH21 七. Stream: mediation. Roles: worker, mediator, officer. */
export type ResolutionSignAgreementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_FOR_ANOTHER_PARTY' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_NOT_DRAFTED' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'INSTALMENT_OUTSIDE' | 'ITEMS_DO_NOT_ADD_UP' | 'NO_SIGNATORY' | 'PERFORMANCE_BEFORE_AGREEMENT' | 'PLAN_DOES_NOT_ADD_UP' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 签署调解协议（Sign the agreement）. POST /v1/resolution/cases/{caseId}/commands/sign-agreement */
export function resolutionSignAgreement(client: Client, given: { readonly caseId: string; readonly body: SignAgreement }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/sign-agreement', keyed: true }, given, options);
}

/** 开始调解（Start the mediation）. Ground: LDMA 11, 13. Stream: mediation. Roles: mediator. */
export type ResolutionStartMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'BODIES_UNANSWERED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_ALREADY_STARTED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'CONFLICT_OF_INTEREST' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 开始调解（Start the mediation）. POST /v1/resolution/cases/{caseId}/commands/start-mediation */
export function resolutionStartMediation(client: Client, given: { readonly caseId: string; readonly body: StartMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/start-mediation', keyed: true }, given, options);
}

/** 陈述要素（State the elements of the case）. Ground: P elementBased. Stream: arbitration. Roles: worker, legal-aid, officer, arbitrator. */
export type ResolutionStateElementsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'NOT_YOUR_SIDE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ELEMENT_NAMED_TWICE' | 'ELEMENT_VALUE_WRONG' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'NO_SUCH_ELEMENT' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 陈述要素（State the elements of the case）. POST /v1/resolution/cases/{caseId}/commands/state-elements */
export function resolutionStateElements(client: Client, given: { readonly caseId: string; readonly body: StateElements }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/state-elements', keyed: true }, given, options);
}

/** 登记用人单位承认并承诺支付的款项（State what the employer admits and promises to pay）. Ground: WPR 3; LSR 26. Stream: payment. Roles: officer, inspector, arbitrator, mediator, coordinator. */
export type ResolutionStateWagesOwedProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'DUE_BEFORE_STATED' | 'FACT_IN_FUTURE' | 'INSTALMENT_OUTSIDE' | 'PLAN_DOES_NOT_ADD_UP' | 'VERSION_NOT_A_NUMBER' | 'WORKER_NAMED_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记用人单位承认并承诺支付的款项（State what the employer admits and promises to pay）. POST /v1/resolution/cases/{caseId}/commands/state-wages-owed */
export function resolutionStateWagesOwed(client: Client, given: { readonly caseId: string; readonly body: StateWagesOwed }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/state-wages-owed', keyed: true }, given, options);
}

/** 中止审理（Stay the proceedings）. Ground: CHR 46. Stream: arbitration. Roles: arbitrator. */
export type ResolutionStayArbitrationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'ARBITRATION_STAYED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 中止审理（Stay the proceedings）. POST /v1/resolution/cases/{caseId}/commands/stay-arbitration */
export function resolutionStayArbitration(client: Client, given: { readonly caseId: string; readonly body: StayArbitration }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/stay-arbitration', keyed: true }, given, options);
}

/** 中止调查（Suspend the investigation）. Ground: ZJ-INSP 30. Stream: inspection. Roles: inspector, supervisor. */
export type ResolutionSuspendInvestigationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'FILING_ALREADY_WITHDRAWN' | 'INSPECTION_NOT_FILED' | 'INVESTIGATION_NOT_OPEN' | 'INVESTIGATION_SUSPENDED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'SUSPENSION_NOT_IN_LAW' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 中止调查（Suspend the investigation）. POST /v1/resolution/cases/{caseId}/commands/suspend-investigation */
export function resolutionSuspendInvestigation(client: Client, given: { readonly caseId: string; readonly body: SuspendInvestigation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/suspend-investigation', keyed: true }, given, options);
}

/** 登记时效中止（Record that a limitation stands still）. Ground: LDMA 27. Stream: limitation. Roles: worker, officer, legal-aid, arbitrator. */
export type ResolutionSuspendLimitationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'LIMITATION_LAPSED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记时效中止（Record that a limitation stands still）. POST /v1/resolution/cases/{caseId}/commands/suspend-limitation */
export function resolutionSuspendLimitation(client: Client, given: { readonly caseId: string; readonly body: SuspendLimitation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/suspend-limitation', keyed: true }, given, options);
}

/** 中止办理（Suspend the procedure）. Ground: WII 20. Stream: handover. Roles: officer, relief, legal-aid. */
export type ResolutionSuspendProcedureProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_CONCLUDED' | 'MATTER_NOT_HANDED_OVER' | 'NOTHING_TO_SUSPEND' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'SUSPENSION_NOT_IN_LAW' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 中止办理（Suspend the procedure）. POST /v1/resolution/cases/{caseId}/commands/suspend-procedure */
export function resolutionSuspendProcedure(client: Client, given: { readonly caseId: string; readonly body: SuspendProcedure }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/suspend-procedure', keyed: true }, given, options);
}

/** 告知法定期限和办理进展（Tell the longer limit of the law and the progress）. Ground: WF 20; JN 24; BJ-REG 15. Stream: closure. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid. */
export type ResolutionTellLongerLimitProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CASE_ARCHIVED' | 'CASE_CLOSED' | 'CASE_NOT_OPEN' | 'CASE_RESOLVED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'LIMIT_NOT_LATER' | 'ORDER_UNKNOWN' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 告知法定期限和办理进展（Tell the longer limit of the law and the progress）. POST /v1/resolution/cases/{caseId}/commands/tell-longer-limit */
export function resolutionTellLongerLimit(client: Client, given: { readonly caseId: string; readonly body: TellLongerLimit }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/tell-longer-limit', keyed: true }, given, options);
}

/** 终结本次执行（Record that this enforcement was terminated）. Ground: CPL 250. Stream: court. Roles: officer, legal-aid, coordinator. */
export type ResolutionTerminateEnforcementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'ENFORCEMENT_NOT_APPLIED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 终结本次执行（Record that this enforcement was terminated）. POST /v1/resolution/cases/{caseId}/commands/terminate-enforcement */
export function resolutionTerminateEnforcement(client: Client, given: { readonly caseId: string; readonly body: TerminateEnforcement }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/terminate-enforcement', keyed: true }, given, options);
}

/** 移送公安机关（Transfer to the police）. Ground: TRF 5, 6. Stream: inspection. Roles: inspector. */
export type ResolutionTransferToPoliceProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'TRANSFER_NOT_APPROVED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'TRANSFER_BEFORE_APPROVAL' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 移送公安机关（Transfer to the police）. POST /v1/resolution/cases/{caseId}/commands/transfer-to-police */
export function resolutionTransferToPolice(client: Client, given: { readonly caseId: string; readonly body: TransferToPolice }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/transfer-to-police', keyed: true }, given, options);
}

/** 核查线索（Verify the clue）. Ground: P CLUE-VERIFY. Stream: handover. Roles: officer, inspector. */
export type ResolutionVerifyClueProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CLUE_VERIFIED_OTHERWISE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLUE_CONCLUSION_UNKNOWN' | 'CLUE_FACTS_MISSING' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 核查线索（Verify the clue）. POST /v1/resolution/cases/{caseId}/commands/verify-clue */
export function resolutionVerifyClue(client: Client, given: { readonly caseId: string; readonly body: VerifyClue }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/verify-clue', keyed: true }, given, options);
}

/** 被申请人同意缩短或放弃答辩期（Record that the respondent shortens or waives the answer period）. Ground: CHR 59. Stream: arbitration. Roles: arbitrator. */
export type ResolutionWaiveAnswerPeriodProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ANSWER_PERIOD_ALREADY_OVER' | 'ANSWER_PERIOD_NOT_WAIVABLE' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'COPY_NOT_SERVED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 被申请人同意缩短或放弃答辩期（Record that the respondent shortens or waives the answer period）. POST /v1/resolution/cases/{caseId}/commands/waive-answer-period */
export function resolutionWaiveAnswerPeriod(client: Client, given: { readonly caseId: string; readonly body: WaiveAnswerPeriod }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/waive-answer-period', keyed: true }, given, options);
}

/** 撤回仲裁申请（Withdraw the application）. Ground: LDMA 36, 41. Stream: arbitration. Roles: worker, legal-aid, officer, arbitrator. */
export type ResolutionWithdrawApplicationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ARBITRATION_CLOSED' | 'ARBITRATION_NOT_ACCEPTED' | 'ARBITRATION_NOT_APPLIED' | 'AWARD_ALREADY_MADE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 撤回仲裁申请（Withdraw the application）. POST /v1/resolution/cases/{caseId}/commands/withdraw-application */
export function resolutionWithdrawApplication(client: Client, given: { readonly caseId: string; readonly body: WithdrawApplication }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/withdraw-application', keyed: true }, given, options);
}

/** 撤销立案（Withdraw the filing）. Ground: LSR 18(3). Stream: inspection. Roles: inspector. */
export type ResolutionWithdrawFilingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'DECISION_ALREADY_MADE' | 'FILING_ALREADY_WITHDRAWN' | 'INSPECTION_NOT_FILED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 撤销立案（Withdraw the filing）. POST /v1/resolution/cases/{caseId}/commands/withdraw-filing */
export function resolutionWithdrawFiling(client: Client, given: { readonly caseId: string; readonly body: WithdrawFiling }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/withdraw-filing', keyed: true }, given, options);
}

/** 退出调解（Withdraw from the mediation）. Ground: LDMA 3, 14. Stream: mediation. Roles: worker, mediator, officer. */
export type ResolutionWithdrawFromMediationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_FOR_ANOTHER_PARTY' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'AGREEMENT_STANDS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MEDIATION_NOT_APPLIED' | 'MEDIATION_NOT_OPEN' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 退出调解（Withdraw from the mediation）. POST /v1/resolution/cases/{caseId}/commands/withdraw-from-mediation */
export function resolutionWithdrawFromMediation(client: Client, given: { readonly caseId: string; readonly body: WithdrawFromMediation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/commands/withdraw-from-mediation', keyed: true }, given, options);
}

/** 要素表（Shows the element form）. The element form of a case: what is asked, what the claim says already, what each side states, and what is in dispute. Roles: officer, mediator, arbitrator, legal-aid, supervisor, auditor. */
export type ElementsFormProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'INTERNAL' | 'UNAVAILABLE';
/** 要素表（Shows the element form）. GET /v1/resolution/cases/{caseId}/elements */
export function elementsForm(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly fixed: null | Issues; readonly elements: readonly ({ readonly element: string; readonly title: { readonly zh: string; readonly en: string }; readonly kind: "boolean" | "count" | "day" | "money" | "month"; readonly source: string; readonly prefilled: boolean | null | string | number; readonly worker: boolean | null | string | number; readonly employer: boolean | null | string | number; readonly standing: string })[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/cases/{caseId}/elements' }, given, options);
}

/** 应付款项（Shows the money of a case）. The money of one case, worker by worker. A worker sees the ledger of the own case, in numbers and without names. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor, worker. */
export type MoneyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'INTERNAL' | 'UNAVAILABLE';
/** 应付款项（Shows the money of a case）. GET /v1/resolution/cases/{caseId}/money */
export function money(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly standing: "defaulted" | "due" | "instalmentMissed" | "nothingDue" | "paid" | "unclaimed"; readonly performBy: string | null; readonly payers: readonly ("dispatcher" | "employer" | "generalContractor" | "investor" | "licensedContractor" | "projectOwner" | "qualificationLender" | "subcontractor" | "userUnit")[]; readonly acceleration: boolean; readonly instalments: readonly { readonly number: number; readonly on: string; readonly amount: number; readonly standing: "met" | "missed" | "open" }[]; readonly offers: readonly { readonly step: string; readonly zh: string; readonly en: string; readonly source: string }[]; readonly unsettled: readonly number[]; readonly totals: { readonly owed: number; readonly paid: number; readonly unclaimed: number; readonly unpaid: number; readonly overpaid: number }; readonly workers: readonly Line[]; readonly caseId: string; readonly closed: boolean; readonly closedUnpaid: boolean }> {
  return client.call({ method: 'GET', path: '/v1/resolution/cases/{caseId}/money' }, given, options);
}

/** 建议的仲裁庭组成（Proposes a panel）. Who should hear a case by fair load, and who may not, each with the reason. Roles: arbitrator, supervisor. */
export type TribunalProposalProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'INTERNAL' | 'UNAVAILABLE';
/** 建议的仲裁庭组成（Proposes a panel）. GET /v1/resolution/cases/{caseId}/panel-proposal */
export function tribunalProposal(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly division: string | null; readonly seats: number; readonly candidates: readonly Candidate[]; readonly excluded: readonly { readonly arbitrator: string; readonly why: "away" | "conflict" | "left" | "recused" }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/cases/{caseId}/panel-proposal' }, given, options);
}

/** 文书列表（Lists the papers）. Papers made of a case by the templates of its pack: which can be made, which were, each made again for whoever may read it. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid, supervisor, coordinator, auditor. */
export type PapersListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'PAPER_LACKS' | 'PAPER_NOT_YET' | 'INTERNAL' | 'UNAVAILABLE';
/** 文书列表（Lists the papers）. GET /v1/resolution/cases/{caseId}/papers */
export function papersList(client: Client, given: { readonly caseId: string; readonly worker?: string }, options?: Options): Promise<{ readonly caseId: string; readonly papers: readonly ({ readonly roles: readonly string[]; readonly yours: boolean; readonly kind: string; readonly zh: string; readonly en: string; readonly ground: string; readonly possible: boolean; readonly why: { readonly code: string; readonly zh: string; readonly en: string } | null; readonly lacks: readonly { readonly zh: string; readonly en: string }[] })[]; readonly issued: readonly { readonly paper: string; readonly at: string; readonly by: string; readonly kind: string; readonly number: string; readonly worker: number; readonly replaces: string | null; readonly replaced: boolean; readonly pdf: string; readonly docx: string }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/cases/{caseId}/papers', query: ["worker"] }, given, options);
}

/** 下载文书（Reads a paper）. Papers made of a case by the templates of its pack: which can be made, which were, each made again for whoever may read it. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid. */
export type PapersReadProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_PAPER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PAPER_ERASED' | 'PAPER_NOT_REPRODUCIBLE' | 'VERSION_MISMATCH' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 下载文书（Reads a paper）. GET /v1/resolution/cases/{caseId}/papers/{file} */
export function papersRead(client: Client, given: { readonly caseId: string; readonly file: string; readonly language?: "zh" | "en" }, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/resolution/cases/{caseId}/papers/{file}', query: ["language"], answers: 'bytes' }, given, options);
}

/** 出具文书（Issues a paper）. Papers made of a case by the templates of its pack: which can be made, which were, each made again for whoever may read it. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid, supervisor. */
export type PapersIssueProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'PAPER_NOT_YOURS' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_PAPER_KIND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PAPER_ERASED' | 'PAPER_LACKS' | 'PAPER_NOT_YET' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'PAPER_UNKNOWN' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 出具文书（Issues a paper）. POST /v1/resolution/cases/{caseId}/papers/{kind} */
export function papersIssue(client: Client, given: { readonly caseId: string; readonly kind: string; readonly body: IssuePaperRequest }, options?: Options): Promise<{ readonly caseId: string; readonly paper: string; readonly kind: string; readonly number: string; readonly position: string; readonly outcome: string }> {
  return client.call({ method: 'POST', path: '/v1/resolution/cases/{caseId}/papers/{kind}' }, given, options);
}

/** 案件所涉项目（Lists the projects of a case）. The projects of a case, by its name or by a person's word. Roles: inspector, officer, coordinator, supervisor, mediator, arbitrator, legal-aid, auditor. */
export type ProjectsOfCaseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'INTERNAL' | 'UNAVAILABLE';
/** 案件所涉项目（Lists the projects of a case）. GET /v1/resolution/cases/{caseId}/projects */
export function projectsOfCase(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly projects: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/cases/{caseId}/projects' }, given, options);
}

/** 消费进度（Shows the consumer’s lag）. How far a service is behind the topic, for the operator. Roles: operator. */
export type ResolutionConsumerShowProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 消费进度（Shows the consumer’s lag）. GET /v1/resolution/consumer */
export function resolutionConsumerShow(client: Client, given: {} = {}, options?: Options): Promise<{ readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: null; readonly reason: null; readonly lag: null } | { readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: "rebuilding" | "running" | "starting" | "stopped" | "waiting"; readonly reason: string | null; readonly lag: string | null }> {
  return client.call({ method: 'GET', path: '/v1/resolution/consumer' }, given, options);
}

/** 协管员待办（Shows a coordinator’s desk）. Open cases and projects of the beat, the visits that are due, and what a visit found that no case says yet. Roles: coordinator, officer, supervisor. */
export type CoordinatorsDeskProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 协管员待办（Shows a coordinator’s desk）. GET /v1/resolution/coordinators/desk */
export function coordinatorsDesk(client: Client, given: { readonly coordinator?: string } = {}, options?: Options): Promise<{ readonly now: string; readonly coordinator: string; readonly beat: null; readonly cases: readonly unknown[]; readonly projects: readonly unknown[]; readonly visitsDue: readonly unknown[]; readonly toFile: readonly unknown[] } | { readonly now: string; readonly coordinator: string; readonly beat: { readonly divisions: readonly string[]; readonly projects: readonly string[]; readonly visitEveryDays: number }; readonly cases: readonly SiteCase[]; readonly projects: readonly { readonly visitDueOn: string }[]; readonly visitsDue: readonly { readonly projectId: string; readonly name: string; readonly visitDueOn: string }[]; readonly toFile: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/coordinators/desk', query: ["coordinator"] }, given, options);
}

/** 分配片区（Assigns a beat）. Coordinators on the ground (治欠协管员), and the desk of the regulators. Roles: officer, supervisor. */
export type CoordinatorsAssignProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'BEAT_ELSEWHERE' | 'NO_SUCH_PROJECT' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'BEAT_EMPTY' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 分配片区（Assigns a beat）. POST /v1/resolution/coordinators/{coordinator}/commands/assign-beat */
export function coordinatorsAssign(client: Client, given: { readonly coordinator: string; readonly body: AssignBeat }, options?: Options): Promise<{ readonly coordinator: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/resolution/coordinators/{coordinator}/commands/assign-beat', keyed: true }, given, options);
}

/** 结束片区（Ends a beat）. Coordinators on the ground (治欠协管员), and the desk of the regulators. Roles: officer, supervisor. */
export type CoordinatorsEndProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'BEAT_ELSEWHERE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 结束片区（Ends a beat）. POST /v1/resolution/coordinators/{coordinator}/commands/end-beat */
export function coordinatorsEnd(client: Client, given: { readonly coordinator: string; readonly body: EndBeat }, options?: Options): Promise<{ readonly coordinator: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/resolution/coordinators/{coordinator}/commands/end-beat', keyed: true }, given, options);
}

/** 对全部成员办理同一步（Takes one step on every member）. `POST /v1/<service>/groups/{groupId}/members/commands/{command}`: one step for each member of a group, through the door that a single case's step takes, so that each is accepted or refused by its own state. Members outside the caller's divisions are left out. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor. */
export type ResolutionGroupCommandsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_GROUP_MEMBERS' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 对全部成员办理同一步（Takes one step on every member）. POST /v1/resolution/groups/{groupId}/members/commands/{command} */
export function resolutionGroupCommandsGive(client: Client, given: { readonly groupId: string; readonly command: "accept-application" | "accept-assistance" | "accept-complaint" | "accept-offer" | "accept-payment-order" | "accept-procedure" | "accept-referral" | "adjourn-session" | "advance-from-fund" | "announce-account-closure" | "announce-decision" | "answer-invitation" | "answer-joint-mediation" | "answer-on-line" | "answer-regulator" | "apply-for-advance-enforcement" | "apply-for-arbitral-review" | "apply-for-arbitration" | "apply-for-court-enforcement" | "apply-for-enforcement" | "apply-for-fund" | "apply-for-judicial-confirmation" | "apply-for-mediation" | "apply-for-payment-order" | "apply-for-procedure" | "apply-to-set-aside" | "approve-fund" | "approve-transfer" | "archive-case" | "ask-regulator" | "assign-lawyer" | "attend-mediation" | "begin-limitation" | "call-deposit" | "carry-forward" | "certify-failure" | "challenge-procedure" | "change-claims" | "claim-recourse" | "close-case" | "close-wage-account" | "complete-corrections" | "complete-investigation" | "complete-relief-papers" | "conclude-matter" | "conclude-order" | "conclude-referral" | "confirm-relation" | "contact-requester" | "contribute-assistance" | "convert-to-ordinary" | "correct-held-wages-paid" | "correct-wage-paid" | "correct-wages-held" | "correct-wages-owed" | "decide-arbitral-review" | "decide-handling" | "decide-judicial-confirmation" | "decide-penalty" | "decline-assistance" | "decline-fund" | "decline-offer" | "decline-sanction-listing" | "decline-transfer" | "deem-withdrawn" | "demand-records" | "draft-agreement" | "end-mediation" | "end-notice" | "escort-to-station" | "explain-rules" | "extend-award-deadline" | "extend-investigation" | "extend-mediation" | "extend-procedure" | "extend-sanction-listing" | "fail-mediation" | "file-inspection" | "file-suit" | "find-major-violation" | "fix-issues" | "follow-up-payment" | "form-panel" | "forward-answer" | "forward-by-police" | "forward-procedure" | "give-relief" | "give-reply" | "grant-legal-aid" | "grant-relief" | "help-first" | "hold-first-mediation" | "hold-hearing" | "hold-session" | "hold-wages" | "interrupt-limitation" | "invite-party" | "issue-payment-order" | "join-session-online" | "lapse-payment-order" | "list-for-sanctions" | "make-adverse-finding" | "make-award" | "make-partial-award" | "note-progress" | "notify-collective" | "notify-hearing" | "notify-sanction-listing" | "object-to-aid-refusal" | "object-to-sanction-listing" | "offer-mediation" | "order-payment" | "order-rectification" | "pass-enquiry-on" | "pay-held-wages" | "publish-notice" | "publish-violation" | "receive-answer" | "receive-materials" | "receive-pending-document" | "receive-records" | "receive-supplements" | "record-agreement" | "record-broken-promise" | "record-callback" | "record-callback-unreached" | "record-deposit-refilled" | "record-deposit-used" | "record-no-show" | "record-police-filing" | "record-police-refusal" | "record-reconsideration" | "record-recourse" | "record-rectified" | "record-wage-paid" | "refer-job-seeker" | "refuse-application" | "refuse-complaint" | "refuse-legal-aid" | "refuse-procedure" | "remove-from-sanction-list" | "reopen-case" | "replace-mediator" | "report-crime" | "request-adjournment" | "request-materials" | "request-reconsideration" | "request-recusal" | "request-supplements" | "require-corrections" | "resume-arbitration" | "resume-case" | "resume-investigation" | "resume-limitation" | "resume-procedure" | "return-procedure" | "review-aid-refusal" | "rule-advance-enforcement" | "rule-on-recusal" | "rule-on-set-aside" | "schedule-hearing" | "schedule-session" | "serve-award" | "serve-copy" | "serve-decision" | "serve-mediation-instrument" | "serve-partial-instrument" | "serve-payment-order" | "sign-agreement" | "start-mediation" | "state-elements" | "state-wages-owed" | "stay-arbitration" | "suspend-investigation" | "suspend-limitation" | "suspend-procedure" | "tell-longer-limit" | "terminate-enforcement" | "transfer-to-police" | "verify-clue" | "waive-answer-period" | "withdraw-application" | "withdraw-filing" | "withdraw-from-mediation"; readonly tier?: string; readonly site?: string; readonly body: AcceptApplication | AcceptAssistance | AcceptComplaint | AcceptOffer | AcceptPaymentOrder | AcceptProcedure | AcceptReferral | AdjournSession | AdvanceFromFund | AnnounceAccountClosure | AnnounceDecision | AnswerInvitation | AnswerJointMediation | AnswerOnLine | AnswerRegulator | ApplyForAdvanceEnforcement | ApplyForArbitralReview | ApplyForArbitration | ApplyForCourtEnforcement | ApplyForEnforcement | ApplyForFund | ApplyForJudicialConfirmation | ApplyForMediation | ApplyForPaymentOrder | ApplyForProcedure | ApplyToSetAside | ApproveFund | ApproveTransfer | ArchiveCase | AskRegulator | AssignLawyer | AttendMediation | BeginLimitation | CallDeposit | CarryForward | CertifyFailure | ChallengeProcedure | ChangeClaims | ClaimRecourse | CloseCase | CloseWageAccount | CompleteCorrections | CompleteInvestigation | CompleteReliefPapers | ConcludeMatter | ConcludeOrder | ConcludeReferral | ConfirmRelation | ContactRequester | ContributeAssistance | ConvertToOrdinary | CorrectHeldWagesPaid | CorrectWagePaid | CorrectWagesHeld | CorrectWagesOwed | DecideArbitralReview | DecideHandling | DecideJudicialConfirmation | DecidePenalty | DeclineAssistance | DeclineFund | DeclineOffer | DeclineSanctionListing | DeclineTransfer | DeemWithdrawn | DemandRecords | DraftAgreement | EndMediation | EndNotice | EscortToStation | ExplainRules | ExtendAwardDeadline | ExtendInvestigation | ExtendMediation | ExtendProcedure | ExtendSanctionListing | FailMediation | FileInspection | FileSuit | FindMajorViolation | FixIssues | FollowUpPayment | FormPanel | ForwardAnswer | ForwardByPolice | ForwardProcedure | GiveRelief | GiveReply | GrantLegalAid | GrantRelief | HelpFirst | HoldFirstMediation | HoldHearing | HoldSession | HoldWages | InterruptLimitation | InviteParty | IssuePaymentOrder | JoinSessionOnline | LapsePaymentOrder | ListForSanctions | MakeAdverseFinding | MakeAward | MakePartialAward | NoteProgress | NotifyCollective | NotifyHearing | NotifySanctionListing | ObjectToAidRefusal | ObjectToSanctionListing | OfferMediation | OrderPayment | OrderRectification | PassEnquiryOn | PayHeldWages | PublishNotice | PublishViolation | ReceiveAnswer | ReceiveMaterials | ReceivePendingDocument | ReceiveRecords | ReceiveSupplements | RecordAgreement | RecordBrokenPromise | RecordCallback | RecordCallbackUnreached | RecordDepositRefilled | RecordDepositUsed | RecordNoShow | RecordPoliceFiling | RecordPoliceRefusal | RecordReconsideration | RecordRecourse | RecordRectified | RecordWagePaid | ReferJobSeeker | RefuseApplication | RefuseComplaint | RefuseLegalAid | RefuseProcedure | RemoveFromSanctionList | ReopenCase | ReplaceMediator | ReportCrime | RequestAdjournment | RequestMaterials | RequestReconsideration | RequestRecusal | RequestSupplements | RequireCorrections | ResumeArbitration | ResumeCase | ResumeInvestigation | ResumeLimitation | ResumeProcedure | ReturnProcedure | ReviewAidRefusal | RuleAdvanceEnforcement | RuleOnRecusal | RuleOnSetAside | ScheduleHearing | ScheduleSession | ServeAward | ServeCopy | ServeDecision | ServeMediationInstrument | ServePartialInstrument | ServePaymentOrder | SignAgreement | StartMediation | StateElements | StateWagesOwed | StayArbitration | SuspendInvestigation | SuspendLimitation | SuspendProcedure | TellLongerLimit | TerminateEnforcement | TransferToPolice | VerifyClue | WaiveAnswerPeriod | WithdrawApplication | WithdrawFiling | WithdrawFromMediation }, options?: Options): Promise<{ readonly groupId: string; readonly command: string; readonly members: number; readonly outside: number; readonly done: number; readonly unchanged: number; readonly refused: number; readonly failed: number; readonly results: readonly MemberResult[] }> {
  return client.call({ method: 'POST', path: '/v1/resolution/groups/{groupId}/members/commands/{command}', query: ["tier","site"], keyed: true }, given, options);
}

/** 某日庭审（Lists the hearings of a day）. The calendar of hearings: what is heard on a day, which times are free, and who takes one. Roles: arbitrator, officer, supervisor, auditor. */
export type HearingsListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_TRIBUNAL' | 'INTERNAL' | 'UNAVAILABLE';
/** 某日庭审（Lists the hearings of a day）. GET /v1/resolution/hearings */
export function hearingsList(client: Client, given: { readonly on: string; readonly division: string }, options?: Options): Promise<{ readonly division: string; readonly on: string; readonly hearings: readonly { readonly caseId: string; readonly room: string; readonly online: boolean; readonly from: string; readonly to: string; readonly arbitrators: readonly string[] }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/hearings', query: ["on","division"] }, given, options);
}

/** 预定庭审（Books a hearing）. Sets the hearing of a case, or moves it. Roles: arbitrator. */
export type HearingsBookProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_TRIBUNAL' | 'ARBITRATOR_TAKEN' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'ROOM_TAKEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ARBITRATOR_NOT_THERE' | 'CLOCK_RULE_INVALID' | 'ELEMENT_NAMED_TWICE' | 'ELEMENT_VALUE_WRONG' | 'EXTENSION_BEYOND_LAW' | 'EXTENSION_NOT_IN_LAW' | 'MOVE_NEEDS_REASON' | 'NOT_A_WORKING_DAY' | 'NO_SUCH_ELEMENT' | 'OUTSIDE_OPENING_HOURS' | 'ROOM_IN_CALENDAR' | 'ROOM_NOT_FIT_FOR_ONLINE' | 'ROOM_NOT_OPEN' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 预定庭审（Books a hearing）. POST /v1/resolution/hearings */
export function hearingsBook(client: Client, given: { readonly body: BookHearing }, options?: Options): Promise<{ readonly list: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/resolution/hearings', keyed: true }, given, options);
}

/** 庭审日历（Shows the calendar of hearings）. Day by day: which rooms, what is heard in each, by whom. Roles: arbitrator, officer, supervisor, auditor. */
export type HearingsDaysProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_TRIBUNAL' | 'INTERNAL' | 'UNAVAILABLE';
/** 庭审日历（Shows the calendar of hearings）. GET /v1/resolution/hearings/calendar */
export function hearingsDays(client: Client, given: { readonly division: string; readonly from: string; readonly days?: string }, options?: Options): Promise<{ readonly now: string; readonly division: string; readonly name: string; readonly from: string; readonly rooms: readonly { readonly room: string; readonly opens: string; readonly closes: string; readonly online: boolean }[]; readonly days: readonly ({ readonly on: string; readonly works: boolean; readonly hearings: readonly { readonly from: string; readonly to: string; readonly room: string; readonly online: boolean; readonly arbitrators: readonly string[]; readonly caseId: string; readonly caseNumber: string | null }[] })[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/hearings/calendar', query: ["division","from","days"] }, given, options);
}

/** 释放庭审时间（Releases a time）. Gives a time back that a case no longer needs. Roles: arbitrator, supervisor. */
export type HearingsReleaseProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_HEARING_BOOKED' | 'NO_SUCH_CASE' | 'ARBITRATOR_TAKEN' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'ROOM_TAKEN' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ARBITRATOR_NOT_THERE' | 'MOVE_NEEDS_REASON' | 'NOT_A_WORKING_DAY' | 'OUTSIDE_OPENING_HOURS' | 'ROOM_NOT_FIT_FOR_ONLINE' | 'ROOM_NOT_OPEN' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 释放庭审时间（Releases a time）. POST /v1/resolution/hearings/release */
export function hearingsRelease(client: Client, given: { readonly body: ReleaseHearing }, options?: Options): Promise<{ readonly list: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/resolution/hearings/release' }, given, options);
}

/** 可选庭审时间（Lists free times）. The calendar of hearings: what is heard on a day, which times are free, and who takes one. Roles: arbitrator, officer, supervisor. */
export type HearingsSlotsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_TRIBUNAL' | 'CLOCK_RULE_INVALID' | 'INTERNAL' | 'UNAVAILABLE';
/** 可选庭审时间（Lists free times）. GET /v1/resolution/hearings/slots */
export function hearingsSlots(client: Client, given: { readonly division: string; readonly from: string; readonly days?: string; readonly minutes?: string; readonly room?: string; readonly caseId?: string }, options?: Options): Promise<{ readonly division: string; readonly slots: readonly { readonly room: string; readonly online: boolean; readonly from: string; readonly to: string; readonly on: string }[]; readonly more: boolean }> {
  return client.call({ method: 'GET', path: '/v1/resolution/hearings/slots', query: ["division","from","days","minutes","room","caseId"] }, given, options);
}

/** 待排期案件（Lists cases that wait for a hearing）. The open cases that this body hears, each with its panel and the hearing that is set: for whom a time is taken. Roles: arbitrator, supervisor. */
export type HearingsWaitingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_TRIBUNAL' | 'INTERNAL' | 'UNAVAILABLE';
/** 待排期案件（Lists cases that wait for a hearing）. GET /v1/resolution/hearings/waiting */
export function hearingsWaiting(client: Client, given: { readonly division: string }, options?: Options): Promise<{ readonly division: string; readonly cases: readonly ({ readonly caseId: string; readonly caseNumber: string; readonly kind: string; readonly arbitrators: readonly string[]; readonly hearing: { readonly on: string; readonly from: string | null; readonly to: string | null; readonly room: string } | null })[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/hearings/waiting', query: ["division"] }, given, options);
}

/** 搁置的事件（Lists parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type ResolutionParkedListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 搁置的事件（Lists parked events）. GET /v1/resolution/parked */
export function resolutionParkedList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly parked: readonly ParkedCase[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/parked' }, given, options);
}

/** 查看案件被搁置的事件（Shows a case’s parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type ResolutionParkedShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看案件被搁置的事件（Shows a case’s parked events）. GET /v1/resolution/parked/{caseId} */
export function resolutionParkedShow(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly events: readonly ParkedEvent[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/parked/{caseId}' }, given, options);
}

/** 重试被搁置的事件（Tries parked events again）. Handles the case's parked events again, in order, until one fails. Roles: operator. */
export type ResolutionParkedRetryProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 重试被搁置的事件（Tries parked events again）. POST /v1/resolution/parked/{caseId}/retry */
export function resolutionParkedRetry(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly replayed: number; readonly remaining: number; readonly error?: string; readonly caseId: string }> {
  return client.call({ method: 'POST', path: '/v1/resolution/parked/{caseId}/retry' }, given, options);
}

/** 放弃一条被搁置的事件（Gives a parked event up）. Gives one event up. That somebody did so, and why, is an event of the case, stored with it. Roles: operator. */
export type ResolutionParkedSkipProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 放弃一条被搁置的事件（Gives a parked event up）. POST /v1/resolution/parked/{caseId}/skip */
export function resolutionParkedSkip(client: Client, given: { readonly caseId: string; readonly body: SkipParked }, options?: Options): Promise<{ readonly caseId: string; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/resolution/parked/{caseId}/skip' }, given, options);
}

/** 工程项目列表（Lists the projects）. Projects in the caller's divisions, each with what its file lacks. Roles: inspector, officer, coordinator, supervisor, mediator, arbitrator, legal-aid, auditor. */
export type ProjectsListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 工程项目列表（Lists the projects）. GET /v1/resolution/projects */
export function projectsList(client: Client, given: { readonly sector?: "housing" | "transport" | "water" | "railway" | "aviation" | "other" } = {}, options?: Options): Promise<{ readonly projects: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/projects', query: ["sector"] }, given, options);
}

/** 登记工程项目（Opens a project’s file）. The files of building projects, shared by inspection body, regulators and coordinators of the place. Roles: inspector, officer, coordinator, supervisor. */
export type ProjectsRegisterProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECT' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PROJECT_EXISTS' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记工程项目（Opens a project’s file）. POST /v1/resolution/projects */
export function projectsRegister(client: Client, given: { readonly body: RegisterProject }, options?: Options): Promise<{ readonly projectId: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/resolution/projects', keyed: true }, given, options);
}

/** 项目登记表（Shows the form of a project）. The form by which a file is opened. Roles: inspector, officer, coordinator, supervisor. */
export type ProjectsRegisteringProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 项目登记表（Shows the form of a project）. GET /v1/resolution/projects/actions */
export function projectsRegistering(client: Client, given: {} = {}, options?: Options): Promise<{ readonly actions: readonly { readonly command: string; readonly title: { readonly zh: string; readonly en: string }; readonly ground: string; readonly method: string; readonly href: string; readonly fields: FieldSchema }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/projects/actions' }, given, options);
}

/** 查看工程项目（Shows a project）. The file: what it holds, what it lacks by law with the article, and its cases. Roles: inspector, officer, coordinator, supervisor, mediator, arbitrator, legal-aid, auditor. */
export type ProjectsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECT' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看工程项目（Shows a project）. GET /v1/resolution/projects/{projectId} */
export function projectsShow(client: Client, given: { readonly projectId: string }, options?: Options): Promise<{ readonly checklist: readonly Check[]; readonly cases: readonly SiteCase[]; readonly completedOn: string | null; readonly endsOn?: string; readonly subcontractors: readonly { readonly name: string; readonly creditCode: string | null; readonly kind: "labour" | "professional" }[]; readonly account: { readonly step: "announced" | "closed" | "none" | "open"; readonly on: string | null; readonly bank: string | null }; readonly deposit: { readonly step: "held" | "none" | "released"; readonly full: number; readonly balance: number }; readonly funded: Readonly<Record<string, number>>; readonly paid: Readonly<Record<string, { readonly amount: number; readonly workers: number }>>; readonly roster: { readonly registered: number; readonly onSite: number; readonly withContract: number; readonly on: string } | null; readonly board: { readonly complete: boolean; readonly proof: string; readonly on: string } | null; readonly findings: Readonly<Record<string, Finding>>; readonly visits: Readonly<Record<string, Visit>>; readonly lastVisit: null | Visit; readonly siteCodes?: Readonly<Record<string, unknown>>; readonly place: string; readonly name?: string; readonly division?: string; readonly sector?: "aviation" | "housing" | "other" | "railway" | "transport" | "water"; readonly owner?: string; readonly generalContractor?: { readonly name: string; readonly creditCode: string | null }; readonly investment?: "government" | "private" | "stateOwned"; readonly startedOn?: string; readonly fingerprint?: string; readonly projectId: string; readonly version: number }> {
  return client.call({ method: 'GET', path: '/v1/resolution/projects/{projectId}' }, given, options);
}

/** 项目可办事项（Lists the steps on a project）. The steps that the caller may take on the file now, with their forms, and those that the law refuses now. Roles: inspector, officer, coordinator, supervisor. */
export type ProjectsActionsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECT' | 'INTERNAL' | 'UNAVAILABLE';
/** 项目可办事项（Lists the steps on a project）. GET /v1/resolution/projects/{projectId}/actions */
export function projectsActions(client: Client, given: { readonly projectId: string }, options?: Options): Promise<{ readonly projectId: string; readonly version: number; readonly actions: readonly { readonly method: string; readonly href: string; readonly fields: FieldSchema; readonly command: string; readonly title: { readonly zh: string; readonly en: string }; readonly ground: string }[]; readonly refused: readonly { readonly code: string; readonly reason: { readonly zh: string; readonly en: string }; readonly ground: string; readonly command: string; readonly title: { readonly zh: string; readonly en: string } }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/projects/{projectId}/actions' }, given, options);
}

/** 办理项目事项（Takes a step on a project）. The files of building projects, shared by inspection body, regulators and coordinators of the place. Roles: inspector, officer, coordinator, supervisor. */
export type ProjectsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_YOUR_ROLE' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_PROJECT' | 'ACCOUNT_NOT_OPEN' | 'ACCOUNT_OPEN_ALREADY' | 'CLOSING_ANNOUNCED' | 'CLOSING_NOT_ANNOUNCED' | 'CONCURRENT_CHANGE' | 'DEPOSIT_NOT_HELD' | 'DEPOSIT_PAID_IN_ALREADY' | 'FINDING_DIFFERS' | 'KEY_REUSED' | 'NO_SUCH_FINDING' | 'NO_SUCH_SITE_CODE' | 'PROJECT_COMPLETED' | 'PROJECT_NOT_COMPLETED' | 'PROOF_USED' | 'VERSION_MISMATCH' | 'VISIT_DIFFERS' | 'WAGES_OUTSTANDING' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'CLOSING_NOTICE_RUNS' | 'CONTRACTOR_UNKNOWN' | 'DEPOSIT_FULL' | 'DEPOSIT_OVERDRAWN' | 'FACT_IN_FUTURE' | 'FACT_OUT_OF_ORDER' | 'FINDING_DUE_BEFORE' | 'MONTH_OUT_OF_WORKS' | 'ROSTER_COUNTS_DIFFER' | 'SITE_CODE_ENDS_BEFORE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 办理项目事项（Takes a step on a project）. POST /v1/resolution/projects/{projectId}/commands/{command} */
export function projectsGive(client: Client, given: { readonly projectId: string; readonly command: "add-subcontractor" | "announce-closing" | "check-rights-board" | "check-roster" | "close-project-account" | "complete-project" | "correct-finding" | "draw-project-deposit" | "fund-labour-cost" | "issue-site-code" | "link-project-case" | "make-finding" | "open-project-account" | "pay-in-deposit" | "pay-project-wages" | "plan-project-end" | "release-deposit" | "revoke-site-code" | "top-up-deposit" | "unlink-project-case" | "visit-site"; readonly body: AddSubcontractor | AnnounceClosing | CheckRightsBoard | CheckRoster | CloseProjectAccount | CompleteProject | CorrectFinding | DrawProjectDeposit | FundLabourCost | IssueSiteCode | LinkProjectCase | MakeFinding | OpenProjectAccount | PayInDeposit | PayProjectWages | PlanProjectEnd | ReleaseDeposit | RevokeSiteCode | TopUpDeposit | UnlinkProjectCase | VisitSite }, options?: Options): Promise<{ readonly projectId: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/resolution/projects/{projectId}/commands/{command}', keyed: true }, given, options);
}

/** 工地二维码（Lists the codes of a site）. Every code that was issued, newest first; of those that hold, the address and its QR code. Roles: inspector, officer, coordinator, supervisor. */
export type SiteCodesListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECT' | 'INTERNAL' | 'UNAVAILABLE';
/** 工地二维码（Lists the codes of a site）. GET /v1/resolution/projects/{projectId}/site-codes */
export function siteCodesList(client: Client, given: { readonly projectId: string }, options?: Options): Promise<{ readonly projectId: string; readonly version: number; readonly name: string; readonly owner: string; readonly generalContractor: string; readonly codes: readonly ({ readonly url?: string; readonly qr?: string; readonly division: { readonly code: string; readonly name: string }; readonly valid: boolean; readonly issuedOn: string; readonly revokedOn: string | null; readonly until: string | null; readonly contractor: string; readonly code: number })[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/projects/{projectId}/site-codes' }, given, options);
}

/** 读表重建情况（Lists the rebuilds）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type ResolutionRebuildsListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 读表重建情况（Lists the rebuilds）. GET /v1/resolution/rebuilds */
export function resolutionRebuildsList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly projections: readonly { readonly projection: string; readonly run: null | Run }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/rebuilds' }, given, options);
}

/** 重建一张读表（Rebuilds a read table）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type ResolutionRebuildsStartProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECTION' | 'REBUILD_BEHIND' | 'REBUILD_DISTURBED' | 'REBUILD_RUNNING' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 重建一张读表（Rebuilds a read table）. POST /v1/resolution/rebuilds */
export function resolutionRebuildsStart(client: Client, given: { readonly body: AskRebuild }, options?: Options): Promise<Run> {
  return client.call({ method: 'POST', path: '/v1/resolution/rebuilds' }, given, options);
}

/** 监管部门待办（Shows the regulators’ desk）. What regulators were asked in the caller's divisions and have not answered, the oldest first. The time to answer is the clock REG-ANSWER of the case. Roles: officer, inspector, supervisor, coordinator. */
export type CoordinatorsRequestsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 监管部门待办（Shows the regulators’ desk）. GET /v1/resolution/regulators/desk */
export function coordinatorsRequests(client: Client, given: { readonly department?: string } = {}, options?: Options): Promise<{ readonly now: string; readonly requests: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/regulators/desk', query: ["department"] }, given, options);
}

/** 仲裁机构列表（Lists the tribunals）. The registers in the caller's divisions, each with how many it has: whose calendar can be opened. Roles: arbitrator, supervisor, officer, auditor. */
export type TribunalListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 仲裁机构列表（Lists the tribunals）. GET /v1/resolution/tribunals */
export function tribunalList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly now: string; readonly tribunals: readonly { readonly division: string; readonly name: string; readonly arbitrators: number; readonly rooms: number }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/tribunals' }, given, options);
}

/** 仲裁员名册（Shows a tribunal’s register）. Who is in the register, away when, near to how many employers by which ground, and with how many open cases by their weight. Roles: arbitrator, supervisor, auditor. */
export type TribunalShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_TRIBUNAL' | 'INTERNAL' | 'UNAVAILABLE';
/** 仲裁员名册（Shows a tribunal’s register）. GET /v1/resolution/tribunals/{division} */
export function tribunalShow(client: Client, given: { readonly division: string }, options?: Options): Promise<{ readonly now: string; readonly division: string; readonly name: string; readonly weights: { readonly simplified: number; readonly ordinary: number; readonly collective: number } | null; readonly arbitrators: readonly ({ readonly arbitrator: string; readonly specialities: readonly string[]; readonly absences: readonly { readonly from: string; readonly to: string }[]; readonly conflicts: number; readonly grounds: { readonly interest?: number; readonly partyOrRelative?: number; readonly otherRelation?: number }; readonly left: boolean; readonly open: { readonly ordinary?: number; readonly simplified?: number; readonly collective?: number }; readonly load: number | null })[]; readonly rooms: readonly { readonly room: string; readonly opens: string; readonly closes: string; readonly online: boolean }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/tribunals/{division}' }, given, options);
}

/** 名册可办事项（Lists the steps on a register）. The steps on a register, with their forms. Roles: arbitrator, supervisor. */
export type TribunalActionsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_TRIBUNAL' | 'INTERNAL' | 'UNAVAILABLE';
/** 名册可办事项（Lists the steps on a register）. GET /v1/resolution/tribunals/{division}/actions */
export function tribunalActions(client: Client, given: { readonly division: string }, options?: Options): Promise<{ readonly division: string; readonly actions: readonly { readonly command: string; readonly title: { readonly zh: string; readonly en: string }; readonly ground: string; readonly method: string; readonly href: string; readonly fields: FieldSchema }[] }> {
  return client.call({ method: 'GET', path: '/v1/resolution/tribunals/{division}/actions' }, given, options);
}

/** 办理名册事项（Takes a step on a register）. The register of an arbitration body: its arbitrators, their absences and conflicts, its rooms; and who should hear a case. Roles: arbitrator, supervisor. */
export type TribunalGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_COMMAND' | 'NO_SUCH_TRIBUNAL' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ABSENCE_ENDS_BEFORE_IT_BEGINS' | 'EMPLOYER_NOT_NAMED' | 'NO_SUCH_ARBITRATOR' | 'ROOM_CLOSES_BEFORE_IT_OPENS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 办理名册事项（Takes a step on a register）. POST /v1/resolution/tribunals/{division}/commands/{command} */
export function tribunalGive(client: Client, given: { readonly division: string; readonly command: "close-room" | "declare-conflict" | "lift-conflict" | "note-absence" | "open-room" | "record-leaving" | "register-arbitrator"; readonly body: CloseRoom | TribunalDeclareConflict | LiftConflict | TribunalNoteAbsence | OpenRoom | RecordLeaving | RegisterArbitrator }, options?: Options): Promise<{ readonly division: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/resolution/tribunals/{division}/commands/{command}', keyed: true }, given, options);
}

/** 提请年度放假安排（Proposes a year’s calendar）. The yearly notice of working days: entered by one person, announced by another. From then on every date that waited for it is a real one. Roles: policy. */
export type CalendarProposeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'OUTSIDE_YOUR_DIVISIONS' | 'ROLE_NOT_ALLOWED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CALENDAR_INVALID' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 提请年度放假安排（Proposes a year’s calendar）. POST /v1/routing/calendar/proposals */
export function calendarPropose(client: Client, given: { readonly body: ProposeCalendar }, options?: Options): Promise<{ readonly proposal: string; readonly division: string; readonly year: number; readonly version: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/routing/calendar/proposals', keyed: true }, given, options);
}

/** 公布年度放假安排（Announces a year’s calendar）. The yearly notice of working days: entered by one person, announced by another. From then on every date that waited for it is a real one. Roles: policy. */
export type CalendarPublishProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'FOUR_EYES' | 'OUTSIDE_YOUR_DIVISIONS' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROPOSAL' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LAW_HAS_CHANGED' | 'PROPOSAL_DECIDED' | 'VERSION_MISMATCH' | 'CALENDAR_INVALID' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 公布年度放假安排（Announces a year’s calendar）. POST /v1/routing/calendar/proposals/{id}/publish */
export function calendarPublish(client: Client, given: { readonly id: string }, options?: Options): Promise<{ readonly proposal: string; readonly division: string; readonly year: number; readonly version: string | null; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/routing/calendar/proposals/{id}/publish', keyed: true }, given, options);
}

/** 驳回年度放假安排（Rejects a year’s calendar）. The yearly notice of working days: entered by one person, announced by another. From then on every date that waited for it is a real one. Roles: policy. */
export type CalendarRejectProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'OUTSIDE_YOUR_DIVISIONS' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROPOSAL' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PROPOSAL_DECIDED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 驳回年度放假安排（Rejects a year’s calendar）. POST /v1/routing/calendar/proposals/{id}/reject */
export function calendarReject(client: Client, given: { readonly id: string; readonly body: RejectProposal }, options?: Options): Promise<{ readonly proposal: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/routing/calendar/proposals/{id}/reject', keyed: true }, given, options);
}

/** 接收异地移交（Accept the transfer）. Ground: WPR 10. Stream: assignment. Roles: officer, inspector, arbitrator, supervisor. */
export type RoutingAcceptTransferProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ROUTED' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'TRANSFER_NOT_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'PLACE_OF_ANOTHER_LOG' | 'UNKNOWN_DEPARTMENT' | 'UNKNOWN_PLACE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 接收异地移交（Accept the transfer）. POST /v1/routing/cases/{caseId}/commands/accept-transfer */
export function routingAcceptTransfer(client: Client, given: { readonly caseId: string; readonly body: AcceptTransfer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/accept-transfer', keyed: true }, given, options);
}

/** 指定承办单位（Designate the body）. Ground: LSR 13. Stream: assignment. Roles: supervisor, officer. */
export type RoutingDesignateBodyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ROUTED' | 'NO_DISPUTE' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'PLACE_OF_ANOTHER_LOG' | 'UNKNOWN_DEPARTMENT' | 'UNKNOWN_PLACE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 指定承办单位（Designate the body）. POST /v1/routing/cases/{caseId}/commands/designate-body */
export function routingDesignateBody(client: Client, given: { readonly caseId: string; readonly body: DesignateBody }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/designate-body', keyed: true }, given, options);
}

/** 维持派单（Maintain the dispatch）. Ground: BJ-REG 12. Stream: assignment. Roles: supervisor, officer. */
export type RoutingMaintainDispatchProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'DISPUTE_PENDING' | 'KEY_REUSED' | 'NOT_ROUTED' | 'NO_OBJECTION' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 维持派单（Maintain the dispatch）. POST /v1/routing/cases/{caseId}/commands/maintain-dispatch */
export function routingMaintainDispatch(client: Client, given: { readonly caseId: string; readonly body: MaintainDispatch }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/maintain-dispatch', keyed: true }, given, options);
}

/** 指定经办人（Name the officer in charge）. Ground: BJ-REG 14. Stream: assignment. Roles: officer, supervisor. */
export type RoutingNameOfficerProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ROUTED' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CONFLICT_DECLARED' | 'FACT_IN_FUTURE' | 'OFFICER_ABSENT' | 'REASON_REQUIRED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 指定经办人（Name the officer in charge）. POST /v1/routing/cases/{caseId}/commands/name-officer */
export function routingNameOfficer(client: Client, given: { readonly caseId: string; readonly body: NameOfficer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/name-officer', keyed: true }, given, options);
}

/** 退单申请（Object to the dispatch）. Ground: BJ-REG 12. Stream: assignment. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid. */
export type RoutingObjectToDispatchProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'ALREADY_SIGNED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ROUTED' | 'OBJECTION_PENDING' | 'ORDER_NOT_AWAITING_SIGNATURE' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'RETURN_BARRED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'GROUND_REQUIRED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 退单申请（Object to the dispatch）. POST /v1/routing/cases/{caseId}/commands/object-to-dispatch */
export function routingObjectToDispatch(client: Client, given: { readonly caseId: string; readonly body: ObjectToDispatch }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/object-to-dispatch', keyed: true }, given, options);
}

/** 人工改定分派（Override the routing）. Ground: 个人信息保护法 24. Stream: assignment. Roles: supervisor, officer. */
export type RoutingOverrideRoutingProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'DISPUTE_PENDING' | 'KEY_REUSED' | 'NOT_ROUTED' | 'PERSON_ERASED' | 'TRANSFER_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'PLACE_OF_ANOTHER_LOG' | 'REASON_REQUIRED' | 'UNKNOWN_DEPARTMENT' | 'UNKNOWN_PLACE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 人工改定分派（Override the routing）. POST /v1/routing/cases/{caseId}/commands/override-routing */
export function routingOverrideRouting(client: Client, given: { readonly caseId: string; readonly body: OverrideRouting }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/override-routing', keyed: true }, given, options);
}

/** 改派（Re-dispatch the order）. Ground: BJ-REG 12. Stream: assignment. Roles: supervisor, officer. */
export type RoutingRedispatchOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'DISPUTE_PENDING' | 'KEY_REUSED' | 'NOT_ROUTED' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'TRANSFER_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'PLACE_OF_ANOTHER_LOG' | 'SAME_UNIT' | 'UNKNOWN_DEPARTMENT' | 'UNKNOWN_PLACE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 改派（Re-dispatch the order）. POST /v1/routing/cases/{caseId}/commands/redispatch-order */
export function routingRedispatchOrder(client: Client, given: { readonly caseId: string; readonly body: RedispatchOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/redispatch-order', keyed: true }, given, options);
}

/** 退回异地移交（Return the transfer）. Ground: LSR 13. Stream: assignment. Roles: officer, inspector, arbitrator, supervisor. */
export type RoutingReturnTransferProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ROUTED' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'TRANSFER_NOT_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'GROUND_REQUIRED' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 退回异地移交（Return the transfer）. POST /v1/routing/cases/{caseId}/commands/return-transfer */
export function routingReturnTransfer(client: Client, given: { readonly caseId: string; readonly body: ReturnTransfer }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/return-transfer', keyed: true }, given, options);
}

/** 签收（Sign for the order）. Ground: BJ-REG 14. Stream: assignment. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid. */
export type RoutingSignOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ROUTED' | 'OBJECTION_PENDING' | 'ORDER_NOT_AWAITING_SIGNATURE' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 签收（Sign for the order）. POST /v1/routing/cases/{caseId}/commands/sign-order */
export function routingSignOrder(client: Client, given: { readonly caseId: string; readonly body: SignOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/sign-order', keyed: true }, given, options);
}

/** 拆分子工单（Split off a child order）. Ground: P c.1 step 7. Stream: assignment. Roles: officer, supervisor. */
export type RoutingSplitOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ROUTED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'PLACE_OF_ANOTHER_LOG' | 'REASON_REQUIRED' | 'UNKNOWN_DEPARTMENT' | 'UNKNOWN_PLACE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 拆分子工单（Split off a child order）. POST /v1/routing/cases/{caseId}/commands/split-order */
export function routingSplitOrder(client: Client, given: { readonly caseId: string; readonly body: SplitOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/split-order', keyed: true }, given, options);
}

/** 移交异地（Transfer to another division）. Ground: LSR 13. Stream: assignment. Roles: supervisor, officer, inspector. */
export type RoutingTransferOrderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ORDER' | 'CONCURRENT_CHANGE' | 'DISPUTE_PENDING' | 'KEY_REUSED' | 'NOT_ROUTED' | 'ORDER_NOT_HELD' | 'PERSON_ERASED' | 'TRANSFER_PENDING' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'PLACE_OF_ANOTHER_LOG' | 'SAME_DIVISION' | 'UNKNOWN_DEPARTMENT' | 'UNKNOWN_PLACE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 移交异地（Transfer to another division）. POST /v1/routing/cases/{caseId}/commands/transfer-order */
export function routingTransferOrder(client: Client, given: { readonly caseId: string; readonly body: TransferOrder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/routing/cases/{caseId}/commands/transfer-order', keyed: true }, given, options);
}

/** 消费进度（Shows the consumer’s lag）. How far a service is behind the topic, for the operator. Roles: operator. */
export type RoutingConsumerShowProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 消费进度（Shows the consumer’s lag）. GET /v1/routing/consumer */
export function routingConsumerShow(client: Client, given: {} = {}, options?: Options): Promise<{ readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: null; readonly reason: null; readonly lag: null } | { readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: "rebuilding" | "running" | "starting" | "stopped" | "waiting"; readonly reason: string | null; readonly lag: string | null }> {
  return client.call({ method: 'GET', path: '/v1/routing/consumer' }, given, options);
}

/** 待办列表（Lists the desk）. What lies on whose desk, the next due first. Whatever is asked, nobody sees beyond the own divisions and departments. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid, supervisor. */
export type DeskListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'DESK_CURSOR_MALFORMED' | 'UNKNOWN_PLACE' | 'INTERNAL' | 'UNAVAILABLE';
/** 待办列表（Lists the desk）. GET /v1/routing/desk */
export function deskList(client: Client, given: { readonly view?: "mine" | "team" | "unit"; readonly bucket?: "overdue" | "warned" | "noMovement" | "ownerless" | "waiting"; readonly department?: string; readonly division?: string; readonly matter?: string; readonly track?: string; readonly step?: "unheld" | "dispatched" | "signed" | "objected" | "disputed" | "transferring" | "concluded"; readonly waitsFor?: "sender" | "superior" | "unit" | "officer" | "receivingUnit" | "person" | "employer" | "nobody"; readonly officer?: string; readonly cursor?: string; readonly limit?: string } = {}, options?: Options): Promise<{ readonly orders: readonly Desk[]; readonly next: string | null; readonly counts?: Readonly<Record<string, unknown>>; readonly view: "mine" | "team" | "unit"; readonly units: readonly { readonly department: string; readonly division: string }[]; readonly noMovementDays: number; readonly now: string }> {
  return client.call({ method: 'GET', path: '/v1/routing/desk', query: ["view","bucket","department","division","matter","track","step","waitsFor","officer","cursor","limit"] }, given, options);
}

/** 对全部成员办理同一步（Takes one step on every member）. `POST /v1/<service>/groups/{groupId}/members/commands/{command}`: one step for each member of a group, through the door that a single case's step takes, so that each is accepted or refused by its own state. Members outside the caller's divisions are left out. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor. */
export type RoutingGroupCommandsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_GROUP_MEMBERS' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 对全部成员办理同一步（Takes one step on every member）. POST /v1/routing/groups/{groupId}/members/commands/{command} */
export function routingGroupCommandsGive(client: Client, given: { readonly groupId: string; readonly command: "accept-transfer" | "designate-body" | "maintain-dispatch" | "name-officer" | "object-to-dispatch" | "override-routing" | "redispatch-order" | "return-transfer" | "sign-order" | "split-order" | "transfer-order"; readonly tier?: string; readonly site?: string; readonly body: AcceptTransfer | DesignateBody | MaintainDispatch | NameOfficer | ObjectToDispatch | OverrideRouting | RedispatchOrder | ReturnTransfer | SignOrder | SplitOrder | TransferOrder }, options?: Options): Promise<{ readonly groupId: string; readonly command: string; readonly members: number; readonly outside: number; readonly done: number; readonly unchanged: number; readonly refused: number; readonly failed: number; readonly results: readonly MemberResult[] }> {
  return client.call({ method: 'POST', path: '/v1/routing/groups/{groupId}/members/commands/{command}', query: ["tier","site"], keyed: true }, given, options);
}

/** 规则包列表（Lists the packs）. The law as data: what is in force, what is proposed, and the steps of two persons that put a pack in force or withdraw it. Roles: policy, auditor. */
export type PacksListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 规则包列表（Lists the packs）. GET /v1/routing/packs */
export function packsList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly today: string; readonly packs: readonly Readonly<Record<string, unknown>>[]; readonly proposals: readonly Readonly<Record<string, unknown>>[]; readonly calendars: readonly { readonly division: string; readonly year: number; readonly version: string; readonly announcedAt: string }[] }> {
  return client.call({ method: 'GET', path: '/v1/routing/packs' }, given, options);
}

/** 检查规则包（Checks a pack）. What is wrong with a pack, row by row, and with the packs that would be carried over to it. Stores nothing. Roles: policy. */
export type PacksCheckProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 检查规则包（Checks a pack）. POST /v1/routing/packs/check */
export function packsCheck(client: Client, given: { readonly body: CheckPack }, options?: Options): Promise<{ readonly division: string | null; readonly version: string | null; readonly hash: string | null; readonly from: string | null; readonly extends: string | null; readonly problems: readonly PolicyProblem[]; readonly children: readonly { readonly division: string; readonly version: string; readonly hash: string; readonly from: string; readonly problems: readonly PolicyProblem[] }[] }> {
  return client.call({ method: 'POST', path: '/v1/routing/packs/check' }, given, options);
}

/** 提请规则包（Proposes a pack）. The law as data: what is in force, what is proposed, and the steps of two persons that put a pack in force or withdraw it. Roles: policy. */
export type PacksProposeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'OUTSIDE_YOUR_DIVISIONS' | 'ROLE_NOT_ALLOWED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'VERSION_TAKEN' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'PACK_BEGINS_IN_PAST' | 'PACK_HAS_PROBLEMS' | 'PACK_TOO_LARGE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 提请规则包（Proposes a pack）. POST /v1/routing/packs/proposals */
export function packsPropose(client: Client, given: { readonly body: ProposePack }, options?: Options): Promise<{ readonly proposal: string; readonly division?: unknown; readonly version: string; readonly hash: string; readonly from: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/routing/packs/proposals', keyed: true }, given, options);
}

/** 查看提请（Shows a proposal）. The law as data: what is in force, what is proposed, and the steps of two persons that put a pack in force or withdraw it. Roles: policy, auditor. */
export type PacksProposalProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'OUTSIDE_YOUR_DIVISIONS' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROPOSAL' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看提请（Shows a proposal）. GET /v1/routing/packs/proposals/{id} */
export function packsProposal(client: Client, given: { readonly id: string }, options?: Options): Promise<{ readonly proposal: { readonly proposal: string; readonly kind: string; readonly state: string; readonly division: string; readonly version: string; readonly hash: string | null; readonly from: string | null; readonly year: number | null; readonly by: string; readonly at: string; readonly note: string; readonly ground: string | null; readonly decidedBy: string | null; readonly decidedAt: string | null; readonly reason: string | null }; readonly files: Readonly<Record<string, unknown>> | null; readonly notice: { readonly notice: string; readonly title: string; readonly issuedOn: string } | null }> {
  return client.call({ method: 'GET', path: '/v1/routing/packs/proposals/{id}' }, given, options);
}

/** 发布规则包（Publishes a pack）. The law as data: what is in force, what is proposed, and the steps of two persons that put a pack in force or withdraw it. Roles: policy. */
export type PacksPublishProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'FOUR_EYES' | 'OUTSIDE_YOUR_DIVISIONS' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROPOSAL' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LAW_HAS_CHANGED' | 'PROPOSAL_DECIDED' | 'REVIEWED_ANOTHER' | 'VERSION_MISMATCH' | 'VERSION_TAKEN' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'PACK_BEGINS_IN_PAST' | 'PACK_HAS_PROBLEMS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 发布规则包（Publishes a pack）. POST /v1/routing/packs/proposals/{id}/publish */
export function packsPublish(client: Client, given: { readonly id: string; readonly body: PublishProposal }, options?: Options): Promise<{ readonly proposal: string; readonly division: string; readonly version: string; readonly hash: string; readonly from: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly editions: readonly { readonly from: string; readonly division: string; readonly version: string; readonly hash: string }[] }> {
  return client.call({ method: 'POST', path: '/v1/routing/packs/proposals/{id}/publish', keyed: true }, given, options);
}

/** 驳回提请（Rejects a proposal）. The law as data: what is in force, what is proposed, and the steps of two persons that put a pack in force or withdraw it. Roles: policy. */
export type PacksRejectProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'OUTSIDE_YOUR_DIVISIONS' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROPOSAL' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PROPOSAL_DECIDED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 驳回提请（Rejects a proposal）. POST /v1/routing/packs/proposals/{id}/reject */
export function packsReject(client: Client, given: { readonly id: string; readonly body: RejectProposal }, options?: Options): Promise<{ readonly proposal: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/routing/packs/proposals/{id}/reject', keyed: true }, given, options);
}

/** 撤回规则包（Withdraws a pack）. Takes a pack out of force at once, and tells whom it has touched: their cases keep it until somebody decides otherwise. Roles: policy. */
export type PacksWithdrawProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'OUTSIDE_YOUR_DIVISIONS' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PACK' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'LAST_PACK' | 'LAW_HAS_CHANGED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 撤回规则包（Withdraws a pack）. POST /v1/routing/packs/withdraw */
export function packsWithdraw(client: Client, given: { readonly body: WithdrawPack }, options?: Options): Promise<{ readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly touched: Touched; readonly division: string; readonly version: string; readonly hash: string }> {
  return client.call({ method: 'POST', path: '/v1/routing/packs/withdraw', keyed: true }, given, options);
}

/** 查看规则包（Shows a pack）. A pack: its own files, and what it is with all that it takes from its parents. Roles: policy, auditor. */
export type PacksOneProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PACK' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看规则包（Shows a pack）. GET /v1/routing/packs/{division}/{version} */
export function packsOne(client: Client, given: { readonly division: string; readonly version: string }, options?: Options): Promise<{ readonly pack: { readonly from: string; readonly to: string | null; readonly names: { readonly zh: string; readonly en: string }; readonly extends: null | PackName; readonly origin: "edition" | "published" | "release"; readonly state: string; readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null; readonly division: string; readonly version: string; readonly hash: string }; readonly own: Readonly<Record<string, unknown>> | null; readonly merged: { readonly examples?: readonly ({ readonly id: string; readonly receivedAt: string; readonly origin: string; readonly category: string; readonly facts: Readonly<Record<string, unknown>>; readonly expect: { readonly mode: string; readonly lead: string | null; readonly rules?: readonly string[]; readonly leadAlternatives?: readonly string[]; readonly assist?: readonly string[]; readonly guide?: readonly string[]; readonly handover?: readonly string[]; readonly liable?: readonly string[]; readonly handlingRegion?: string; readonly children?: readonly { readonly matter: string | null; readonly lead: string | null; readonly assist: readonly string[] }[]; readonly places?: readonly (readonly string[])[]; readonly flags?: Readonly<Record<string, boolean | null | string>>; readonly clocks?: readonly { readonly id: string; readonly due: string; readonly startedAt?: string; readonly assumption?: string; readonly extension?: number; readonly suspended?: readonly { readonly from: string; readonly to: string }[] }[]; readonly noClocks?: readonly string[]; readonly entitlements?: readonly string[] }; readonly division?: string; readonly kind?: string; readonly complex?: boolean; readonly migrantWorker?: boolean })[]; readonly parameters: { readonly collectiveWorkers: number; readonly majorSupervision: { readonly workers: number; readonly amount: number }; readonly hotline: { readonly emergencyHours: number; readonly urgentHours: number; readonly ordinaryDays: number; readonly complexDays: number; readonly enquiryWorkingDays: number; readonly firstContactHours: number; readonly objectionWorkingDays: number; readonly disputeWorkingDays: number; readonly callbackTries: number; readonly deadlinePressureDays: number; readonly satisfiedGrades: readonly string[]; readonly compositeWeights: { readonly response: number; readonly resolution: number; readonly satisfaction: number }; readonly reopenDays?: number; readonly assistanceWorkingDays?: number }; readonly speedyFilingWorkingDays: number; readonly clueVerificationWorkingDays: number; readonly relief: { readonly hours: number; readonly paperWorkingDays: number; readonly needsResidencePermit: boolean }; readonly bareDayUnit: Readonly<Record<string, "calendarDays" | "workingDays">>; readonly pensionerArbitration: { readonly receivedBefore: string; readonly open: boolean }; readonly desk: { readonly openOrders: number; readonly noMovementDays: number }; readonly recognition: { readonly threshold: number }; readonly caseWeights: { readonly simplified: number; readonly ordinary: number; readonly collective: number }; readonly sectorGroups: Readonly<Record<string, "housing" | "railway" | "transport" | "water">>; readonly minWageMonth?: number; readonly averageAnnualWage?: number; readonly crimeSingle?: { readonly amount: number; readonly months: number }; readonly crimeGroup?: { readonly amount: number; readonly workers: number }; readonly smallAmount?: number; readonly retentionYears?: { readonly award: number; readonly arbitration: number; readonly inspection: number; readonly hotline: number }; readonly clueConclusions?: Readonly<Record<string, { readonly arrears: boolean; readonly resolved: boolean; readonly requires: readonly ("amount" | "division" | "reference" | "workers")[]; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string }>>; readonly projectDuties?: { readonly roster?: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string; readonly within?: { readonly n: number; readonly unit: "calendarDays" | "workingDays" }; readonly everyDays?: number }; readonly wagesPaid?: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string; readonly within?: { readonly n: number; readonly unit: "calendarDays" | "workingDays" }; readonly everyDays?: number }; readonly wageAccount?: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string; readonly within?: { readonly n: number; readonly unit: "calendarDays" | "workingDays" }; readonly everyDays?: number }; readonly deposit?: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string; readonly within?: { readonly n: number; readonly unit: "calendarDays" | "workingDays" }; readonly everyDays?: number }; readonly labourCost?: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string; readonly within?: { readonly n: number; readonly unit: "calendarDays" | "workingDays" }; readonly everyDays?: number }; readonly rightsBoard?: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string; readonly within?: { readonly n: number; readonly unit: "calendarDays" | "workingDays" }; readonly everyDays?: number } }; readonly regulators?: readonly string[]; readonly siteVisitDays?: number; readonly earlySigns?: { readonly days: number; readonly levels: readonly { readonly level: "blue" | "red" | "yellow"; readonly kinds: readonly ("contractor" | "employer" | "project" | "site")[]; readonly cases: number; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string; readonly id: string; readonly districts?: number; readonly workers?: number; readonly amount?: number }[]; readonly seasons: readonly { readonly festival: "springFestival"; readonly daysBefore: number; readonly percent: number; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string; readonly id: string }[]; readonly projectEnd: { readonly days: number; readonly account: "blue" | "red" | "yellow"; readonly unpaid: "blue" | "red" | "yellow"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" } }; readonly partners?: { readonly points: { readonly nationalPark: { readonly reportsTo: "county" | "prefecture" | "province"; readonly urgedBy: "county" | "prefecture" | "province"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string }; readonly provincialPark: { readonly reportsTo: "county" | "prefecture" | "province"; readonly urgedBy: "county" | "prefecture" | "province"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string }; readonly otherPark: { readonly reportsTo: "county" | "prefecture" | "province"; readonly urgedBy: "county" | "prefecture" | "province"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string }; readonly association: { readonly reportsTo: "county" | "prefecture" | "province"; readonly urgedBy: "county" | "prefecture" | "province"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string } }; readonly reportDays: number; readonly eventHours: number; readonly stationsPerPrefecture: { readonly n: number; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" }; readonly assessment: { readonly pass: number; readonly criteria: Readonly<Record<string, { readonly weight: number; readonly zh: string; readonly en: string }>>; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" } }; readonly statistics?: { readonly minimumSample: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly value: number }; readonly bands: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly value: readonly { readonly grade: string; readonly least: number }[] }; readonly circularAnswer: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly workingDays: number }; readonly basis: Readonly<Record<string, { readonly source: string; readonly confidence: "A" | "B" | "C" | "P" }>> } } } }> {
  return client.call({ method: 'GET', path: '/v1/routing/packs/{division}/{version}' }, given, options);
}

/** 规则包涉及的案件（Lists the cases of a pack）. The law as data: what is in force, what is proposed, and the steps of two persons that put a pack in force or withdraw it. Roles: policy, auditor. */
export type PacksCasesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PACK' | 'INTERNAL' | 'UNAVAILABLE';
/** 规则包涉及的案件（Lists the cases of a pack）. GET /v1/routing/packs/{division}/{version}/cases */
export function packsCases(client: Client, given: { readonly division: string; readonly version: string; readonly limit?: string; readonly after?: string }, options?: Options): Promise<Touched> {
  return client.call({ method: 'GET', path: '/v1/routing/packs/{division}/{version}/cases', query: ["limit","after"] }, given, options);
}

/** 查看决策表（Shows a file of tables）. A file of tables as the GoRules editor opens it (JSON Decision Model). Roles: policy, auditor. */
export type PacksTablesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PACK' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看决策表（Shows a file of tables）. GET /v1/routing/packs/{division}/{version}/tables/{file} */
export function packsTables(client: Client, given: { readonly division: string; readonly version: string; readonly file: string }, options?: Options): Promise<{ readonly nodes: readonly ({ readonly id: string; readonly name: string; readonly type: "decisionTableNode" | "inputNode" | "outputNode"; readonly content?: { readonly hitPolicy: "collect" | "first"; readonly inputs: readonly { readonly id: string; readonly name: string; readonly field: string }[]; readonly outputs: readonly { readonly id: string; readonly name: string; readonly field: string }[]; readonly rules: readonly Readonly<Record<string, string>>[] } })[]; readonly edges: readonly { readonly id: string; readonly sourceId: string; readonly targetId: string }[] }> {
  return client.call({ method: 'GET', path: '/v1/routing/packs/{division}/{version}/tables/{file}' }, given, options);
}

/** 搁置的事件（Lists parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type RoutingParkedListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 搁置的事件（Lists parked events）. GET /v1/routing/parked */
export function routingParkedList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly parked: readonly ParkedCase[] }> {
  return client.call({ method: 'GET', path: '/v1/routing/parked' }, given, options);
}

/** 查看案件被搁置的事件（Shows a case’s parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type RoutingParkedShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看案件被搁置的事件（Shows a case’s parked events）. GET /v1/routing/parked/{caseId} */
export function routingParkedShow(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly events: readonly ParkedEvent[] }> {
  return client.call({ method: 'GET', path: '/v1/routing/parked/{caseId}' }, given, options);
}

/** 重试被搁置的事件（Tries parked events again）. Handles the case's parked events again, in order, until one fails. Roles: operator. */
export type RoutingParkedRetryProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 重试被搁置的事件（Tries parked events again）. POST /v1/routing/parked/{caseId}/retry */
export function routingParkedRetry(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly replayed: number; readonly remaining: number; readonly error?: string; readonly caseId: string }> {
  return client.call({ method: 'POST', path: '/v1/routing/parked/{caseId}/retry' }, given, options);
}

/** 放弃一条被搁置的事件（Gives a parked event up）. Gives one event up. That somebody did so, and why, is an event of the case, stored with it. Roles: operator. */
export type RoutingParkedSkipProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 放弃一条被搁置的事件（Gives a parked event up）. POST /v1/routing/parked/{caseId}/skip */
export function routingParkedSkip(client: Client, given: { readonly caseId: string; readonly body: SkipParked }, options?: Options): Promise<{ readonly caseId: string; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/routing/parked/{caseId}/skip' }, given, options);
}

/** 读表重建情况（Lists the rebuilds）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type RoutingRebuildsListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 读表重建情况（Lists the rebuilds）. GET /v1/routing/rebuilds */
export function routingRebuildsList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly projections: readonly { readonly projection: string; readonly run: null | Run }[] }> {
  return client.call({ method: 'GET', path: '/v1/routing/rebuilds' }, given, options);
}

/** 重建一张读表（Rebuilds a read table）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type RoutingRebuildsStartProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECTION' | 'REBUILD_BEHIND' | 'REBUILD_DISTURBED' | 'REBUILD_RUNNING' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 重建一张读表（Rebuilds a read table）. POST /v1/routing/rebuilds */
export function routingRebuildsStart(client: Client, given: { readonly body: AskRebuild }, options?: Options): Promise<Run> {
  return client.call({ method: 'POST', path: '/v1/routing/rebuilds' }, given, options);
}

/** 机构人员（Shows the staff of a body）. The staff of a body of a place: who is there, who knows what, whose the orders are. Ids only; names are the issuer's. Roles: supervisor, officer, mediator, arbitrator, inspector, relief, legal-aid, auditor. */
export type UnitsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_YOUR_UNIT' | 'ROLE_NOT_ALLOWED' | 'UNKNOWN_DEPARTMENT' | 'UNKNOWN_PLACE' | 'INTERNAL' | 'UNAVAILABLE';
/** 机构人员（Shows the staff of a body）. GET /v1/routing/units/{division}/{department} */
export function unitsShow(client: Client, given: { readonly division: string; readonly department: string }, options?: Options): Promise<{ readonly unit: { readonly department: string; readonly division: string }; readonly version: number; readonly officers: readonly ({ readonly officer: string; readonly specialities: readonly { readonly kind: "category" | "matter" | "track"; readonly code: string }[]; readonly openMax: number; readonly away: { readonly from: string; readonly to: string | null } | null; readonly absent: boolean; readonly left: boolean; readonly conflicts: number; readonly open: number; readonly load: number; readonly orders: readonly { readonly caseId: string; readonly order: number; readonly weight: number }[] })[]; readonly stranded: readonly { readonly officer: string; readonly orders: readonly { readonly caseId: string; readonly order: number; readonly weight: number }[] }[]; readonly waiting: readonly { readonly caseId: string; readonly order: number; readonly weight: number }[] }> {
  return client.call({ method: 'GET', path: '/v1/routing/units/{division}/{department}' }, given, options);
}

/** 办理机构人员事项（Takes a step on the staff）. The staff of a body of a place: who is there, who knows what, whose the orders are. Ids only; names are the issuer's. Roles: supervisor, officer, mediator, arbitrator, inspector, relief, legal-aid. */
export type UnitsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_YOURSELF' | 'NOT_YOUR_ROLE' | 'NOT_YOUR_UNIT' | 'ROLE_NOT_ALLOWED' | 'NOT_ENROLLED' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'OFFICER_HAS_LEFT' | 'OFFICER_PRESENT' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CONFLICT_WITH_WHAT' | 'STAFF_ABSENCE_REVERSED' | 'UNKNOWN_DEPARTMENT' | 'UNKNOWN_PLACE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 办理机构人员事项（Takes a step on the staff）. POST /v1/routing/units/{division}/{department}/commands/{command} */
export function unitsGive(client: Client, given: { readonly division: string; readonly department: string; readonly command: "allot-waiting" | "declare-conflict" | "enrol-officer" | "give-speciality" | "note-absence" | "note-leaving" | "note-return" | "reassign-orders" | "set-open-limit" | "take-speciality"; readonly body: AllotWaiting | DeclareConflict | EnrolOfficer | GiveSpeciality | NoteAbsence | NoteLeaving | NoteReturn | ReassignOrders | SetOpenLimit | TakeSpeciality }, options?: Options): Promise<{ readonly unit: { readonly department: string; readonly division: string }; readonly looked: number; readonly allotted: number } | { readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/routing/units/{division}/{department}/commands/{command}', keyed: true }, given, options);
}

/** 自助申报（Files a worker’s own claim）. Files the claim. Durable when answered; the same form again gets the same answer, with another content it is refused. */
export type SelfServiceFileProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'DIVISION_NOT_ALLOWED' | 'KIND_NOT_ALLOWED' | 'NOT_THAT_LOG' | 'CLAIM_NOT_FILED' | 'NO_SUCH_CHANNEL' | 'CLAIM_WITHDRAWN' | 'CONCURRENT_CHANGE' | 'FEEDBACK_ACKNOWLEDGED_OTHERWISE' | 'KEY_REUSED' | 'NOBODY_REPRESENTS' | 'NO_CORRECTION_REQUESTED' | 'NO_SUCH_DUPLICATE' | 'PROVEN_IDENTITY_NEEDS_PAPER' | 'SITE_CODE_ENDED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'NOTHING_TO_CORRECT' | 'OTHER_CASE_UNKNOWN' | 'RELATED_TO_ITSELF' | 'SITE_CODE_UNKNOWN' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 自助申报（Files a worker’s own claim）. POST /v1/self-service/claims */
export function selfServiceFile(client: Client, given: { readonly body: PublicClaim }, options?: Options): Promise<PageReceipt> {
  return client.call({ method: 'POST', path: '/v1/self-service/claims' }, given, options);
}

/** 预检自助申报（Checks a worker’s own claim）. Nothing is stored: what is wrong or lacking, who would handle it and by when. */
export type SelfServiceCheckProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'DIVISION_NOT_ALLOWED' | 'KIND_NOT_ALLOWED' | 'NOT_THAT_LOG' | 'NO_SUCH_CHANNEL' | 'SITE_CODE_ENDED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'SITE_CODE_UNKNOWN' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 预检自助申报（Checks a worker’s own claim）. POST /v1/self-service/claims/check */
export function selfServiceCheck(client: Client, given: { readonly body: PublicClaim }, options?: Options): Promise<Preview> {
  return client.call({ method: 'POST', path: '/v1/self-service/claims/check' }, given, options);
}

/** 能否实名登录（Tells whether the worker can sign in at the real-name service）. Whether the page can send somebody there, and for which form somebody came back proven. */
export type IdentityOfferedProblem = 'INTERNAL' | 'UNAVAILABLE';
/** 能否实名登录（Tells whether the worker can sign in at the real-name service）. GET /v1/self-service/identity */
export function identityOffered(client: Client, given: {} = {}, options?: Options): Promise<{ readonly signIn: boolean; readonly form: string | null }> {
  return client.call({ method: 'GET', path: '/v1/self-service/identity' }, given, options);
}

/** 实名登录返回（Comes back from the real-name service）. The way back. A wrong state, a code used before, or a way that another browser began proves nobody. */
export type IdentityCallbackProblem = 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'UNAVAILABLE';
/** 实名登录返回（Comes back from the real-name service）. GET /v1/self-service/identity/callback */
export function identityCallback(client: Client, given: {} = {}, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/self-service/identity/callback', answers: 'bytes' }, given, options);
}

/** 前往实名登录（Goes to the real-name service）. `form`: the id that the page drew for its form. */
export type IdentitySignInProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'UNAVAILABLE';
/** 前往实名登录（Goes to the real-name service）. GET /v1/self-service/identity/sign-in */
export function identitySignIn(client: Client, given: { readonly form?: string } = {}, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/self-service/identity/sign-in', query: ["form"], answers: 'bytes' }, given, options);
}

/** 行政区划列表（Lists the places to choose from）. Provinces, cities and districts, for the page to choose from. */
export type SelfServicePlacesProblem = 'INTERNAL' | 'UNAVAILABLE';
/** 行政区划列表（Lists the places to choose from）. GET /v1/self-service/places */
export function selfServicePlaces(client: Client, given: {} = {}, options?: Options): Promise<{ readonly places: readonly ListedPlace[] }> {
  return client.call({ method: 'GET', path: '/v1/self-service/places' }, given, options);
}

/** 扫码所得工地（Shows the site of a QR code）. What the QR code of a site fills in. */
export type SelfServiceSiteProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'SITE_CODE_ENDED' | 'SITE_CODE_UNKNOWN' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'UNAVAILABLE';
/** 扫码所得工地（Shows the site of a QR code）. GET /v1/self-service/sites/{code} */
export function selfServiceSite(client: Client, given: { readonly code: string }, options?: Options): Promise<{ readonly name: string; readonly division: string; readonly generalContractor: string; readonly place: string; readonly contractor: string }> {
  return client.call({ method: 'GET', path: '/v1/self-service/sites/{code}' }, given, options);
}

/** 当前登录人（Tells who is signed in）. Who is signed in, and until when without a sign of life; `signIn` says whether the console can sign somebody in. */
export type SessionWhoProblem = 'INTERNAL' | 'UNAVAILABLE';
/** 当前登录人（Tells who is signed in）. GET /v1/session */
export function sessionWho(client: Client, given: {} = {}, options?: Options): Promise<{ readonly signIn: boolean }> {
  return client.call({ method: 'GET', path: '/v1/session' }, given, options);
}

/** 登录返回（Comes back from the sign-in）. The way back. A wrong state, a code used before, or a sign-in that another browser began gives no session. */
export type SessionCallbackProblem = 'INTERNAL' | 'UNAVAILABLE';
/** 登录返回（Comes back from the sign-in）. GET /v1/session/callback */
export function sessionCallback(client: Client, given: {} = {}, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/session/callback', answers: 'bytes' }, given, options);
}

/** 延长登录（Extends the session）. Somebody is there: the session lives on, with a fresh token where the issuer gives one. Twelve hours after the sign-in it ends all the same. */
export type SessionExtendProblem = 'CROSS_SITE_REFUSED' | 'INTERNAL' | 'UNAVAILABLE';
/** 延长登录（Extends the session）. POST /v1/session/extend */
export function sessionExtend(client: Client, given: {} = {}, options?: Options): Promise<{ readonly signIn: boolean }> {
  return client.call({ method: 'POST', path: '/v1/session/extend' }, given, options);
}

/** 我的登录（Lists the own sessions）. Where the caller is signed in by a browser, the newest first; `here` is the session that asks. `usedAt`: of the last sign of its person, within minutes. Roles: channel, worker, officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, policy, auditor, operator, security-admin. */
export type SessionListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 我的登录（Lists the own sessions）. GET /v1/session/own */
export function sessionList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly sessions: readonly { readonly session: string; readonly startedAt: string; readonly usedAt: string; readonly browser: string | null; readonly system: string | null; readonly here: boolean }[] }> {
  return client.call({ method: 'GET', path: '/v1/session/own' }, given, options);
}

/** 结束一次登录（Ends one of the own sessions）. Ends one of the caller's own sessions, wherever its browser is: its cookies open nothing from now on. Roles: channel, worker, officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, policy, auditor, operator, security-admin. */
export type SessionEndProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_SESSION' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 结束一次登录（Ends one of the own sessions）. POST /v1/session/own/{session}/end */
export function sessionEnd(client: Client, given: { readonly session: string }, options?: Options): Promise<{ readonly outcome: "ended" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/session/own/{session}/end' }, given, options);
}

/** 前往登录（Goes to the sign-in）. Sends the browser to the issuer. `to` is where in the console it comes back to, `hint` whom the issuer may suggest. */
export type SessionSignInProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'INTERNAL' | 'UNAVAILABLE';
/** 前往登录（Goes to the sign-in）. GET /v1/session/sign-in */
export function sessionSignIn(client: Client, given: { readonly hint?: string; readonly to?: string } = {}, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/session/sign-in', query: ["hint","to"], answers: 'bytes' }, given, options);
}

/** 退出登录（Signs out）. Ends the session, of which a copy then opens nothing either; with `everywhere` all of the person. `url` is where the browser ends it at the issuer, if anywhere. */
export type SessionSignOutProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'CROSS_SITE_REFUSED' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 退出登录（Signs out）. POST /v1/session/sign-out */
export function sessionSignOut(client: Client, given: { readonly everywhere?: string } = {}, options?: Options): Promise<{ readonly url?: string }> {
  return client.call({ method: 'POST', path: '/v1/session/sign-out', query: ["everywhere"] }, given, options);
}

/** 需要关注的事项（Counts what asks for attention）. What asks for somebody's attention, with the instants that it is counted to: each number opens into `GET /v1/cases` with the same filter. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type AttentionProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 需要关注的事项（Counts what asks for attention）. GET /v1/supervision/attention */
export function attention(client: Client, given: {} = {}, options?: Options): Promise<{ readonly now: string; readonly todayEnds: string; readonly soonEnds: string; readonly dueToday: number; readonly dueSoon: number; readonly ownerless: number; readonly stuck: number; readonly returnedTwice: number; readonly districts: readonly { readonly division: string | null; readonly lead: string | null; readonly open: number; readonly breached: number }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/attention' }, given, options);
}

/** 逾期的期限（Lists breached clocks）. Limits of authorities that passed unmet, the oldest first; met late or still open. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type BoardBreachesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 逾期的期限（Lists breached clocks）. GET /v1/supervision/breaches */
export function boardBreaches(client: Client, given: { readonly kind?: string; readonly level?: "law" | "target" | "service"; readonly warned?: string; readonly dueBefore?: string; readonly limit?: string } = {}, options?: Options): Promise<{ readonly breaches: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/breaches', query: ["kind","level","warned","dueBefore","limit"] }, given, options);
}

/** 预览提请的放假安排的影响（Previews a proposed calendar）. What a year's notice would move before anybody announces it, and how far those that were announced have come. Roles: policy. */
export type CalendarPreviewOfProposalProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_CALENDAR_PROPOSAL' | 'CLOCK_RULE_INVALID' | 'NOTICE_INVALID' | 'PREVIEW_CURSOR_MALFORMED' | 'INTERNAL' | 'UNAVAILABLE';
/** 预览提请的放假安排的影响（Previews a proposed calendar）. GET /v1/supervision/calendar/preview */
export function calendarPreviewOfProposal(client: Client, given: { readonly proposal?: string; readonly cursor?: string; readonly limit?: string } = {}, options?: Options): Promise<{ readonly clocks: readonly Moving[]; readonly next: string | null; readonly totals: Totals; readonly division: string; readonly year: number; readonly version: string } | { readonly clocks: readonly Moving[]; readonly next: string | null; readonly totals?: unknown; readonly division: string; readonly year: number; readonly version: string }> {
  return client.call({ method: 'GET', path: '/v1/supervision/calendar/preview', query: ["proposal","cursor","limit"] }, given, options);
}

/** 预览通知的影响（Previews a notice）. What a year's notice would move before anybody announces it, and how far those that were announced have come. Roles: policy. */
export type CalendarPreviewOfNoticeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'NOTICE_INVALID' | 'PREVIEW_CURSOR_MALFORMED' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 预览通知的影响（Previews a notice）. POST /v1/supervision/calendar/preview */
export function calendarPreviewOfNotice(client: Client, given: { readonly cursor?: string; readonly limit?: string; readonly body: PreviewOfNotice }, options?: Options): Promise<{ readonly clocks: readonly Moving[]; readonly next: string | null; readonly totals: Totals; readonly division: string; readonly year: number; readonly version: string } | { readonly clocks: readonly Moving[]; readonly next: string | null; readonly totals?: unknown; readonly division: string; readonly year: number; readonly version: string }> {
  return client.call({ method: 'POST', path: '/v1/supervision/calendar/preview', query: ["cursor","limit"] }, given, options);
}

/** 期限重新计算情况（Lists re-issued limits）. Every announced notice since this log began to re-issue, the newest first. Roles: policy. */
export type CalendarPreviewReissuesProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 期限重新计算情况（Lists re-issued limits）. GET /v1/supervision/calendar/reissues */
export function calendarPreviewReissues(client: Client, given: {} = {}, options?: Options): Promise<{ readonly reissues: readonly { readonly arrivedAt: string; readonly doneAt: string | null; readonly notice: string; readonly division: string; readonly year: number; readonly version: string; readonly moved: number }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/calendar/reissues' }, given, options);
}

/** 专项行动列表（Lists the campaigns）. Campaigns of the caller's divisions and of those that they lie in, the newest first. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CampaignsListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'INTERNAL' | 'UNAVAILABLE';
/** 专项行动列表（Lists the campaigns）. GET /v1/supervision/campaigns */
export function campaignsList(client: Client, given: { readonly caseId?: string; readonly phase?: "proposed" | "rejected" | "running" | "closed" } = {}, options?: Options): Promise<{ readonly propose?: FieldSchema; readonly now: string; readonly campaigns: readonly { readonly now?: Readonly<Record<string, unknown>> }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/campaigns', query: ["caseId","phase"] }, given, options);
}

/** 提请专项行动（Proposes a campaign）. Special actions (专项行动): proposed by one, started by another, seen against their target at any time, closed with a report that can be counted again. Roles: supervisor. */
export type CampaignsProposeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'CAMPAIGN_EXISTS' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'POSITION_NOT_REACHED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CAMPAIGN_DUE_UNKNOWN' | 'CAMPAIGN_RULE_MISSING' | 'CAMPAIGN_TARGETS_WRONG' | 'FACT_IN_FUTURE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 提请专项行动（Proposes a campaign）. POST /v1/supervision/campaigns */
export function campaignsPropose(client: Client, given: { readonly body: ProposeCampaign }, options?: Options): Promise<{ readonly campaignId: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/campaigns', keyed: true }, given, options);
}

/** 查看专项行动（Shows a campaign）. Whom it is about, its baseline, its targets and how each was judged. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CampaignsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CAMPAIGN' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看专项行动（Shows a campaign）. GET /v1/supervision/campaigns/{campaignId} */
export function campaignsShow(client: Client, given: { readonly campaignId: string }, options?: Options): Promise<{ readonly version: number; readonly baseline: { readonly figures: { readonly divisions: readonly { readonly total: number; readonly open: number; readonly done: number; readonly workers: number; readonly unpaid: number; readonly division: string }[]; readonly total: number; readonly open: number; readonly done: number; readonly workers: number; readonly unpaid: number }; readonly position: string; readonly query: string; readonly at: string; readonly by: string } | null; readonly raised: Readonly<Record<string, { readonly answer: string | null; readonly step: number; readonly answerDue: string; readonly answered: boolean }>>; readonly rule: { readonly left: "unclosed" | "unpaid"; readonly categories?: readonly string[]; readonly sectors?: readonly string[]; readonly fundings?: readonly ("government" | "other" | "ppp" | "stateOwned")[]; readonly arrearsYear?: number; readonly receivedFrom?: string; readonly receivedTo?: string; readonly verified?: boolean; readonly collective?: boolean } | null; readonly matters: readonly { readonly name: string; readonly doneOn: string | null; readonly proof: string | null; readonly title: string; readonly division: string; readonly department: string; readonly dueOn: string; readonly matter: string }[]; readonly actions: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/campaigns/{campaignId}' }, given, options);
}

/** 办理专项行动事项（Takes a step on a campaign）. Special actions (专项行动): proposed by one, started by another, seen against their target at any time, closed with a report that can be counted again. Roles: supervisor. */
export type CampaignsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CAMPAIGN_BY_PROPOSER' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CAMPAIGN' | 'NO_SUCH_COMMAND' | 'NO_SUCH_MATTER' | 'CAMPAIGN_DECIDED' | 'CAMPAIGN_NOT_RUNNING' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'MATTER_DIFFERS' | 'NOT_A_LIST_OF_MATTERS' | 'NO_TARGET_TO_ANSWER' | 'POSITION_NOT_REACHED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 办理专项行动事项（Takes a step on a campaign）. POST /v1/supervision/campaigns/{campaignId}/commands/{command} */
export function campaignsGive(client: Client, given: { readonly campaignId: string; readonly command: "answer" | "close" | "finish-matter" | "list-matter" | "reject" | "start"; readonly body: AnswerCampaign | CloseCampaign | FinishMatter | ListMatter | RejectCampaign | StartCampaign }, options?: Options): Promise<{ readonly campaignId: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/campaigns/{campaignId}/commands/{command}', keyed: true }, given, options);
}

/** 专项行动案件（Lists a campaign’s cases）. The cases that are in it, each of which opens; with `open`, those that are left or those that are done. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CampaignsMembersProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CAMPAIGN' | 'POSITION_NOT_REACHED' | 'INTERNAL' | 'UNAVAILABLE';
/** 专项行动案件（Lists a campaign’s cases）. GET /v1/supervision/campaigns/{campaignId}/members */
export function campaignsMembers(client: Client, given: { readonly campaignId: string; readonly open?: string; readonly division?: string; readonly cursor?: string; readonly limit?: string; readonly asOf?: string }, options?: Options): Promise<{ readonly campaignId: string; readonly position: string; readonly query: string; readonly members: readonly MemberLine[]; readonly next: string | null }> {
  return client.call({ method: 'GET', path: '/v1/supervision/campaigns/{campaignId}/members', query: ["open","division","cursor","limit","asOf"] }, given, options);
}

/** 专项行动进度（Shows a campaign’s progress）. Numerator and denominator as the log stands, or stood at a position; day by day since the start; what is left and why. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CampaignsProgressProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CAMPAIGN' | 'POSITION_NOT_REACHED' | 'INTERNAL' | 'UNAVAILABLE';
/** 专项行动进度（Shows a campaign’s progress）. GET /v1/supervision/campaigns/{campaignId}/progress */
export function campaignsProgress(client: Client, given: { readonly campaignId: string; readonly asOf?: string }, options?: Options): Promise<{ readonly left: readonly { readonly reason: "arbitration" | "carried" | "closedUnpaid" | "court" | "defaulted" | "enforcement" | "handling" | "inspection" | "mediation" | "notDone" | "notVisited" | "paymentDue" | "police" | "unenforceable"; readonly cases: number; readonly workers: number; readonly unpaid: number }[]; readonly course: readonly { readonly open: number; readonly unpaid: number; readonly total: number; readonly day: string }[]; readonly campaignId: string }> {
  return client.call({ method: 'GET', path: '/v1/supervision/campaigns/{campaignId}/progress', query: ["asOf"] }, given, options);
}

/** 专项行动总结（Shows the closing report）. The closing report, and the same counted again at its position. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CampaignsReportProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CAMPAIGN' | 'CAMPAIGN_NOT_RUNNING' | 'INTERNAL' | 'UNAVAILABLE';
/** 专项行动总结（Shows the closing report）. GET /v1/supervision/campaigns/{campaignId}/report */
export function campaignsReport(client: Client, given: { readonly campaignId: string }, options?: Options): Promise<{ readonly note: string | null; readonly figures: { readonly divisions: readonly { readonly total: number; readonly open: number; readonly done: number; readonly workers: number; readonly unpaid: number; readonly division: string }[]; readonly total: number; readonly open: number; readonly done: number; readonly workers: number; readonly unpaid: number }; readonly again: { readonly figures: { readonly divisions: readonly { readonly total: number; readonly open: number; readonly done: number; readonly workers: number; readonly unpaid: number; readonly division: string }[]; readonly total: number; readonly open: number; readonly done: number; readonly workers: number; readonly unpaid: number }; readonly left: readonly { readonly reason: "arbitration" | "carried" | "closedUnpaid" | "court" | "defaulted" | "enforcement" | "handling" | "inspection" | "mediation" | "notDone" | "notVisited" | "paymentDue" | "police" | "unenforceable"; readonly cases: number; readonly workers: number; readonly unpaid: number }[] }; readonly same: boolean; readonly position: string; readonly left: readonly { readonly reason: "arbitration" | "carried" | "closedUnpaid" | "court" | "defaulted" | "enforcement" | "handling" | "inspection" | "mediation" | "notDone" | "notVisited" | "paymentDue" | "police" | "unenforceable"; readonly cases: number; readonly workers: number; readonly unpaid: number }[]; readonly query: string; readonly targets: readonly { readonly division: string; readonly openMax: number; readonly dueOn: string; readonly outcome: "met" | "missed" | "notDue" }[]; readonly at: string; readonly by: string; readonly campaignId: string }> {
  return client.call({ method: 'GET', path: '/v1/supervision/campaigns/{campaignId}/report' }, given, options);
}

/** 走访计划（Lists the visits）. The plan: each place with its next day, and how many of each kind of residence were visited. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type VisitsListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CAMPAIGN' | 'INTERNAL' | 'UNAVAILABLE';
/** 走访计划（Lists the visits）. GET /v1/supervision/campaigns/{campaignId}/visits */
export function visitsList(client: Client, given: { readonly campaignId: string; readonly residence?: "community" | "workplace" | "lodging" | "barracks"; readonly state?: "due" | "visited" | "overdue"; readonly division?: string; readonly cursor?: string; readonly limit?: string }, options?: Options): Promise<{ readonly plan?: FieldSchema; readonly now: string; readonly today: string; readonly campaignId: string; readonly places: readonly Readonly<Record<string, unknown>>[]; readonly next: string | null; readonly residences: readonly { readonly residence: string; readonly places: number; readonly visited: number; readonly overdue: number }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/campaigns/{campaignId}/visits', query: ["residence","state","division","cursor","limit"] }, given, options);
}

/** 安排走访（Plans visits）. Visits (走访排摸) over the four kinds of residence: planned by place, paid, repeated, and what they found. Roles: supervisor, officer. */
export type VisitsPlanProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CAMPAIGN' | 'CAMPAIGN_NOT_RUNNING' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PLACE_DIFFERS' | 'POSITION_NOT_REACHED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 安排走访（Plans visits）. POST /v1/supervision/campaigns/{campaignId}/visits */
export function visitsPlan(client: Client, given: { readonly campaignId: string; readonly body: PlanVisit }, options?: Options): Promise<{ readonly placeId: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/campaigns/{campaignId}/visits', keyed: true }, given, options);
}

/** 某一期限的由来（Tells why a clock is due）. Why this clock of this case is due on this day, from its own history. Stores nothing. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type WhyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_CLOCK' | 'CLOCK_RULE_INVALID' | 'INTERNAL' | 'UNAVAILABLE';
/** 某一期限的由来（Tells why a clock is due）. GET /v1/supervision/cases/{caseId}/clocks/{clock}/why */
export function why(client: Client, given: { readonly caseId: string; readonly clock: string }, options?: Options): Promise<{ readonly calendar: string; readonly history: readonly Happening[]; readonly steps: readonly ({ readonly kind: "restarted"; readonly from: string; readonly at: string; readonly reason?: string; readonly by?: string; readonly approvedBy?: string } | { readonly kind: "start"; readonly at: string; readonly n: number; readonly unit: "backwardWorkingDays" | "calendarDays" | "date" | "hours" | "months" | "workingDays" | "years"; readonly source?: "CC 201" | "CC 202" | "CC 203" | "CPL 85" } | { readonly kind: "extended"; readonly n: number; readonly unit: "backwardWorkingDays" | "calendarDays" | "date" | "hours" | "months" | "workingDays" | "years"; readonly reason?: string; readonly by?: string; readonly approvedBy?: string } | { readonly kind: "counted"; readonly from: string; readonly to: string; readonly count: number } | { readonly kind: "makeUp"; readonly day: string; readonly count?: number; readonly festival: Festival; readonly source: string } | { readonly kind: "skipped"; readonly day: string; readonly festival?: Festival; readonly source: string } | { readonly kind: "lastDay"; readonly day: string; readonly monthEnd?: boolean; readonly source?: "CC 201" | "CC 202" | "CC 203" | "CPL 85" } | { readonly kind: "paused"; readonly from: string; readonly to: string; readonly first: string; readonly last: string; readonly amount: number; readonly unit: "calendarDays" | "milliseconds" | "workingDays"; readonly reason?: string; readonly by?: string; readonly approvedBy?: string } | { readonly kind: "shifted"; readonly day: string; readonly days: number } | { readonly kind: "resumedOnLast"; readonly day: string } | { readonly kind: "rolled"; readonly from: string; readonly to: string; readonly source: "CC 201" | "CC 202" | "CC 203" | "CPL 85" } | { readonly kind: "unrolled"; readonly day: string } | { readonly kind: "uncovered"; readonly year: number } | { readonly kind: "due"; readonly due: string; readonly unit: "backwardWorkingDays" | "calendarDays" | "date" | "hours" | "months" | "workingDays" | "years"; readonly provisional: boolean } | { readonly kind: "suspended"; readonly from: string; readonly reason?: string; readonly by?: string; readonly approvedBy?: string })[]; readonly sentences: readonly (Sentence | CalendarTold)[]; readonly counted?: string; readonly status: "cancelled" | "met" | "running" | "suspended"; readonly order: number | null; readonly kind: string; readonly startedAt: string; readonly provisionalDue: string | null; readonly rule: { readonly n: number | null; readonly unit: string; readonly roll: boolean; readonly source: string; readonly level: "law" | "service" | "target"; readonly duty: "authority" | "employer" | "person" }; readonly breached: boolean; readonly warned: boolean; readonly due: string; readonly caseId: string; readonly clock: string; readonly names: { readonly zh: string; readonly en: string }; readonly pack: { readonly division: string; readonly version: string; readonly hash: string } }> {
  return client.call({ method: 'GET', path: '/v1/supervision/cases/{caseId}/clocks/{clock}/why' }, given, options);
}

/** 签收督办（Acknowledge the escalation）. Ground: P c. supervision ladder. Stream: escalation. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid, supervisor. */
export type SupervisionAcknowledgeEscalationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ESCALATION' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_OPEN_ESCALATION' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 签收督办（Acknowledge the escalation）. POST /v1/supervision/cases/{caseId}/commands/acknowledge-escalation */
export function supervisionAcknowledgeEscalation(client: Client, given: { readonly caseId: string; readonly body: AcknowledgeEscalation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/acknowledge-escalation', keyed: true }, given, options);
}

/** 答复督办（Answer the escalation）. Ground: P c. supervision ladder. Stream: escalation. Roles: officer, mediator, arbitrator, inspector, relief, legal-aid, supervisor. */
export type SupervisionAnswerEscalationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ESCALATION' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_OPEN_ESCALATION' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 答复督办（Answer the escalation）. POST /v1/supervision/cases/{caseId}/commands/answer-escalation */
export function supervisionAnswerEscalation(client: Client, given: { readonly caseId: string; readonly body: AnswerEscalation }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/answer-escalation', keyed: true }, given, options);
}

/** 答复挂牌督办（Answer the listed supervision）. Ground: S-BJ25 七. Stream: escalation. Roles: arbitrator, inspector, officer, supervisor. */
export type SupervisionAnswerSupervisionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_LISTED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 答复挂牌督办（Answer the listed supervision）. POST /v1/supervision/cases/{caseId}/commands/answer-supervision */
export function supervisionAnswerSupervision(client: Client, given: { readonly caseId: string; readonly body: AnswerSupervision }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/answer-supervision', keyed: true }, given, options);
}

/** 约谈（Convene an interview）. Ground: P c. supervision ladder. Stream: escalation. Roles: supervisor. */
export type SupervisionConveneInterviewProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RUNG_AWAITS_ANSWER' | 'RUNG_NOT_IN_PACK' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ANSWER_DUE_PASSED' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 约谈（Convene an interview）. POST /v1/supervision/cases/{caseId}/commands/convene-interview */
export function supervisionConveneInterview(client: Client, given: { readonly caseId: string; readonly body: ConveneInterview }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/convene-interview', keyed: true }, given, options);
}

/** 督办销号（Delist from supervision）. Ground: 2020 winter action notice. Stream: escalation. Roles: supervisor. */
export type SupervisionDelistFromSupervisionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_LISTED' | 'NOT_SOLVED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 督办销号（Delist from supervision）. POST /v1/supervision/cases/{caseId}/commands/delist-from-supervision */
export function supervisionDelistFromSupervision(client: Client, given: { readonly caseId: string; readonly body: DelistFromSupervision }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/delist-from-supervision', keyed: true }, given, options);
}

/** 通报批评（Issue a criticism）. Ground: P c. supervision ladder. Stream: escalation. Roles: supervisor. */
export type SupervisionIssueCriticismProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ANSWER_NOT_YET_DUE' | 'CONCURRENT_CHANGE' | 'CRITICISM_UNFOUNDED' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RUNG_AWAITS_ANSWER' | 'RUNG_NOT_IN_PACK' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ANSWER_DUE_PASSED' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 通报批评（Issue a criticism）. POST /v1/supervision/cases/{caseId}/commands/issue-criticism */
export function supervisionIssueCriticism(client: Client, given: { readonly caseId: string; readonly body: IssueCriticism }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/issue-criticism', keyed: true }, given, options);
}

/** 发出督办函（Issue a written notice）. Ground: P c. supervision ladder. Stream: escalation. Roles: supervisor. */
export type SupervisionIssueWrittenNoticeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RUNG_AWAITS_ANSWER' | 'RUNG_NOT_IN_PACK' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ANSWER_DUE_PASSED' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 发出督办函（Issue a written notice）. POST /v1/supervision/cases/{caseId}/commands/issue-written-notice */
export function supervisionIssueWrittenNotice(client: Client, given: { readonly caseId: string; readonly body: IssueWrittenNotice }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/issue-written-notice', keyed: true }, given, options);
}

/** 挂牌督办（List for supervision）. Ground: S-BJ25 七. Stream: escalation. Roles: supervisor. */
export type SupervisionListForSupervisionProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'ALREADY_LISTED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 挂牌督办（List for supervision）. POST /v1/supervision/cases/{caseId}/commands/list-for-supervision */
export function supervisionListForSupervision(client: Client, given: { readonly caseId: string; readonly body: ListForSupervision }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/list-for-supervision', keyed: true }, given, options);
}

/** 记录约谈（Record the interview）. Ground: P c. supervision ladder. Stream: escalation. Roles: supervisor. */
export type SupervisionRecordInterviewProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_ESCALATION' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_INTERVIEW_CONVENED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NOT_AN_INTERVIEW' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 记录约谈（Record the interview）. POST /v1/supervision/cases/{caseId}/commands/record-interview */
export function supervisionRecordInterview(client: Client, given: { readonly caseId: string; readonly body: RecordInterview }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/record-interview', keyed: true }, given, options);
}

/** 催办（Send a reminder）. Ground: P c. supervision ladder. Stream: escalation. Roles: supervisor. */
export type SupervisionSendReminderProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'RUNG_AWAITS_ANSWER' | 'RUNG_NOT_IN_PACK' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ANSWER_DUE_PASSED' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 催办（Send a reminder）. POST /v1/supervision/cases/{caseId}/commands/send-reminder */
export function supervisionSendReminder(client: Client, given: { readonly caseId: string; readonly body: SendReminder }, options?: Options): Promise<StepTaken> {
  return client.call({ method: 'POST', path: '/v1/supervision/cases/{caseId}/commands/send-reminder', keyed: true }, given, options);
}

/** 案件适用规定（Shows what the law says of a case）. What the law says of this case today: its limits, each with the steps that led to it, and what the person gets without asking. Stores nothing. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type LawProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'CLOCK_RULE_INVALID' | 'INTERNAL' | 'UNAVAILABLE';
/** 案件适用规定（Shows what the law says of a case）. GET /v1/supervision/cases/{caseId}/law */
export function law(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly on: string; readonly limits: readonly (PeriodLimit | TestLimit | ItemsLimit | PayersLimit | MoneyLimit | ChoiceLimit)[]; readonly entitlements: Entitlements }> {
  return client.call({ method: 'GET', path: '/v1/supervision/cases/{caseId}/law' }, given, options);
}

/** 调度通报列表（Lists the circulars）. Dispatch circulars (调度通报): figures put before named units, each of which answers by a day. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CircularsListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 调度通报列表（Lists the circulars）. GET /v1/supervision/circulars */
export function circularsList(client: Client, given: { readonly state?: "overdue" | "open" | "answered" } = {}, options?: Options): Promise<{ readonly now: string; readonly circulars: readonly { readonly number: string; readonly position: string; readonly title: string; readonly division: string; readonly text: string; readonly by: string; readonly rule: Readonly<Record<string, unknown>>; readonly answerDue: string; readonly figures: string; readonly circular: string; readonly issuedAt: string; readonly units: readonly UnitLine[]; readonly state: string; readonly mine: boolean }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/circulars', query: ["state"] }, given, options);
}

/** 发布调度通报（Issues a circular）. Dispatch circulars (调度通报): figures put before named units, each of which answers by a day. Roles: supervisor. */
export type CircularsIssueProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'UNIT_OUTSIDE' | 'NO_SUCH_FIGURES' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'NO_STATISTICS_RULES' | 'UNIT_TWICE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 发布调度通报（Issues a circular）. POST /v1/supervision/circulars */
export function circularsIssue(client: Client, given: { readonly body: IssueCircularRequest }, options?: Options): Promise<{ readonly circular: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly position: string; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/circulars', keyed: true }, given, options);
}

/** 查看调度通报（Shows a circular）. Dispatch circulars (调度通报): figures put before named units, each of which answers by a day. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CircularsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CIRCULAR' | 'NO_SUCH_FIGURES' | 'EDITION_GONE' | 'NO_STATISTICS_RULES' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看调度通报（Shows a circular）. GET /v1/supervision/circulars/{circular} */
export function circularsShow(client: Client, given: { readonly circular: string }, options?: Options): Promise<{ readonly circular: { readonly number: string; readonly position: string; readonly title: string; readonly division: string; readonly text: string; readonly by: string; readonly rule: Readonly<Record<string, unknown>>; readonly answerDue: string; readonly figures: string; readonly circular: string; readonly issuedAt: string; readonly units: readonly UnitLine[]; readonly state: string; readonly mine: boolean }; readonly published: Figures; readonly answer: StatisticsAnswer; readonly same: boolean }> {
  return client.call({ method: 'GET', path: '/v1/supervision/circulars/{circular}' }, given, options);
}

/** 答复调度通报（Answers a circular）. Dispatch circulars (调度通报): figures put before named units, each of which answers by a day. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor. */
export type CircularsAnswerProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_YOUR_CIRCULAR' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CIRCULAR' | 'CIRCULAR_ANSWERED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ADDRESSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 答复调度通报（Answers a circular）. POST /v1/supervision/circulars/{circular}/answer */
export function circularsAnswer(client: Client, given: { readonly circular: string; readonly body: AnswerCircularRequest }, options?: Options): Promise<{ readonly circular: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly position: string; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/circulars/{circular}/answer' }, given, options);
}

/** 签收调度通报（Receives a circular）. Dispatch circulars (调度通报): figures put before named units, each of which answers by a day. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor. */
export type CircularsReceiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_YOUR_CIRCULAR' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CIRCULAR' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOT_ADDRESSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 签收调度通报（Receives a circular）. POST /v1/supervision/circulars/{circular}/receive */
export function circularsReceive(client: Client, given: { readonly circular: string; readonly body: UnitGiven }, options?: Options): Promise<{ readonly circular: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly position: string; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/circulars/{circular}/receive' }, given, options);
}

/** 运行中的期限（Lists running clocks）. Running clocks of authorities, the next due first. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type BoardRunningProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 运行中的期限（Lists running clocks）. GET /v1/supervision/clocks */
export function boardRunning(client: Client, given: { readonly kind?: string; readonly level?: "law" | "target" | "service"; readonly warned?: string; readonly dueBefore?: string; readonly limit?: string } = {}, options?: Options): Promise<{ readonly clocks: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/clocks', query: ["kind","level","warned","dueBefore","limit"] }, given, options);
}

/** 期限说明（Explains a due date）. Why this day: the derivation of a due date, day by day, as data and in words. Stores nothing. Roles: channel, worker, officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, policy, auditor, operator, security-admin. */
export type ExplainProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_OR_RULE' | 'CLOCK_RULE_INVALID' | 'NO_PACK' | 'STARTED_AT_MALFORMED' | 'UNKNOWN_CLOCK' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 期限说明（Explains a due date）. POST /v1/supervision/clocks/explain */
export function explain(client: Client, given: { readonly body: ExplainClock }, options?: Options): Promise<{ readonly derivation: readonly ({ readonly text: Sentence; readonly kind: "restarted"; readonly from: string; readonly at: string; readonly reason?: string; readonly by?: string; readonly approvedBy?: string } | { readonly text: Sentence; readonly kind: "start"; readonly at: string; readonly n: number; readonly unit: "backwardWorkingDays" | "calendarDays" | "date" | "hours" | "months" | "workingDays" | "years"; readonly source?: "CC 201" | "CC 202" | "CC 203" | "CPL 85" } | { readonly text: Sentence; readonly kind: "extended"; readonly n: number; readonly unit: "backwardWorkingDays" | "calendarDays" | "date" | "hours" | "months" | "workingDays" | "years"; readonly reason?: string; readonly by?: string; readonly approvedBy?: string } | { readonly text: Sentence; readonly kind: "counted"; readonly from: string; readonly to: string; readonly count: number } | { readonly text: Sentence; readonly kind: "makeUp"; readonly day: string; readonly count?: number; readonly festival: Festival; readonly source: string } | { readonly text: Sentence; readonly kind: "skipped"; readonly day: string; readonly festival?: Festival; readonly source: string } | { readonly text: Sentence; readonly kind: "lastDay"; readonly day: string; readonly monthEnd?: boolean; readonly source?: "CC 201" | "CC 202" | "CC 203" | "CPL 85" } | { readonly text: Sentence; readonly kind: "paused"; readonly from: string; readonly to: string; readonly first: string; readonly last: string; readonly amount: number; readonly unit: "calendarDays" | "milliseconds" | "workingDays"; readonly reason?: string; readonly by?: string; readonly approvedBy?: string } | { readonly text: Sentence; readonly kind: "shifted"; readonly day: string; readonly days: number } | { readonly text: Sentence; readonly kind: "resumedOnLast"; readonly day: string } | { readonly text: Sentence; readonly kind: "rolled"; readonly from: string; readonly to: string; readonly source: "CC 201" | "CC 202" | "CC 203" | "CPL 85" } | { readonly text: Sentence; readonly kind: "unrolled"; readonly day: string } | { readonly text: Sentence; readonly kind: "uncovered"; readonly year: number } | { readonly text: Sentence; readonly kind: "due"; readonly due: string; readonly unit: "backwardWorkingDays" | "calendarDays" | "date" | "hours" | "months" | "workingDays" | "years"; readonly provisional: boolean } | { readonly text: Sentence; readonly kind: "suspended"; readonly from: string; readonly reason?: string; readonly by?: string; readonly approvedBy?: string })[]; readonly clock?: string; readonly source?: string; readonly startedAt: string; readonly rule: Period; readonly calendar: string; readonly pack: { readonly division: string; readonly version: string; readonly hash: string }; readonly raw?: string; readonly provisionalDue?: string; readonly due: string }> {
  return client.call({ method: 'POST', path: '/v1/supervision/clocks/explain' }, given, options);
}

/** 欠薪线索列表（Lists the clues）. The clues of the national platform (欠薪线索核处): which wait, what they were found to be, whether the platform took the answer. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CluesListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 欠薪线索列表（Lists the clues）. GET /v1/supervision/clues */
export function cluesList(client: Client, given: { readonly state?: "unverified" | "verified" | "unacknowledged"; readonly limit?: string; readonly from?: string; readonly to?: string } = {}, options?: Options): Promise<{ readonly clues: readonly { readonly caseNumber: string; readonly division: string; readonly lead: string | null; readonly state: string; readonly caseId: string; readonly receivedAt: string; readonly numbers: readonly ClueNumber[]; readonly verifiedAt: string | null; readonly conclusion: string | null; readonly arrears: boolean; readonly resolved: boolean; readonly paidAt: string | null; readonly position: string }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/clues', query: ["state","limit","from","to"] }, given, options);
}

/** 欠薪线索统计（Counts the clues）. 线索核查率, 线索属实率, 欠薪化解率 of the clues received in the period, as they stand `now`: each with its two numbers. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type CluesStatisticsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 欠薪线索统计（Counts the clues）. GET /v1/supervision/clues/statistics */
export function cluesStatistics(client: Client, given: { readonly from?: string; readonly to?: string } = {}, options?: Options): Promise<{ readonly now: string; readonly from: string | null; readonly to: string | null; readonly position: string | null; readonly verification: Rate; readonly truth: Rate; readonly resolution: Rate; readonly unacknowledged: number; readonly conclusions: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/clues/statistics', query: ["from","to"] }, given, options);
}

/** 消费进度（Shows the consumer’s lag）. How far a service is behind the topic, for the operator. Roles: operator. */
export type SupervisionConsumerShowProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 消费进度（Shows the consumer’s lag）. GET /v1/supervision/consumer */
export function supervisionConsumerShow(client: Client, given: {} = {}, options?: Options): Promise<{ readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: null; readonly reason: null; readonly lag: null } | { readonly service: "audit" | "intake" | "resolution" | "routing" | "supervision"; readonly state: "rebuilding" | "running" | "starting" | "stopped" | "waiting"; readonly reason: string | null; readonly lag: string | null }> {
  return client.call({ method: 'GET', path: '/v1/supervision/consumer' }, given, options);
}

/** 升级督办列表（Lists the escalations）. What stands on the ladder, the first due first. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type EscalationsListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'CURSOR_MALFORMED' | 'UNKNOWN_DIVISION' | 'INTERNAL' | 'UNAVAILABLE';
/** 升级督办列表（Lists the escalations）. GET /v1/supervision/escalations */
export function escalationsList(client: Client, given: { readonly measure?: "warning" | "reminder" | "writtenNotice" | "interview" | "criticism" | "listedSupervision"; readonly kind?: string; readonly side?: "mine" | "given"; readonly addressee?: "holder" | "unitHead" | "divisionSupervisor" | "superiorSupervisor" | "named"; readonly unanswered?: string; readonly overdue?: string; readonly division?: string; readonly cursor?: string; readonly limit?: string } = {}, options?: Options): Promise<{ readonly next: string | null; readonly counts?: Readonly<Record<string, unknown>>; readonly now: string; readonly escalations: readonly { readonly caseNumber: string; readonly handlingDivision: string; readonly lead: string | null; readonly state: string; readonly escalation: string; readonly caseId: string; readonly clock: string | null; readonly kind: string; readonly order: number | null; readonly step: number; readonly measure: string; readonly addressee: string; readonly to: string | null; readonly department: string | null; readonly division: string | null; readonly by: string | null; readonly from: string | null; readonly ground: string | null; readonly next: string | null; readonly since: string | null; readonly raisedAt: string; readonly answerDue: string | null; readonly acknowledgedAt: string | null; readonly acknowledgedBy: string | null; readonly answeredAt: string | null; readonly answeredBy: string | null; readonly status: string; readonly position: string }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/escalations', query: ["measure","kind","side","addressee","unanswered","overdue","division","cursor","limit"] }, given, options);
}

/** 已发布数据（Lists published figures）. Figures that were made known: each can be computed again to the same value, however far the log has gone on. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type FiguresListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 已发布数据（Lists published figures）. GET /v1/supervision/figures */
export function figuresList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly figures: readonly Figures[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/figures' }, given, options);
}

/** 发布数据（Publishes figures）. Figures that were made known: each can be computed again to the same value, however far the log has gone on. Roles: supervisor. */
export type FiguresPublishProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'STATISTICS_OUTSIDE' | 'CONCURRENT_CHANGE' | 'EDITION_GONE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FIGURES_NOT_THERE_YET' | 'NO_STATISTICS_RULES' | 'UNKNOWN_METRIC' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 发布数据（Publishes figures）. POST /v1/supervision/figures */
export function figuresPublish(client: Client, given: { readonly body: PublishFiguresRequest }, options?: Options): Promise<{ readonly figures: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly position: string; readonly pedigree: Pedigree }> {
  return client.call({ method: 'POST', path: '/v1/supervision/figures', keyed: true }, given, options);
}

/** 重新计算已发布数据（Computes published figures again）. Figures that were made known: each can be computed again to the same value, however far the log has gone on. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type FiguresAgainProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_FIGURES' | 'EDITION_GONE' | 'NO_STATISTICS_RULES' | 'INTERNAL' | 'UNAVAILABLE';
/** 重新计算已发布数据（Computes published figures again）. GET /v1/supervision/figures/{figures} */
export function figuresAgain(client: Client, given: { readonly figures: string }, options?: Options): Promise<{ readonly published: Figures; readonly answer: StatisticsAnswer; readonly same: boolean }> {
  return client.call({ method: 'GET', path: '/v1/supervision/figures/{figures}' }, given, options);
}

/** 集体案件办理情况（Shows how a group stands）. A collective case as its members stand: each in its own state, with what is owed, paid and unpaid, summed for those the caller may see. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type GroupsViewShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_GROUP_MEMBERS' | 'INTERNAL' | 'UNAVAILABLE';
/** 集体案件办理情况（Shows how a group stands）. GET /v1/supervision/groups/{groupId} */
export function groupsViewShow(client: Client, given: { readonly groupId: string }, options?: Options): Promise<{ readonly subgroups: readonly Readonly<Record<string, unknown>>[]; readonly members: readonly ({ readonly subgroup: { readonly tier: string | null; readonly site: string | null }; readonly closed: boolean; readonly stateName: string; readonly owed: number; readonly paid: number; readonly unpaid: number; readonly state: string; readonly caseId: string; readonly caseNumber: string; readonly nextClock: string | null; readonly nextDueAt: string | null; readonly breached: number })[]; readonly owed: number; readonly paid: number; readonly unpaid: number; readonly states: Readonly<Record<string, number>>; readonly groupId: string; readonly phase: "absorbed" | "closed" | "open" | "unformed"; readonly into: string | null; readonly lead: string | null; readonly representatives: readonly string[]; readonly size: number; readonly outside: number }> {
  return client.call({ method: 'GET', path: '/v1/supervision/groups/{groupId}' }, given, options);
}

/** 对全部成员办理同一步（Takes one step on every member）. `POST /v1/<service>/groups/{groupId}/members/commands/{command}`: one step for each member of a group, through the door that a single case's step takes, so that each is accepted or refused by its own state. Members outside the caller's divisions are left out. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor. */
export type SupervisionGroupCommandsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'NOT_YOUR_ROLE' | 'OWN_REFUSAL' | 'ROLE_NOT_ALLOWED' | 'NO_GROUP_MEMBERS' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PERSON_ERASED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'VERSION_NOT_A_NUMBER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 对全部成员办理同一步（Takes one step on every member）. POST /v1/supervision/groups/{groupId}/members/commands/{command} */
export function supervisionGroupCommandsGive(client: Client, given: { readonly groupId: string; readonly command: "acknowledge-escalation" | "answer-escalation" | "answer-supervision" | "convene-interview" | "delist-from-supervision" | "issue-criticism" | "issue-written-notice" | "list-for-supervision" | "record-interview" | "send-reminder"; readonly tier?: string; readonly site?: string; readonly body: AcknowledgeEscalation | AnswerEscalation | AnswerSupervision | ConveneInterview | DelistFromSupervision | IssueCriticism | IssueWrittenNotice | ListForSupervision | RecordInterview | SendReminder }, options?: Options): Promise<{ readonly groupId: string; readonly command: string; readonly members: number; readonly outside: number; readonly done: number; readonly unchanged: number; readonly refused: number; readonly failed: number; readonly results: readonly MemberResult[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/groups/{groupId}/members/commands/{command}', query: ["tier","site"], keyed: true }, given, options);
}

/** 名称对照（Lists the names of ids）. What the ids of the board are called on a screen. Of every pack: a case keeps the one that it began under. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor, policy, operator, security-admin. */
export type NamesProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 名称对照（Lists the names of ids）. GET /v1/supervision/names */
export function names(client: Client, given: {} = {}, options?: Options): Promise<{ readonly departments: Readonly<Record<string, Name>>; readonly clocks: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly source: string; readonly level: string }>>; readonly sources: Readonly<Record<string, Name>>; readonly conditions: Readonly<Record<string, Name>>; readonly clueConclusions: Readonly<Record<string, Name>>; readonly ladder: Readonly<Record<string, Name>>; readonly categories: { readonly D01: { readonly zh: "劳动保障"; readonly en: "labour protection" }; readonly D02: { readonly zh: "安全健康"; readonly en: "safety and health" }; readonly D03: { readonly zh: "城镇落户"; readonly en: "urban household registration" }; readonly D04: { readonly zh: "技能提升"; readonly en: "skills" }; readonly D05: { readonly zh: "子女教育"; readonly en: "children’s schooling" }; readonly D06: { readonly zh: "医疗卫生"; readonly en: "medical care" }; readonly D07: { readonly zh: "住房保障"; readonly en: "housing" }; readonly D08: { readonly zh: "政治权利"; readonly en: "political rights" }; readonly D09: { readonly zh: "文化生活"; readonly en: "cultural life" }; readonly D10: { readonly zh: "社区融入"; readonly en: "community integration" }; readonly D11: { readonly zh: "社团服务"; readonly en: "associations" }; readonly D12: { readonly zh: "留守关爱"; readonly en: "left-behind care" }; readonly D13: { readonly zh: "三权权益"; readonly en: "three rural rights" }; readonly X1: { readonly zh: "困难救助"; readonly en: "relief" }; readonly X2: { readonly zh: "就业服务"; readonly en: "employment service" }; readonly X3: { readonly zh: "法律援助"; readonly en: "legal aid" } }; readonly roles: { readonly channel: { readonly zh: "渠道"; readonly en: "Channel" }; readonly worker: { readonly zh: "劳动者"; readonly en: "Worker" }; readonly officer: { readonly zh: "经办人"; readonly en: "Case officer" }; readonly mediator: { readonly zh: "调解员"; readonly en: "Mediator" }; readonly arbitrator: { readonly zh: "仲裁员"; readonly en: "Arbitrator" }; readonly inspector: { readonly zh: "劳动保障监察员"; readonly en: "Labour inspector" }; readonly coordinator: { readonly zh: "治欠协管员"; readonly en: "Wage-arrears coordinator" }; readonly relief: { readonly zh: "救助经办人"; readonly en: "Relief officer" }; readonly "legal-aid": { readonly zh: "法律援助人员"; readonly en: "Legal-aid officer" }; readonly supervisor: { readonly zh: "督办人员"; readonly en: "Supervisor" }; readonly policy: { readonly zh: "政策管理员"; readonly en: "Policy administrator" }; readonly auditor: { readonly zh: "审计员"; readonly en: "Auditor" }; readonly operator: { readonly zh: "运维管理员"; readonly en: "System operator" }; readonly "security-admin": { readonly zh: "安全管理员"; readonly en: "Security administrator" } }; readonly states: { readonly REGISTERED: "已登记"; readonly TRIAGED: "已甄别"; readonly ANSWERED: "即时答复"; readonly DISPATCHED: "已派单"; readonly OBJECTED: "派单异议"; readonly SIGNED: "已签收"; readonly CONTACTED: "已联系"; readonly ACCEPTED: "已受理"; readonly MEDIATING: "调解中"; readonly MEDIATED: "达成协议"; readonly MEDIATION_FAILED: "调解不成"; readonly INVESTIGATING: "立案调查"; readonly DECIDED_INSP: "已作决定"; readonly TRANSFERRED_POLICE: "移送公安"; readonly ARBITRATING: "仲裁审理"; readonly AWARDED: "已裁决"; readonly ARB_MEDIATED: "仲裁调解结案"; readonly EFFECTIVE: "已生效"; readonly ENFORCING: "执行中"; readonly UNENFORCEABLE: "终结本次执行"; readonly LITIGATION: "诉讼中"; readonly COURT_REFERRED: "引导至法院"; readonly RESOLVED: "已办结"; readonly CALLBACK: "回访"; readonly REOPENED: "退回重办"; readonly CARRIED: "挂账"; readonly CLOSED: "已结案"; readonly ARCHIVED: "已归档"; readonly HANDED_TO_EMERGENCY: "转紧急专线"; readonly ADVISED_CLOSED: "告知法定途径"; readonly TRANSFERRED: "异地转办"; readonly WITHDRAWN: "撤回申请" }; readonly divisions: Readonly<Record<string, string>>; readonly matters: Readonly<Record<string, { readonly zh: string; readonly en: string }>>; readonly events: Readonly<Record<string, string>> }> {
  return client.call({ method: 'GET', path: '/v1/supervision/names' }, given, options);
}

/** 久未推进的案件（Lists cases without movement）. The report "no movement for N days": open cases about which nothing was done for so many working days, wherever they stand, the longest first. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type IdleReportProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'CLOCK_RULE_INVALID' | 'UNKNOWN_DIVISION' | 'INTERNAL' | 'UNAVAILABLE';
/** 久未推进的案件（Lists cases without movement）. GET /v1/supervision/no-movement */
export function idleReport(client: Client, given: { readonly days?: string; readonly division?: string; readonly limit?: string } = {}, options?: Options): Promise<{ readonly now: string; readonly days: number; readonly before: string; readonly total: number; readonly byDivision: readonly Readonly<Record<string, unknown>>[]; readonly byLead: readonly Readonly<Record<string, unknown>>[]; readonly byState: readonly Readonly<Record<string, unknown>>[]; readonly cases: readonly { readonly caseId: string; readonly caseNumber: string; readonly handlingDivision: string; readonly lead: string | null; readonly state: string; readonly category: string | null; readonly movedAt: string; readonly stuck: boolean; readonly nextClock: string | null; readonly nextDueAt: string | null }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/no-movement', query: ["days","division","limit"] }, given, options);
}

/** 搁置的事件（Lists parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type SupervisionParkedListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 搁置的事件（Lists parked events）. GET /v1/supervision/parked */
export function supervisionParkedList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly parked: readonly ParkedCase[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/parked' }, given, options);
}

/** 查看案件被搁置的事件（Shows a case’s parked events）. What a service's consumer has set aside, for the operator: look, have it tried again, or give it up with a reason. Roles: operator. */
export type SupervisionParkedShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看案件被搁置的事件（Shows a case’s parked events）. GET /v1/supervision/parked/{caseId} */
export function supervisionParkedShow(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly caseId: string; readonly events: readonly ParkedEvent[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/parked/{caseId}' }, given, options);
}

/** 重试被搁置的事件（Tries parked events again）. Handles the case's parked events again, in order, until one fails. Roles: operator. */
export type SupervisionParkedRetryProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'INTERNAL' | 'UNAVAILABLE';
/** 重试被搁置的事件（Tries parked events again）. POST /v1/supervision/parked/{caseId}/retry */
export function supervisionParkedRetry(client: Client, given: { readonly caseId: string }, options?: Options): Promise<{ readonly replayed: number; readonly remaining: number; readonly error?: string; readonly caseId: string }> {
  return client.call({ method: 'POST', path: '/v1/supervision/parked/{caseId}/retry' }, given, options);
}

/** 放弃一条被搁置的事件（Gives a parked event up）. Gives one event up. That somebody did so, and why, is an event of the case, stored with it. Roles: operator. */
export type SupervisionParkedSkipProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NOTHING_PARKED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 放弃一条被搁置的事件（Gives a parked event up）. POST /v1/supervision/parked/{caseId}/skip */
export function supervisionParkedSkip(client: Client, given: { readonly caseId: string; readonly body: SkipParked }, options?: Options): Promise<{ readonly caseId: string; readonly position: string }> {
  return client.call({ method: 'POST', path: '/v1/supervision/parked/{caseId}/skip' }, given, options);
}

/** 协作机构列表（Lists the partners）. Monitoring points (监测点), service stations outside the province (驻外服务站) and partner units (协作单位). Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type PartnersListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 协作机构列表（Lists the partners）. GET /v1/supervision/partners */
export function partnersList(client: Client, given: { readonly role?: "point" | "station" | "unit"; readonly state?: "present" | "removed" | "all" } = {}, options?: Options): Promise<{ readonly now: string; readonly divisions: Readonly<Record<string, string>>; readonly partners: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/partners', query: ["role","state"] }, given, options);
}

/** 协作机构登记表（Shows the forms of partners）. Forms by which a partner is registered. Roles: officer, supervisor. */
export type PartnersRegisteringProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 协作机构登记表（Shows the forms of partners）. GET /v1/supervision/partners/actions */
export function partnersRegistering(client: Client, given: {} = {}, options?: Options): Promise<{ readonly actions: readonly ({ readonly command: "points" | "stations" | "units"; readonly title: { readonly zh: "备案协作单位" | "登记监测点" | "登记驻外服务站"; readonly en: "Register a monitoring point" | "Register a partner unit" | "Register a service station" }; readonly ground: "S-HN20 四(一)2" | "S-HN20 四(一)3" | "S-HN20 四(一)4; S-HN20 四(三)"; readonly method: string; readonly href: string; readonly fields: FieldSchema })[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/partners/actions' }, given, options);
}

/** 服务站覆盖情况（Shows the coverage of stations）. Prefectures of the caller's divisions, and how many stations each keeps outside the province. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type PartnersCoverageProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 服务站覆盖情况（Shows the coverage of stations）. GET /v1/supervision/partners/coverage */
export function partnersCoverage(client: Client, given: {} = {}, options?: Options): Promise<{ readonly now: string; readonly prefectures: readonly { readonly division: string; readonly name: string; readonly stations: number; readonly required: number | null; readonly lacking: number | null; readonly source: string | null }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/partners/coverage' }, given, options);
}

/** 协作机构待办（Shows what waits for partners）. What waits for the caller's level: reports due and missing, major events that nobody has taken up, units to be assessed. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type PartnersDeskProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 协作机构待办（Shows what waits for partners）. GET /v1/supervision/partners/desk */
export function partnersDesk(client: Client, given: {} = {}, options?: Options): Promise<{ readonly now: string; readonly divisions: Readonly<Record<string, string>>; readonly due: readonly { readonly over: boolean; readonly reportsTo: string | null; readonly period: string; readonly from: string; readonly to: string }[]; readonly missed: readonly { readonly period: string; readonly from: string; readonly to: string; readonly reportsTo: string | null }[]; readonly events: readonly { readonly event: string; readonly at: string; readonly kind: "arrears" | "epidemic" | "gathering" | "injuryOrDeath" | "other" | "stoppage"; readonly workers: number; readonly reportsTo: string; readonly mine: boolean }[]; readonly toAssess: readonly { readonly dueOn: string }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/partners/desk' }, given, options);
}

/** 登记监测点（Registers a monitoring point）. Monitoring points (监测点), service stations outside the province (驻外服务站) and partner units (协作单位). Roles: officer, supervisor. */
export type PartnersRegisterPointProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PARTNER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PARTNER_EXISTS' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NO_PARTNER_RULES' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记监测点（Registers a monitoring point）. POST /v1/supervision/partners/points */
export function partnersRegisterPoint(client: Client, given: { readonly body: RegisterPoint }, options?: Options): Promise<{ readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/partners/points', keyed: true }, given, options);
}

/** 登记驻外服务站（Registers a service station）. Monitoring points (监测点), service stations outside the province (驻外服务站) and partner units (协作单位). Roles: officer, supervisor. */
export type PartnersRegisterStationProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PARTNER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PARTNER_EXISTS' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NO_PARTNER_RULES' | 'STATION_IN_PROVINCE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记驻外服务站（Registers a service station）. POST /v1/supervision/partners/stations */
export function partnersRegisterStation(client: Client, given: { readonly body: RegisterStation }, options?: Options): Promise<{ readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/partners/stations', keyed: true }, given, options);
}

/** 登记协作单位（Registers a partner unit）. Monitoring points (监测点), service stations outside the province (驻外服务站) and partner units (协作单位). Roles: officer, supervisor. */
export type PartnersRegisterUnitProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PARTNER' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'PARTNER_EXISTS' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NO_PARTNER_RULES' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 登记协作单位（Registers a partner unit）. POST /v1/supervision/partners/units */
export function partnersRegisterUnit(client: Client, given: { readonly body: RegisterUnit }, options?: Options): Promise<{ readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/partners/units', keyed: true }, given, options);
}

/** 查看协作机构（Shows a partner）. Monitoring points (监测点), service stations outside the province (驻外服务站) and partner units (协作单位). Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type PartnersShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PARTNER' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看协作机构（Shows a partner）. GET /v1/supervision/partners/{partner} */
export function partnersShow(client: Client, given: { readonly partner: string }, options?: Options): Promise<({ readonly reports: readonly ({ readonly report: { readonly summary?: string | null; readonly period: string; readonly workers: number; readonly unpaid: number; readonly left: number; readonly arrived: number; readonly unpaidWorkers: number; readonly at: string } | null; readonly status: "late" | "missed" | "open" | "received"; readonly period: string; readonly from: string; readonly to: string })[]; readonly events: readonly { readonly text: string | null; readonly at: string; readonly takenAt: string | null; readonly action: "caseOpened" | "handledOnSite" | "notTrue" | "sentOn" | null; readonly caseId: string | null; readonly division: string; readonly workers: number; readonly kind: "arrears" | "epidemic" | "gathering" | "injuryOrDeath" | "other" | "stoppage"; readonly event: string }[]; readonly assessments: readonly { readonly grounds: string | null; readonly on: string; readonly total: number; readonly passed: boolean; readonly scores: Readonly<Record<string, number>>; readonly year: number }[]; readonly clocks: readonly { readonly kind: string; readonly part: string | null; readonly due: string; readonly provisional: boolean; readonly breached: boolean }[]; readonly assessment?: { readonly pass: number; readonly criteria: Readonly<Record<string, { readonly weight: number; readonly zh: string; readonly en: string }>>; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" } | null; readonly assessBy?: string; readonly rule?: { readonly reportsTo: "county" | "prefecture" | "province"; readonly urgedBy: "county" | "prefecture" | "province"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string } | null; readonly staff: Readonly<Record<string, { readonly duty: string; readonly since: string; readonly left: string | null }>>; readonly activities: Readonly<Record<string, { readonly workers: number; readonly kind: "emergency" | "legalAid" | "mediation" | "monitoring" | "service" | "visit"; readonly on: string }>>; readonly removed: { readonly ground: "assessment" | "breach" | "dissolved" | "moved" | "withdrew"; readonly on: string } | null; readonly partner: string; readonly version: number; readonly now: string; readonly divisions: Readonly<Record<string, string>> }) | ({ readonly reports: readonly ({ readonly report: { readonly summary?: string | null; readonly period: string; readonly workers: number; readonly unpaid: number; readonly left: number; readonly arrived: number; readonly unpaidWorkers: number; readonly at: string } | null; readonly status: "late" | "missed" | "open" | "received"; readonly period: string; readonly from: string; readonly to: string })[]; readonly events: readonly { readonly text: string | null; readonly at: string; readonly takenAt: string | null; readonly action: "caseOpened" | "handledOnSite" | "notTrue" | "sentOn" | null; readonly caseId: string | null; readonly division: string; readonly workers: number; readonly kind: "arrears" | "epidemic" | "gathering" | "injuryOrDeath" | "other" | "stoppage"; readonly event: string }[]; readonly assessments: readonly { readonly grounds: string | null; readonly on: string; readonly total: number; readonly passed: boolean; readonly scores: Readonly<Record<string, number>>; readonly year: number }[]; readonly clocks: readonly { readonly kind: string; readonly part: string | null; readonly due: string; readonly provisional: boolean; readonly breached: boolean }[]; readonly assessment?: { readonly pass: number; readonly criteria: Readonly<Record<string, { readonly weight: number; readonly zh: string; readonly en: string }>>; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" } | null; readonly assessBy?: string; readonly rule?: { readonly reportsTo: "county" | "prefecture" | "province"; readonly urgedBy: "county" | "prefecture" | "province"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string } | null; readonly staff: Readonly<Record<string, { readonly duty: string; readonly since: string; readonly left: string | null }>>; readonly activities: Readonly<Record<string, { readonly workers: number; readonly kind: "emergency" | "legalAid" | "mediation" | "monitoring" | "service" | "visit"; readonly on: string }>>; readonly removed: { readonly ground: "assessment" | "breach" | "dissolved" | "moved" | "withdrew"; readonly on: string } | null; readonly name: string; readonly creditCode: string | null; readonly division: string; readonly since: string; readonly role: "point"; readonly every: "month" | "quarter"; readonly kind: "association" | "nationalPark" | "otherPark" | "provincialPark"; readonly reportsTo: string; readonly urgedBy: string; readonly partner: string; readonly version: number; readonly now: string; readonly divisions: Readonly<Record<string, string>> }) | ({ readonly reports: readonly ({ readonly report: { readonly summary?: string | null; readonly period: string; readonly workers: number; readonly unpaid: number; readonly left: number; readonly arrived: number; readonly unpaidWorkers: number; readonly at: string } | null; readonly status: "late" | "missed" | "open" | "received"; readonly period: string; readonly from: string; readonly to: string })[]; readonly events: readonly { readonly text: string | null; readonly at: string; readonly takenAt: string | null; readonly action: "caseOpened" | "handledOnSite" | "notTrue" | "sentOn" | null; readonly caseId: string | null; readonly division: string; readonly workers: number; readonly kind: "arrears" | "epidemic" | "gathering" | "injuryOrDeath" | "other" | "stoppage"; readonly event: string }[]; readonly assessments: readonly { readonly grounds: string | null; readonly on: string; readonly total: number; readonly passed: boolean; readonly scores: Readonly<Record<string, number>>; readonly year: number }[]; readonly clocks: readonly { readonly kind: string; readonly part: string | null; readonly due: string; readonly provisional: boolean; readonly breached: boolean }[]; readonly assessment?: { readonly pass: number; readonly criteria: Readonly<Record<string, { readonly weight: number; readonly zh: string; readonly en: string }>>; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" } | null; readonly assessBy?: string; readonly rule?: { readonly reportsTo: "county" | "prefecture" | "province"; readonly urgedBy: "county" | "prefecture" | "province"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string } | null; readonly staff: Readonly<Record<string, { readonly duty: string; readonly since: string; readonly left: string | null }>>; readonly activities: Readonly<Record<string, { readonly workers: number; readonly kind: "emergency" | "legalAid" | "mediation" | "monitoring" | "service" | "visit"; readonly on: string }>>; readonly removed: { readonly ground: "assessment" | "breach" | "dissolved" | "moved" | "withdrew"; readonly on: string } | null; readonly name: string; readonly creditCode: string | null; readonly division: string; readonly since: string; readonly role: "station"; readonly place: string; readonly host: "association" | "chamber" | "enterprise" | "office"; readonly partner: string; readonly version: number; readonly now: string; readonly divisions: Readonly<Record<string, string>> }) | ({ readonly reports: readonly ({ readonly report: { readonly summary?: string | null; readonly period: string; readonly workers: number; readonly unpaid: number; readonly left: number; readonly arrived: number; readonly unpaidWorkers: number; readonly at: string } | null; readonly status: "late" | "missed" | "open" | "received"; readonly period: string; readonly from: string; readonly to: string })[]; readonly events: readonly { readonly text: string | null; readonly at: string; readonly takenAt: string | null; readonly action: "caseOpened" | "handledOnSite" | "notTrue" | "sentOn" | null; readonly caseId: string | null; readonly division: string; readonly workers: number; readonly kind: "arrears" | "epidemic" | "gathering" | "injuryOrDeath" | "other" | "stoppage"; readonly event: string }[]; readonly assessments: readonly { readonly grounds: string | null; readonly on: string; readonly total: number; readonly passed: boolean; readonly scores: Readonly<Record<string, number>>; readonly year: number }[]; readonly clocks: readonly { readonly kind: string; readonly part: string | null; readonly due: string; readonly provisional: boolean; readonly breached: boolean }[]; readonly assessment?: { readonly pass: number; readonly criteria: Readonly<Record<string, { readonly weight: number; readonly zh: string; readonly en: string }>>; readonly source: string; readonly confidence: "A" | "B" | "C" | "P" } | null; readonly assessBy?: string; readonly rule?: { readonly reportsTo: "county" | "prefecture" | "province"; readonly urgedBy: "county" | "prefecture" | "province"; readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly zh: string; readonly en: string } | null; readonly staff: Readonly<Record<string, { readonly duty: string; readonly since: string; readonly left: string | null }>>; readonly activities: Readonly<Record<string, { readonly workers: number; readonly kind: "emergency" | "legalAid" | "mediation" | "monitoring" | "service" | "visit"; readonly on: string }>>; readonly removed: { readonly ground: "assessment" | "breach" | "dissolved" | "moved" | "withdrew"; readonly on: string } | null; readonly name: string; readonly creditCode: string | null; readonly division: string; readonly since: string; readonly role: "unit"; readonly services: readonly ("careerGuidance" | "counselling" | "culture" | "finance" | "integration" | "legalAid" | "monitoring" | "policyAdvice" | "training")[]; readonly partner: string; readonly version: number; readonly now: string; readonly divisions: Readonly<Record<string, string>> })> {
  return client.call({ method: 'GET', path: '/v1/supervision/partners/{partner}' }, given, options);
}

/** 协作机构可办事项（Lists the steps on a partner）. The steps that the caller may take on it now, with their forms. Roles: coordinator, officer, supervisor. */
export type PartnersActionsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_ADDRESSEE' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PARTNER' | 'INTERNAL' | 'UNAVAILABLE';
/** 协作机构可办事项（Lists the steps on a partner）. GET /v1/supervision/partners/{partner}/actions */
export function partnersActions(client: Client, given: { readonly partner: string }, options?: Options): Promise<{ readonly actions: readonly Readonly<Record<string, unknown>>[]; readonly refused: readonly Readonly<Record<string, unknown>>[]; readonly partner: string; readonly version: number }> {
  return client.call({ method: 'GET', path: '/v1/supervision/partners/{partner}/actions' }, given, options);
}

/** 办理协作机构事项（Takes a step on a partner）. Monitoring points (监测点), service stations outside the province (驻外服务站) and partner units (协作单位). Roles: coordinator, officer, supervisor. */
export type PartnersGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_ADDRESSEE' | 'NOT_YOUR_ROLE' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CASE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_PARTNER' | 'ACTIVITY_DIFFERS' | 'ASSESSED_ALREADY' | 'ASSESSMENT_PASSED' | 'CONCURRENT_CHANGE' | 'EVENT_DIFFERS' | 'KEY_REUSED' | 'NOT_A_POINT' | 'NOT_A_STATION' | 'NOT_A_UNIT' | 'NO_SUCH_EVENT' | 'NO_SUCH_STAFF' | 'PARTNER_REMOVED' | 'REPORT_DIFFERS' | 'TAKEN_OTHERWISE' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'ACTIVITY_IN_FUTURE' | 'CASE_NOT_NAMED' | 'FACT_IN_FUTURE' | 'NO_PARTNER_RULES' | 'NO_SUCH_PERIOD' | 'PERIOD_NOT_OVER' | 'SCORES_DIFFER' | 'YEAR_OUT_OF_RANGE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 办理协作机构事项（Takes a step on a partner）. POST /v1/supervision/partners/{partner}/commands/{command} */
export function partnersGive(client: Client, given: { readonly partner: string; readonly command: "assess-partner" | "name-staff" | "record-activity" | "release-staff" | "remove-partner" | "report-major-event" | "report-period" | "take-major-event"; readonly body: AssessPartner | NameStaff | RecordActivity | ReleaseStaff | RemovePartner | ReportMajorEvent | ReportPeriod | TakeMajorEvent }, options?: Options): Promise<{ readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/partners/{partner}/commands/{command}', keyed: true }, given, options);
}

/** 读表重建情况（Lists the rebuilds）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type SupervisionRebuildsListProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 读表重建情况（Lists the rebuilds）. GET /v1/supervision/rebuilds */
export function supervisionRebuildsList(client: Client, given: {} = {}, options?: Options): Promise<{ readonly projections: readonly { readonly projection: string; readonly run: null | Run }[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/rebuilds' }, given, options);
}

/** 重建一张读表（Rebuilds a read table）. Read tables of a service made again while they are in use, for the operator; one run of a table at a time. Roles: operator. */
export type SupervisionRebuildsStartProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PROJECTION' | 'REBUILD_BEHIND' | 'REBUILD_DISTURBED' | 'REBUILD_RUNNING' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 重建一张读表（Rebuilds a read table）. POST /v1/supervision/rebuilds */
export function supervisionRebuildsStart(client: Client, given: { readonly body: AskRebuild }, options?: Options): Promise<Run> {
  return client.call({ method: 'POST', path: '/v1/supervision/rebuilds' }, given, options);
}

/** 月度预测（Forecasts by month）. Cases by month: of each month the mean of the years before, with both numbers. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type SignsSeasonProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 月度预测（Forecasts by month）. GET /v1/supervision/season */
export function signsSeason(client: Client, given: { readonly division?: string; readonly year?: string } = {}, options?: Options): Promise<{ readonly now: string; readonly division: string; readonly year: number; readonly months: readonly MonthForecast[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/season', query: ["division","year"] }, given, options);
}

/** 苗头列表（Lists early signs）. Signs that touch the caller's divisions, the worst first. Cases elsewhere are counted, never shown. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type SignsListProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 苗头列表（Lists early signs）. GET /v1/supervision/signs */
export function signsList(client: Client, given: { readonly state?: "open" | "found" | "warned" | "closed" | "dismissed"; readonly level?: "blue" | "yellow" | "red"; readonly kind?: "employer" | "contractor" | "project" | "site"; readonly limit?: string } = {}, options?: Options): Promise<{ readonly now: string; readonly signs: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/signs', query: ["state","level","kind","limit"] }, given, options);
}

/** 查看苗头（Shows an early sign）. Early signs (苗头) and early warnings (预警): who gathers cases across districts, who was warned of it, and what came of that. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type SignsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_SIGN' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看苗头（Shows an early sign）. GET /v1/supervision/signs/{sign} */
export function signsShow(client: Client, given: { readonly sign: string }, options?: Options): Promise<{ readonly cases: readonly { readonly unpaid: number; readonly receivedAt: string }[]; readonly escalations: readonly { readonly raisedAt: string; readonly answerDue: string }[]; readonly now: string }> {
  return client.call({ method: 'GET', path: '/v1/supervision/signs/{sign}' }, given, options);
}

/** 苗头可办事项（Lists the steps on a sign）. The steps that the caller may take on the sign now, with their forms. Roles: supervisor, officer, inspector. */
export type SignsActionsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_BODY' | 'ROLE_NOT_ALLOWED' | 'SIGN_BEYOND_SCOPE' | 'NO_SUCH_SIGN' | 'INTERNAL' | 'UNAVAILABLE';
/** 苗头可办事项（Lists the steps on a sign）. GET /v1/supervision/signs/{sign}/actions */
export function signsActions(client: Client, given: { readonly sign: string }, options?: Options): Promise<{ readonly actions: readonly Readonly<Record<string, unknown>>[]; readonly refused: readonly Readonly<Record<string, unknown>>[]; readonly sign: string; readonly version: number }> {
  return client.call({ method: 'GET', path: '/v1/supervision/signs/{sign}/actions' }, given, options);
}

/** 办理苗头事项（Takes a step on a sign）. Early signs (苗头) and early warnings (预警): who gathers cases across districts, who was warned of it, and what came of that. Roles: supervisor, officer, inspector. */
export type SignsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'NOT_THE_BODY' | 'NOT_YOUR_ROLE' | 'ROLE_NOT_ALLOWED' | 'SIGN_BEYOND_SCOPE' | 'NO_SUCH_COMMAND' | 'NO_SUCH_SIGN' | 'ANSWERED_OTHERWISE' | 'ANSWERS_OUTSTANDING' | 'BODY_NOT_WARNED' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NO_WARNING' | 'SIGN_NOT_OPEN' | 'VERSION_MISMATCH' | 'WARNING_RAISED' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'FACT_IN_FUTURE' | 'NO_SUCH_BODY' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 办理苗头事项（Takes a step on a sign）. POST /v1/supervision/signs/{sign}/commands/{command} */
export function signsGive(client: Client, given: { readonly sign: string; readonly command: "answer-warning" | "close-warning" | "dismiss-sign" | "raise-warning"; readonly body: AnswerWarning | CloseWarning | DismissSign | RaiseWarning }, options?: Options): Promise<{ readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/signs/{sign}/commands/{command}', keyed: true }, given, options);
}

/** 统计指标（Shows the statistics）. Figures of the supervisor: each with its two numbers and its pedigree. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type StatisticsProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'STATISTICS_OUTSIDE' | 'EDITION_GONE' | 'CLOCK_RULE_INVALID' | 'FIGURES_NOT_THERE_YET' | 'NO_STATISTICS_RULES' | 'UNKNOWN_METRIC' | 'INTERNAL' | 'UNAVAILABLE';
/** 统计指标（Shows the statistics）. GET /v1/supervision/statistics */
export function statistics(client: Client, given: { readonly by?: "division" | "department" | "track" | "category" | "channel" | "clock" | "stage" | "part" | "none" | "month"; readonly level?: "province" | "prefecture" | "county" | "township"; readonly metric?: string; readonly period?: string; readonly division?: string; readonly asOf?: string; readonly at?: string; readonly department?: string; readonly track?: string; readonly category?: string; readonly channel?: string } = {}, options?: Options): Promise<{ readonly escalated: number; readonly unpaidFen: number; readonly closedUnpaid: number; readonly closedUnpaidFen: number; readonly position: number | null; readonly byState: readonly Readonly<Record<string, unknown>>[]; readonly byLead: readonly Readonly<Record<string, unknown>>[]; readonly byCategory: readonly Readonly<Record<string, unknown>>[]; readonly byChannel: readonly Readonly<Record<string, unknown>>[]; readonly now: string; readonly cases: number; readonly open: number; readonly withBreach: number; readonly withWarning: number; readonly listed: number; readonly ownerless: number; readonly stuck: number; readonly returnedTwice: number } | ({ readonly judgedBy: { readonly pack: { readonly division: string; readonly version: string; readonly hash: string }; readonly compositeWeights: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly firstContactHours: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly callbackTries: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly satisfiedGrades: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly minimumSample: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly value: number }; readonly bands: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly value: readonly { readonly grade: string; readonly least: number }[] }; readonly circularAnswer: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly workingDays: number } }; readonly period: StatisticsPeriod; readonly compared: { readonly lastYear: StatisticsPeriod; readonly previous: StatisticsPeriod }; readonly total: readonly ComparedFigure[]; readonly groups: readonly Group[]; readonly overdue: readonly Lateness[]; readonly league: readonly LeagueRow[] | null; readonly pedigree: Pedigree })> {
  return client.call({ method: 'GET', path: '/v1/supervision/statistics', query: ["by","level","metric","period","division","asOf","at","department","track","category","channel"] }, given, options);
}

/** 指标背后的案件（Lists the cases behind a number）. Figures of the supervisor: each with its two numbers and its pedigree. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type StatisticsCasesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'STATISTICS_OUTSIDE' | 'FIGURES_NOT_THERE_YET' | 'NO_CASES_BEHIND' | 'NO_STATISTICS_RULES' | 'UNKNOWN_METRIC' | 'INTERNAL' | 'UNAVAILABLE';
/** 指标背后的案件（Lists the cases behind a number）. GET /v1/supervision/statistics/cases */
export function statisticsCases(client: Client, given: { readonly metric: string; readonly of?: "numerator" | "denominator" | "rest"; readonly by?: "division" | "department" | "track" | "category" | "channel" | "clock" | "stage" | "part" | "none"; readonly level?: "province" | "prefecture" | "county" | "township"; readonly group?: string; readonly period?: string; readonly division?: string; readonly asOf?: string; readonly at?: string; readonly department?: string; readonly track?: string; readonly category?: string; readonly channel?: string }, options?: Options): Promise<{ readonly total: number; readonly cases: readonly CaseBehind[]; readonly metric: string; readonly of: "denominator" | "numerator" | "rest"; readonly position: string }> {
  return client.call({ method: 'GET', path: '/v1/supervision/statistics/cases', query: ["metric","of","by","level","group","period","division","asOf","at","department","track","category","channel"] }, given, options);
}

/** 指标口径（Defines the metrics）. Figures of the supervisor: each with its two numbers and its pedigree. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type StatisticsDefinitionsProblem = 'FIELDS_REFUSED' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'STATISTICS_OUTSIDE' | 'NO_STATISTICS_RULES' | 'INTERNAL' | 'UNAVAILABLE';
/** 指标口径（Defines the metrics）. GET /v1/supervision/statistics/definitions */
export function statisticsDefinitions(client: Client, given: {} = {}, options?: Options): Promise<{ readonly queryVersion: string; readonly metrics: readonly { readonly id: string; readonly zh: string; readonly en: string; readonly unit: "count" | "fen" | "share"; readonly formula: Words; readonly source: string; readonly confidence: "A" | "B" | "P"; readonly better: "higher" | "lower" | null; readonly also: readonly ("clock" | "part" | "stage")[] }[]; readonly judgedBy: { readonly pack: { readonly division: string; readonly version: string; readonly hash: string }; readonly compositeWeights: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly firstContactHours: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly callbackTries: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly satisfiedGrades: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly minimumSample: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly value: number }; readonly bands: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly value: readonly { readonly grade: string; readonly least: number }[] }; readonly circularAnswer: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly workingDays: number } } }> {
  return client.call({ method: 'GET', path: '/v1/supervision/statistics/definitions' }, given, options);
}

/** 导出统计（Exports figures）. Copies of figures that leave the system: each is noted in the log before it is handed out. Roles: supervisor, officer, inspector, arbitrator, auditor. */
export type ExportsTakeProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'STATISTICS_OUTSIDE' | 'CONCURRENT_CHANGE' | 'EDITION_GONE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'FIGURES_NOT_THERE_YET' | 'NO_STATISTICS_RULES' | 'UNKNOWN_METRIC' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 导出统计（Exports figures）. GET /v1/supervision/statistics/export */
export function exportsTake(client: Client, given: { readonly format: "csv" | "xlsx"; readonly kind?: "figures" | "league"; readonly ranks?: string; readonly language?: "zh" | "en"; readonly period?: string; readonly division?: string; readonly asOf?: string; readonly at?: string; readonly department?: string; readonly track?: string; readonly category?: string; readonly channel?: string; readonly by?: "division" | "department" | "track" | "category" | "channel" | "clock" | "stage" | "part" | "none" | "month"; readonly level?: "province" | "prefecture" | "county" | "township"; readonly metric?: string }, options?: Options): Promise<Uint8Array> {
  return client.call({ method: 'GET', path: '/v1/supervision/statistics/export', query: ["format","kind","ranks","language","period","division","asOf","at","department","track","category","channel","by","level","metric"], answers: 'bytes' }, given, options);
}

/** 年度数据提取（Extracts a year）. Copies of figures that leave the system: each is noted in the log before it is handed out. Roles: supervisor. */
export type ExportsExtractProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'STATISTICS_OUTSIDE' | 'CONCURRENT_CHANGE' | 'EDITION_GONE' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'FIGURES_NOT_THERE_YET' | 'NO_STATISTICS_RULES' | 'UNKNOWN_METRIC' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 年度数据提取（Extracts a year）. GET /v1/supervision/statistics/extract */
export function exportsExtract(client: Client, given: { readonly year: string; readonly format: "json" | "csv"; readonly division?: string; readonly asOf?: string }, options?: Options): Promise<Readonly<Record<string, unknown>>> {
  return client.call({ method: 'GET', path: '/v1/supervision/statistics/extract', query: ["year","format","division","asOf"] }, given, options);
}

/** 年度数据格式（Shows the schema of an extract）. Copies of figures that leave the system: each is noted in the log before it is handed out. Roles: supervisor, auditor. */
export type ExportsSchemaProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 年度数据格式（Shows the schema of an extract）. GET /v1/supervision/statistics/extract/schema */
export function exportsSchema(client: Client, given: {} = {}, options?: Options): Promise<{ readonly $schema: "https://json-schema.org/draft/2020-12/schema"; readonly $id: "urn:anxin:yearly-extract:1"; readonly title: "年度统计数据（汇总，不含个人信息） / Yearly aggregates without personal data"; readonly type: "object"; readonly additionalProperties: boolean; readonly required: readonly ("schema" | "year" | "division" | "logId" | "position" | "queryVersion" | "lines" | "digest")[]; readonly properties: { readonly schema: { readonly const: "anxin-yearly-extract/1" }; readonly year: { readonly type: "integer" }; readonly division: { readonly type: "string"; readonly pattern: "^\\d{6}(\\d{3}){0,2}$" }; readonly logId: { readonly type: "string" }; readonly position: { readonly type: "string"; readonly pattern: "^\\d+$" }; readonly queryVersion: { readonly type: "string" }; readonly digest: { readonly type: "string"; readonly pattern: "^[0-9a-f]{64}$"; readonly description: "SHA-256 of the canonical JSON (RFC 8785) of lines" }; readonly lines: { readonly type: "array"; readonly items: { readonly type: "object"; readonly additionalProperties: boolean; readonly required: readonly ("division" | "month" | "metric" | "value" | "numerator" | "denominator")[]; readonly properties: { readonly division: { readonly type: "string" }; readonly month: { readonly type: "string"; readonly pattern: "^(\\d{4}-\\d{2})?$"; readonly description: "Empty: the whole year" }; readonly metric: { readonly type: "string"; readonly description: "As in /v1/supervision/statistics/definitions" }; readonly value: { readonly type: readonly ("number" | "null")[]; readonly description: "Per cent, a number, or Fen; null where the whole is empty" }; readonly numerator: { readonly type: readonly ("integer" | "null")[] }; readonly denominator: { readonly type: readonly ("integer" | "null")[] } } } } } }> {
  return client.call({ method: 'GET', path: '/v1/supervision/statistics/extract/schema' }, given, options);
}

/** 地区对比（Compares the places）. Figures of the supervisor: each with its two numbers and its pedigree. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type StatisticsLeagueProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'STATISTICS_OUTSIDE' | 'EDITION_GONE' | 'FIGURES_NOT_THERE_YET' | 'NO_STATISTICS_RULES' | 'UNKNOWN_METRIC' | 'INTERNAL' | 'UNAVAILABLE';
/** 地区对比（Compares the places）. GET /v1/supervision/statistics/league */
export function statisticsLeague(client: Client, given: { readonly level?: "province" | "prefecture" | "county" | "township"; readonly ranks?: string; readonly period?: string; readonly division?: string; readonly asOf?: string; readonly at?: string; readonly department?: string; readonly track?: string; readonly category?: string; readonly channel?: string } = {}, options?: Options): Promise<{ readonly judgedBy: { readonly pack: { readonly division: string; readonly version: string; readonly hash: string }; readonly compositeWeights: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly firstContactHours: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly callbackTries: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly satisfiedGrades: { readonly source?: string; readonly confidence?: "A" | "B" | "C" | "P"; readonly value: number | (readonly string[]) | { readonly response: number; readonly resolution: number; readonly satisfaction: number } }; readonly minimumSample: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly value: number }; readonly bands: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly value: readonly { readonly grade: string; readonly least: number }[] }; readonly circularAnswer: { readonly source: string; readonly confidence: "A" | "B" | "C" | "P"; readonly workingDays: number } }; readonly period: StatisticsPeriod; readonly compared: { readonly lastYear: StatisticsPeriod; readonly previous: StatisticsPeriod }; readonly total: readonly ComparedFigure[]; readonly groups: readonly Group[]; readonly overdue: readonly Lateness[]; readonly league: readonly LeagueRow[] | null; readonly pedigree: Pedigree }> {
  return client.call({ method: 'GET', path: '/v1/supervision/statistics/league', query: ["level","ranks","period","division","asOf","at","department","track","category","channel"] }, given, options);
}

/** 实时看板（Streams the live board）. The live board: server-sent events, one for each changed case in the caller's divisions, as long as the token and the session last by which it was opened. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type StreamProblem = 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'INTERNAL' | 'UNAVAILABLE';
/** 实时看板（Streams the live board）. GET /v1/supervision/stream */
export function stream(client: Client, given: {} = {}, options?: Options): Promise<string> {
  return client.call({ method: 'GET', path: '/v1/supervision/stream', answers: 'text' }, given, options);
}

/** 查看走访地点（Shows a visited place）. A place with its visits and what became of what they found. Roles: officer, mediator, arbitrator, inspector, coordinator, relief, legal-aid, supervisor, auditor. */
export type VisitsShowProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PLACE' | 'INTERNAL' | 'UNAVAILABLE';
/** 查看走访地点（Shows a visited place）. GET /v1/supervision/visits/{placeId} */
export function visitsShow(client: Client, given: { readonly placeId: string }, options?: Options): Promise<{ readonly version: number; readonly campaign: string; readonly visits: readonly { readonly noted: boolean; readonly on: string; readonly by: string; readonly interviewed: number; readonly registered: number; readonly informed: boolean; readonly revisitOn: string | null; readonly visit: string }[]; readonly findings: readonly { readonly caseId: string | null; readonly filed: boolean; readonly visit: string; readonly category: string; readonly finding: string }[]; readonly actions: readonly Readonly<Record<string, unknown>>[] }> {
  return client.call({ method: 'GET', path: '/v1/supervision/visits/{placeId}' }, given, options);
}

/** 办理走访事项（Takes a step on a visit）. Visits (走访排摸) over the four kinds of residence: planned by place, paid, repeated, and what they found. Roles: coordinator, officer, inspector, supervisor. */
export type VisitsGiveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_CAMPAIGN' | 'NO_SUCH_COMMAND' | 'NO_SUCH_PLACE' | 'NO_SUCH_VISIT' | 'CAMPAIGN_NOT_RUNNING' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'POSITION_NOT_REACHED' | 'VERSION_MISMATCH' | 'VISIT_SAID_OTHERWISE' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'CLOCK_RULE_INVALID' | 'FACT_IN_FUTURE' | 'REVISIT_IN_PAST' | 'VISIT_COUNTS_DIFFER' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 办理走访事项（Takes a step on a visit）. POST /v1/supervision/visits/{placeId}/commands/{command} */
export function visitsGive(client: Client, given: { readonly placeId: string; readonly command: "record-finding" | "record-visit"; readonly body: RecordFinding | RecordVisit }, options?: Options): Promise<{ readonly placeId: string; readonly version: number; readonly position: string; readonly outcome: "appended" | "duplicate" | "taken" | "unchanged"; readonly events: readonly string[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/visits/{placeId}/commands/{command}', keyed: true }, given, options);
}

/** 查看走访记录并留痕（Reads the notes of visits, on record）. What was written down at each visit, for those who pay visits: it may name people, so the look is recorded with its reason. Roles: coordinator, officer, inspector, supervisor. */
export type VisitsNotesProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNAUTHENTICATED' | 'CROSS_SITE_REFUSED' | 'FORBIDDEN' | 'ROLE_NOT_ALLOWED' | 'NO_SUCH_PLACE' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 查看走访记录并留痕（Reads the notes of visits, on record）. POST /v1/supervision/visits/{placeId}/notes */
export function visitsNotes(client: Client, given: { readonly placeId: string; readonly body: ReadNotes }, options?: Options): Promise<{ readonly placeId: string; readonly notes: readonly { readonly visit: string; readonly note: string | null }[] }> {
  return client.call({ method: 'POST', path: '/v1/supervision/visits/{placeId}/notes' }, given, options);
}

/** 凭查询码查进度（Tracks a case by its code）. Where is my case? The code is the key: whoever has it sees the way of the case and nothing personal. */
export type TrackingTrackProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'CALLBACK_BY_HANDLER' | 'NOT_THE_SUPERIOR' | 'NOT_YOUR_ORDER' | 'OWN_REFUSAL' | 'UNKNOWN_TRACKING_CODE' | 'CLOCK_RULE_INVALID' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'UNAVAILABLE';
/** 凭查询码查进度（Tracks a case by its code）. GET /v1/track/{trackingCode} */
export function trackingTrack(client: Client, given: { readonly trackingCode: string; readonly as?: "text" | "json"; readonly lang?: "zh" | "en" }, options?: Options): Promise<Tracked> {
  return client.call({ method: 'GET', path: '/v1/track/{trackingCode}', query: ["as","lang"] }, given, options);
}

/** 凭查询码申请更正个人信息（Corrects personal data by the tracking code）. Name, telephone or identity number put right (个人信息保护法 46): at once for whom the service of real names vouches, else once an officer has verified it. */
export type TrackingCorrectProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'IDENTITY_NOT_PROVEN' | 'IDENTITY_OF_ANOTHER' | 'CLAIM_NOT_FILED' | 'UNKNOWN_TRACKING_CODE' | 'CONCURRENT_CHANGE' | 'CORRECTIONS_TOO_MANY' | 'KEY_REUSED' | 'NOBODY_REPRESENTS' | 'PERSON_ERASED' | 'PROVEN_IDENTITY_NEEDS_PAPER' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'NOTHING_TO_CORRECT' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 凭查询码申请更正个人信息（Corrects personal data by the tracking code）. POST /v1/track/{trackingCode}/corrections */
export function trackingCorrect(client: Client, given: { readonly trackingCode: string; readonly body: CorrectionRequest }, options?: Options): Promise<CorrectionOutcome> {
  return client.call({ method: 'POST', path: '/v1/track/{trackingCode}/corrections' }, given, options);
}

/** 凭查询码补交材料（Adds a file by the tracking code）. For a worker without an account: the code adds, and never reads. Few tries, so that nobody looks for codes here, and few pieces. */
export type TrackedEvidenceAddProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'UNKNOWN_TRACKING_CODE' | 'CONCURRENT_CHANGE' | 'EVIDENCE_ERASED' | 'EVIDENCE_TOO_MANY' | 'KEY_REUSED' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'EVIDENCE_INFECTED' | 'EVIDENCE_TYPE_DIFFERS' | 'EVIDENCE_TYPE_NOT_ALLOWED' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 凭查询码补交材料（Adds a file by the tracking code）. POST /v1/track/{trackingCode}/evidence */
export function trackedEvidenceAdd(client: Client, given: { readonly trackingCode: string; readonly body: FormData }, options?: Options): Promise<{ readonly outcome: "added" | "unchanged"; readonly sha256: string }> {
  return client.call({ method: 'POST', path: '/v1/track/{trackingCode}/evidence' }, given, options);
}

/** 凭查询码证明身份（Proves by the tracking code who filed）. Whoever filed while the service of real names was away, or by telephone, proves it afterwards. */
export type TrackingProveProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'IDENTITY_NOT_PROVEN' | 'IDENTITY_OF_ANOTHER' | 'CLAIM_NOT_FILED' | 'UNKNOWN_TRACKING_CODE' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'NOBODY_REPRESENTS' | 'VERSION_MISMATCH' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 凭查询码证明身份（Proves by the tracking code who filed）. POST /v1/track/{trackingCode}/identity */
export function trackingProve(client: Client, given: { readonly trackingCode: string }, options?: Options): Promise<{ readonly identity: "proven"; readonly outcome: string }> {
  return client.call({ method: 'POST', path: '/v1/track/{trackingCode}/identity' }, given, options);
}

/** 本人查阅、复制个人信息（Gives a person the own data）. By the tracking code and a proven identity, neither alone. Known by the number, the person is given all of the own cases; known by name, this one. */
export type OwnDataCopyProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'IDENTITY_NOT_PROVEN' | 'IDENTITY_OF_ANOTHER' | 'UNKNOWN_TRACKING_CODE' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 本人查阅、复制个人信息（Gives a person the own data）. POST /v1/track/{trackingCode}/personal-data */
export function ownDataCopy(client: Client, given: { readonly trackingCode: string }, options?: Options): Promise<PersonalCopy> {
  return client.call({ method: 'POST', path: '/v1/track/{trackingCode}/personal-data' }, given, options);
}

/** 凭查询码补充说明（Adds words by the tracking code）. What the worker adds in words; the same words again change nothing. */
export type TrackingSupplementProblem = 'FIELDS_REFUSED' | 'MALFORMED_REQUEST' | 'CLAIM_NOT_FILED' | 'UNKNOWN_TRACKING_CODE' | 'CLAIM_IS_OVER' | 'CLAIM_WITHDRAWN' | 'CONCURRENT_CHANGE' | 'KEY_REUSED' | 'SUPPLEMENTS_TOO_MANY' | 'VERSION_MISMATCH' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE' | 'TOO_MANY_REQUESTS' | 'INTERNAL' | 'STORE_BUSY' | 'UNAVAILABLE';
/** 凭查询码补充说明（Adds words by the tracking code）. POST /v1/track/{trackingCode}/supplements */
export function trackingSupplement(client: Client, given: { readonly trackingCode: string; readonly body: SupplementRequest }, options?: Options): Promise<{ readonly outcome: "added" | "unchanged" }> {
  return client.call({ method: 'POST', path: '/v1/track/{trackingCode}/supplements' }, given, options);
}
