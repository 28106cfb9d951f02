import { wordsOf } from '../words.js';

export const words = {
  intro: ['谁可以审理、与哪些用人单位有利害关系须回避、手上有多少案件；利害关系只存指纹，不显示单位名称。', 'Who may hear cases, who must stand aside, and how many each has open. Of conflicts only a fingerprint is kept: no employer is named.'],
  body: ['仲裁机构', 'Body'], own: ['建立本区划名册', 'Begin the register of your division'], noRegisters: ['还没有名册', 'There is no register yet'], noRegistersHint: ['登记第一名仲裁员或启用第一个仲裁庭，名册即建立。', 'It begins with the first arbitrator or room.'],
  inRegister: ['在册仲裁员', 'In the register'], awayToday: ['今日不在岗', 'Away today'], conflicts: ['利害关系', 'Conflicts'], rooms: ['仲裁庭', 'Rooms'], steps: ['名册维护', 'Keep the register'], nobody: ['还没有仲裁员', 'Nobody is registered'], nobodyHint: ['在下方登记。', 'Register somebody below.'],
  arbitrator: ['仲裁员编号', 'Staff id'], load: ['在办（加权）', 'Open, weighted'], loadHint: ['在办件数按类别加权：简易 {simplified}、普通 {ordinary}、集体 {collective}。组庭时在办少的优先。', 'Open cases by weight: simplified {simplified}, ordinary {ordinary}, collective {collective}. Who has least is proposed first.'],
  kind_simplified: ['简易', 'simplified'], kind_ordinary: ['普通', 'ordinary'], kind_collective: ['集体', 'collective'], none: ['无', 'none'], employersN: ['{n} 家用人单位', 'employers: {n}'], absences: ['不在岗时间', 'Away'], fromTo: ['{from} 至 {to}', '{from} to {to}'], specialities: ['专长', 'Specialities'],
  standing: ['在册', 'registered'], away: ['不在岗', 'away'], left: ['已出册', 'left'], room: ['仲裁庭', 'Room'], opening: ['开放时间', 'Open'], online: ['可互联网开庭', 'Fit for online hearings'], noRooms: ['没有启用的仲裁庭', 'No room is open'],
};
export const t = wordsOf(words);
