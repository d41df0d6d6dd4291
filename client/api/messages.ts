export const problemWords = {
  notDone: '这一步没有完成，请检查后再试。',
} as const;
