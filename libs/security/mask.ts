/** Characters that stay hidden; where fewer would, all are. */
const HIDDEN_MIN = 4;

type Kind = 'name' | 'phone' | 'idNumber' | 'bankCard' | 'text';

/** The fields that hold personal data, wherever they stand, and how each is shown to those who may not read it. */
export const personalFields: Readonly<Record<string, Kind>> = {
  name: 'name', requesterName: 'name', workerName: 'name', representative: 'name', agentName: 'name',
  phone: 'phone', mobile: 'phone', contactPhone: 'phone', callerPhone: 'phone',
  idNumber: 'idNumber', idCard: 'idNumber', bankCard: 'bankCard', bankAccount: 'bankCard',
  address: 'text', text: 'text', statement: 'text', requester: 'text',
};

/** A personal field as a screen shows it without the right to read it: `mask('requester.phone', '13900000001')` is `139****0001`. A field not listed is hidden whole. */
export function mask(field: string, text: string): string {
  switch (personalFields[field.slice(field.lastIndexOf('.') + 1)] ?? 'text') {
    case 'name':     return maskName(text);
    case 'phone':    return maskPhone(text);
    case 'idNumber': return maskId(text);
    case 'bankCard': return keep(text, 0, 4);
    case 'text':     return '***';
  }
}

/** 张测试 → 张**. One character or none left to show: all hidden. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return rest.length === 0 ? '*' : first + '*'.repeat(rest.length);
}

/** 13900000001 → 139****0001; of a shorter number only the last two digits. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? keep(phone, 3, 4) : keep(phone, 0, 2);
}

/** 430000199003070014 → 4300**********0014 */
export function maskId(id: string): string {
  return id.length >= 15 ? keep(id, 4, 4) : keep(id, 0, 2);
}

function keep(text: string, start: number, end: number): string {
  if (text.length - start - end < HIDDEN_MIN) return '*'.repeat(text.length);
  return text.slice(0, start) + '*'.repeat(text.length - start - end) + text.slice(text.length - end);
}
