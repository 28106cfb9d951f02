import { defineConfig } from 'eslint/config';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import tseslint from 'typescript-eslint';

// @nestjs/cqrs dispatches commands; what it keeps in memory loses events. Nest's Kafka transport commits before the effect is stored.
const memoryOnly = { name: '@nestjs/cqrs', importNames: ['EventBus', 'EventPublisher', 'Saga', 'AggregateRoot', 'EventsHandler'], message: 'It lives in memory; an event belongs into the log.' };
const nestKafka = { name: '@nestjs/microservices', message: "Nest's Kafka transport commits offsets by itself; use libs/messaging." };
const kafkajs = { name: 'kafkajs', message: 'Kafka is spoken to in libs/messaging only.' };

const correctness = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-debugger': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-catch': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-empty': ['error', { allowEmptyCatch: false }],
  'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true }],
  'no-restricted-imports': ['error', { paths: [memoryOnly, nestKafka, kafkajs] }],
};

const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/no-array-delete': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/ban-ts-comment': 'error',
  // Files with decorators are left alone by the rule itself, because both decorator options are on in tsconfig.json:
  // a class that Nest injects must stay a value import, or injection fails at boot.
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
};

// One rule has one severity; under a second name it can both warn and forbid.
const house = { rules: { 'long-file': builtinRules.get('max-lines') } };

const size = {
  'house/long-file': ['warn', { max: 300 }],
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60 }],
};

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.anxin/', '.jars/', 'web/vendor/', 'client/operations.ts', 'client/dist/'] },
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin, house },
    languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { ...correctness, ...typed, ...size, 'no-console': 'error' },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'no-debugger': 'error', 'no-eval': 'error', 'no-unreachable': 'error', 'no-dupe-keys': 'error' },
  },
  {
    // A table of cases is long without being complicated.
    files: ['**/*.spec.ts', '**/*.e2e.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
  },
  {
    // A decider of any state, command and event has no other type: each of the three stands in a parameter's place.
    files: ['libs/decider/decider.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    // What a person starts in a terminal speaks to that person.
    files: ['demo/**', 'simulator/**', 'test/**', 'bench/**', '**/cli/**', 'libs/contracts/write-schemas.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['libs/messaging/**', 'demo/**', 'test/**', 'bench/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [memoryOnly, nestKafka] }] },
  },
);
