import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  NO_SUCH_ELEMENT: ['invalid', '要素表中没有这一项。', 'The form has no such element.', 'P elementBased'],
  ELEMENT_VALUE_WRONG: ['invalid', '该要素的陈述与要素表规定的类型不符。', 'What is said of this element is not of the kind that the form asks for.', 'P elementBased'],
  ELEMENT_NAMED_TWICE: ['invalid', '同一要素被陈述两次。', 'One element is stated twice.', 'P elementBased'],
});
