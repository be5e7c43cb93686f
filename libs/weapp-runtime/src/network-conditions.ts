export interface NetworkConditions {
  /** What carries it while it is there; an app may keep large things for wifi. */
  networkType: 'wifi' | '5g' | '4g' | '3g';
  /** false: every socket fails as without a network, also those that are under way. */
  online: boolean;
  /** Added before each request. */
  latencyMs: number;
  /** Shared by everything that is under way, each direction for itself; 0 = as fast as the machine. */
  bytesPerSecond: number;
}

/** In a test's words. Slow is a phone with two bars in a lift: what the big browsers call slow 3G. */
export const NETWORKS = {
  normal: { networkType: 'wifi', online: true, latencyMs: 0, bytesPerSecond: 0 },
  slow: { networkType: '3g', online: true, latencyMs: 400, bytesPerSecond: 50_000 },
  offline: { networkType: 'wifi', online: false, latencyMs: 0, bytesPerSecond: 0 },
} as const satisfies Record<string, NetworkConditions>;

export type NetworkName = keyof typeof NETWORKS;
export type NetworkChange = NetworkName | Partial<NetworkConditions>;

export const changeNetwork = (before: NetworkConditions, change: NetworkChange): NetworkConditions =>
  typeof change === 'string' ? NETWORKS[change] : { ...before, ...change };

export const typeOf = ({ online, networkType }: NetworkConditions): string => (online ? networkType : 'none');

/** The platform tells the app of a weak network below about this. */
const WEAK = { latencyMs: 400, bytesPerSecond: 100_000 };

export const isWeak = ({ latencyMs, bytesPerSecond }: NetworkConditions): boolean =>
  latencyMs >= WEAK.latencyMs || (bytesPerSecond > 0 && bytesPerSecond < WEAK.bytesPerSecond);
