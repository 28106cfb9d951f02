import { fileURLToPath } from 'node:url';
import type { Decision } from './decision.js';
import { decide } from './decide.js';
import { readFacts } from './facts.js';
import { loadPolicies } from './in-force.js';

// Every expected value is read off the text of domain law (c) and b.3; the name of the test says which sentence.
const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));
const sample = policies.packNamed('439900', '2026-01-01')!;
const IB = 'inspectionBody';

interface Order { category?: string; origin?: string; receivedAt?: string; kind?: string; migrantWorker?: boolean; complex?: boolean }
interface Wanted {
  mode?: string; rules?: string[]; lead?: string | null; alternatives?: string[]; assist?: string[]; guide?: string[]; region?: string | null;
  flags?: Record<string, unknown>; clocks?: string[]; noClocks?: string[]; liable?: string[]; merged?: string | null; handover?: string[];
  children?: [matter: string, lead: string | null][];
}
type Variation = [title: string, facts: Record<string, unknown>, wanted: Wanted, order?: Order];

function decided(json: Record<string, unknown>, { category = 'D01', origin = '12345', receivedAt = '2026-03-02T10:00:00+08:00', ...rest }: Order = {}): Decision {
  const { facts, wrong } = readFacts(json);
  expect(wrong).toEqual([]);
  return decide(sample, { receivedAt, division: '439901', origin, category, facts, ...rest });
}

function check(decision: Decision, wanted: Wanted): void {
  const ids = decision.clocks.map(({ id }) => id);
  if (wanted.mode) expect(decision.mode).toBe(wanted.mode);
  if (wanted.rules) expect([...decision.rules].sort()).toEqual([...wanted.rules].sort());
  if (wanted.lead !== undefined) expect(decision.lead).toBe(wanted.lead);
  if (wanted.alternatives) expect(decision.leadAlternatives).toEqual(wanted.alternatives);
  if (wanted.assist) expect([...decision.assist].sort()).toEqual([...wanted.assist].sort());
  if (wanted.guide) expect(decision.guide).toEqual(expect.arrayContaining(wanted.guide));
  if (wanted.region !== undefined) expect(decision.handlingRegion).toBe(wanted.region);
  if (wanted.flags) expect(decision.flags).toMatchObject(wanted.flags);
  if (wanted.clocks) expect(ids).toEqual(expect.arrayContaining(wanted.clocks));
  for (const id of wanted.noClocks ?? []) expect(ids).not.toContain(id);
  if (wanted.liable) expect(decision.liableParties).toEqual(wanted.liable);
  if (wanted.merged !== undefined) expect(decision.mergedInto).toBe(wanted.merged);
  if (wanted.handover) expect(decision.handover).toEqual(wanted.handover);
  if (wanted.children) expect(decision.children.map(({ matter, lead }) => [matter, lead])).toEqual(wanted.children);
}

const suites: Record<string, Variation[]> = {
  'Steps 0 to 3': [
    ['step 0 goes on to the row of the demand', { selfHarmRisk: true, sector: 'E47' }, { mode: 'handover', rules: ['step 0', 'W-05'], lead: IB, assist: ['housingDept', 'dutyOffice', 'subDistrict'], handover: ['emergencyLine'], clocks: ['HOT-2H', 'INSP-ACCEPT'] }],
    ['a dangerous condition is not step 0', { imminentDanger: true, matter: 'siteHazard' }, { mode: 'dispatch', lead: 'emergencyManagement', assist: ['subDistrict'], flags: { emergency: '2h', emergencyHotline: false, majorReport: false } }, { category: 'D02' }],
    ['a disaster that is over is not step 0', { disaster: true }, { mode: 'dispatch', rules: ['X1 emergency'], clocks: ['HOT-24H', 'RELIEF-24H'] }, { category: 'X1' }],
    ['step 0 before a court: the emergency line, and the court is where the route leads', { selfHarmRisk: true, inArbitration: true }, { mode: 'handover', lead: null, rules: ['step 0', 'step 1'], assist: ['dutyOffice', 'subDistrict'], guide: ['arbOffice'] }],
    ['step 1 wins over a duplicate', { inArbitration: true, duplicateOf: 'S01' }, { mode: 'advise', rules: ['step 1'], lead: null, assist: [], merged: null }],
    ['step 1 lists no limitation, but the award', { inArbitration: true, acceptedOn: '2026-02-02', terminatedOn: '2025-12-01' }, { clocks: ['ARB-AWARD'], noClocks: ['ARB-LIMIT-WAGE', 'HOT-7D', 'INSP-ACCEPT'], flags: { noDispatch: true } }],
    ['step 2 of an earlier open case about the same months', { periodFrom: '2025-11', periodTo: '2026-01', earlierCase: { periodFrom: '2025-11', periodTo: '2026-01', closed: false } }, { mode: 'merge', rules: ['step 2'], clocks: ['HOT-7D'], noClocks: ['INSP-ACCEPT'], flags: { merged: true } }],
    ['another period makes another case', { periodFrom: '2025-11', periodTo: '2026-01', earlierCase: { periodFrom: '2025-08', periodTo: '2025-10', closed: false } }, { mode: 'dispatch', rules: ['W-01'] }],
    ['step 3 explains a private loan', { claimType: 'loan', amount: 5000 }, { mode: 'explain', rules: ['step 3'], lead: null, assist: [], guide: ['peoplesMediation', 'basicCourt'], flags: { noDispatch: true, notWageArrears: true, falseClaimRisk: false, arbitrationScope: false, arbitrationRequired: false, meansExempt: false }, noClocks: ['HOT-7D', 'INSP-ACCEPT'] }],
    ['a gathering in a matter that is only advised is told, not ordered', { inArbitration: true, gathering: true }, { mode: 'advise', assist: [], guide: ['arbOffice', 'dutyOffice', 'subDistrict'], flags: { majorReport: true } }],
    ['a category that does not exist is for a person', {}, { mode: 'triage', lead: null, assist: [], rules: [] }, { category: 'D99' }],
  ],
  'Block I: that row alone': [
    ['W-12 with the sector department of the works', { claimType: 'projectPayment', sector: 'E4812' }, { mode: 'guide', rules: ['W-12'], lead: 'basicCourt', alternatives: ['transportDept'], assist: [], guide: ['legalAidCentre'], flags: { arbitrationScope: false, meansExempt: false, clearZeroClass: null }, liable: [] }],
    ['W-12 of railway works', { claimType: 'projectPayment', worksType: 'railway' }, { alternatives: ['railwayAuthority'] }],
    ['W-13 only where no other labour claim is known for certain', { iou: true, otherLaborClaims: 'unknown' }, { rules: ['W-01'] }],
    ['W-13 not with other labour claims', { iou: true, otherLaborClaims: true }, { rules: ['W-01'], lead: IB }],
    ['W-13 beside an absconded employer stands alone', { iou: true, otherLaborClaims: false, employerUnreachable: true }, { mode: 'guide', rules: ['W-13'], assist: [], clocks: ['HOT-24H'], noClocks: ['INSP-ACCEPT'], flags: { arbitrationRequired: false, emergency: '24h' } }],
    ['W-14 on the last day of performance is not yet met', { agreementDate: '2026-02-01', performBy: '2026-03-02' }, { rules: ['W-01'], clocks: ['MED-ARBREVIEW', 'MED-JUDCONF'] }],
    ['W-14 the day after', { agreementDate: '2026-02-01', performBy: '2026-03-01' }, { mode: 'guide', rules: ['W-14'], lead: 'basicCourt', alternatives: ['arbOffice'], flags: { paymentOrder: true, arbitrationRequired: false } }],
    ['W-15 sends to enforcement', { awardEffective: true, performBy: '2026-02-01' }, { mode: 'guide', rules: ['W-15'], lead: 'basicCourt', clocks: ['ARB-ENFORCE'], guide: ['legalAidCentre'] }],
    ['W-15 is urgent with six days left of two years', { awardEffective: true, performBy: '2024-03-09' }, { flags: { urgent: true }, clocks: ['HOT-24H', 'HOT-7D'] }, { receivedAt: '2026-03-03T10:00:00+08:00' }],
    ['W-15 is not urgent with seven', { awardEffective: true, performBy: '2024-03-09' }, { flags: { urgent: false }, noClocks: ['HOT-24H'] }],
    ['W-17 for a family’s helper', { hiredBy: 'family', terminatedOn: '2026-01-05' }, { mode: 'guide', rules: ['W-17'], lead: 'peoplesMediation', alternatives: ['basicCourt'], assist: [], guide: [IB], flags: { arbitrationScope: false }, noClocks: ['ARB-LIMIT-WAGE'] }],
    ['W-17 for a pensioner until 2026-06-30', { pensioner: true }, { rules: ['W-17'] }, { receivedAt: '2026-06-30T23:59:59+08:00' }],
    ['W-22 for a pensioner from 2026-07-01', { pensioner: true }, { mode: 'dispatch', rules: ['W-22', 'W-01'], lead: IB, guide: ['arbOffice'], flags: { arbitrationScope: true } }, { receivedAt: '2026-07-01T00:00:00+08:00' }],
    ['W-22 is listed with the row that decides', { overAge: true, sector: 'E50', amountDisputed: 'unknown' }, { rules: ['W-22', 'W-05'], assist: ['housingDept'] }, { receivedAt: '2026-07-02T09:00:00+08:00' }],
    ['over age without a pension before that is an ordinary worker', { overAge: true }, { rules: ['W-01'] }],
    ['W-18 needs an unclear relation', { platformWork: true, laborRelation: 'clear' }, { rules: ['W-01'], flags: { arbitrationScope: true } }],
    ['W-18 can be ordered, and comes before arbitration', { platformWork: true, laborRelation: 'unclear' }, { mode: 'dispatch', lead: 'newFormMediation', flags: { mediationFirst: true, arbitrationScope: false, arbitrationRequired: false } }],
    ['a disputed relation of a platform worker is W-02', { platformWork: true, laborRelation: 'disputed' }, { rules: ['W-02'], lead: 'arbOffice' }],
  ],
  'Block II: an application lies at the arbitration office': [
    ['W-03 by the day the application was received', { applicationReceived: '2026-02-27', sector: 'E47', employerUnreachable: true }, { rules: ['W-03'], lead: 'speedyTribunal', assist: [], guide: ['legalAidCentre'], clocks: ['ARB-ACCEPT', 'ARB-SPEEDY-ACCEPT', 'HOT-24H'], noClocks: ['INSP-ACCEPT'] }],
    ['W-02 where the respondent cannot be found', { respondentReachable: false, workers: 12, amount: 60000 }, { rules: ['W-02'], lead: 'arbOffice', assist: [IB, 'union', 'employerOrg'], flags: { speedy: false, simplified: false, publicNotice: true, criminalWatch: true, collective: true }, clocks: ['ARB-COLL-ACCEPT'], noClocks: ['ARB-ACCEPT', 'ARB-SPEEDY-ACCEPT', 'INSP-ACCEPT'] }, { origin: 'arbitrationWindow' }],
    ['not a migrant worker: no speedy tribunal', { amount: 9000 }, { rules: ['W-02'], lead: 'arbOffice', flags: { speedy: false, simplified: true, meansExempt: false } }, { origin: 'arbitrationWindow', migrantWorker: false }],
    ['legal aid that was asked for assists', { legalAidRequested: true }, { assist: ['legalAidCentre'], clocks: ['LA-DECIDE'] }, { origin: 'arbitrationWindow' }],
    ['no reply clock at the window', { employerUnreachable: true }, { noClocks: ['HOT-24H', 'HOT-7D'], flags: { emergency: '24h' } }, { origin: 'arbitrationWindow' }],
    ['an amount above the average wage is not simplified, but still speedy', { amount: 96000.01 }, { flags: { simplified: false, speedy: true }, lead: 'speedyTribunal' }, { origin: 'arbitrationWindow' }],
    ['clear rights make it simplified', { amount: 200000, rightsClear: true }, { flags: { simplified: true } }, { origin: 'arbitrationWindow' }],
    ['final at twelve minimum wages exactly', { amount: 24000 }, { flags: { finalAward: true, finalAwardIfArbitrated: false } }, { origin: 'arbitrationWindow' }],
    ['not final one fen above', { amount: 24000.01 }, { flags: { finalAward: false } }, { origin: 'arbitrationWindow' }],
    ['final by each worker’s share', { amount: 240000, workers: 10 }, { flags: { finalAward: true, collective: true }, assist: ['union', 'employerOrg'] }, { origin: 'arbitrationWindow' }],
    ['final by the minimum wage that the facts give', { items: [24500, 100], itemKinds: ['wages', 'overtime'], minWageMonth: 2100 }, { flags: { finalAward: true } }, { origin: 'arbitrationWindow' }],
    ['application day before the receipt starts the clock', { workerAppliedOn: '2026-02-26', applicationReceived: '2026-02-27' }, { clocks: ['ARB-ACCEPT'] }],
  ],
  'Blocks III to VI': [
    ['W-11 takes the site rows with it', { employerUnreachable: true, sector: 'E47', governmentInvested: true }, { rules: ['W-11', 'W-05', 'W-09'], lead: IB, assist: ['police', 'emergencyFundOffice', 'civilAffairs', 'subDistrict', 'housingDept', 'finance', 'developmentReform'], flags: { emergencyFund: true, relief: 'possible' } }],
    ['W-11 by moved assets calls the police alone', { assetsMoved: true }, { rules: ['W-11'], assist: ['police'], flags: { emergencyFund: false, relief: null } }],
    ['W-11 by an expired order of one who can pay', { canPay: true, payOrderDueOn: '2026-03-01' }, { rules: ['W-11'], assist: ['police'] }],
    ['not on the last day of the order', { canPay: true, payOrderDueOn: '2026-03-02' }, { rules: ['W-01'] }],
    ['W-16 applies to the court, and starts no acceptance', { payOrderEffective: true, payOrderDueOn: '2026-03-01' }, { rules: ['W-16'], lead: IB, assist: [], guide: ['basicCourt'], noClocks: ['INSP-ACCEPT'] }],
    ['W-11 and W-16 both count', { payOrderEffective: true, payOrderDueOn: '2026-03-01', canPay: true }, { rules: ['W-11', 'W-16'], assist: ['police'] }],
    ['W-11 comes before a dispute', { employerUnreachable: true, amountDisputed: true }, { rules: ['W-11'], lead: IB }],
    ['W-04 at the small amount exactly', { bothWilling: true, employed: true, amount: 6000, sector: 'E47' }, { mode: 'dispatch', rules: ['W-04'], lead: 'mediationOrg', assist: [], guide: ['arbOffice'], flags: { mediationFirst: true }, noClocks: ['INSP-ACCEPT', 'MED-15D'] }],
    ['W-04 by each worker’s share', { bothWilling: true, employed: true, amount: 12000, workers: 2 }, { rules: ['W-04'] }],
    ['not one fen above', { bothWilling: true, employed: true, amount: 6000.01 }, { rules: ['W-01'] }],
    ['W-04 not where an award is wanted', { bothWilling: true, employed: true, amount: 5000, wantsAward: true }, { rules: ['W-02'] }],
    ['W-04 before W-02', { bothWilling: true, employed: true, amount: 5000, amountDisputed: true }, { rules: ['W-04'] }],
    ['W-02 before filing: mediation and legal aid assist', { amountDisputed: true, sector: 'E47' }, { rules: ['W-02'], lead: 'arbOffice', assist: ['mediationOrg', 'legalAidCentre'], flags: { mediationFirst: true, speedy: false, finalAward: false }, noClocks: ['ARB-ACCEPT', 'INSP-ACCEPT'] }],
    ['W-02 by a disputed relation', { laborRelation: 'disputed' }, { rules: ['W-02'] }],
    ['W-02 by an award wanted', { wantsAward: true }, { rules: ['W-02'] }],
    ['W-02 where two years passed and the limitation is open', { violationEndedOn: '2024-02-01', terminatedOn: '2025-06-30' }, { mode: 'dispatch', rules: ['W-02'], clocks: ['INSP-LOOKBACK', 'ARB-LIMIT-WAGE'] }],
    ['while employed no limitation runs', { violationEndedOn: '2024-02-01', employed: true, everComplained: false }, { rules: ['W-02'] }],
    ['two years have not passed on their last day', { violationEndedOn: '2024-03-02', everComplained: false }, { mode: 'dispatch', rules: ['W-01'] }],
    ['W-01 refuses the day after', { violationEndedOn: '2024-03-01', everComplained: false }, { mode: 'refuse', rules: ['W-01'], lead: IB, assist: [], guide: ['arbOffice'], flags: { inspDeclined: true }, clocks: ['INSP-ACCEPT', 'INSP-LOOKBACK'] }],
    ['W-01 does not refuse one who complained', { violationEndedOn: '2023-03-01', everComplained: true }, { mode: 'dispatch', rules: ['W-01'] }],
    ['W-01 does not refuse where complaining is not known', { violationEndedOn: '2023-03-01', everComplained: 'unknown' }, { mode: 'dispatch', rules: ['W-01'] }],
    ['W-05 by municipal roads', { sector: 'E4813' }, { rules: ['W-05'], assist: ['housingDept'] }],
    ['W-05 by installation, four digits', { sector: 'E4910' }, { rules: ['W-05'] }],
    ['W-06 by a port, though E482', { sector: 'E4823' }, { rules: ['W-06'], assist: ['transportDept'] }],
    ['W-07 by water works', { sector: 'E4822' }, { rules: ['W-07'], assist: ['waterDept'] }],
    ['W-08 by E4811', { sector: 'E4811' }, { rules: ['W-08'], assist: ['railwayAuthority'] }],
    ['W-08 by civil aviation works', { worksType: 'civilAviation' }, { rules: ['W-08'], assist: ['civilAviationAuthority'] }],
    ['W-09 and W-10 beside their sector', { sector: 'E47', governmentInvested: true, stateOwned: true }, { rules: ['W-05', 'W-09', 'W-10'], assist: ['housingDept', 'finance', 'developmentReform', 'stateAssets'], flags: { clearZeroClass: 'A' } }],
    ['W-19 has no assist', { laborDispatch: true }, { rules: ['W-19'], assist: [], liable: ['dispatcher', 'userUnit'] }],
    ['W-20 informs market supervision', { unlicensed: true }, { rules: ['W-20'], assist: ['marketSupervision'] }],
    ['manufacturing has no sector row', { sector: 'C39' }, { rules: ['W-01'], assist: [] }],
  ],
  'Two places': [
    ['W-21 with the site row goes there', { callerRegion: 'A', workRegion: 'B', sector: 'E47' }, { mode: 'transfer', rules: ['step 4', 'W-05', 'W-21'], region: '439902', assist: ['housingDept'], clocks: ['HOT-7D'], noClocks: ['INSP-ACCEPT'], flags: { transfer: true, clockNotReset: true } }],
    ['a clue waits for the competent county', { callerRegion: 'A', workRegion: '测试县' }, { mode: 'transfer', region: '439903', noClocks: ['CLUE-VERIFY', 'HOT-7D'] }, { origin: 'cluePlatform' }],
    ['the order’s division receives where no fact says so', { workRegion: '邻区' }, { mode: 'transfer', rules: ['step 4', 'W-21'], region: '439902' }],
    ['a street of the receiving district is inside it, and inspection sits in the county', { workRegion: '测试街道' }, { mode: 'dispatch', rules: ['W-01'], region: '439901' }],
    ['a district of the receiving city is inside it', { callerRegion: '测试市', workRegion: 'B' }, { mode: 'dispatch', rules: ['step 4', 'W-01'], region: '439902' }],
    ['both seats seized: the place of performance', { performRegion: 'B', employerSeat: 'A', employerAppliedOn: '2026-02-25', workerAppliedOn: '2026-02-26', applicationReceived: '2026-02-26' }, { mode: 'transfer', rules: ['step 4', 'W-03'], region: '439902', noClocks: ['ARB-ACCEPT'] }],
    ['the seat that was applied to', { callerRegion: 'A', performRegion: 'B', employerSeat: 'A', workerAppliedOn: '2026-02-26' }, { mode: 'dispatch', rules: ['step 4', 'W-03'], region: '439901' }, { origin: 'arbitrationWindow' }],
    ['arbitration does not follow the place of employment', { callerRegion: 'A', workRegion: 'B', amountDisputed: true }, { mode: 'dispatch', rules: ['step 4', 'W-02'], region: '439901' }],
    ['a limit of the person runs on in a transfer', { callerRegion: 'A', workRegion: 'B', terminatedOn: '2025-12-01' }, { mode: 'transfer', clocks: ['ARB-LIMIT-WAGE'] }],
    ['D12 goes to the home county', { callerRegion: 'A', homeRegion: '丙县', childAlone: true }, { mode: 'transfer', rules: ['step 4', 'D12 child'], region: '439701', clocks: ['HOT-24H'] }, { category: 'D12' }],
    ['D13 goes to the home county', { homeRegion: '丁县', matter: 'homestead' }, { mode: 'transfer', lead: 'agriculture', assist: ['naturalResources'], guide: ['basicCourt'], region: '439702' }, { category: 'D13' }],
    ['emergency relief stays where it happened', { disaster: true, habitualRegion: 'B', callerRegion: 'A' }, { mode: 'dispatch', rules: ['step 4', 'X1 emergency'], region: '439901' }, { category: 'X1' }],
    ['noIncome goes to the habitual residence', { noIncome: true, unemploymentInsurance: false, habitualRegion: 'B' }, { mode: 'transfer', rules: ['step 4', 'X1 noIncome'], lead: 'subDistrict', assist: ['civilAffairs'], region: '439902', noClocks: ['RELIEF-24H'] }, { category: 'X1' }],
    ['schooling goes to the habitual residence', { habitualRegion: 'B' }, { mode: 'transfer', region: '439902' }, { category: 'D05' }],
    ['legal aid goes to the place of performance', { performRegion: 'B', matter: 'wages' }, { mode: 'transfer', region: '439902', noClocks: ['LA-DECIDE'] }, { category: 'X3' }],
  ],
  'c.3, row by row': [
    ['social insurance', { matter: 'socialInsurance' }, { rules: ['D01 socialInsurance'], lead: 'premiumCollector', alternatives: ['socialInsuranceAgency'], assist: [IB], guide: ['arbOffice'], clocks: ['INSP-ACCEPT'], flags: { arbitrationOptional: true } }],
    ['an enquiry about it is answered by the lead alone', { matter: 'socialInsurance', kind: 'consult' }, { assist: [], guide: [IB, 'arbOffice'], clocks: ['HOT-5WD'], noClocks: ['INSP-ACCEPT'] }],
    ['labour contract', { matter: 'laborContract' }, { lead: IB, assist: ['union'], clocks: ['INSP-ACCEPT'] }],
    ['labour contract elsewhere', { matter: 'laborContract', workRegion: 'B' }, { mode: 'transfer', rules: ['step 4', 'D01 laborContract'], region: '439902', noClocks: ['INSP-ACCEPT'] }],
    ['dismissal', { matter: 'dismissal', dismissedOn: '2026-01-31' }, { lead: 'mediationOrg', assist: ['legalAidCentre'], guide: ['arbOffice', IB], clocks: ['ARB-LIMIT'], noClocks: ['ARB-LIMIT-WAGE', 'INSP-ACCEPT'], flags: { mediationFirst: true } }],
    ['work injury', { matter: 'workInjury', accidentOn: '2026-02-01' }, { lead: 'socialInsuranceAdmin', assist: ['legalAidCentre'], guide: ['arbOffice'], clocks: ['WI-EMPLOYER', 'WI-WORKER'], flags: { meansExempt: true } }],
    ['site hazard of a highway', { matter: 'siteHazard', sector: 'E4812' }, { rules: ['D02 siteHazard'], lead: 'transportDept', assist: ['subDistrict'] }, { category: 'D02' }],
    ['site hazard of a factory', { sector: 'C39' }, { lead: 'emergencyManagement', assist: ['subDistrict'] }, { category: 'D02' }],
    ['occupational disease', { matter: 'occupationalDisease', diagnosisOn: '2026-01-10' }, { lead: 'healthCommission', assist: ['socialInsuranceAdmin'], clocks: ['WI-EMPLOYER', 'WI-WORKER'] }, { category: 'D02' }],
    ['psychological distress', { matter: 'psychological' }, { lead: 'healthCommission', alternatives: ['union'], assist: ['civilAffairs'] }, { category: 'D02' }],
    ['household registration', {}, { rules: ['D03'], lead: 'police', assist: ['subDistrict'], clocks: ['HOT-7D'] }, { category: 'D03' }],
    ['skills', {}, { lead: 'vocationalCapacity', alternatives: ['employmentService'], assist: ['education'] }, { category: 'D04' }],
    ['vaccination', { matter: 'vaccination' }, { rules: ['D06 publicHealth'], lead: 'healthCommission', assist: ['subDistrict'] }, { category: 'D06' }],
    ['cross-region settlement', { matter: 'crossRegionSettlement' }, { rules: ['D06 insurance'], lead: 'healthcareSecurity' }, { category: 'D06' }],
    ['no matter: the first row', {}, { rules: ['D07 publicRental'], lead: 'housingSecurity', assist: ['housingFundCentre'] }, { category: 'D07' }],
    ['party membership', { matter: 'partyMembership' }, { lead: 'partyOrganisation', assist: ['subDistrict'] }, { category: 'D08' }],
    ['community integration', {}, { lead: 'subDistrict', alternatives: ['civilAffairs'], assist: ['police'] }, { category: 'D10' }],
    ['youth league', { matter: 'youthLeague' }, { rules: ['D11 youthLeague'], lead: 'youthLeague' }, { category: 'D11' }],
    ['women’s federation', { matter: 'womensFederation' }, { rules: ['D11 womensFederation'], lead: 'womensFederation' }, { category: 'D11' }],
    ['left-behind elder by the fact', { elderAlone: true }, { rules: ['D12 elder'], assist: ['subDistrict', 'village'], clocks: ['HOT-24H'] }, { category: 'D12' }],
    ['left-behind woman', { matter: 'leftBehindWoman' }, { rules: ['D12 woman'], assist: ['subDistrict', 'village', 'womensFederation'] }, { category: 'D12' }],
    ['a child of fourteen is not under fourteen', { childAlone: true, age: 14 }, { rules: ['D12 child'], flags: { sensitivePII: false } }, { category: 'D12' }],
    ['collective income', { matter: 'collectiveIncome' }, { lead: 'agriculture', alternatives: ['subDistrict'], assist: [], guide: ['landArbitration', 'basicCourt'] }, { category: 'D13' }],
    ['a vagrant adult', { vagrant: true, age: 59 }, { rules: ['X1 vagrant'], lead: 'reliefStation', assist: [] }, { category: 'X1' }],
    ['a vagrant of sixty is escorted', { vagrant: true, age: 60 }, { assist: ['police'], clocks: ['HOT-24H'], noClocks: ['RELIEF-24H'] }, { category: 'X1' }],
    ['matter relief: the row by the other facts', { matter: 'relief', noIncome: true }, { rules: ['X1 noIncome'] }, { category: 'X1' }],
    ['job seeking', {}, { rules: ['X2'], lead: 'employmentService', assist: [] }, { category: 'X2' }],
    ['legal aid for wages', { matter: 'wages' }, { rules: ['X3'], lead: 'legalAidCentre', assist: ['barAssociation', 'union'], guide: ['arbOffice'], clocks: ['LA-DECIDE'], flags: { meansExempt: true, arbitrationScope: false } }, { category: 'X3' }],
  ],
  'Flags at their boundaries': [
    ['crime: one share at ¥10,000 and three months', { amount: 10000, months: 3 }, { flags: { criminalWatch: true, criminalCandidate: false } }],
    ['one fen below', { amount: 9999.99, months: 3 }, { flags: { criminalWatch: false } }],
    ['two months', { amount: 10000, months: 2 }, { flags: { criminalWatch: false } }],
    ['three months by the period', { amount: 10000, periodFrom: '2025-12', periodTo: '2026-02' }, { flags: { criminalWatch: true } }],
    ['crime: ten workers and ¥60,000', { amount: 60000, workers: 10 }, { flags: { criminalWatch: true, collective: true } }],
    ['nine workers', { amount: 60000, workers: 9 }, { flags: { criminalWatch: false, collective: false } }],
    ['candidate once the order has run out, and no longer only watched', { amount: 20000, months: 4, employerUnreachable: true, payOrderDueOn: '2026-03-01', lifeSeriouslyAffected: true }, { flags: { criminalCandidate: true, criminalWatch: false, aggravated: true, sanctionListCandidate: true, majorSupervision: true } }],
    ['not on its last day', { amount: 20000, months: 4, employerUnreachable: true, payOrderDueOn: '2026-03-02' }, { flags: { criminalCandidate: false, criminalWatch: true, sanctionListCandidate: false } }],
    ['the list needs no absconding', { amount: 20000, months: 4, payOrderDueOn: '2026-03-01' }, { flags: { criminalCandidate: false, sanctionListCandidate: true, aggravated: false } }],
    ['ten workers with claims of their own are not collective', { workers: 10, commonClaim: false }, { flags: { collective: false } }],
    ['thirty workers are supervised', { workers: 30 }, { flags: { majorSupervision: true } }],
    ['twenty-nine with ¥499,999.99 are not', { workers: 29, amount: 499999.99 }, { flags: { majorSupervision: false } }],
    ['¥500,000 is', { workers: 2, amount: 500000 }, { flags: { majorSupervision: true } }],
    ['would be final by share', { workers: 2, amount: 48000 }, { flags: { finalAward: false, finalAwardIfArbitrated: true } }],
    ['severance alone is no remuneration', { items: [9000], itemKinds: ['severance'] }, { lead: 'arbOffice', flags: { speedy: false, meansExempt: false, finalAward: true } }, { origin: 'arbitrationWindow' }],
    ['cannot pay for now: fund and relief, nobody called', { canPay: false }, { rules: ['W-01'], assist: [], flags: { emergencyFund: true, relief: 'possible', criminalWatch: false } }],
    ['relief by an untreated illness', { illnessUntreated: true }, { flags: { relief: 'possible', emergency: '24h' }, clocks: ['HOT-24H'] }],
    ['advance enforcement needs the application', { rightsClear: true, lifeSeriouslyAffected: true }, { flags: { advanceEnforcement: false } }],
    ['advance enforcement', { rightsClear: true, lifeSeriouslyAffected: true, advanceEnforcementRequested: true, legalAidRequested: true }, { guide: ['basicCourt'], flags: { advanceEnforcement: true, legalAidPreemptive: true } }],
    ['legal aid first with six days left', { terminatedOn: '2025-03-06', legalAidRequested: true }, { flags: { legalAidPreemptive: true, urgent: true }, clocks: ['HOT-24H', 'HOT-7D', 'LA-DECIDE'], assist: ['legalAidCentre'] }, { receivedAt: '2026-02-28T10:00:00+08:00' }],
    ['not with seven', { terminatedOn: '2025-03-06', legalAidRequested: true }, { flags: { legalAidPreemptive: false, urgent: false } }, { receivedAt: '2026-02-27T10:00:00+08:00' }],
    ['nor when nothing is left', { terminatedOn: '2025-02-20', legalAidRequested: true }, { flags: { legalAidPreemptive: false, urgent: false } }],
    ['school in fourteen days', { deadlinePressure: '2026-03-16' }, { flags: { urgentBySchoolStart: true }, clocks: ['HOT-24H', 'HOT-7D'] }, { category: 'D05' }],
    ['school in fifteen', { deadlinePressure: '2026-03-17' }, { flags: { urgentBySchoolStart: false }, noClocks: ['HOT-24H'] }, { category: 'D05' }],
    ['other arrears are B', {}, { flags: { clearZeroClass: 'B', emergency: null, relief: null }, noClocks: ['CLEAR-GOV'] }],
    ['class A by the end of its period', { stateOwned: true, periodTo: '2026-02' }, { flags: { clearZeroClass: 'A' }, clocks: ['CLEAR-GOV'] }],
    ['records in the employer’s hands', { employerHoldsRecords: true }, { flags: { burden: true } }],
    ['a gathering is reported', { gathering: true }, { assist: ['dutyOffice', 'subDistrict'], flags: { majorReport: true, emergencyHotline: false, emergency: '2h', majorSupervision: true } }],
    ['a first recipient stays when the order moves on', { dispatchObjection: true, dispatchedTo: 'subDistrict', sector: 'E47' }, { rules: ['step 8', 'W-05'], assist: ['housingDept', 'subDistrict'], noClocks: ['INSP-ACCEPT'] }],
    ['the lead that objected is not its own assist', { dispatchObjection: true, dispatchedTo: IB }, { rules: ['step 8', 'W-01'], assist: [], flags: { returnRequested: true } }],
    ['a filed case has its investigation, no acceptance', { filedOn: '2026-02-20' }, { clocks: ['INSP-INVEST'], noClocks: ['INSP-ACCEPT'], flags: { calendarGap: false } }],
    ['legal aid asked for where only a route is told', { iou: true, otherLaborClaims: false, legalAidRequested: true }, { mode: 'guide', assist: ['legalAidCentre'], clocks: ['LA-DECIDE'] }],
    ['marked complex', {}, { clocks: ['HOT-15D'], noClocks: ['HOT-7D'] }, { complex: true }],
    ['contractor pays first', { generalContractor: 'known', governmentInvested: true }, { liable: ['subcontractor', 'generalContractor', 'projectOwner'] }],
    ['the employer alone', {}, { liable: ['employer'] }],
  ],
  'Several matters': [
    ['each other lead is a child', { matters: ['wages', 'socialInsurance'], sector: 'E47' }, { mode: 'dispatch', rules: ['W-05', 'D01 socialInsurance', 'step 7'], lead: IB, assist: ['housingDept'], children: [['socialInsurance', 'premiumCollector']], flags: { split: true } }],
    ['the same lead is one order', { matters: ['wages', 'laborContract'] }, { rules: ['W-01', 'D01 laborContract'], lead: IB, assist: ['union'], children: [], flags: { split: false } }],
    ['matters of other categories', { matters: ['wages', 'siteHazard', 'relief'], disaster: true, sector: 'E47' }, { children: [['siteHazard', 'housingDept'], ['relief', 'subDistrict']], flags: { split: true } }],
    ['a duplicate is not split', { matters: ['wages', 'socialInsurance'], duplicateOf: 'S01' }, { mode: 'merge', rules: ['step 2'], children: [], merged: 'S01' }],
  ],
};

for (const [suite, variations] of Object.entries(suites)) {
  describe(suite, () => {
    it.each(variations)('%s', async (...[, facts, wanted, order]) => check(decided(facts, order), wanted));
  });
}
