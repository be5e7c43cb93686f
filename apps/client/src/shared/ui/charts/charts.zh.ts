export const charts = {
  /** What is heard instead of the drawing: its sentence, then its numbers. */
  heard: (words: string, numbers: readonly string[]) =>
    numbers.length > 0 ? `${words}。${numbers.join('，')}` : words,
  named: (name: string, value: string) => `${name} ${value}`,
  nothing: '没有记录',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
} as const;
