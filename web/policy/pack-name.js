import { divisionName } from '../names.js';

export const packName = ({ division, version }) => `${divisionName(division)} ${version}`;
