import type { Outcome } from './entry';

type Tell = (outcome: Outcome) => void;

/** Who wants to hear what became of a write, by its id. */
export const createOutcomes = () => {
  const ofFirstTry = new Map<string, Tell[]>();
  const ofEnd = new Map<string, Tell[]>();
  const listen = (listeners: Map<string, Tell[]>, id: string): Promise<Outcome> =>
    new Promise((resolve) => listeners.set(id, [...(listeners.get(id) ?? []), resolve]));
  const tell = (listeners: Map<string, Tell[]>, id: string, outcome: Outcome): void => {
    const told = listeners.get(id) ?? [];
    listeners.delete(id);
    told.forEach((one) => one(outcome));
  };
  return {
    firstTry: (id: string) => listen(ofFirstTry, id),
    end: (id: string) => listen(ofEnd, id),
    settle: (id: string, outcome: Outcome): void => {
      tell(ofFirstTry, id, outcome);
      if (outcome.status !== 'waiting') tell(ofEnd, id, outcome);
    },
  };
};
