import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsEnum, IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { SetClock } from './clock.js';
import { Field, FieldsRefused, fieldsOf, IsCreditCode, IsDay, IsDivision, IsInstant, IsMobile, IsResidentId, IsYuan, validationPipe } from './validation.js';

enum Track { speedy = 'speedy', ordinary = 'ordinary' }

class Person {
  @IsString() @MaxLength(5) @Field('姓名', 'name')
  name!: string;
  @IsOptional() @IsMobile()
  phone?: string;
  @IsOptional() @IsResidentId()
  idNumber?: string;
}
class Base {
  @IsOptional() @IsInstant()
  at?: string;
}
class Filing extends Base {
  @IsDivision() division!: string;
  @IsYuan() owed!: number;
  @IsDay() since!: string;
  @IsOptional() @IsCreditCode() creditCode?: string;
  @ValidateNested() @Type(() => Person) requester!: Person;
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2) @ValidateNested({ each: true }) @Type(() => Person) witnesses?: Person[];
  @IsOptional() @IsArray() @IsIn(['D01', 'D02'], { each: true }) kinds?: string[];
  @IsOptional() @IsEnum(Track) track?: Track;
  @IsOptional() @IsInt() @Min(1) @Max(500) people?: number;
  @IsOptional() @IsBoolean() secret?: boolean;
  @IsOptional() @Matches(/^A\d+$/) number?: string;
  @IsOptional() @IsUUID() group?: string;
  @IsOptional() @IsObject() facts?: object;
}

const clock = new SetClock('2026-03-02T09:00:00+08:00');
const pipe = validationPipe(clock);
const check = (value: unknown) => pipe.transform(value, { type: 'body', metatype: Filing });
const good = { division: '439901', owed: 9000.5, since: '2026-01-31', requester: { name: '张测试' } };
const wrong = async (value: unknown): Promise<Record<string, string>> => {
  try {
    await check(value);
    return {};
  } catch (error) {
    if (error instanceof FieldsRefused) return Object.fromEntries(error.fields.map(({ field, en }) => [field, en]));
    throw error;
  }
};

describe('A request', () => {
  it('becomes an instance of its class, nested ones too, with nothing added', async () => {
    const filing = await check({ ...good, witnesses: [{ name: '李测试' }] });
    expect(filing).toBeInstanceOf(Filing);
    expect(filing.requester).toBeInstanceOf(Person);
    expect(filing.witnesses[0]).toBeInstanceOf(Person);
    expect(Object.keys(filing).sort()).toEqual(['division', 'owed', 'requester', 'since', 'witnesses']);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['a missing field', { ...good, division: undefined }, 'division', /division code or name/],
    ['an unknown field', { ...good, status: 'closed' }, 'status', /not a field/],
    ['an unknown field inside', { ...good, requester: { name: '张测试', roles: ['auditor'] } }, 'requester.roles', /not a field/],
    ['a number as text', { ...good, owed: '9000' }, 'owed', /yuan/],
    ['three decimals', { ...good, owed: 0.125 }, 'owed', /two decimals/],
    ['a day that does not exist', { ...good, since: '2026-02-29' }, 'since', /exists/],
    ['a moment without offset', { ...good, at: '2026-03-02T10:00:00' }, 'at', /offset/],
    ['too long a text', { ...good, requester: { name: '张测试张测试' } }, 'requester.name', /at most 5 characters/],
    ['a nested text', { ...good, requester: '张测试' }, 'requester', /object/],
    ['a nested list', { ...good, requester: [] }, 'requester', /object|valid/],
    ['an error in the second of a list', { ...good, witnesses: [{ name: '李测试' }, { name: 1 }] }, 'witnesses[1].name', /text|characters/],
    ['too long a list', { ...good, witnesses: Array(3).fill({ name: '李' }) }, 'witnesses', /at most 2 entries/],
    ['an empty list', { ...good, witnesses: [] }, 'witnesses', /at least 1/],
    ['an unknown word', { ...good, track: 'instant' }, 'track', /one of: speedy, ordinary/],
    ['an unknown word in a list', { ...good, kinds: ['D01', 'D99'] }, 'kinds', /one of: D01, D02/],
    ['too great a number', { ...good, people: 501 }, 'people', /at most 500/],
    ['truth as text', { ...good, secret: 'true' }, 'secret', /true or false/],
    ['a mobile number that cannot be', { ...good, requester: { name: '张', phone: '10000000001' } }, 'requester.phone', /11 digits/],
    ['a wrong check digit', { ...good, requester: { name: '张', idNumber: '430000199003070015' } }, 'requester.idNumber', /identity number/],
    ['a birth date in the future', { ...good, requester: { name: '张', idNumber: '430000209912310018' } }, 'requester.idNumber', /identity number/],
    ['a wrong credit code', { ...good, creditCode: '92500000MA0T00011D' }, 'creditCode', /credit code/],
    ['an impossible division', { ...good, division: '990101' }, 'division', /division/],
    ['a list instead of an object', [], 'body', /object/],
  ])('is refused for %s, by the name of the field', async (_, value, field, said) => {
    const problems = await wrong(value);
    expect(Object.keys(problems)).toContain(field);
    expect(problems[field]).toMatch(said);
  });

  it('is told everything that is wrong at once, in both languages, without the values', async () => {
    const error: FieldsRefused = await check({ division: 'xx', owed: -1, since: 'sekret', requester: { name: 'sekret-sekret' }, 'sekret\n': 1 }).catch((refused: FieldsRefused) => refused);
    expect(error.fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['division', 'owed', 'since', 'requester.name', '?']));
    for (const { zh } of error.fields) expect(zh).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(error.fields) + error.message).not.toContain('sekret');
  });

  it.each(['439901', '439901001', '000000', '测试区', 'A'])('may write a division as %s', async (division) => expect(await wrong({ ...good, division })).toEqual({}));
  it.each([null, 1, {}, '测', "439901'", '439901 '])('may not write a division as %p', async (division) => expect(Object.keys(await wrong({ ...good, division }))).toContain('division'));

  it('takes null as left out wherever a field may be, at every depth, and leaves alone what no class describes', async () => {
    const sent = { ...good, at: null, people: null, kinds: null, facts: { amount: null }, requester: { name: '张测试', phone: null }, witnesses: [{ name: '李测试', phone: '13900007701', idNumber: null }, { name: '王测试', phone: null }] };
    const taken = JSON.parse(JSON.stringify(await check(sent))) as object;
    expect(taken).toStrictEqual({ ...good, facts: { amount: null }, requester: { name: '张测试' }, witnesses: [{ name: '李测试', phone: '13900007701' }, { name: '王测试' }] });
    expect(sent.requester).toHaveProperty('phone', null); // What came in is not touched.
  });

  it.each([['division', { ...good, division: null }], ['requester', { ...good, requester: null }], ['requester.name', { ...good, requester: { name: null } }], ['witnesses[1].name', { ...good, witnesses: [{ name: '李' }, { name: null }] }], ['witnesses[0]', { ...good, witnesses: [null] }]])(
    'is refused for null in %s, which must be there', async (field, value) => expect(Object.keys(await wrong(value))).toEqual([field]));

  it('knows an identity number of today from one of tomorrow by its clock', async () => {
    const bornTomorrow = { ...good, requester: { name: '张', idNumber: '430000209912310018' } };
    clock.set('2100-01-01T00:00:00+08:00');
    expect(await wrong(bornTomorrow)).toEqual({});
    clock.set('2026-03-02T09:00:00+08:00');
    expect(await wrong(bornTomorrow)).toHaveProperty(['requester.idNumber']);
  });
});

describe('The fields of a request class', () => {
  const schema = fieldsOf(Filing);
  const ajv = new Ajv2020({ strict: true, strictTypes: false });
  (addFormats as unknown as (to: Ajv2020) => void)(ajv);
  const valid = ajv.compile(schema);

  it('are described with types, limits, words and titles, inherited ones included', () => {
    expect(schema).toMatchObject({
      type: 'object', additionalProperties: false, required: expect.arrayContaining(['division', 'owed', 'since', 'requester']),
      properties: {
        at: { type: ['string', 'null'], format: 'date-time' }, owed: { type: 'number', minimum: 0 }, people: { type: ['integer', 'null'], minimum: 1, maximum: 500 },
        track: { enum: ['speedy', 'ordinary', null] }, kinds: { type: ['array', 'null'], items: { enum: ['D01', 'D02'] } },
        requester: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 5, description: '姓名' } } },
        witnesses: { type: ['array', 'null'], minItems: 1, maxItems: 2, items: { type: 'object', required: ['name'] } },
        number: { pattern: '^A\\d+$' }, group: { format: 'uuid' }, secret: { type: ['boolean', 'null'] },
      },
    });
    expect(schema.required).toHaveLength(4);
    expect((fieldsOf(Person, 'en').properties!['name']!)['description']).toBe('name');
  });

  it.each<[unknown]>([
    [good], [{ ...good, at: null, witnesses: [{ name: '李', phone: null }] }], [{ ...good, people: 3, track: 'speedy', kinds: ['D02'], facts: { a: 1 } }], [{}], [{ ...good, owed: '1' }], [{ ...good, extra: 1 }],
    [{ ...good, requester: {} }], [{ ...good, witnesses: [] }], [{ ...good, kinds: ['x'] }], [{ ...good, people: 0 }], [{ ...good, requester: { name: '张', phone: '123' } }], [{ ...good, since: '2026-13-01' }],
  ])('accept what the pipe accepts: %j', async (value) => expect(valid(value)).toBe(Object.keys(await wrong(value)).length === 0));
});
