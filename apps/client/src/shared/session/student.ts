import { useRouter } from '@tarojs/taro';

/**
 * Whose data a page asks for, as the query of its requests: a student's own without a name,
 * a child's by `studentId` from the page's address.
 */
export const useStudent = (): { studentId?: string } => {
  const { studentId } = useRouter().params;
  return studentId ? { studentId } : {};
};

/** An id from the page's address; empty when the address was cut short, which no server knows. */
export const useIdParam = (): string => useRouter().params.id ?? '';
