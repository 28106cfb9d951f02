import { t } from './words.js';

/** What each button stands for, in the words of the channel. `wages`: the sum and the months are asked. */
export const TOPICS = {
  wages: { topic: 'D01', problems: ['wages'], wages: true }, injury: { topic: 'D01', problems: ['workInjury'] }, contract: { topic: 'D01', problems: ['laborContract'] }, fired: { topic: 'D01', problems: ['dismissal'] },
  insurance: { topic: 'D01', problems: ['socialInsurance'] }, hazard: { topic: 'D02', problems: ['siteHazard'] }, relief: { topic: 'X1', help: true }, job: { topic: 'X2', problems: ['jobSeeking'], help: true },
  school: { topic: 'D05', problems: ['enrolment'], help: true }, lawyer: { topic: 'X3', help: true }, else: {},
};

const filled = (text) => (typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined);
/** What is no number goes as it was typed: the server says what is wrong with it. */
const numberOf = (text) => (filled(text) === undefined ? undefined : Number.isNaN(Number(filled(text))) ? filled(text) : Number(filled(text)));
const truth = (value) => (value === 'yes' ? true : value === 'no' ? false : undefined);

/** The body of the claim; `JSON.stringify` leaves out what was not said. */
export function claimOf(formId, values, site) {
  const about = TOPICS[values.about] || {};
  const money = about.wages ? {
    owedYuan: numberOf(values.owed), howManyPeople: numberOf(values.people), firstUnpaidMonth: filled(values.from), lastUnpaidMonth: filled(values.to),
    stillWorkingThere: truth(values.still), bossCannotBeReached: values.reach === 'no' ? true : values.reach === 'yes' ? false : undefined,
  } : {};
  return Object.assign({
    formId, site: site ? site.token : undefined, topic: about.topic, problems: about.problems, iWantTo: about.topic === undefined ? undefined : about.help ? 'help' : 'complaint',
    place: site ? site.division : values.city || values.province || '', street: filled(values.street), bossOrCompany: filled(values.boss), siteName: filled(values.siteName), story: filled(values.story),
    needLegalAid: values.about === 'lawyer' ? true : undefined,
    me: { myName: filled(values.name), myMobile: filled(values.phone), myIdNumber: filled(values.idNumber), keepMyNameFromEmployer: values.keepName === true ? true : undefined },
  }, money);
}

/** The server's names of fields by the page's own, where they differ. */
export const FIELD = { 'me.myName': 'name', 'me.myMobile': 'phone', 'me.myIdNumber': 'idNumber', bossOrCompany: 'boss', owedYuan: 'owed', howManyPeople: 'people', firstUnpaidMonth: 'from', lastUnpaidMonth: 'to', topic: 'about', place: 'place' };
/** Places are chosen from lists: whoever is told of division codes knows no more than before. */
export const ourName = (problem) => Object.assign({}, problem, { field: FIELD[problem.field] || problem.field }, problem.field === 'place' && { zh: t('placeWanted'), en: t('placeWanted') });
