import { inScope, scopeOf, scopeWhere } from './scope.js';

describe('A division scope', () => {
  it.each([
    ['439900', '439900'], ['439900', '439901'], ['439900', '439901001'], ['439901', '439901001'], ['430000', '439903'],
    ['000000', '439901'], ['000000', '110000'], ['439901001', '439901001002'], ['439901000000', '439901001'], ['442000', '442000001'],
  ])('%s sees %s', (holder, place) => expect(inScope([holder], place)).toBe(true));

  it.each([
    ['439901', '439900', 'its parent'], ['439901', '439902', 'its sibling'], ['439900', '439800', 'another city'],
    ['430000', '440000', 'another province'], ['439901001', '439901', 'its county'], ['439901001', '439901002', 'another township'],
    ['439901100', '439901101', 'a township whose number begins alike'], ['439910', '439911', 'a county whose number begins alike'],
    ['439901', '000000', 'the nation'], ['', '439901', 'anything, being empty'], ['43', '439901', 'anything, being cut'],
    ['43%', '439901', 'anything, being a pattern'], ['439901', '', 'nowhere'], ['000000', "' OR 1=1", 'no place'],
  ])('%s does not see %s: %s', (holder, place) => expect(inScope([holder], place)).toBe(false));

  it('of nobody sees nothing', () => {
    expect(inScope([], '439901')).toBe(false);
    expect(scopeWhere(scopeOf({ divisions: [] }), 'division', 1)).toEqual({ sql: 'false', values: [] });
    expect(scopeWhere(scopeOf({ divisions: ['%', '4399'] }), 'division', 1)).toEqual({ sql: 'false', values: [] });
  });

  it('becomes a condition with parameters, counted from the given one', () => {
    expect(scopeWhere(scopeOf({ divisions: ['439900', '439701', '439900'] }), 'b.division', 3))
      .toEqual({ sql: '(b.division LIKE $3 OR b.division LIKE $4)', values: ['4399%', '439701%'] });
    expect(scopeWhere(scopeOf({ divisions: ['000000', '439701'] }), 'division', 1)).toEqual({ sql: '(division LIKE $1)', values: ['%'] });
  });

  it('takes no column from outside', () => {
    expect(() => scopeWhere(scopeOf({ divisions: ['439900'] }), 'division) OR (1=1', 1)).toThrow('Not a column');
  });
});
