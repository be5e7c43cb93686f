import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import type { MistakeCreate } from '@wuhao/contracts';
import { useActionKey } from '../../shared/http/action-key';
import { addMistake, getMistake, getStatistics, listMistakes, removeMistake } from './api';

interface Of {
  studentId?: string;
}

const keyOf = (part: string, { studentId }: Of, ...more: string[]) => [
  'mistakes',
  part,
  studentId ?? 'me',
  ...more,
];

/** Lists, figures and tonight change together. */
export const refreshMistakes = async (client: QueryClient): Promise<void> => {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['mistakes'] }),
    client.invalidateQueries({ queryKey: ['home'] }),
  ]);
};

export const useMistakeList = (of: Of, knowledgePoint: string) =>
  useInfiniteQuery({
    queryKey: keyOf('list', of, knowledgePoint),
    queryFn: ({ pageParam, signal }) =>
      listMistakes({ ...of, knowledgePoint: knowledgePoint || undefined, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useStatistics = (of: Of) =>
  useQuery({ queryKey: keyOf('statistics', of), queryFn: ({ signal }) => getStatistics(of, signal) });

export const useMistake = (id: string, of: Of, enabled = true) =>
  useQuery({ queryKey: keyOf('one', of, id), queryFn: ({ signal }) => getMistake(id, of, signal), enabled });

export const useAddMistake = () => {
  const client = useQueryClient();
  const key = useActionKey();
  return useMutation({
    mutationFn: (body: MistakeCreate) => addMistake(body, key(body)),
    onSuccess: () => refreshMistakes(client),
  });
};

export const useRemoveMistake = (id: string, onRemoved: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => removeMistake(id),
    onSuccess: async () => {
      onRemoved();
      client.removeQueries({ queryKey: keyOf('one', {}, id) });
      await refreshMistakes(client);
    },
  });
};
