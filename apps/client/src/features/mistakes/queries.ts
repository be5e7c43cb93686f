import { useInfiniteQuery, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { MistakeCreate } from '@wuhao/contracts';
import { useActionKey } from '../../shared/http/action-key';
import { readAnew } from '../../shared/http/read-anew';
import { uploadPhoto } from '../../shared/http/upload-photo';
import { useAction } from '../../shared/http/use-action';
import type { LocalPhoto } from '../../shared/platform/transport.types';
import { session } from '../../shared/session/session';
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
  await Promise.all([readAnew(client, ['mistakes']), readAnew(client, ['home'])]);
};

export const useMistakeList = (of: Of, knowledgePoint: string) =>
  useInfiniteQuery({
    queryKey: keyOf('list', of, knowledgePoint),
    queryFn: ({ pageParam, signal }) =>
      listMistakes(
        { ...of, knowledgePoint: knowledgePoint || undefined, cursor: pageParam ?? undefined },
        signal,
      ),
    // Not undefined: what the device keeps is JSON.
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useStatistics = (of: Of) =>
  useQuery({ queryKey: keyOf('statistics', of), queryFn: ({ signal }) => getStatistics(of, signal) });

export const useMistake = (id: string, of: Of, enabled = true) =>
  useQuery({ queryKey: keyOf('one', of, id), queryFn: ({ signal }) => getMistake(id, of, signal), enabled });

interface NewMistake {
  /** May still be on its way from the camera's size to the one that goes up. */
  photo: Promise<LocalPhoto> | null;
  mistake: Omit<MistakeCreate, 'fileId'>;
}

export const useAddMistake = (leadOn: (id: string) => void) => {
  const client = useQueryClient();
  const key = useActionKey();
  return useAction(
    {
      mutationFn: async ({ photo, mistake }: NewMistake) => {
        const accountId = session.accountId(); // whoever is here when the photo is up did not write this
        const file = photo && (await uploadPhoto(await photo, 'mistake', { accountId }));
        const body = { ...mistake, fileId: file?.id };
        return addMistake(body, { idempotencyKey: key(body), accountId });
      },
      onSuccess: () => void refreshMistakes(client),
    },
    ({ id }) => leadOn(id),
  );
};

export const useRemoveMistake = (
  id: string,
  { onRemoved, leadOn }: { onRemoved(): void; leadOn(): void },
) => {
  const client = useQueryClient();
  return useAction(
    {
      mutationFn: () => removeMistake(id),
      onSuccess: () => {
        onRemoved();
        client.removeQueries({ queryKey: keyOf('one', {}, id) });
        void refreshMistakes(client);
      },
    },
    leadOn,
  );
};
