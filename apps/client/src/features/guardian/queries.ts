import { useQuery } from '@tanstack/react-query';
import { listChildren } from './api';

export const useChildren = (enabled = true) =>
  useQuery({ queryKey: ['children'], queryFn: ({ signal }) => listChildren(signal), enabled });
