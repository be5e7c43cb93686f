import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProfileUpdate } from '@wuhao/contracts';
import { readAnew } from '../../shared/http/read-anew';
import { useAction } from '../../shared/http/use-action';
import { session } from '../../shared/session/session';
import { getProfile, updateProfile } from './api';

const PROFILE = ['profile'] as const;

export const useProfile = () => useQuery({ queryKey: PROFILE, queryFn: ({ signal }) => getProfile(signal) });

export const useUpdateProfile = (onSaved: () => void) => {
  const client = useQueryClient();
  return useAction({
    mutationFn: (body: ProfileUpdate) => updateProfile(body),
    onSuccess: (profile) => {
      client.setQueryData(PROFILE, profile);
      session.rename(profile.nickname);
      void readAnew(client, ['home']);
      onSaved();
    },
  });
};
