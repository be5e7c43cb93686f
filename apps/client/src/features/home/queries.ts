import { useQuery } from '@tanstack/react-query';
import { getHome } from './api';

export const homeKey = (studentId?: string) => ['home', studentId ?? 'me'] as const;

export const useHome = (of: { studentId?: string }, enabled = true) =>
  useQuery({ queryKey: homeKey(of.studentId), queryFn: ({ signal }) => getHome(of, signal), enabled });
