import type { Booking } from './hearings.decider.js';

const GRID_MINUTES = 30;

export interface Slot {
  readonly room: string;
  readonly online: boolean;
  readonly from: string;
  readonly to: string;
}

interface Hall {
  readonly room: string;
  readonly opens: string;
  readonly closes: string;
  readonly online: boolean;
}

/** The free times of a length in some rooms on one day, on the half hours from the opening on; those at which one of these arbitrators sits elsewhere are left out. */
export function freeSlots(halls: readonly Hall[], bookings: readonly Booking[], minutes: number, arbitrators: readonly string[]): readonly Slot[] {
  return halls.flatMap(({ room, opens, closes, online }) => {
    const found: Slot[] = [];
    for (let begin = minutesOf(opens); begin + minutes <= minutesOf(closes); begin += GRID_MINUTES) {
      const [from, to] = [timeAt(begin), timeAt(begin + minutes)];
      const meets = bookings.some((one) => one.from < to && from < one.to && (one.room === room || one.arbitrators.some((each) => arbitrators.includes(each))));
      if (!meets) found.push({ room, online, from, to });
    }
    return found;
  });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeAt(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
