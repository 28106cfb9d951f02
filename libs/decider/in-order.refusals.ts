import { refusals } from './refusal.js';

export const refuse = refusals({
  FACT_OUT_OF_ORDER: ['invalid', '该事实的日期早于其所依据的前一事实，请核对时间。', 'This fact would lie before the fact that it follows from. Check the date.'],
});
