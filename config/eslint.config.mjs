import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const processEnv = {
  object: 'process',
  property: 'env',
  message: 'Only bff/config.ts and config/ read the environment.',
};

const buildConstants = {
  selector:
    "MemberExpression[object.type='MemberExpression'][object.object.name='process'][object.property.name='env']:not([property.name=/^(TARO_ENV|TARO_APP_[A-Z_]+)$/])",
  message: 'Only TARO_ENV and TARO_APP_* build constants exist in the client.',
};
const wordsInPlace = [
  'Literal[value=/[\\u4e00-\\u9fff]/]',
  'TemplateElement[value.raw=/[\\u4e00-\\u9fff]/]',
  'JSXText[value=/[\\u4e00-\\u9fff]/]',
].map((selector) => ({
  selector,
  message: 'Words that people read stand in the messages.ts of the feature.',
}));

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**', '**/*.cjs', '**/*.js', '**/*.mjs'] },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `void | Promise<unknown>` is how a handler says that it may or may not take time.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-properties': ['error', processEnv],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // Taro replaces process.env.TARO_ENV and the TARO_APP_* constants at build time; nothing else exists there.
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', buildConstants, ...wordsInPlace],
    },
  },
  {
    // Where words do stand: a feature's messages, the legal texts, the glossary, and the titles that a page hands to WeChat.
    files: [
      'client/**/*messages.ts',
      'client/features/account/documents.ts',
      'client/ui/glossary.ts',
      'client/**/*.config.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', buildConstants] },
  },
  {
    files: [
      'bff/config.ts',
      'config/**',
      'test/**/support/**',
      'test/support/**',
      'test/weapp-host/**',
      'test/bench/**',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-empty-function': 'off' } },
  prettier,
);
