const STAGES = ['一', '二', '三', '四', '五', '六'] as const;

/** 1-12 as families say it. */
export const schoolYearName = (schoolYear: number): string => {
  if (schoolYear <= 6) return `${STAGES[schoolYear - 1]}年级`;
  if (schoolYear <= 9) return `初${STAGES[schoolYear - 7]}`;
  return `高${STAGES[schoolYear - 10]}`;
};

export const SCHOOL_YEARS = Array.from({ length: 12 }, (_, index) => index + 1);
